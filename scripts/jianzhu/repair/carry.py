"""Carry: the structure of a witness through the layers of edits, so that it is that of the printed text.

What an edit replaces belongs to what it stood in: an inline or a block shrinks and grows with its text, and one whose
text is gone is gone. Where the words between two blocks are gone, the two are one; a blank line that is put into a block
divides it.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from jianzhu.repair.edits import Edit, Layer, replay_layer
from jianzhu.text.addresses import Kept, Stretch, find_kept, mask
from jianzhu.text.structure import MAY_BE_EMPTY, PROTECTED_BLOCKS, PROTECTED_INLINES, Passage, Structure

#: As long an edit at most is compared character by character; of a longer one only what is equal at its ends is told apart.
COMPARED = 2000
#: Blocks whose words keep their line ends.
_VERBATIM = frozenset({"verse", "code", "table"})
_TAB = re.compile("\t")
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def kept_stretches(
    text: str, structure: Structure | None, find: Callable[[str], Iterable[Stretch]] = find_kept
) -> list[Stretch]:
    """What no rule may change in `text`: its author’s code, formulas and addresses, and what `find` finds."""
    own: list[Stretch] = []
    if structure is not None:
        own += [passage for passage in structure.passages if passage.kind in PROTECTED_BLOCKS]
        own += [inline for inline in structure.inlines if inline.kind in PROTECTED_INLINES]
        own += [Kept(at, at + 1, "code") for at in cell_borders(text, structure)]
    return [*own, *find(text)]


def cell_borders(text: str, structure: Structure) -> Iterator[int]:
    """Where the cells of the tables in `text` are divided."""
    for passage in structure.passages:
        if passage.kind == "table":
            yield from (match.start() for match in _TAB.finditer(text, passage.start, passage.end))


def masked(text: str, structure: Structure | None, kept: Iterable[Stretch], character: str) -> str:
    """`text` with `character` for what is `kept`, and with the end of a line for that of a cell: its words go no further."""
    if structure is not None:
        characters = list(text)
        for at in cell_borders(text, structure):
            characters[at] = "\n"
        text = "".join(characters)
    return mask(text, kept, character)


def carry(structure: Structure, text: str, layers: Iterable[Layer]) -> Structure:
    """`structure` of `text` as that of the text after all `layers`."""
    for layer in layers:
        structure = carry_layer(structure, layer)
        text = replay_layer(text, layer)
    inlines = tuple(inline for inline in structure.inlines if inline.start < inline.end)
    return Structure(tuple(_settled(structure.passages, text)), inlines)


def carry_layer(structure: Structure, layer: Layer) -> Structure:
    """`structure` after the edits of one layer, with nothing empty left in it."""
    if not layer:
        return structure
    moves = _Moves(layer)
    passages, done = [], 0
    for passage in structure.passages:
        start = max(done, moves.to(passage.start, behind=False))
        done = max(start, moves.to(passage.end, behind=True))
        if start < done or passage.start == passage.end or passage.kind in MAY_BE_EMPTY:
            passages.append(replace(passage, start=start, end=done))
    inlines = []
    for inline in structure.inlines:
        start, end = moves.to(inline.start, behind=True), moves.to(inline.end, behind=False)
        if start < end:
            inlines.append(replace(inline, start=start, end=end))
    return Structure(tuple(passages), tuple(inlines))


class _Moves:
    """Where the places of a text are after a layer of edits."""

    def __init__(self, layer: Layer) -> None:
        self._edits = [small for edit in layer for small in _refined(edit)]
        self._starts = [edit.start for edit in self._edits]
        grown = (len(edit.corr) - len(edit.sic) for edit in self._edits)
        self._shift = [0, *itertools.accumulate(grown)]

    def to(self, at: int, *, behind: bool) -> int:
        """Where `at` is now. Where something was inserted there: behind it, or before it. Within words that were replaced,
        one that begins is behind what replaces them, and one that ends before it: what stood outside stays outside.
        """
        index = bisect.bisect_left(self._starts, at)
        shift = self._shift[index]
        if index and self._edits[index - 1].end > at:
            edit, before = self._edits[index - 1], self._shift[index - 1]
            return edit.start + before + (len(edit.corr) if behind else 0)
        while behind and index < len(self._edits) and self._edits[index].start == self._edits[index].end == at:
            shift += len(self._edits[index].corr)
            index += 1
        return at + shift


def _refined(edit: Edit) -> Iterator[Edit]:
    """`edit` as the smallest edits that do the same, so that words that stay keep their place."""
    sic, corr = edit.sic, edit.corr
    if len(sic) + len(corr) <= COMPARED:
        matcher = SequenceMatcher(None, sic, corr, autojunk=False)
        for tag, start, end, to, until in matcher.get_opcodes():
            if tag != "equal":
                yield Edit(edit.start + start, sic[start:end], corr[to:until], edit.rule)
        return
    same = _common(sic, corr)
    behind = _common(sic[same:][::-1], corr[same:][::-1])
    yield Edit(edit.start + same, sic[same : len(sic) - behind], corr[same : len(corr) - behind], edit.rule)


def _common(one: str, other: str) -> int:
    return sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _settled(passages: Sequence[Passage], text: str) -> Iterator[Passage]:
    """The blocks of the printed `text`: joined where nothing divides them any more, divided where a blank line does."""
    joined: list[Passage] = []
    for passage in passages:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.start < last.end
            and passage.start < passage.end
            and "\n" not in text[last.end : passage.start]
            and last.kind not in _VERBATIM
        ):
            joined[-1] = replace(last, end=passage.end)
        else:
            joined.append(passage)
    for passage in joined:
        if passage.kind in _VERBATIM:
            yield passage
            continue
        start = passage.start
        for match in _BLANK_LINE.finditer(text, passage.start, passage.end):
            if start < match.start():
                yield replace(passage, start=start, end=match.start())
            start = match.end()
        if start < passage.end or passage.start == passage.end:
            yield replace(passage, start=start)
