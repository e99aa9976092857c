"""Marks: whatever overlaps is laid into each other, links are never cut, nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.marks import LEADING, RANK, WHOLE, Mark, MarkKind, Node, mark_tree, nest_marks


def drawn(nodes: Iterable[Node], text: str) -> str:
    """The tree as text: (kind …) around what is marked."""
    parts = []
    for node in nodes:
        inner = drawn(node.children, text) if node.mark else text[node.start : node.end]
        parts.append(f"({node.mark.kind} {inner})" if node.mark else inner)
    return "".join(parts)


@pytest.mark.parametrize(
    ("title", "marks", "expected"),
    [
        ("apart", [(0, 2, "date"), (4, 6, "concept")], "(date ab)cd(concept ef)gh"),
        ("nested", [(0, 6, "note"), (2, 4, "concept")], "(note ab(concept cd)ef)gh"),
        ("the same stretch", [(2, 4, "note"), (2, 4, "concept")], "ab(note (concept cd))efgh"),
        ("crossing: the link stays whole", [(0, 4, "note"), (2, 6, "concept")], "(note ab)(concept (note cd)ef)gh"),
        ("crossing from behind", [(2, 6, "note"), (0, 4, "concept")], "(concept ab(note cd))(note ef)gh"),
        ("a concept in a link", [(0, 6, "link"), (2, 4, "concept")], "(link ab(concept cd)ef)gh"),
        ("a concept that is the link", [(2, 4, "link"), (2, 4, "concept")], "ab(link (concept cd))efgh"),
        (
            "a concept around a link",
            [(2, 4, "link"), (0, 6, "concept")],
            "(concept ab)(link (concept cd))(concept ef)gh",
        ),
        ("a concept at a link", [(2, 5, "link"), (0, 4, "concept")], "(concept ab)(link (concept cd)e)fgh"),
        ("a note across a link", [(2, 5, "link"), (0, 4, "note")], "(note ab)(link (note cd)e)fgh"),
        ("a claim with a footnote in it", [(3, 4, "footnote"), (0, 6, "claim")], "(claim abc(footnote d)ef)gh"),
        (
            "a concept over a sign",
            [(3, 4, "footnote"), (0, 6, "concept")],
            "(concept abc)(footnote (concept d))(concept ef)gh",
        ),
        ("a concept in ruby", [(0, 4, "ruby"), (0, 2, "concept")], "(ruby (concept ab)cd)efgh"),
        ("a concept that is the ruby", [(0, 4, "ruby"), (0, 4, "concept")], "(concept (ruby abcd))efgh"),
        ("a date across a ruby", [(0, 4, "ruby"), (2, 6, "date")], "(ruby ab(date cd))(date ef)gh"),
        ("emphasis around a link", [(0, 6, "emphasis"), (2, 4, "link")], "(emphasis ab(link cd)ef)gh"),
        (
            "emphasis across a concept",
            [(0, 3, "emphasis"), (2, 4, "concept")],
            "(emphasis ab)(concept (emphasis c)d)efgh",
        ),
        ("three deep", [(0, 8, "event"), (0, 4, "claim"), (1, 3, "quantity")], "(event (claim a(quantity bc)d)efgh)"),
    ],
)
def test_overlaps(title, marks, expected):
    text = "abcdefgh"
    assert drawn(mark_tree(8, [Mark(start, end, kind, f"{kind}-ref") for start, end, kind in marks]), text) == expected


marks = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 6), st.sampled_from(RANK), st.sampled_from("xyz")).map(
        lambda t: Mark(t[0], t[0] + t[1], t[2], t[3])
    ),
    max_size=8,
)


def test_every_kind_has_its_rank():
    kinds = {kind for part in get_args(MarkKind) for kind in get_args(part)}
    assert sorted(RANK) == sorted(kinds)


@given(marks)
def test_laid_marks_nest_or_stand_apart(found):
    laid = nest_marks(found)
    for one in laid:
        for other in laid:
            assert not one.start < other.start < one.end < other.end


@given(marks)
def test_nothing_is_dropped_and_nothing_added(found):
    def covered(some: Iterable[Mark]) -> set[tuple[str, str, int]]:
        return {(mark.kind, mark.ref, at) for mark in some for at in range(mark.start, mark.end)}

    assert covered(nest_marks(found)) == covered(found)


@given(marks)
def test_the_tree_holds_the_whole_text(found):
    def leaves(nodes: Iterable[Node]) -> str:
        return "".join(
            leaves(node.children) if node.mark else "abcdefghijklmnop"[node.start : node.end] for node in nodes
        )

    assert leaves(mark_tree(16, found)) == "abcdefghijklmnop"


@given(marks, st.sampled_from(["concept", *sorted(WHOLE)]))
def test_what_leads_somewhere_is_not_cut_but_by_its_like(found, kind):
    others = [mark for mark in found if mark.kind in WHOLE or mark.kind == kind]
    crossing = any(a.start < b.start < a.end < b.end for a in others for b in others)
    meeting = kind == "concept" and any(mark.kind in LEADING for mark in found)
    if not crossing and not meeting:
        assert {mark for mark in found if mark.kind == kind} <= set(nest_marks(found))


@given(marks)
def test_no_concept_encloses_what_leads_elsewhere(found):
    def inner(nodes: Iterable[Node], within: bool = False) -> None:
        for node in nodes:
            assert not (within and node.mark and node.mark.kind in LEADING)
            inner(node.children, within or bool(node.mark and node.mark.kind == "concept"))

    inner(mark_tree(16, found))
