"""Quote: one place, or a message that tells the editor where to look."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.source.problems import Location
from jianzhu.source.quote import find_quote, find_words, locate_quote
from jianzhu.source.records import Quote

TEXT = "百度做大模型,小米也做大模型。"


@pytest.mark.parametrize(
    ("exact", "prefix", "suffix", "start"),
    [("小米", "", "", 7), ("大模型", "", ",", 3), ("大模型", "也做", "", 11), ("百度", "", "做", 0), (TEXT, "", "", 0)],
)
def test_a_quote_that_stands_once_is_found(exact, prefix, suffix, start):
    assert locate_quote(TEXT, Quote(exact=exact, prefix=prefix, suffix=suffix), Location("f", 1), "x") == start


@pytest.mark.parametrize(
    ("exact", "prefix", "code", "hint"),
    [
        ("大模型", "", "quote-ambiguous", "add prefix or suffix"),
        ("做大", "", "quote-ambiguous", "add prefix or suffix"),
        ("大模型，小米", "", "quote-missing", "the text has '大模型,小米'"),
        ("小米", "百度", "quote-missing", "not between this prefix and suffix"),
        ("华为", "", "quote-missing", "the words are in s9"),
        ("苹果", "", "quote-missing", "copy the words"),
    ],
)
def test_another_quote_gives_a_message_that_helps(exact, prefix, code, hint):
    problem = locate_quote(TEXT, Quote(exact=exact, prefix=prefix), Location("f", 3), "x", {"s9": "华为也做"})
    assert problem.code == code
    assert hint in problem.advice
    assert str(problem.location) == "f:3"


def test_the_candidates_of_an_ambiguous_quote_are_shown():
    problem = locate_quote(TEXT, Quote(exact="大模型"), Location("f"), "x")
    assert "百度做[大模型],小米" in problem.wrong
    assert "小米也做[大模型]。" in problem.wrong


@pytest.mark.parametrize(
    ("text", "exact", "prefix", "starts"),
    [
        ("哈哈哈", "哈哈", "", (0, 1)),
        ("一一一一", "一一", "", (0, 1, 2)),
        ("大大模大大", "大", "大", (1, 4)),
        ("百模百模百", "百模百", "", (0, 2)),
    ],
)
def test_places_that_overlap_are_all_found(text, exact, prefix, starts):
    assert find_quote(text, exact, prefix) == starts
    assert locate_quote(text, Quote(exact=exact, prefix=prefix), Location("f"), "x").code == "quote-ambiguous"


@given(st.text("ab。", max_size=40), st.sets(st.text("ab。", min_size=1, max_size=6)))
def test_many_are_found_where_each_is(text, wanted):
    assert find_words(text, wanted) == {words: find_quote(text, words) for words in wanted}


def test_very_many_are_found_where_each_is():
    wanted = {"".join(letters) for size in (1, 2, 3, 5) for letters in itertools.product("ab", repeat=size)}
    text = "abbabaaabbbaabababbba"
    assert find_words(text, wanted) == {words: find_quote(text, words) for words in wanted}
    assert len(wanted) > 40


@given(st.text("ab。", min_size=1, max_size=12), st.data())
def test_every_place_is_found(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert start in find_quote(text, text[start:end])
    assert find_quote(text, text[start:end], text[:start], text[end:]) == (start,)
