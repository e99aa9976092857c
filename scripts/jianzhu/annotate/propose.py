"""Propose: the printed text as blocks of sentences, before any has an id."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jianzhu.annotate.cut import cut_sentences
from jianzhu.annotate.forms import Line, read_lines
from jianzhu.annotate.kinds import kinds_of
from jianzhu.text.structure import BlockKind

#: Of these a line is one segment, whatever sentences are in it.
ONE_LINE: frozenset[BlockKind] = frozenset({"heading", "caption", "byline", "attribution"})
_CELL = re.compile(r"\t+|[|│]| {2,}|\u3000+")


@dataclass(frozen=True)
class Segment:
    """One or more whole sentences: `start` counts code points of the printed text, `text` is what is printed.

    `line` is the line of its block that it begins in, `cell` the cell of its row, both counted from 0.
    """

    id: str
    start: int
    text: str
    line: int = 0
    cell: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph or its like; `level` and `label` as in `jianzhu.text.structure.Passage`, level 1 for the article's own title.

    `start` counts code points of the printed text; `columns` are the cells of a table's row.
    """

    kind: BlockKind
    level: int | None
    segments: tuple[Segment, ...]
    label: str = ""
    start: int = 0
    columns: int = 0


def propose_blocks(text: str, title: str = "", lang: str = "zh") -> tuple[Block, ...]:
    """The lines of `text` that hold anything, as blocks of sentences without ids; kinds are told by form and by what stands around.

    A first line that reads like `title` is the article's own. The lines of a stanza are one block. `lang` is the code of the
    language.
    """
    lines = read_lines(text)
    kinds = kinds_of(lines, title)
    blocks: list[Block] = []
    at = 0
    while at < len(lines):
        (kind, level), first = kinds[at], at
        at += 1
        if kind in ("verse", "code"):
            while at < len(lines) and kinds[at][0] == kind and not (kind == "verse" and lines[at].after_blank):
                at += 1
        own = lines[first:at]
        if kind == "verse":
            segments = tuple(Segment("", line.start, line.text, number) for number, line in enumerate(own))
        elif kind == "code":
            # Code keeps the indentation of its first line, and its empty lines.
            start = own[0].start - own[0].indent
            segments = (Segment("", start, text[start : own[-1].start + len(own[-1].text)]),)
        elif kind == "table":
            segments = tuple(_cells(own[0], lang))
        else:
            segments = tuple(_segments(own[0], kind, lang))
        columns = len(_CELL.split(own[0].text.strip("|│"))) if kind == "table" else 0
        blocks.append(Block(kind, level, segments, start=own[0].start, columns=columns))
    return tuple(blocks)


def _segments(line: Line, kind: BlockKind, lang: str) -> Iterator[Segment]:
    if kind == "separator":
        return
    start = line.start
    for sentence in (line.text,) if kind in ONE_LINE else cut_sentences(line.text, lang=lang):
        yield Segment("", start, sentence)
        start += len(sentence)


def _cells(line: Line, lang: str) -> Iterator[Segment]:
    """The sentences of a row, cell by cell; tabs, bars or wide spaces divide the cells."""
    bare = line.text.strip("|│")
    done = line.text.index(bare) if bare else 0
    ends = [*((match.start(), match.end()) for match in _CELL.finditer(bare)), (len(bare), len(bare))]
    begun = 0
    for number, (end, following) in enumerate(ends):
        cell = bare[begun:end]
        at = line.start + done + begun + len(cell) - len(cell.lstrip())
        for sentence in cut_sentences(cell.strip(), lang=lang):
            yield Segment("", at, sentence, 0, number)
            at += len(sentence)
        begun = following
