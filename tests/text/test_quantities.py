"""Quantities: from the words to a value, or bounds, and a unit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.text.numerals import parse_number
from jianzhu.text.quantities import UNIT_WORDS, find_quantities
from jianzhu.text.units import UNITS, Quantity, grouped, is_unit, parse_quantity, plain

CASES = [
    ("拥有8000家钢铁厂", [("8000家", "8,000 organization")]),
    ("每年多掏1000亿元", [("1000亿元", "100,000,000,000 CNY")]),
    ("200多个大模型", [("200多个", "≥ 200 item")]),
    ("诞生238个大模型", [("238个", "238 item")]),
    ("90%没多大用处", [("90%", "90 percent")]),
    ("500万-2000万美元", [("500万-2000万美元", "5,000,000–20,000,000 USD")]),
    ("估值2-3億元", [("2-3億元", "200,000,000–300,000,000 CNY")]),
    ("超过2亿元", [("超过2亿元", "≥ 200,000,000 CNY")]),
    ("超过100万人", [("超过100万人", "≥ 1,000,000 person")]),
    ("700亿日元", [("700亿日元", "70,000,000,000 JPY")]),
    ("近5万名工程技术人员", [("近5万名", "≈ 50,000 person")]),
    ("7万亿美元", [("7万亿美元", "7,000,000,000,000 USD")]),
    ("2纳米芯片", [("2纳米", "2 nanometer")]),
    ("10909米", [("10909米", "10,909 meter")]),
    ("新增2.37萬家", [("2.37萬家", "23,700 organization")]),
    ("不到三個月", [("不到三個月", "≤ 3 month")]),
    ("近3個月ChatGPT", [("近3個月", "≈ 3 month")]),
    ("翻了兩倍甚至三倍", [("兩倍", "2 times"), ("三倍", "3 times")]),
    ("流失了近七成", [("近七成", "≈ 70 percent")]),
    ("1700亿参数", [("1700亿参数", "170,000,000,000 parameter")]),
    ("1800亿个参数", [("1800亿个参数", "180,000,000,000 parameter")]),
    ("消耗了1287兆瓦时", [("1287兆瓦时", "1,287 MWh")]),
    ("0.2克的二氧化碳", [("0.2克", "0.2 gram")]),
    ("45PB数据量", [("45PB", "45 petabyte")]),
    ("在4.2K附近", [("4.2K", "4.2 kelvin")]),
    ("配了10000張A100顯卡", [("10000張", "10,000 piece")]),
    ("约17.6亿人民币", [("约17.6亿人民币", "≈ 1,760,000,000 CNY")]),
    ("至多只有1家", [("至多只有1家", "≤ 1 organization")]),
    ("1000亿美元出头", [("1000亿美元出头", "≥ 100,000,000,000 USD")]),
    ("仅仅一年多", [("一年多", "≥ 1 year")]),
    ("97歲高齡", [("97歲", "97 year of age")]),
    ("1976年，2009年", []),
    ("第1颗氢弹", []),
    ("360智脑、A100、1+N、GPT-4", []),
    ("两位业界大佬，一个独立的人，一家公司", []),
    ("几十家高校、数万家企业、十几万人", []),
    ("人人都做，七十年代", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_quantities(text, expected):
    assert [(text[hit.start : hit.end], str(hit)) for hit in find_quantities(text)] == expected


NUMBERS = [
    ("1,000", 1000), ("2.5亿", 250000000), ("7万亿", 7 * 10**12), ("十", 10), ("十二", 12), ("二十", 20), ("一百零五", 105),
    ("三千二百", 3200), ("两万", 20000), ("一千万亿", 10**15), ("三百五十亿", 35 * 10**9), ("〇", 0),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_numbers(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["二三十", "百万", "万", "甲"])
def test_what_is_no_number(text):
    with pytest.raises(ValueError, match=re.escape(repr(text))):
        parse_number(text)


@given(st.integers(0, 10**16 - 1))
def test_chinese_numerals_read_back(value):
    assert parse_number(in_chinese(value)) == value


def in_chinese(value: int) -> str:
    """`value` below 10^16 in Chinese numerals, written by another way than they are read."""
    digits = "零一二三四五六七八九"

    def below_myriad(number: int) -> str:
        text, gap = "", False
        for power, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
            digit = number // power % 10
            if digit:
                text += ("零" if gap and text else "") + digits[digit] + unit
            gap = not digit
        return text

    if not value:
        return "零"
    high, low = divmod(value, 10**8)
    parts = []
    for number, unit in ((high, "亿"), (low, "")):
        upper, lower = divmod(number, 10**4)
        part = (below_myriad(upper) + "万" if upper else "") + below_myriad(lower)
        parts.append(part + unit if part else "")
    return "".join(parts)


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
    assert {word.code for word in UNIT_WORDS.values() if not is_unit(word.code)} == set()


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
    assert parse_quantity(quantity).words("zh") == zh
    assert parse_quantity(quantity).words("en") == en


FIGURES = st.decimals(0, 10**15, places=2, allow_nan=False)


@given(FIGURES, st.none() | FIGURES, st.sampled_from(sorted(UNITS)), st.booleans())
def test_a_quantity_is_read_back_from_its_figures(low, high, unit, flag):
    quantity = (
        Quantity(low, None, None, unit, flag) if high is None else Quantity(None, min(low, high), max(low, high), unit)
    )
    for known in (quantity, Quantity(None, low, None, unit), Quantity(None, None, low, unit)):
        assert parse_quantity(str(known)) == known


def test_quantities_of_one_dimension_have_an_order():
    spans = [parse_quantity(text) for text in ("30 month", "2 year", "9 month", "≤ 100 day")]
    assert [str(span) for span in sorted(spans, key=lambda span: span.order)] == [
        "≤ 100 day",
        "9 month",
        "2 year",
        "30 month",
    ]
