"""Marks: annotations of spans of a sentence, and how overlapping ones are nested.

Marks are placed in the order of RANK. One that would cross a mark already placed is cut at its border, and the pieces
keep the reference. Where two cover the same stretch, the later of RANK lies outside. So a link (a concept) is never
cut, nothing is nested crosswise, and nothing is dropped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from jianzhu.text.structure import InlineKind

#: What editors and rules mark.
AnnotationKind = Literal["concept", "date", "quantity", "emendation", "event", "claim", "note"]
#: Every kind of mark; those of the author are the inlines of the text's structure.
MarkKind = AnnotationKind | InlineKind
#: Innermost first.
RANK: tuple[MarkKind, ...] = (*get_args(AnnotationKind), *get_args(InlineKind))


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
    for mark in sorted(set(marks), key=lambda mark: (RANK.index(mark.kind), mark.start, -mark.end, mark.ref)):
        cuts = [mark.start, *sorted({*enclosing.ends(mark), *enclosing.starts(mark)}), mark.end]
        pieces = [replace(mark, start=start, end=end) for start, end in itertools.pairwise(cuts)]
        placed += pieces
        for piece in pieces:
            enclosing.add(piece)
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
