"""Segment: the blocks of the printed text with the permanent ids of their sentences, from the manifest.

`propose_blocks` cuts the text by rule; `align` gives the pieces the ids and kinds that the manifest recorded. The
manifest leads: an editor may join sentences or change a block's kind there, and the rule's proposal only serves for
what is new.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from jianzhu.annotate.propose import HEADING_LENGTH, Block, Segment
from jianzhu.annotate.sentences import split_sentences
from jianzhu.source.manifest import HIGHEST, next_number
from jianzhu.source.records import BlockKind, ManifestBlock, ManifestRecord
from jianzhu.text.matching import match_sentences


@dataclass(frozen=True)
class Alignment:
    """The blocks with ids, the ids made just now, and the recorded ones that have no text any more."""

    blocks: tuple[Block, ...]
    added: tuple[str, ...]
    vanished: tuple[str, ...]


@dataclass
class _Part:
    """What becomes one segment: where it starts, its text, and the index of the recorded one that it is; None for a new one."""

    start: int
    text: str
    owner: int | None


def align(proposed: Sequence[Block], manifest: ManifestRecord) -> Alignment:
    """`proposed` with the ids of `manifest`: same text, same id; an edited sentence keeps its id; new ones get new ids.

    The manifest leads: what it joins stays joined, and a block keeps its recorded kind. Aligned with its own record, a text
    is what the record says. Ids are never used again: a new one is higher than any that the manifest names, withdrawn ones
    included.
    """
    recorded = [(segment_id, text, block) for block in manifest.blocks for segment_id, text in block.segments.items()]
    # What is proposed as one segment may be recorded as several, and the reverse: compare by what each is cut into.
    cut = [[split_sentences(segment.text) for segment in block.segments] for block in proposed]
    sentences = [sentence for block in cut for held in block for sentence in held]
    owners = iter(match_sentences(sentences, [split_sentences(text) for _, text, _ in recorded]))
    numbers = itertools.count(next_number(manifest))
    blocks, added = [], []
    used: set[int] = set()
    for block, held in zip(proposed, cut, strict=True):
        parts: list[_Part] = []
        for segment, own in zip(block.segments, held, strict=True):
            _add_parts(parts, segment, [(sentence, next(owners)) for sentence in own], used)
        kind, level = _settle(block, parts, recorded)
        segments = []
        for part in parts:
            if part.owner is None:
                added.append(f"s{next(numbers)}")
            name = added[-1] if part.owner is None else recorded[part.owner][0]
            segments.append(Segment(name, part.start, part.text))
        blocks.append(Block(kind, level, tuple(segments)))
    present = {segment.id for block in blocks for segment in block.segments}
    vanished = [name for name, _, _ in recorded if name not in present]
    return Alignment(tuple(blocks), tuple(added), tuple(vanished))


def _add_parts(
    parts: list[_Part], segment: Segment, sentences: Sequence[tuple[str, int | None]], used: set[int]
) -> None:
    """Put the proposed `segment` behind the `parts` of its block: as it is, unless its sentences are recorded as several."""
    last = parts[-1].owner if parts else None
    # One id, one place: where a recorded segment was torn apart, its first part keeps the id.
    free = {owner for _, owner in sentences if owner is not None and (owner == last or owner not in used)}
    if len(free) < 2:
        sentences = [(segment.text, next(iter(free), None))]
    start = segment.start
    for text, owner in sentences:
        last = parts[-1].owner if parts else None
        if owner is not None and owner == last:
            parts[-1].text += text
        else:
            parts.append(_Part(start, text, None if owner in used else owner))
            if owner is not None:
                used.add(owner)
        start += len(text)


def _settle(
    block: Block, parts: list[_Part], recorded: Sequence[tuple[str, str, ManifestBlock]]
) -> tuple[BlockKind, int | None]:
    """The kind and level of the block of `parts`: the recorded ones, if they can be.

    A heading is one segment. What an edit adds to a recorded one belongs to it while the whole is as short as a heading;
    else, and where several recorded segments come together, the block is what its form says.
    """
    owners = [part.owner for part in parts if part.owner is not None]
    record = recorded[owners[0]][2] if owners else block
    if record.kind == "heading" and len(parts) > 1:
        whole = "".join(part.text for part in parts)
        if len(owners) == 1 and len(whole) <= HEADING_LENGTH:
            parts[:] = [_Part(parts[0].start, whole, owners[0])]
        else:
            return ("paragraph", None) if block.kind == "heading" else (block.kind, block.level)
    return record.kind, record.level


def to_manifest(blocks: Sequence[Block], manifest: ManifestRecord) -> ManifestRecord:
    """The record of `blocks`, keeping the redirects of `manifest`."""
    segments = [segment for block in blocks for segment in block.segments]
    return ManifestRecord(
        blocks=tuple(
            ManifestBlock(
                kind=block.kind, level=block.level, segments={segment.id: segment.text for segment in block.segments}
            )
            for block in blocks
        ),
        withdrawn=manifest.withdrawn,
        next=min(HIGHEST, max([next_number(manifest), *(int(segment.id[1:]) + 1 for segment in segments)])),
    )
