"""Marks: annotations of spans of a sentence, and how overlapping ones are nested.

Marks are placed in the order of RANK, those of WHOLE first. One that would cross a mark already placed is cut at its border,
and the pieces keep the reference. Where two cover the same stretch, the later of RANK lies outside. So what leads somewhere (an
author’s link, a footnote’s sign, a concept) is not cut, but for a concept at the border of what leads elsewhere, which it never
encloses: links do not nest. Nothing is nested crosswise, and nothing is dropped.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from jianzhu.text.structure import InlineKind

#: What editors and rules mark.
AnnotationKind = Literal["concept", "date", "quantity", "emendation", "event", "claim", "note"]
#: Every kind of mark; those of the author are the inlines of the text's structure, and those of suggestions are only on the page
#: of a draft.
MarkKind = AnnotationKind | InlineKind | Literal["suggestion"]
#: Innermost first: what shows characters in a form of its own, then what leads somewhere, then what is said about the words.
RANK: tuple[MarkKind, ...] = (
    "ruby",
    "superscript",
    "subscript",
    "code",
    "formula",
    "concept",
    "footnote",
    "address",
    "link",
    "date",
    "quantity",
    "emendation",
    "event",
    "claim",
    "note",
    "suggestion",
    "emphasis",
    "strong",
    "deletion",
    "speaker",
)
#: Never cut, whatever crosses them.
WHOLE: frozenset[MarkKind] = frozenset({"footnote", "ruby", "code", "formula", "address", "link", "speaker"})
#: What leads somewhere by the author’s will; a concept at its words stands inside.
LEADING: frozenset[MarkKind] = frozenset({"footnote", "address", "link"})


@dataclass(frozen=True)
class Mark:
    """A stretch of a segment's text (code points). `ref` is what it leads to: a concept, event, claim, note or
    emendation by id, a date as EDTF, a quantity as figures and unit, the value of an inline. `rule` is how it was found,
    "" where an editor or the author placed it.
    """

    start: int
    end: int
    kind: MarkKind
    ref: str
    rule: str = ""


@dataclass(frozen=True)
class Node:
    """A stretch of text in the tree of marks: with a mark and children, or plain text without either."""

    start: int
    end: int
    mark: Mark | None = None
    children: tuple[Node, ...] = ()


def nest_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """`marks` cut so that any two nest or stand apart, in reading order, outer before inner."""
    placed: list[Mark] = []
    enclosing = _Enclosing()
    borders: list[int] = []  # of what leads somewhere: all of that is placed before a concept is
    for mark in sorted(
        set(marks), key=lambda mark: (mark.kind not in WHOLE, RANK.index(mark.kind), mark.start, -mark.end, mark.ref)
    ):
        own = (
            borders[bisect_right(borders, mark.start) : bisect_left(borders, mark.end)]
            if mark.kind == "concept"
            else ()
        )
        pieces = []
        for start, end in itertools.pairwise([mark.start, *own, mark.end]):
            part = replace(mark, start=start, end=end)
            cuts = [start, *sorted({*enclosing.ends(part), *enclosing.starts(part)}), end]
            pieces += [replace(mark, start=one, end=other) for one, other in itertools.pairwise(cuts) if one < other]
        placed += pieces
        for piece in pieces:
            enclosing.add(piece)
            if mark.kind in LEADING:
                insort(borders, piece.start)
                insort(borders, piece.end)
    return tuple(sorted(placed, key=lambda mark: (mark.start, -mark.end, -RANK.index(mark.kind), mark.ref)))


class _Enclosing:
    """Of the marks that are placed, which nest or stand apart: where the nearest ones around each place begin and end.

    What lies around a mark's beginning or end lies around that of the mark in which it stands too, so each place leads to the
    next further out, and no mark is looked at that does not cut.
    """

    def __init__(self) -> None:
        self._start: dict[int, int] = {}
        self._end: dict[int, int] = {}

    def add(self, mark: Mark) -> None:
        for at in range(mark.start + 1, mark.end):
            self._start[at] = max(mark.start, self._start.get(at, mark.start))
            self._end[at] = min(mark.end, self._end.get(at, mark.end))

    def starts(self, mark: Mark) -> Iterator[int]:
        """Where those begin, within `mark`, that reach beyond its end."""
        at = self._start.get(mark.end, mark.start)
        while at > mark.start:
            yield at
            at = self._start.get(at, mark.start)

    def ends(self, mark: Mark) -> Iterator[int]:
        """Where those end, within `mark`, that begin before it."""
        at = self._end.get(mark.start, mark.end)
        while at < mark.end:
            yield at
            at = self._end.get(at, mark.end)


def mark_tree(length: int, marks: Iterable[Mark]) -> tuple[Node, ...]:
    """A text of `length` code points with `marks`, nested, as nodes without gaps."""
    open_marks: list[Mark] = []
    grown: list[list[Node]] = [[]]  # the nodes of the text, and those of each open mark so far
    at = 0

    def close(before: int) -> None:
        """End the open marks that end at `before` or earlier."""
        nonlocal at
        while open_marks and open_marks[-1].end <= before:
            mark, children = open_marks.pop(), grown.pop()
            if at < mark.end:
                children.append(Node(at, mark.end))
            grown[-1].append(Node(mark.start, mark.end, mark, tuple(children)))
            at = mark.end

    for mark in nest_marks(marks):
        close(mark.start)
        if at < mark.start:
            grown[-1].append(Node(at, mark.start))
        at = mark.start
        open_marks.append(mark)
        grown.append([])
    close(length)
    if at < length:
        grown[0].append(Node(at, length))
    return tuple(grown[0])
