"""Footnotes: the notes, emendations and cross-references of an article, each with the offset of its sign in the text."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from jianzhu.annotate import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.annotate.relate import Edition
from jianzhu.language import SOURCE, Language
from jianzhu.repair import Emendation
from jianzhu.show.links import Link, links_of
from jianzhu.show.notes import Note, NotesBySegment, note_of, notes_by_segment

#: The sign of a paragraph's cross-references; in every font of Chinese, since it is in GB 2312.
LINKS_SIGN = "→"
FootnoteKind = Literal["note", "emendation", "links"]


@dataclass(frozen=True, kw_only=True)
class Footnote:
    """What a sign opens: a note, an emendation, or the cross-references of a paragraph (`links`), as its `kind` says.

    The sign stands behind offset `at` of the text of `segment` in `lang`.
    """

    id: str
    kind: FootnoteKind
    segment: str
    lang: Language
    at: int
    sign: str = ""
    note: Note | None = None
    emendation: Emendation | None = None
    links: tuple[Link, ...] = ()


def footnotes(edition: Edition, article: Article, lang: Language) -> tuple[Footnote, ...]:
    """The footnotes of `article` in a book in which `lang` leads, in reading order, with their signs."""
    notes = notes_by_segment(article)
    unseen = {emendation.id: emendation for emendation in article.emendations}
    found: list[Footnote] = []
    for block in article.blocks:
        for sentence in block.sentences:
            found += _notes(article, sentence, notes, lang)
            found += _emendations(sentence, unseen)
        found += _cross_references(edition, block, lang)
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


def _notes(article: Article, sentence: Sentence, notes: NotesBySegment, lang: Language) -> list[Footnote]:
    """The notes on `sentence`; a note without words of its own stands at its end."""
    marks, text = sentence.marks_in(lang), sentence.text_in(lang) or ""
    found = [
        Footnote(
            id=f"note-{name}",
            kind="note",
            segment=sentence.id,
            lang=lang,
            at=_end(marks, "note", name, len(text)),
            note=note_of(article, name, record, lang),
        )
        for name, record in notes.get(sentence.id, ())
    ]
    return sorted(found, key=lambda footnote: footnote.at)


def _end(marks: tuple[Mark, ...], kind: MarkKind, ref: str, otherwise: int) -> int:
    return max((mark.end for mark in marks if mark.kind == kind and mark.ref == ref), default=otherwise)


def _emendations(sentence: Sentence, unseen: dict[str, Emendation]) -> Iterator[Footnote]:
    """The emendations shown in `sentence`, taken out of `unseen`: one that reaches into the next sentence has one footnote."""
    for mark in sorted((mark for mark in sentence.marks if mark.kind == "emendation"), key=lambda mark: mark.start):
        if emendation := unseen.pop(mark.ref, None):
            yield Footnote(
                id=f"emended-{mark.ref}",
                kind="emendation",
                segment=sentence.id,
                lang=SOURCE,
                at=_end(sentence.marks, "emendation", mark.ref, len(sentence.text)),
                emendation=emendation,
            )


def _cross_references(edition: Edition, block: TextBlock, lang: Language) -> Iterator[Footnote]:
    """One footnote for all that answers a sentence of the block, at its end."""
    links = tuple(link for sentence in block.sentences for link in links_of(edition, sentence, lang))
    if links:
        last = block.sentences[-1]
        at = len(last.text_in(lang) or "")
        yield Footnote(id=f"links-{last.id}", kind="links", segment=last.id, lang=lang, at=at, links=links)
