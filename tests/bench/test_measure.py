"""The measure of the judged queries, on lists made by hand."""

from __future__ import annotations

import pytest
from bench.judged import ACCEPTABLE, ANSWER, JudgedQuery
from bench.measure import Judgment, bare, judge, ranked, score
from jianzhu.language import Language

LIST = [
    ["articles/a.html?h=x", "articles/a.html?h=x#s1", "articles/a.html#s2"],
    ["en/glossary/b.html"],
    ["claims/index.html", "claims/index.html#c"],
    ["articles/d.html", "articles/d.html#s1", "articles/d.html#s2", "articles/d.html#s3"],
]
#: A page's line has the rank of the first place below it.
RANKS = {
    "articles/a.html": 1,
    "articles/a.html#s1": 1,
    "articles/a.html#s2": 2,
    "glossary/b.html": 3,
    "claims/index.html": 4,
    "claims/index.html#c": 4,
    "articles/d.html": 5,
    "articles/d.html#s1": 5,
    "articles/d.html#s2": 6,
    "articles/d.html#s3": 7,
}


def query(**grades: int) -> JudgedQuery:
    """A query with the right addresses given by a word for each."""
    words = {"a2": "articles/a.html#s2", "b": "glossary/b.html", "d3": "articles/d.html#s3", "none": "glossary/x.html"}
    return JudgedQuery(kind="name", lang=Language.EN, text="x", grades={words[word]: grades[word] for word in grades})


def test_lines_are_numbered_from_top_to_bottom_and_headings_share_a_number():
    assert {address: rank for rank, address in ranked(LIST)} == RANKS
    assert ranked([]) == []


@pytest.mark.parametrize(
    ("location", "address"),
    [
        ("articles/a.html", "articles/a.html"),
        ("en/articles/a.html?h=a%20b#s1", "articles/a.html#s1"),
        ("zh/articles/a.html", "articles/a.html"),
        ("/glossary/b.html#x", "glossary/b.html#x"),
        ("enough/a.html", "enough/a.html"),
        ("glossary/b%2Bc.html", "glossary/b+c.html"),
    ],
)
def test_an_address_is_a_link_without_language_and_marked_words(location, address):
    assert bare(location) == address


@pytest.mark.parametrize(
    ("grades", "rank", "answered"),
    [
        ({"a2": ANSWER}, 2, 2),
        ({"b": ANSWER, "d3": ANSWER}, 3, 3),
        ({"a2": ACCEPTABLE, "d3": ANSWER}, 2, 7),
        ({"b": ACCEPTABLE}, 3, 0),
        ({"none": ANSWER}, 0, 0),
    ],
)
def test_a_query_has_the_rank_of_its_first_right_address(grades, rank, answered):
    judgment = judge(query(**grades), LIST)
    assert (judgment.rank, judgment.answered) == (rank, answered)
    assert judgment.best[:2] == ("articles/a.html", "articles/a.html#s1")
    assert "articles/d.html#s1" in judgment.best
    assert "articles/d.html#s2" not in judgment.best


def test_the_score_of_five_queries():
    """Ranks 1, 2, 5, 6 and none: one of five first, three among five, and (1 + 1/2 + 1/5 + 1/6) / 5."""
    ranks = [(1, 1), (2, 0), (5, 5), (6, 2), (0, 0)]
    found = score([Judgment(query(b=ANSWER), rank, answered, ()) for rank, answered in ranks])
    assert found.count == 5
    assert found.first == pytest.approx(1 / 5)
    assert found.five == pytest.approx(3 / 5)
    assert found.mrr == pytest.approx((1 + 1 / 2 + 1 / 5 + 1 / 6) / 5)
    assert found.answered == pytest.approx(3 / 5)
