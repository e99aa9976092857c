"""Inlines: what the author set apart in each sentence, and as marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jianzhu.annotate.marks import Mark
from jianzhu.annotate.propose import Block
from jianzhu.text.addresses import HIDDEN, Cover, Stretch, find_kept, mask
from jianzhu.text.structure import PROTECTED_BLOCKS, PROTECTED_INLINES, BlockKind, Inline, InlineKind, Structure

#: Neither a date nor a quantity nor the name of a concept is read in one of these.
UNREAD: frozenset[InlineKind] = PROTECTED_INLINES | {"footnote"}


class Inlines:
    """The inlines of a text, looked up by stretch."""

    def __init__(self, inlines: Sequence[Inline]) -> None:
        self._inlines = sorted(inlines, key=lambda inline: (inline.start, -inline.end))
        self._starts = [inline.start for inline in self._inlines]
        self._longest = max((inline.end - inline.start for inline in inlines), default=0)

    def of(self, start: int, end: int) -> tuple[Inline, ...]:
        """What is set apart from `start` to `end`, cut there, with offsets from `start`."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return tuple(
            replace(inline, start=max(0, inline.start - start), end=min(end, inline.end) - start)
            for inline in self._inlines[first:last]
            if inline.end > start
        )


@dataclass(frozen=True)
class Authored:
    """A sentence as its author left it: the kind of its block, its words, and what is set apart in them."""

    kind: BlockKind
    text: str
    inlines: tuple[Inline, ...]

    @property
    def translatable(self) -> bool:
        """False for what is the same in every language: code, and a sentence of nothing but code, formulas or addresses."""
        if self.kind in PROTECTED_BLOCKS or self.kind == "separator":
            return False
        kept = Cover(hidden(self.text, self.inlines))
        words = [at for at, character in enumerate(self.text) if character.isalnum()]
        return not words or not all(kept.touches(at, at + 1) for at in words)

    @property
    def readable(self) -> str:
        """Its words, with a sign of no meaning for each character in which nothing is read."""
        return "" if self.kind in PROTECTED_BLOCKS else readable(self.text, self.inlines)


def authored(blocks: Sequence[Block], structure: Structure | None) -> dict[str, Authored]:
    """The sentences of `blocks` by id, in a text with `structure`."""
    within = Inlines(structure.inlines if structure else ())
    return {
        segment.id: Authored(block.kind, segment.text, within.of(segment.start, segment.end))
        for block in blocks
        for segment in block.segments
    }


def hidden(text: str, inlines: Sequence[Inline]) -> list[Stretch]:
    """What in `text` is neither read nor translated."""
    return [*find_kept(text), *(inline for inline in inlines if inline.kind in UNREAD)]


def readable(text: str, inlines: Sequence[Inline]) -> str:
    """`text` with a sign of no meaning for each character in which nothing is read; offsets stay."""
    return mask(text, hidden(text, inlines), HIDDEN)


def author_marks(text: str, inlines: Sequence[Inline]) -> Iterator[Mark]:
    """The `inlines` of a sentence as marks, and the addresses printed in it that are none of them. What is printed of a link’s
    address is that link.
    """
    links = Cover(inline for inline in inlines if inline.kind in ("link", "footnote"))
    for inline in inlines:
        if inline.kind != "address" or not links.touches(inline.start, inline.end):
            yield Mark(inline.start, inline.end, inline.kind, inline.value)
    linked = Cover(inline for inline in inlines if inline.kind in ("link", *PROTECTED_INLINES))
    for kept in find_kept(text):
        if (
            kept.kind == "address"
            and is_online(text[kept.start : kept.end])
            and not linked.touches(kept.start, kept.end)
        ):
            yield Mark(kept.start, kept.end, "address", "")


def is_online(address: str) -> bool:
    """True for an address that a reader can go to or write to; false for the path of a file."""
    return not address.startswith(("/", "~", ".", "\\")) and address[1:3] != ":\\"


def translatable(sentences: Mapping[str, Authored]) -> dict[str, Authored]:
    """Those of `sentences` that need a translation."""
    return {name: sentence for name, sentence in sentences.items() if sentence.translatable}
