"""Dates: from the words to EDTF. The article's date is 2023-07-31 unless the case says otherwise."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.source.parse import parse_record
from jianzhu.source.records import ArticleRecord, ClaimRecord, EventRecord
from jianzhu.source.yamlfile import YamlFile
from jianzhu.text.dates import find_dates
from jianzhu.text.edtf import edtf_bounds, edtf_words, is_edtf

from tests.tables import cases, reading


@pytest.mark.parametrize(("lang", "text", "right"), cases("dates"))
def test_dates(lang, text, right):
    assert [(text[hit.start : hit.end], hit.edtf) for hit in find_dates(text, lang, "2023-07-31")] == reading(right)


@pytest.mark.parametrize(
    ("text", "article_date", "edtf"),
    [
        ("3月16日", "2023-04~", "2023-03-16"),
        ("12月5日", "2023-03~", "2022-12-05"),
        ("去年", "2024-02/2024-04", "2023"),
        ("7月31日", "2023-07-31", "2023-07-31"),
        ("7月31日", "2023-07", "2023-07-31"),
        ("8月1日", "2023-07-31", "2023-08-01?"),
        ("9月1日", "2023-07-31", "2022-09-01"),
        ("周三", "2023-07-31", "[2023-07-26,2023-08-02]"),
        ("近三年来", "2023-07", "2020~/2023~"),
        ("昨天", "2023-03-01", "2023-02-28"),
        ("上周五", "2023-07-31", "2023-07-28"),
        ("2月29日", "2023-07-31", "2020-02-29"),
    ],
)
def test_relative_dates_count_from_the_last_day_of_the_article(text, article_date, edtf):
    (hit,) = find_dates(text, "zh", article_date)
    assert hit.edtf == edtf


@pytest.mark.parametrize(
    "text", ["昨天", "今晚", "上周五", "周三", "下周末", "三天前", "两周前", "24日", "过去三天", "今明两天"]
)
def test_what_needs_the_day_of_the_article_is_read_only_with_it(text):
    assert find_dates(text, "zh", "2023-07") == ()
    assert find_dates(text, "zh", "2023-07-31") != ()


@pytest.mark.parametrize(
    ("before", "text", "edtf"),
    [
        ("2019年12月1日，首例确诊。", "12月12日，又有一例。", "2019-12-12?"),
        ("他生于1951年。", "3月7日，会议开幕。", "2023-03-07"),
        ("1951年1月1日" + "长" * 100, "3月7日，会议开幕。", "2023-03-07"),
        ("1月3日，他到达。", "5日，他离开。", "2023-01-05?"),
        ("", "3月7日，会议开幕。", "2023-03-07"),
    ],
)
def test_what_stands_before_a_sentence_may_name_its_year(before, text, edtf):
    (hit,) = find_dates(text, "zh", "2023-07-31", before)
    assert (text[hit.start : hit.end], hit.edtf) == (text.partition("，")[0], edtf)


@pytest.mark.parametrize("lang", ["ja", "fr", "und"])
def test_a_language_without_rules_has_no_dates(lang):
    assert find_dates("2023年7月31日, 31 July 2023", lang, "2023-07-31") == ()


@pytest.mark.parametrize("words", ["个月前", "年前", "个半月前", "多年前"])
@pytest.mark.parametrize("figure", ["1", "十", "九"])
def test_a_number_too_long_to_be_said_is_no_date(figure, words):
    assert find_dates(figure * 5000 + words, "zh", "2023-07-31") == ()


@given(st.text("去今前年月日多个半世纪代初底0123456789十二三〇 ", max_size=20))
def test_what_is_found_is_edtf(text):
    for hit in find_dates(text, "zh", "2023-07-31"):
        assert is_edtf(hit.edtf)


@pytest.mark.parametrize(
    "edtf",
    [
        "2023-04-11", "1976", "197X", "20XX", "2022-01/2022-06", "2023~", "2023-01~", "2022?", "2022/2022", "2022-06/2022-06-30",
        "2023-04-11/2023-04-11", "2024-02-29", "[2023-04-11..2023-04-17]", "{2021,2023}", "[2023,2021]", "{2019,2021..2023}",
        "197X/198X", "2022~/2023?", "2023-21/2023-22", "-0475", "-0004-02-29", "-0220~", "-0499/-0400", "-0003/0004", "0000",
    ],
)  # fmt: skip
def test_edtf_that_we_use(edtf):
    assert edtf_bounds(edtf)[0] <= edtf_bounds(edtf)[1]


BACKWARD = [
    "2092-01/2022-06", "2023/2022", "2022-06/2022-05", "2022-06-02/2022-06-01", "2022-06-02/2022-05", "2022?/2021~", "197X/196X",
    "19XX/18XX", "2023-22/2023-21", "[2023-04-17..2023-04-11]", "{2023-04-17..2023-04-11}", "[2019,2023..2021]",
    "{2023..2021,2030}", "[2018,2023-05..2023-04,2024]",
]  # fmt: skip
OPEN = ["2023/..", "../2023", "2023/", "/2023", "[2023..]", "[..2023]", "{2021,2023..}", "/", ".."]
IMPOSSIBLE = [
    "2023-02-29", "1900-02-29", "2023-04-31", "2023-02-30~", "2023-04-31?", "2023-00-01", "2023-01-00", "2023-01-32", "2023-13-01",
    "2023-02-30/2023-03-01", "2023-01-01/2023-02-30", "[2023-06-31..2023-07-02]", "{2023-01-01,2023-02-30}", "2023-00", "2023-99",
    "-0475-02-29", "-0475-13",
]  # fmt: skip
MALFORMED = [
    " 2023", "2023 ", "2023\n", "2023-04-11\n", "20 23", "２０２３", "２０２３-04-11", "2023-1X", "[2021, 2023]", "[2023", "[]",
    "{}",
]  # fmt: skip


@pytest.mark.parametrize("text", [*BACKWARD, *OPEN, *IMPOSSIBLE, *MALFORMED])
def test_a_date_that_cannot_be_is_refused_with_the_reason(text, capfd):
    with pytest.raises(ValueError, match=f"^‘{re.escape(text)}’ ") as caught:
        edtf_bounds(text)
    assert ("ends before it begins" in str(caught.value)) == (text in BACKWARD)
    assert ("has an open end" in str(caught.value)) == (text in OPEN[:-1])
    assert capfd.readouterr() == ("", "")  # the library prints, where it stumbles


@pytest.mark.parametrize("text", ["2092-01/2022-06", "[2023-04-17..2023-04-11]", "2023-02-30", "2023/.."])
@pytest.mark.parametrize(("kind", "field"), [(ArticleRecord, "date"), (EventRecord, "edtf"), (ClaimRecord, "asOf")])
def test_every_field_of_a_date_is_held_to_it(kind, field, text):
    problems: list = []
    assert parse_record(YamlFile("x.yml", {field: text}, {(field,): 7}), kind, problems) is None
    told = {
        (problem.location.line, problem.code) for problem in problems if problem.wrong.startswith(f"{field}: ‘{text}’ ")
    }
    assert told == {(7, "edtf-invalid")}


@pytest.mark.parametrize(
    "text", ["", "2023年", "2023-13", "2023-02-30", "1976-", "../2003", "去年", "2023-4-1", "20230411x"]
)
def test_what_is_no_edtf(text):
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("edtf", "zh", "en"),
    [
        ("2023-04-11", "2023年4月11日", "April 11, 2023"),
        ("2023-04", "2023年4月", "April 2023"),
        ("197X", "1970年代", "1970s"),
        ("20XX", "21世纪", "21st century"),
        ("19XX", "20世纪", "20th century"),
        ("2023~", "约2023年", "about 2023"),
        ("2022?", "2022年（存疑）", "2022 (uncertain)"),
        ("2022-01/2022-06", "2022年1月至2022年6月", "January 2022 to June 2022"),
        ("2023-21", "2023年春", "spring 2023"),
        ("-0475", "公元前476年", "476 BC"),
        ("0000", "公元前1年", "1 BC"),
        ("[2023-07-28,2023-08-04]", "2023年7月28日或2023年8月4日", "July 28, 2023 or August 4, 2023"),
        ("[2023-04-11..2023-04-17]", "[2023-04-11..2023-04-17]", "[2023-04-11..2023-04-17]"),
        ("-0003/0004", "公元前4年至公元4年", "4 BC to AD 4"),
    ],
)
def test_edtf_in_words(edtf, zh, en):
    assert (edtf_words(edtf, "zh"), edtf_words(edtf, "en")) == (zh, en)
