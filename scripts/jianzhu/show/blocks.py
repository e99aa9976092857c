"""Blocks: the blocks of an article in both languages, sentence by sentence."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.language import Side, TextLanguage
from jianzhu.text.structure import BlockKind

#: What a reader must know of a translation: that there is none, or that the source has changed since.
State = Literal["", "missing", "stale"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence on one side, with its marks; `text` is empty where the `state` is missing.

    `tag` names its language with its script. `replaced` are withdrawn ids whose sentence this one has taken in. `row` is the line
    of the block that it begins in, `cell` its cell in the row of a table. In a part of a block it may be a stretch of its
    sentence, from `offset` on; it is `continued` where another stretch stands before it.
    """

    id: str
    side: Side
    language: TextLanguage
    tag: str
    text: str
    marks: tuple[Mark, ...]
    state: State
    replaced: tuple[str, ...]
    offset: int = 0
    continued: bool = False
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A block on the side that leads (`main`) and on the other (`facing`); one that has no words has no lines."""

    kind: BlockKind
    level: int | None
    label: str = ""
    main: tuple[Line, ...]
    facing: tuple[Line, ...]
    columns: int = 0

    @property
    def source(self) -> tuple[Line, ...]:
        """The side of the source."""
        return self.main if self.main and self.main[0].side.is_source else self.facing

    @cached_property
    def main_parts(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of a stanza or the cells of a row; of any other block the whole."""
        return tuple(_parts(self, self.main))

    @cached_property
    def facing_parts(self) -> tuple[tuple[Line, ...], ...]:
        """The same on the other side."""
        return tuple(_parts(self, self.facing))

    @property
    def numbers(self) -> str:
        """The ids of its sentences, the first and the last."""
        first, last = self.main[0].id, self.main[-1].id
        return first if first == last else f"{first}–{last}"


def pair_of(article: Article, block: TextBlock, lead: Side) -> Pair:
    """`block` of `article` where `lead` leads."""
    main, facing = (
        tuple(_line(article, sentence, side) for sentence in block.sentences) for side in (lead, lead.other)
    )
    return Pair(kind=block.kind, level=block.level, label=block.label, main=main, facing=facing, columns=block.columns)


def title_and_pairs(article: Article, lead: Side) -> tuple[Pair | None, list[Pair]]:
    """The title of `article` as it stands in its text, if it does, and the blocks below it."""
    pairs = [pair_of(article, block, lead) for block in article.blocks]
    return (pairs[0], pairs[1:]) if pairs and is_title(pairs[0]) else (None, pairs)


def is_title(block: TextBlock | Pair) -> bool:
    """Whether `block` is the title of a text, if it is the first."""
    return block.kind == "heading" and block.level == 1


def _parts(pair: Pair, lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """`lines`, one side of `pair`, by the cells of a row or the lines of a stanza; else all together."""
    if pair.kind == "table":
        for cell in range(pair.columns):
            yield tuple(line for line in lines if line.cell == cell)
    elif pair.kind == "verse":
        for _, row in itertools.groupby(lines, key=lambda line: line.row):
            yield from _verses(row)
    else:
        yield tuple(lines)


def _verses(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """`lines` as lines of verse: an editor may have joined several into one sentence, or a translator divided one."""
    verse: list[Line] = []
    for line in lines:
        offset, continued = 0, False
        for number, text in enumerate(line.text.split("\n")):
            if number and verse:
                yield tuple(verse)
                verse = []
            if text or line.state == "missing":
                verse.append(_stretch(line, offset, offset + len(text), continued))
                continued = True
            offset += len(text) + 1
    if verse:
        yield tuple(verse)


def gap(before: Line | None, line: Line, line_break: str) -> str:
    """What stands between two sentences of one side: nothing, a space, or a `line_break` where the author has one."""
    if before is None:
        return ""
    return line_break if before.row != line.row else " " if line.language.spaces_words else ""


def _stretch(line: Line, start: int, end: int, continued: bool) -> Line:
    """What stands from `start` to `end` of `line`, with the marks on it."""
    marks = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in line.marks
        if mark.start < end and start < mark.end
    )
    text = line.text[start:end]
    return replace(line, text=text, marks=marks, offset=start, continued=continued)


def _line(article: Article, sentence: Sentence, side: Side) -> Line:
    text = sentence.text_on(side)
    stale = not side.is_source and sentence.translation_status == "stale"
    return Line(
        id=sentence.id,
        side=side,
        language=article.texts[side],
        tag=article.tag(side),
        text=text or "",
        marks=sentence.marks_on(side),
        state="missing" if text is None else "stale" if stale else "",
        replaced=tuple(article.replaced.get(sentence.id, ())),
        row=sentence.line,
        cell=sentence.cell,
    )
