"""Marks: whatever overlaps is laid into each other, links are never cut, nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.marks import RANK, Mark, Node, mark_tree, nest_marks


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


@given(marks)
def test_concepts_that_do_not_cross_each_other_are_never_cut(found):
    concepts = [mark for mark in found if mark.kind == "concept"]
    crossing = any(a.start < b.start < a.end < b.end for a in concepts for b in concepts)
    if not crossing:
        assert set(concepts) <= set(nest_marks(found))
