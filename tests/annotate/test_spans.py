"""Spans: what shares a character, and what only touches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.coverage import coverage
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.source.ref import Ref

from tests.articles import FOLDERS


def mark(start: int, end: int, kind: str = "note", ref: str = "") -> Mark:
    return Mark(start, end, kind, ref)


#: Where one span stands, where another, and whether they share a character.
MEETING = [
    ((0, 3), (0, 3), True),
    ((0, 3), (2, 5), True),
    ((2, 5), (0, 3), True),
    ((0, 9), (3, 4), True),
    ((3, 4), (0, 9), True),
    ((0, 3), (3, 5), False),
    ((3, 5), (0, 3), False),
    ((0, 3), (4, 5), False),
]


@pytest.mark.parametrize(("one", "other", "expected"), MEETING)
def test_what_only_touches_does_not_meet(one, other, expected):
    assert (Covered([mark(*one)]).first(mark(*other)) is not None) == expected


spans = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda span: mark(span[0], sum(span), ref=str(span)))


@given(st.lists(spans, max_size=8), spans)
def test_the_first_of_those_that_meet_is_given(known, span):
    meeting = (other for other in known if other.start < span.end and span.start < other.end)
    assert Covered(known).first(span) == next(meeting, None)


#: A date from 3 to 8, and where an event quotes: whether it is recorded then.
RECORDED = [((3, 8), True), ((0, 4), True), ((7, 9), True), ((0, 3), False), ((8, 10), False), ((0, 10), True)]


@pytest.mark.parametrize(("event", "expected"), RECORDED)
@pytest.mark.parametrize(("found", "record", "ref"), [("date", "event", "2023"), ("quantity", "claim", "5 item")])
def test_what_only_touches_is_not_recorded(event, expected, found, record, ref):
    marks = (mark(3, 8, found, ref), mark(*event, record, "x"))
    sentence = Sentence(
        id="s1",
        ref=Ref("a", "s1"),
        text="模" * 10,
        marks=marks,
        translation=None,
        translation_marks=(),
        translation_status="missing",
        dismissed=(),
    )
    block = TextBlock("paragraph", None, (sentence,))
    covered = coverage(Article("a", FOLDERS["tortoise"].article, (block,), (), {}, {}, {}))
    tally = covered.dates if found == "date" else covered.quantities
    assert (len(tally.recorded), len(tally.open)) == ((1, 0) if expected else (0, 1))
