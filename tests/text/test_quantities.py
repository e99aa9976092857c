"""Quantities: from the words to a value, or bounds, and a unit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.text.kinds import default_kinds
from jianzhu.text.numerals import parse_number
from jianzhu.text.quantities import find_quantities
from jianzhu.text.units import Quantity, grouped, parse_quantity, plain

from tests.tables import cases, reading

UNITS = default_kinds().units


@pytest.mark.parametrize(("text", "right"), cases("quantities"))
def test_quantities(text, right):
    assert [(text[hit.start : hit.end], str(hit)) for hit in find_quantities(text)] == reading(right)


@pytest.mark.parametrize(("text", "right"), cases("quantities-en"))
def test_english_quantities(text, right):
    assert [(text[hit.start : hit.end], str(hit)) for hit in find_quantities(text, "en")] == reading(right)


NUMBERS = [
    ("1,000", 1000), ("2.5亿", 250000000), ("7万亿", 7 * 10**12), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105),
    ("三千二百", 3200), ("两万", 20000), ("一千万亿", 10**15), ("三百五十亿", 35 * 10**9), ("〇", 0),
    ("三点五", "3.5"), ("一千零十二", 1012), ("四百五", 450), ("两万三", 23000),
    ("25万6千", 256000), ("二〇二三", 2023), ("壹佰贰拾叁", 123), ("廿一", 21), ("三点五亿", 350000000), ("一亿零一", 100000001),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["二三十", "百万", "万", "甲", "十几", "二十十", "一百千", "五点", "点五", "二八"])
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match=re.escape(repr(text))):
        parse_number(text)


@given(st.integers(0, 10**16 - 1))
def test_chinese_numerals_read_back(value):
    assert parse_number(in_chinese(value)) == value


def in_chinese(value: int) -> str:
    """`value` below 10^16 in Chinese numerals, written by another way than they are read: digit by digit, with one 零 for a gap."""
    text, gap = "", False
    figures = f"{value:016}"
    for at, figure in enumerate(figures):
        place = 15 - at
        if figure != "0":
            text += (
                ("零" if gap and text else "") + "零一二三四五六七八九"[int(figure)] + ("", "十", "百", "千")[place % 4]
            )
        gap = figure == "0"
        if place % 4 == 0 and figures[at - 3 : at + 1] != "0000":
            text += ("", "万", "亿", "万")[place // 4]
        if place == 8 and text and not text.endswith("亿"):
            text += "亿"
    return text or "零"


@given(st.decimals(0, 10**12, allow_nan=False, places=3))
def test_plain_figures_read_back(value):
    assert Decimal(plain(value)) == value
    assert "E" not in plain(value)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1287", "1,287"),
        ("0.2", "0.2"),
        ("-0.5", "-0.5"),
        ("-1234.50", "-1,234.5"),
        ("-999", "-999"),
        ("1E+6", "1,000,000"),
    ],
)
def test_thousands_are_parted_by_commas(value, written):
    assert grouped(Decimal(value)) == written


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_grouped_figures_read_back(value):
    assert Decimal(grouped(value).replace(",", "")) == value


def test_every_word_means_a_unit_of_the_table():
    assert {word.code for word in UNITS.words.values() if word.code not in UNITS} == set()


WORDS = [
    ("238 model", "238个模型", "238 models"),
    ("1 GPU", "1枚GPU", "1 GPU"),
    ("≥ 200 company", "至少200家企业", "at least 200 companies"),
    ("≤ 5 company", "至多5家企业", "at most 5 companies"),
    ("≈ 50,000 person", "约5万人", "about 50,000 people"),
    ("5,000,000–20,000,000 USD", "500万—2000万美元", "5–20 million dollars"),
    ("900,000–1,200,000 user", "90万—120万名用户", "900,000–1.2 million users"),
    ("7,000,000,000,000 USD", "7万亿美元", "7 trillion dollars"),
    ("878,543,000,000 CNY", "8785.43亿元", "878.543 billion yuan"),
    ("160.69 percent", "160.69%", "160.69%"),
    ("100,000 CNY per month", "10万元/月", "100,000 yuan per month"),
    ("700,000 USD per day", "70万美元/天", "700,000 dollars per day"),
]


@pytest.mark.parametrize(("quantity", "zh", "en"), WORDS, ids=[quantity for quantity, _, _ in WORDS])
def test_a_quantity_in_words(quantity, zh, en):
    assert parse_quantity(quantity).words("zh", UNITS) == zh
    assert parse_quantity(quantity).words("en", UNITS) == en


FIGURES = st.decimals(0, 10**15, places=2, allow_nan=False)


@given(FIGURES, st.none() | FIGURES, st.sampled_from(sorted(UNITS.codes)), st.booleans())
def test_a_quantity_is_read_back_from_its_figures(low, high, unit, flag):
    quantity = (
        Quantity(low, None, None, unit, flag) if high is None else Quantity(None, min(low, high), max(low, high), unit)
    )
    for known in (quantity, Quantity(None, low, None, unit), Quantity(None, None, low, unit)):
        assert parse_quantity(str(known)) == known


def test_quantities_of_one_dimension_have_an_order():
    spans = [parse_quantity(text) for text in ("30 month", "2 year", "9 month", "≤ 100 day")]
    assert [str(span) for span in sorted(spans, key=lambda span: span.order(UNITS))] == [
        "≤ 100 day",
        "9 month",
        "2 year",
        "30 month",
    ]
