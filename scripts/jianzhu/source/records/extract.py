"""The record of an extraction: what a tool read out of the bytes of an article that is not plain text."""

from __future__ import annotations

from pydantic import Field

from jianzhu.source.records.terms import Record, SeedText, Text
from jianzhu.text.structure import BlockKind, Inline, InlineKind, Passage, Structure

#: What stands between two blocks in the text of an extraction.
BETWEEN = "\n\n"


class ExtractInline(Record):
    """What the author set apart from `start` to `end` of a block (code points of its text)."""

    kind: InlineKind
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    value: str = ""


class ExtractBlock(Record):
    """One block as extracted, with fields as in `jianzhu.text.structure.Passage`."""

    kind: BlockKind
    level: int | None = Field(default=None, ge=1, le=6)
    label: str = ""
    text: str = ""
    inlines: tuple[ExtractInline, ...] = ()


class ExtractRecord(Record):
    """extract.yml: the blocks that `tool` in its `version` found, and the words of the file that are left out."""

    tool: Text
    version: Text
    blocks: tuple[ExtractBlock, ...]
    left_out: tuple[SeedText, ...] = ()

    @property
    def text(self) -> str:
        """The text of all blocks: what is repaired and printed."""
        return BETWEEN.join(block.text for block in self.blocks)

    @property
    def structure(self) -> Structure:
        """The structure of `text`."""
        passages, inlines, start = [], [], 0
        for block in self.blocks:
            end = start + len(block.text)
            passages.append(Passage(start=start, end=end, kind=block.kind, level=block.level, label=block.label))
            inlines += [
                Inline(start=start + inline.start, end=start + inline.end, kind=inline.kind, value=inline.value)
                for inline in block.inlines
            ]
            start = end + len(BETWEEN)
        return Structure(tuple(passages), tuple(inlines))
