"""Numbers: the numbers of a sentence and of its translation, told apart or not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.text.numbers import chinese_numbers, english_numbers, numbers_apart
from jianzhu.text.units import grouped

SAME = [
    ("涌现出238个大模型", "238 large models appeared"),
    ("7万亿美元芯片战", "a 7-trillion-dollar chip war"),
    ("5800家种子企业", "5,800 seed companies"),
    ("2.37萬家", "23,700 companies"),
    ("2-3億元", "200 to 300 million yuan"),
    ("2-3億元", "200 million to 300 million yuan"),
    ("500万-2000万美元", "5 to 20 million dollars"),
    ("200多家企业", "more than 200 companies"),
    ("降低了兩成，流失近七成", "fell by 20%, nearly 70% were lost"),
    ("二十世纪七十年代以来", "since the 1970s"),
    ("12月5日", "on December 5"),
    ("二三十年前", "twenty or thirty years ago"),
    ("几十家高校", "dozens of universities"),
    ("近百家高校的近千名科研人员", "nearly a thousand researchers from nearly a hundred universities"),
    ("十几万人", "more than 100,000 people"),
    ("三六零的股價", "the share price of 360 Security Technology"),
    ("到了而立之年", "at 30"),
    ("GPT-3.5和A100，基于360GPT", "GPT-3.5 and the A100, built on 360GPT"),
    ("在4.2K附近，45PB数据", "near 4.2 K, 45 petabytes of data"),
    ("用每秒计算一千万亿次", "at one quadrillion calculations per second"),
    ("三分之一", "one third"),
    ("一家公司，两条腿", "a company on two legs"),
]

APART = [
    ("7万亿美元", "a 7-billion-dollar war", ["7000000000000"], ["7000000000"]),
    ("1116億元", "11.16 billion yuan", ["111600000000"], ["11160000000"]),
    ("5746家，增長68%", "5,764 companies, up 68%", ["5746"], ["5764"]),
    ("2015年", "In 2016", ["2015"], ["2016"]),
    ("降低了兩成", "fell by 2%", ["20"], ["2"]),
    ("1万枚芯片", "chips", ["10000"], []),
    ("芯片", "10,000 chips", [], ["10000"]),
]


@pytest.mark.parametrize(("source", "translation"), SAME)
def test_the_same_numbers(source, translation):
    assert numbers_apart(source, translation) == ((), ())


@pytest.mark.parametrize(("source", "translation", "missing", "added"), APART)
def test_other_numbers(source, translation, missing, added):
    apart = numbers_apart(source, translation)
    assert apart == (tuple(map(Decimal, missing)), tuple(map(Decimal, added)))


@given(st.integers(10, 10**12))
def test_digits_are_read_alike_in_both_languages(value):
    assert (
        chinese_numbers(f"有{value}个").plain
        == english_numbers(f"there are {grouped(Decimal(value))}").plain
        == {value}
    )


@given(st.integers(1, 999), st.sampled_from([("万", 10**4), ("亿", 10**8), ("万亿", 10**12)]))
def test_a_slip_of_a_myriad_is_always_found(number, scale):
    word, factor = scale
    true = f"about {grouped(Decimal(number * factor))} yuan"
    assert numbers_apart(f"约{number}{word}元", true) == ((), ())
    slipped = f"about {grouped(Decimal(number * factor // 10))} yuan"
    assert numbers_apart(f"约{number}{word}元", slipped) != ((), ())


def test_the_numbers_of_the_edition_agree(edition):
    """Every translated sentence against its source; the report of `check` would name the sentence."""
    compared = 0
    for article in edition.articles:
        for sentence in article.sentences:
            compared += len(chinese_numbers(sentence.text).plain)
            assert numbers_apart(sentence.text, sentence.translation) == ((), ()), sentence.ref
    assert compared > 150


def test_every_plain_number_of_the_edition_would_be_missed(edition):
    """The test above can fail: with any one sentence's numbers taken out of its translation, it does."""
    for article in edition.articles:
        for sentence in article.sentences:
            plain = chinese_numbers(sentence.text).plain
            if plain:
                assert numbers_apart(sentence.text, "no number")[0] == tuple(sorted(plain)), sentence.ref
