"""Marks: what is said about a stretch of a sentence, and how overlapping ones are laid into each other.

Marks are placed in the order of RANK. One that would cross a mark already placed is cut at its border, and the pieces
keep the reference. Where two cover the same stretch, the later of RANK lies outside. So a link (a concept) is never
cut, nothing is nested crosswise, and nothing is dropped.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

MarkKind = Literal["concept", "date", "quantity", "emendation", "event", "claim", "note"]

#: Innermost first.
RANK: tuple[MarkKind, ...] = ("concept", "date", "quantity", "emendation", "event", "claim", "note")


@dataclass(frozen=True)
class Mark:
    """A stretch of a segment's text (code points). `ref` is what it leads to: a concept, event, claim, note or
    emendation by id, a date as EDTF, a quantity as figures and unit. `rule` is how it was found, "" where an editor
    placed it.
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


def lay(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """`marks` cut so that any two nest or stand apart, in reading order, outer before inner."""
    placed: list[Mark] = []
    for mark in sorted(set(marks), key=lambda mark: (RANK.index(mark.kind), mark.start, -mark.end, mark.ref)):
        borders = {mark.start, mark.end}
        for other in placed:
            if mark.start < other.start < mark.end < other.end:
                borders.add(other.start)
            elif other.start < mark.start < other.end < mark.end:
                borders.add(other.end)
        cuts = sorted(borders)
        placed += [replace(mark, start=start, end=end) for start, end in itertools.pairwise(cuts)]
    return tuple(sorted(placed, key=lambda mark: (mark.start, -mark.end, -RANK.index(mark.kind), mark.ref)))


def tree(length: int, marks: Iterable[Mark]) -> tuple[Node, ...]:
    """A text of `length` code points with `marks`, laid into each other, as nodes without gap."""
    return _grow(0, length, list(lay(marks)))


def _grow(start: int, end: int, marks: list[Mark]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    at = start
    while marks:
        mark, *rest = marks
        inner = [other for other in rest if other.end <= mark.end]
        marks = rest[len(inner) :]
        if at < mark.start:
            nodes.append(Node(at, mark.start))
        nodes.append(Node(mark.start, mark.end, mark, _grow(mark.start, mark.end, inner)))
        at = mark.end
    if at < end:
        nodes.append(Node(at, end))
    return tuple(nodes)
