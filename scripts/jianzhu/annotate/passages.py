"""Passages: the blocks of a text whose format says what they are, cut into sentences."""

from __future__ import annotations

from collections.abc import Iterator

from jianzhu.annotate.cut import cut_sentences
from jianzhu.annotate.inlines import Inlines
from jianzhu.annotate.propose import Block, Segment, propose_blocks
from jianzhu.repair.repair import Repaired
from jianzhu.text.structure import MAY_BE_EMPTY, BlockKind, Passage, Structure

#: Blocks that are one segment, whatever they hold.
ONE_SEGMENT: frozenset[BlockKind] = frozenset({"heading", "byline", "attribution", "figure", "code"})


def propose(repaired: Repaired, title: str = "", lang: str = "zh") -> tuple[Block, ...]:
    """The blocks of a printed text, without ids: as its format says, or by rule, where a first line that reads like `title`
    is the article's own. `lang` is the code of its language.
    """
    if repaired.structure is None:
        return propose_blocks(repaired.text, title, lang)
    return blocks_of(repaired.text, repaired.structure, lang)


def blocks_of(text: str, structure: Structure, lang: str = "zh") -> tuple[Block, ...]:
    """The blocks that `structure` names in the printed `text`, without ids. Blocks without a word are left out, but for those
    that are there without one; a separator has no sentence.
    """
    within = Inlines(structure.inlines)
    blocks = []
    for passage in structure.passages:
        segments = () if passage.kind == "separator" else tuple(_segments(text, passage, within, lang))
        if segments or passage.kind in MAY_BE_EMPTY:
            own = text[passage.start : passage.end]
            columns = own.count("\t") + 1 if passage.kind == "table" else 0
            blocks.append(Block(passage.kind, passage.level, segments, passage.label, passage.start, columns))
    return tuple(blocks)


def _segments(text: str, passage: Passage, within: Inlines, lang: str) -> Iterator[Segment]:
    start, end, kind = passage.start, passage.end, passage.kind
    if kind in ONE_SEGMENT:
        own = text[start:end]
        # Code keeps the indentation of its first line.
        bare = own.strip("\n") if kind == "code" else own.strip()
        if bare.strip():
            yield Segment("", start + own.index(bare), bare)
        return
    cells = _pieces(text, start, end, "\t") if kind == "table" else [(start, end)]
    for cell, (cell_start, cell_end) in enumerate(cells):
        for line, (line_start, line_end) in enumerate(_pieces(text, cell_start, cell_end, "\n")):
            own = text[line_start:line_end]
            bare, at = own.strip(), line_start + len(own) - len(own.lstrip())
            whole = kind == "verse"
            sentences = (bare,) if whole and bare else cut_sentences(bare, within.of(at, at + len(bare)), lang)
            for sentence in sentences:
                yield Segment("", at, sentence, line, cell)
                at += len(sentence)


def _pieces(text: str, start: int, end: int, divider: str) -> Iterator[tuple[int, int]]:
    """From `start` to `end`, the stretches between `divider`."""
    for piece in text[start:end].split(divider):
        yield start, start + len(piece)
        start += len(piece) + 1
