"""Footnotes: the notes, emendations and cross-references of an article, each with the offset of its sign in the text."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.language import Language, Side
from jianzhu.repair.emendation import Emendation
from jianzhu.show.links import Link, links_of
from jianzhu.show.notes import Note, NotesBySegment, note_of, notes_by_segment

#: The sign of a paragraph's cross-references; in every font of Chinese, since it is in GB 2312.
LINKS_SIGN = "→"
FootnoteKind = Literal["note", "emendation", "links"]


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """What a sign opens: a note, an emendation, or the cross-references of a paragraph (`links`), as its `kind` says.

    The sign stands behind offset `at` of the text of `segment` on `side`.
    """

    id: str
    kind: FootnoteKind
    segment: str
    side: Side
    at: int
    sign: str = ""
    note: Note | None = None
    emendation: Emendation | None = None
    links: tuple[Link, ...] = ()


def footnotes(edition: Edition, article: Article, lang: Language, lead: Side) -> tuple[Footnote, ...]:
    """The footnotes of `article` in a book in which `lead` leads, in reading order, with their signs."""
    notes = notes_by_segment(article)
    unseen = {emendation.id: emendation for emendation in article.emendations}
    found: list[Footnote] = []
    for block in article.blocks:
        for sentence in block.sentences:
            found += _notes(edition, article, sentence, notes, lang, lead)
            found += _emendations(sentence, unseen)
        found += _cross_references(edition, block, lang, lead)
    counts: dict[FootnoteKind, int] = {"note": 0, "emendation": 0, "links": 0}
    signed = []
    for footnote in found:
        counts[footnote.kind] += 1
        signed.append(replace(footnote, sign=_sign(footnote.kind, counts[footnote.kind])))
    return tuple(signed)


def _sign(kind: FootnoteKind, number: int) -> str:
    """1, 2, 3 for notes; a, b, … z, aa, ab for emendations; an arrow for cross-references."""
    if kind == "note":
        return str(number)
    if kind == "links":
        return LINKS_SIGN
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = string.ascii_lowercase[letter] + letters
    return letters


def _notes(
    edition: Edition, article: Article, sentence: Sentence, notes: NotesBySegment, lang: Language, lead: Side
) -> list[Footnote]:
    """The notes on `sentence`; a note without words of its own stands at its end."""
    marks, text = sentence.marks_on(lead), sentence.text_on(lead) or ""
    found = [
        Footnote(
            id=f"note-{name}",
            kind="note",
            segment=sentence.id,
            side=lead,
            at=_end(marks, "note", name, len(text)),
            note=note_of(edition, article, name, lang, lead),
        )
        for name, _ in notes.get(sentence.id, ())
    ]
    return sorted(found, key=lambda footnote: footnote.at)


def _end(marks: tuple[Mark, ...], kind: MarkKind, ref: str, otherwise: int) -> int:
    return max((mark.end for mark in marks if mark.kind == kind and mark.ref == ref), default=otherwise)


def _emendations(sentence: Sentence, unseen: dict[str, Emendation]) -> Iterator[Footnote]:
    """The emendations shown in `sentence`, taken out of `unseen`: one that reaches into the next sentence has one footnote."""
    marks = sentence.marks_on(Side.SOURCE)
    for mark in sorted((mark for mark in marks if mark.kind == "emendation"), key=lambda mark: mark.start):
        if emendation := unseen.pop(mark.ref, None):
            yield Footnote(
                id=f"emended-{mark.ref}",
                kind="emendation",
                segment=sentence.id,
                side=Side.SOURCE,
                at=_end(marks, "emendation", mark.ref, 0),
                emendation=emendation,
            )


def _cross_references(edition: Edition, block: TextBlock, lang: Language, lead: Side) -> Iterator[Footnote]:
    """One footnote for all that answers a sentence of the block, at its end."""
    links = tuple(link for sentence in block.sentences for link in links_of(edition, sentence, lang, lead))
    if links:
        last = block.sentences[-1]
        at = len(last.text_on(lead) or "")
        yield Footnote(id=f"links-{last.id}", kind="links", segment=last.id, side=lead, at=at, links=links)
