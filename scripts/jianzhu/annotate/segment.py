"""Segment: the blocks of the printed text with the permanent ids of their sentences, from the manifest.

The text is cut by rule (`propose_blocks`) or as its format says (`blocks_of`); `align` gives the pieces the ids, kinds and
borders that the manifest recorded. The manifest leads: an editor may join sentences, split one, join blocks, divide one, and
change a kind there; the proposal only serves for what is new.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianzhu.annotate.assemble import Part, Record, assemble
from jianzhu.annotate.cut import cut_sentences
from jianzhu.annotate.propose import Block, Segment
from jianzhu.source.manifest import HIGHEST, next_number
from jianzhu.source.records import ManifestBlock, ManifestRecord
from jianzhu.text.matching import carry_places, match_sentences


@dataclass(frozen=True)
class Alignment:
    """The blocks with ids, the ids made just now, and the recorded ones that have no text any more."""

    blocks: tuple[Block, ...]
    added: tuple[str, ...]
    vanished: tuple[str, ...]


@dataclass(frozen=True)
class _Group:
    """Recorded segments, by their indexes, that are one sentence or more together: an editor split one within."""

    members: tuple[int, ...]
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.texts)


@dataclass
class _Atom:
    """A sentence of the proposal, or a part of one: `owner` is the index of the recorded segment that it belongs to."""

    segment: Segment
    start: int
    text: str
    owner: int | None = None


def align(proposed: Sequence[Block], manifest: ManifestRecord, lang: str = "zh") -> Alignment:
    """`proposed` with the ids of `manifest`: same text, same id; an edited sentence keeps its id; new ones get new ids.

    The manifest leads: what it joins stays joined, what it splits or divides stays so, and a block keeps its recorded kind.
    Aligned with its own record, a text is what the record says. Ids are never used again: a new one is higher than any that
    the manifest names, withdrawn ones included. `lang` is the code of the language of the text.
    """
    record = Record(manifest)
    # What is proposed as one segment may be recorded as several, and the reverse: compare by what each is cut into.
    cut = [[list(_atoms(segment, lang)) for segment in block.segments] for block in proposed]
    atoms = [atom for block in cut for held in block for atom in held]
    sentences = [_bare(atom.text) for atom in atoms]
    groups = list(_groups(record, cut, lang))
    owners = match_sentences(sentences, [_sentences(group.text, lang) for group in groups])
    for atom, owner in zip(atoms, owners, strict=True):
        atom.owner = owner
    cut = _split(cut, groups)
    used: set[int] = set()
    parts: list[list[Part]] = []
    for block in cut:
        parts.append([])
        for held in block:
            _add_parts(parts[-1], held, used)
    numbers = itertools.count(next_number(manifest))
    blocks, added = [], []
    for assembled in assemble(proposed, parts, record):
        segments = []
        for part in assembled.parts:
            if part.owner is None:
                added.append(f"s{next(numbers)}")
            name = added[-1] if part.owner is None else record.names[part.owner]
            segments.append(Segment(name, part.start, part.text, part.line, part.cell))
        blocks.append(
            Block(
                assembled.kind,
                assembled.level,
                tuple(segments),
                assembled.label,
                assembled.start,
                assembled.columns,
            )
        )
    present = {segment.id for block in blocks for segment in block.segments}
    vanished = [name for name in record.names if name not in present]
    return Alignment(tuple(blocks), tuple(added), tuple(vanished))


def _pieces(text: str, lang: str) -> Iterator[str]:
    """The sentences of `text`, which end with their lines; joined they are the text."""
    for line in re.findall(r"[^\n]*\n+|[^\n]+", text):
        bare = _bare(line)
        sentences = [*cut_sentences(bare, lang=lang)] or [""]
        sentences[-1] += line[len(bare) :]
        yield from sentences


def _bare(sentence: str) -> str:
    return sentence.rstrip("\n")


def _sentences(text: str, lang: str) -> list[str]:
    return [_bare(piece) for piece in _pieces(text, lang)]


def _atoms(segment: Segment, lang: str) -> Iterator[_Atom]:
    start = segment.start
    for piece in _pieces(segment.text, lang):
        yield _Atom(segment, start, piece)
        start += len(piece)


def _groups(record: Record, cut: Sequence[Sequence[Sequence[_Atom]]], lang: str) -> Iterator[_Group]:
    """The recorded segments, in order; those together that an editor made of one sentence of the printed ones."""
    printed = _Printed([[_bare(atom.text) for held in block for atom in held] for block in cut], lang)
    members: list[int] = []
    for index, text in enumerate(record.texts):
        if members and not printed.goes_on(
            record.texts[members[-1]], text, apart=record.block_of[index] != record.block_of[members[-1]]
        ):
            yield _Group(tuple(members), tuple(record.texts[member] for member in members))
            members = []
        members.append(index)
    if members:
        yield _Group(tuple(members), tuple(record.texts[member] for member in members))


class _Printed:
    """The sentences of a text by block: which of them follow each other."""

    def __init__(self, blocks: Sequence[Sequence[str]], lang: str) -> None:
        sentences = [sentence for block in blocks for sentence in block]
        self._lang = lang
        self._whole = "\0".join(sentences)

    def goes_on(self, before: str, behind: str, *, apart: bool) -> bool:
        """True where a sentence goes on from the recorded `before` to `behind`, in one block or in two that are `apart`."""
        if before.endswith("\n") or behind.startswith("\n"):
            return False
        last, first = _sentences(before, self._lang)[-1], _sentences(behind, self._lang)[0]
        if f"{last}\0{first}" in self._whole:  # they are the end of a sentence and the beginning of the next
            return False
        if len(last) in itertools.accumulate(map(len, _sentences(last + first, self._lang))):
            return False
        # Two that are one in the text are; of those that are no longer there, two in one block are taken for such.
        return last + first in self._whole if apart else True


def _split(cut: list[list[list[_Atom]]], groups: Sequence[_Group]) -> list[list[list[_Atom]]]:
    """`cut` with every atom of a group of several segments cut where these begin and end."""
    of_group: dict[int, list[_Atom]] = {}
    for held in itertools.chain.from_iterable(cut):
        for atom in held:
            if atom.owner is not None and len(groups[atom.owner].members) > 1:
                of_group.setdefault(atom.owner, []).append(atom)
    pieces: dict[int, list[_Atom]] = {}
    for number, atoms in of_group.items():
        group = groups[number]
        ends = [*itertools.accumulate(map(len, group.texts))]
        ends = [*carry_places(group.text, "".join(atom.text for atom in atoms), ends[:-1])]
        read = 0
        for atom in atoms:
            places = [end - read for end in ends if 0 < end - read < len(atom.text)]
            # No segment is nothing but the end of a line.
            borders = [at for at in places if atom.text[:at].strip() and atom.text[at:].strip()]
            pieces[id(atom)] = []
            for start, end in itertools.pairwise([0, *borders, len(atom.text)]):
                text = atom.text[start:end]
                first = read + start + len(text) - len(text.lstrip())
                owner = group.members[sum(border <= first for border in ends)]
                pieces[id(atom)].append(_Atom(atom.segment, atom.start + start, text, owner))
            read += len(atom.text)
    result = []
    for block in cut:
        held_of: list[list[_Atom]] = []
        for held in block:
            held_of.append([])
            for atom in held:
                if id(atom) in pieces:
                    held_of[-1] += pieces[id(atom)]
                else:
                    atom.owner = None if atom.owner is None else groups[atom.owner].members[0]
                    held_of[-1].append(atom)
        result.append(held_of)
    return result


def _add_parts(parts: list[Part], atoms: Sequence[_Atom], used: set[int]) -> None:
    """Put what was proposed as one segment, `atoms`, behind the `parts` of its block: whole, unless it is recorded as several."""
    segment = atoms[0].segment
    last = _reached(parts, segment)
    # One id, one place: where a recorded segment was torn apart, its first part keeps the id.
    free = {atom.owner for atom in atoms if atom.owner is not None and (atom.owner == last or atom.owner not in used)}
    if len(free) < 2:
        atoms = [_Atom(segment, segment.start, segment.text, next(iter(free), None))]
    for atom in atoms:
        last = _reached(parts, segment)
        if atom.owner is not None and atom.owner == last:
            parts[-1].text += "\n" * (atom.start - parts[-1].end) + atom.text
        else:
            owner = None if atom.owner in used else atom.owner
            parts.append(Part(atom.start, atom.text, owner, segment.line, segment.cell))
            if atom.owner is not None:
                used.add(atom.owner)


def _reached(parts: Sequence[Part], segment: Segment) -> int | None:
    """The owner of the last of `parts`, where `segment` may be joined to it: nothing but line ends is between."""
    if not parts:
        return None
    part = parts[-1]
    # What was added since within the same segment touches; another line of the same cell is one or more line ends away.
    between = 0 if part.end > segment.start else segment.start - part.end
    lines = part.text.count("\n") + part.line
    return part.owner if part.cell == segment.cell and between == max(0, segment.line - lines) else None


def to_manifest(blocks: Sequence[Block], manifest: ManifestRecord) -> ManifestRecord:
    """The record of `blocks`, keeping the redirects of `manifest`."""
    segments = [segment for block in blocks for segment in block.segments]
    return ManifestRecord(
        blocks=tuple(
            ManifestBlock(
                kind=block.kind,
                level=block.level,
                label=block.label,
                segments={segment.id: segment.text for segment in block.segments},
            )
            for block in blocks
        ),
        withdrawn=manifest.withdrawn,
        next=min(HIGHEST, max([next_number(manifest), *(int(segment.id[1:]) + 1 for segment in segments)])),
    )
