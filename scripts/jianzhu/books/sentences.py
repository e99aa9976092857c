"""Sentences: the text of a sentence as pieces, with links to the glossary and the signs of notes between them."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from jianzhu.annotate.article import Article
from jianzhu.language import Side


@dataclass(frozen=True)
class Sign:
    """What a reader taps to open the footnote `note`."""

    note: str
    text: str
    kind: str


@dataclass(frozen=True)
class Piece:
    """A stretch of text; with a concept, where the article names it first. `signs` stand behind it."""

    text: str
    concept: str = ""
    signs: tuple[Sign, ...] = ()


def first_mentions(article: Article, lead: Side) -> dict[tuple[str, Side], list[tuple[int, int, str]]]:
    """Segment and side -> start, end and concept of the words there that link to the glossary.

    That is where the article names a concept first, on `lead`, the side that leads; on the other where it does not.
    """
    found: dict[tuple[str, Side], list[tuple[int, int, str]]] = {}
    known: set[str] = set()
    for side in (lead, lead.other):
        for sentence in article.sentences:
            for mark in sorted(
                (mark for mark in sentence.marks_on(side) if mark.kind == "concept"), key=lambda mark: mark.start
            ):
                if mark.ref not in known:
                    known.add(mark.ref)
                    found.setdefault((sentence.id, side), []).append((mark.start, mark.end, mark.ref))
    return found


def pieces(text: str, links: Iterable[tuple[int, int, str]], signs: Iterable[tuple[int, Sign]]) -> tuple[Piece, ...]:
    """`text` cut at `links` (start, end, concept), which do not overlap, and `signs` (offset they stand behind).

    A sign within a link goes behind it: a link holds no other.
    """
    links = list(links)
    starts = {start: concept for start, _, concept in links}
    standing: dict[int, list[Sign]] = {}
    for at, sign in signs:
        behind = next((end for start, end, _ in links if start < at < end), at)
        standing.setdefault(behind, []).append(sign)
    borders = sorted({0, len(text), *standing, *(border for start, end, _ in links for border in (start, end))})
    cut = []
    for start, end in itertools.pairwise(borders):
        cut.append(Piece(text[start:end], starts.get(start, ""), tuple(standing.get(end, ()))))
    return tuple(cut)
