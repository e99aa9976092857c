"""Segment: the printed text as blocks and whole sentences, each with its permanent id from the manifest.

`propose_blocks` cuts the text by rule; `align` gives the pieces the ids and kinds that the manifest recorded. The
manifest leads: an editor may join sentences or change a block's kind there, and the rule's proposal only serves for
what is new.
"""

from __future__ import annotations

import difflib
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from edition.characters import CLOSING, HAN, OPENING
from edition.records import BlockKind, ManifestBlock, ManifestRecord

#: A heading is short and does not end like a sentence.
HEADING_LENGTH = 40

_SENTENCE_END = "。！？"
_PART_NUMBER = re.compile(r"\d{2}$")
_NUMBERED_HEADING = re.compile(r"\d{1,2}[.．、](?!\d)[^。]*。?$")
_CAPTION = re.compile(r"图 |圖 |图片来源|圖片來源|资料图|資料圖")
_BYLINE = re.compile(r"（文[：/]|文[：/]|作者[：/]|【[^】]*[讯訊]】$|[\d: -]*(?:来源|來源)[：/]")


@dataclass(frozen=True)
class Segment:
    """One or more whole sentences: `start` counts code points of the printed text, `text` is what is printed."""

    id: str
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph or its like; `level` is that of a heading, 1 for the article's own title."""

    kind: BlockKind
    level: int | None
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Alignment:
    """The blocks with ids, the ids made just now, and the recorded ones that have no text any more."""

    blocks: tuple[Block, ...]
    added: tuple[str, ...]
    vanished: tuple[str, ...]


def split_sentences(text: str) -> tuple[str, ...]:
    """`text` (one block) cut behind its sentences; the parts joined are the text.

    A sentence ends with 。！？, and with what closes behind it. Quotations and brackets are kept whole; behind one that
    ends with its own stop a sentence ends only if a colon led into it, for else its sentence goes on (“……。”他说。).
    """
    parts, start, at, open_at = [], 0, 0, []
    while at < len(text):
        character = text[at]
        at += 1
        if character in OPENING:
            open_at.append(at - 1)
            continue
        led_in = False
        # A mark closes only its own kind: the apostrophe of let’s is also a closing quotation mark.
        if open_at and character in CLOSING and OPENING.index(text[open_at[-1]]) == CLOSING.index(character):
            opening = open_at.pop()
            led_in = text[at - 2] in _SENTENCE_END + ".?!" and text[opening - 1 : opening] == "："
        if open_at or not (character in _SENTENCE_END or led_in):
            continue
        while at < len(text) and text[at] in _SENTENCE_END + CLOSING + " ":
            at += 1
        parts.append(text[start:at])
        start = at
    return tuple([*parts, text[start:]] if text[start:] else parts)


def propose_blocks(text: str, title: str = "") -> tuple[Block, ...]:
    """The lines of `text` that hold anything, as blocks of sentences without ids; kinds are guessed from their form.

    A first line that reads like `title` is the article's own.
    """
    blocks = []
    for match in re.finditer(r"[^\n]*\S[^\n]*", text):
        line = match[0].strip()
        start = match.start() + match[0].index(line)
        kind, level = ("heading", 1) if not blocks and line == title else _guess_kind(line)
        segments = []
        for sentence in (line,) if kind in ("heading", "caption", "byline") else split_sentences(line):
            segments.append(Segment("", start, sentence))
            start += len(sentence)
        blocks.append(Block(kind, level, tuple(segments)))
    return tuple(blocks)


def _guess_kind(line: str) -> tuple[BlockKind, int | None]:
    if _CAPTION.match(line):
        return "caption", None
    if _BYLINE.match(line):
        return "byline", None
    if _PART_NUMBER.match(line):
        return "heading", 2
    if len(line) <= HEADING_LENGTH:
        if _NUMBERED_HEADING.match(line):
            return "heading", 3
        bare = line.rstrip(CLOSING)
        if bare and bare[-1] not in "。！？…；：:;,，、." and line[-1] != "）" and re.search(f"[{HAN}]", line):
            return "heading", 2
    if (
        line[0] in "“「"
        and line[-1] in "”」"
        and len(split_sentences(line)) == 1
        and line.find(line[-1]) == len(line) - 1
    ):
        return "quotation", None
    return "paragraph", None


def align(proposed: Sequence[Block], manifest: ManifestRecord) -> Alignment:
    """`proposed` with the ids of `manifest`: same text, same id; an edited sentence keeps its id; new ones get new ids.

    Ids are never used again: a new one is higher than any that the manifest names, withdrawn ones included.
    """
    recorded = [(segment_id, text, block) for block in manifest.blocks for segment_id, text in block.segments.items()]
    sentences = [(segment, block) for block in proposed for segment in block.segments]
    owners = _owners([segment.text for segment, _ in sentences], [text for _, text, _ in recorded])
    numbers = itertools.count(next_number(manifest))
    blocks, added, at = [], [], 0
    used: set[int] = set()
    for block in proposed:
        segments: list[Segment] = []
        recorded_block: ManifestBlock | None = None
        joined: int | None = None
        for segment in block.segments:
            owner, at = owners[at], at + 1
            if owner is not None and owner == joined:
                segments[-1] = replace(segments[-1], text=segments[-1].text + segment.text)
                continue
            # One id, one place: where a segment was torn apart, its first part keeps the id.
            owner = None if owner in used else owner
            joined = owner
            if owner is None:
                added.append(f"s{next(numbers)}")
                segments.append(replace(segment, id=added[-1]))
            else:
                used.add(owner)
                recorded_block = recorded_block or recorded[owner][2]
                segments.append(replace(segment, id=recorded[owner][0]))
        if recorded_block:
            block = replace(block, kind=recorded_block.kind, level=recorded_block.level)
        blocks.append(replace(block, segments=tuple(segments)))
    present = {segment.id for block in blocks for segment in block.segments}
    vanished = [name for name, _, _ in recorded if name not in present]
    return Alignment(tuple(blocks), tuple(added), tuple(vanished))


def next_number(manifest: ManifestRecord) -> int:
    """The lowest number that no segment has or had."""
    names = [*(name for block in manifest.blocks for name in block.segments), *manifest.withdrawn]
    return max([manifest.next, *(int(name[1:]) + 1 for name in names)])


def _owners(sentences: Sequence[str], recorded: Sequence[str]) -> list[int | None]:
    """For every sentence the index of the recorded segment it belongs to, or None for a new one."""
    owners: list[int | None] = [None] * len(sentences)
    # A recorded segment may hold several sentences: compare by what each is cut into.
    parts = [(index, part) for index, text in enumerate(recorded) for part in split_sentences(text)]
    matcher = difflib.SequenceMatcher(None, [part for _, part in parts], list(sentences), autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            for old, new in zip(range(old_start, old_end), range(new_start, new_end), strict=True):
                owners[new] = parts[old][0]
        elif tag == "replace":
            _match_edited(owners, sentences, range(new_start, new_end), parts[old_start:old_end])
    _match_moved(owners, sentences, recorded)
    return owners


#: An edited sentence is the same one while this share of its characters, or of the old one's, is kept in order.
KEPT = 0.5


def _match_edited(
    owners: list[int | None], sentences: Sequence[str], new: range, parts: Sequence[tuple[int, str]]
) -> None:
    floor = 0
    for index in new:
        scores = [(_kept(part, sentences[index]), -at) for at, (_, part) in enumerate(parts) if at >= floor]
        score, at = max(scores, default=(0.0, 0))
        if score >= KEPT:
            owners[index] = parts[-at][0]
            floor = -at


def _kept(old: str, new: str) -> float:
    blocks = difflib.SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > 1) / max(1, min(len(old), len(new)))


def _match_moved(owners: list[int | None], sentences: Sequence[str], recorded: Sequence[str]) -> None:
    """A sentence that stands elsewhere now, word for word, keeps its id."""
    used = set(owners)
    free = {text: index for index, text in reversed(list(enumerate(recorded))) if index not in used}
    for index, sentence in enumerate(sentences):
        if owners[index] is None and sentence in free:
            owners[index] = free.pop(sentence)


def to_manifest(blocks: Sequence[Block], manifest: ManifestRecord) -> ManifestRecord:
    """The record of `blocks`, keeping the redirects of `manifest`."""
    return ManifestRecord(
        blocks=tuple(
            ManifestBlock(
                kind=block.kind, level=block.level, segments={segment.id: segment.text for segment in block.segments}
            )
            for block in blocks
        ),
        withdrawn=manifest.withdrawn,
        next=max([next_number(manifest), *(int(segment.id[1:]) + 1 for block in blocks for segment in block.segments)]),
    )
