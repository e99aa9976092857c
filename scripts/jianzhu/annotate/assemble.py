"""Assemble: the segments of a text put together as blocks, where the record and the proposal say that one ends.

Where two segments follow each other in the record and in the text, the record says whether a block ends between them; else
the proposal does.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from jianzhu.annotate.forms import HEADING_LENGTH
from jianzhu.annotate.propose import Block
from jianzhu.source.records import BlockKind, ManifestBlock, ManifestRecord
from jianzhu.text.structure import PROTECTED_BLOCKS


@dataclass
class Part:
    """What becomes one segment: its place and text, and the index of the recorded one that it is; None for a new one."""

    start: int
    text: str
    owner: int | None
    line: int = 0
    cell: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class Record:
    """The segments of a manifest by index, and the blocks they stand in."""

    def __init__(self, manifest: ManifestRecord) -> None:
        self.blocks = manifest.blocks
        own = [(name, text, at) for at, block in enumerate(manifest.blocks) for name, text in block.segments.items()]
        self.names = [name for name, _, _ in own]
        self.texts = [text for _, text, _ in own]
        self.block_of = [at for _, _, at in own]

    def empty_between(self, before: int | None, behind: int | None) -> tuple[ManifestBlock, ...]:
        """The blocks without segments from the recorded segment `before` to `behind`; None for the ends of the text."""
        first = 0 if before is None else self.block_of[before] + 1
        last = len(self.blocks) if behind is None else self.block_of[behind]
        return self.blocks[first:last]


@dataclass
class Assembled:
    """A block of parts, with fields as in `jianzhu.annotate.propose.Block`."""

    kind: BlockKind
    level: int | None
    label: str
    start: int
    columns: int
    parts: list[Part] = field(default_factory=list)


def assemble(proposed: Sequence[Block], parts: Sequence[list[Part]], record: Record) -> list[Assembled]:
    """The blocks of `parts`, which are given by proposed block; blocks without any are kept, or are as the record has them."""
    made: list[Assembled] = []
    empty: list[Block] = []
    for block, own in zip(proposed, parts, strict=True):
        if not own:
            empty.append(block)
            continue
        runs = _divided(own, record)
        last = made[-1] if made and made[-1].parts else None
        if last is not None and not empty and _joined(last.parts, runs[0], record):
            _join(last, block, runs.pop(0))
        first = True
        for run in runs:
            # Only the code of a language, and a head’s row, stays what it is in every part.
            label = block.label if first or block.kind in PROTECTED_BLOCKS else ""
            made += _empty(empty, made, run, record)
            made.append(Assembled(block.kind, block.level, label, run[0].start, block.columns, run))
            empty, first = [], False
    made += _empty(empty, made, None, record)
    for assembled in made:
        if assembled.parts:
            _settle(assembled, record)
    return made


def _owned(parts: Sequence[Part], at: int) -> int | None:
    """The recorded segment of the first (0) or the last (-1) of `parts` that is one."""
    owners = [part.owner for part in parts if part.owner is not None]
    return owners[at] if owners else None


def _divided(parts: Sequence[Part], record: Record) -> list[list[Part]]:
    """The parts of one proposed block, cut where the record ends a block."""
    runs = [[parts[0]]]
    for before, part in itertools.pairwise(parts):
        if _ends_between(before, part, record):
            runs.append([])
        runs[-1].append(part)
    return runs


def _ends_between(before: Part, part: Part, record: Record) -> bool:
    if before.owner is None or part.owner != before.owner + 1:
        return False
    if record.block_of[before.owner] == record.block_of[part.owner]:
        return False
    last, first = record.texts[before.owner], record.texts[part.owner]
    # What was added to the end of one, or to the beginning of the other, may be what joins them.
    return before.text[-1] == last[-1] and part.text[0] == first[0]


def _joined(before: Sequence[Part], run: Sequence[Part], record: Record) -> bool:
    """True where the record goes on in one block from the last recorded segment of `before` to the first one of `run`."""
    last, first = _owned(before, -1), _owned(run, 0)
    return last is not None and first == last + 1 and record.block_of[last] == record.block_of[first]


def _join(made: Assembled, block: Block, run: list[Part]) -> None:
    """Add `run`, which was proposed as `block`, to a block; lines of verse stay lines."""
    kind = made.kind
    if kind == block.kind == "verse":
        line = made.parts[-1].line + made.parts[-1].text.count("\n") + 1
        run = [replace(part, line=part.line + line) for part in run]
    made.parts += run
    made.columns = max(made.columns, block.columns)


def _empty(
    proposed: Sequence[Block], made: Sequence[Assembled], run: Sequence[Part] | None, record: Record
) -> list[Assembled]:
    """The blocks without segments in front of `run` (None at the end), behind those that are `made`.

    The record leads where it has as many, or more: an editor may put a separator where the text has none.
    """
    start = proposed[0].start if proposed else run[0].start if run else made[-1].parts[-1].end if made else 0
    last = _owned([part for block in made[-1:] for part in block.parts], -1)
    first = None if run is None else _owned(run, 0)
    found: Sequence[ManifestBlock] = ()
    at_start, at_end = not made, run is None
    if (at_start or last is not None) and (at_end or first is not None):
        before, behind = -1 if last is None else last, len(record.names) if first is None else first
        if behind == before + 1:
            found = record.empty_between(last, first)
    if not proposed and not found:
        return []
    if len(found) < len(proposed):
        return [Assembled(block.kind, block.level, block.label, block.start, block.columns) for block in proposed]
    result, ahead = [], list(proposed)
    for block in found:
        own = next((other for other in ahead if other.kind == block.kind), None)
        if own is not None:
            ahead.remove(own)
        result.append(
            Assembled(
                block.kind,
                block.level,
                own.label if own is not None and own.label else block.label,
                own.start if own is not None else start,
                own.columns if own is not None else 0,
            )
        )
    return result


def _settle(block: Assembled, record: Record) -> None:
    """Give `block` the recorded kind, level and label, if it can be that.

    A heading is one segment. What an edit adds to a recorded one belongs to it while the whole is as short as a heading;
    else, and where several recorded segments come together, the block is what its form says.
    """
    owners = [part.owner for part in block.parts if part.owner is not None]
    if not owners:
        known: ManifestBlock | Assembled = block
    else:
        known = record.blocks[record.block_of[owners[0]]]
    if known.kind == "heading" and len(block.parts) > 1:
        whole = "".join(part.text for part in block.parts)
        touching = all(before.end == part.start for before, part in itertools.pairwise(block.parts))
        if len(owners) == 1 and len(whole) <= HEADING_LENGTH and touching:
            block.parts[:] = [replace(block.parts[0], text=whole, owner=owners[0])]
        else:
            if block.kind == "heading":
                block.kind, block.level, block.label = "paragraph", None, ""
            return
    if known.kind != block.kind or not block.label:
        block.label = known.label
    block.columns = max(1, block.columns) if known.kind == "table" else 0
    block.kind, block.level = known.kind, known.level
