"""Numbers: the numbers of a sentence and of its translation, told apart or not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.text.numbers import chinese_numbers, english_numbers, find_numbers, numbers_apart
from jianzhu.text.units import grouped

from tests.tables import cases, reading

APART = [
    ("7万亿美元", "a 7-billion-dollar war", ["7000000000000"], ["7000000000"]),
    ("1116億元", "11.16 billion yuan", ["111600000000"], ["11160000000"]),
    ("5746家，增長68%", "5,764 companies, up 68%", ["5746"], ["5764"]),
    ("2015年", "In 2016", ["2015"], ["2016"]),
    ("降低了兩成", "fell by 2%", ["20"], ["2"]),
    ("1万枚芯片", "chips", ["10000"], []),
    ("芯片", "10,000 chips", [], ["10000"]),
]


@pytest.mark.parametrize(("text", "right"), cases("numbers"))
def test_numbers_one_by_one(text, right):
    assert [(text[hit.start : hit.end], str(hit)) for hit in find_numbers(text)] == reading(right)


ENGLISH = [
    ("1,234 people", ["1234"]), ("twenty-five", ["25"]), ("the 3rd and the twenty-first", ["no. 3", "no. 21"]),
    ("5 to 10", ["5–10"]), ("minus 4", ["-4"]), ("two million", ["2000000"]), ("A100 and GPT-4", []), ("best worth", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right"), ENGLISH)
def test_english_numbers_one_by_one(text, right):
    assert [str(hit) for hit in find_numbers(text, "en")] == right


def test_a_language_without_rules_has_no_numbers():
    assert find_numbers("一百", "xx") == ()


@given(st.integers(0, 10**15))
def test_a_number_alone_is_read_whole(value):
    (hit,) = find_numbers(f"共{value}")
    assert (hit.value, hit.kind) == (value, "cardinal")


@pytest.mark.parametrize(("source", "translation"), cases("same-numbers"))
def test_the_same_numbers(source, translation):
    assert numbers_apart(source, translation) == ((), ())


@pytest.mark.parametrize(("source", "translation"), cases("other-numbers"))
def test_numbers_that_differ(source, translation):
    assert numbers_apart(source, translation) != ((), ())


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
