"""Pictures: the axis of the timeline and the sparklines of the glossary, as SVG made at build time."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from jianzhu.site.charts.axis import Dot, Scales, axis, scales_of
from jianzhu.site.charts.sparkline import Tick, sparkline

HOSTILE = '"><script>alert(1)</script>&'


def parsed(svg: str) -> ElementTree.Element:
    assert "\n\n" not in svg, "Markdown would end the picture at a blank line"
    return ElementTree.fromstring(svg)


#: Months from 2022 to 2024, decades from 1950 on.
SCALES = Scales(range(2022, 2025), 1950)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1666/1716", (0, 0)),
        ("1949-10-01", (0, 0)),
        ("1950", (1, 0)),
        ("197X", (1, 2)),
        ("2014/2015", (1, 6)),
        ("2015-12", (2, 0)),
        ("2021-12-30", (2, 6)),
        ("2022", (3, 0)),
        ("2022-01/2022-06", (3, 1)),
        ("2023~", (3, 13)),
        ("2023-04~", (3, 17)),
        ("2024-12-31", (3, 38)),
        ("2025", (4, 0)),
        ("2031-05", (4, 6)),
    ],
)
def test_a_date_has_its_place_on_the_axis(edtf, expected):
    assert SCALES.place(edtf) == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["1666", "1911", *["2023-04"] * 6, "2025"], Scales(range(2022, 2025), 1950)),
        (["1666", *["1905-03"] * 6], Scales(range(1904, 1907), 1830)),
        (["2023-04"] * 5, Scales(range(0), 2023)),
        (["1998", "2010-05", "2023"], Scales(range(0), 1998)),
        (["1610", "1850"], Scales(range(0), 1610, 10)),
        (["-0099", "0618", "0907"], Scales(range(0), -100, 100)),
        (["-9999", "1976"], Scales(range(0), -10000, 1000)),
        ([], Scales(range(0), 0)),
    ],
)
def test_the_scales_are_those_of_the_dates(dates, expected):
    assert scales_of(dates) == expected


def test_years_before_1_have_their_place():
    found = spots(axis(dots("-0099", "0618", "0907"), scales_of(["-0099", "0618", "0907"]), "en", "x"))
    assert [round(x) for x, _ in found] == [5, 68, 95]


def dots(*dates: str) -> list[Dot]:
    return [Dot(f"event-{number}", date, f"{date} event") for number, date in enumerate(dates)]


def spots(svg: str) -> list[tuple[float, float]]:
    circles = parsed(svg).findall("a/circle")
    return [(float(circle.get("cx").rstrip("%")), float(circle.get("cy"))) for circle in circles]


def test_dots_of_one_column_are_stacked_and_later_ones_are_to_the_right():
    found = spots(
        axis(dots("1911", "1964", "2016", "2023", "2023-04-01", "2023-04-02", "2023-05", "2026"), SCALES, "en", "x")
    )
    across = [x for x, _ in found]
    assert across == sorted(across)
    assert across[0] > 0
    assert across[-1] < 100
    assert across[4] == across[5]
    assert found[4][1] - found[5][1] == 7
    assert len(set(across)) == 7


def test_every_dot_leads_to_its_event_and_has_a_name():
    links = parsed(axis(dots("1911", "2023-04"), SCALES, "en", "at a glance")).findall("a")
    assert [(link.get("href"), link.find("title").text) for link in links] == [
        ("#event-0", "1911 event"),
        ("#event-1", "2023-04 event"),
    ]


def test_scales_are_parted_by_gaps_and_those_without_events_left_out():
    both = parsed(axis(dots("1911", "2023"), SCALES, "en", "x"))
    assert len(both.findall("text[@class='break']")) == 1
    assert [text.text for text in both.findall("text") if not text.get("class")] == ["2022", "2023", "2024"]
    assert parsed(axis([], SCALES, "en", "x")).findall("a") == []


@pytest.mark.parametrize(("lang", "month"), [("zh", "4月"), ("en", "Apr")])
def test_months_are_called_as_in_the_language_of_the_page(lang, month):
    assert month in [text.text for text in parsed(axis(dots("2023"), SCALES, lang, "x")).findall("text")]


def test_ticks_stand_where_their_sentences_do():
    svg = parsed(sparkline([Tick(0, "a.html#s1", "s1 first"), Tick(24, "a.html#s9", "s9 last")], 25, 50, "An article"))
    assert svg.get("aria-label") == "An article"
    assert svg.find("line").get("x2") == "50.00%"
    assert [link.find("line").get("x1") for link in svg.findall("a")] == ["1.00%", "49.00%"]
    assert [(link.get("href"), link.find("title").text) for link in svg.findall("a")] == [
        ("a.html#s1", "s1 first"),
        ("a.html#s9", "s9 last"),
    ]


def test_markup_in_names_is_text():
    line = parsed(sparkline([Tick(0, "a.html#s1", HOSTILE)], 1, 1, HOSTILE))
    assert line.get("aria-label") == line.find("a/title").text == HOSTILE
    picture = parsed(axis([Dot("one", "2023", HOSTILE)], SCALES, "en", HOSTILE))
    assert picture.get("aria-label") == picture.find("a/title").text == HOSTILE
