"""Footnotes: the notes, emendations and cross-references of an article, each with the place of its sign in the text."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jianzhu.annotate import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.relate import Edition
from jianzhu.books.xhtml import address
from jianzhu.language import SOURCE, Language
from jianzhu.repair import Emendation
from jianzhu.show.messages import book_messages
from jianzhu.show.quotations import quotation_of
from jianzhu.site.pages.articles import notes_by_segment
from jianzhu.source.records import NoteRecord

#: The sign of a paragraph's cross-references; in every font of Chinese, since it is in GB 2312.
LINKS_SIGN = "→"


@dataclass(frozen=True)
class Link:
    """A way from sentence `own` to a passage that answers it, or to a question it answers."""

    own: str
    kind: str
    title: str
    href: str
    quotation: str = ""
    lang: str = ""
    reason: str = ""
    draft: bool = False


@dataclass(frozen=True)
class Footnote:
    """What a sign opens: a note, an emendation (with `sic`) or the cross-references of a paragraph (`links`).

    The sign stands behind offset `at` of the text of `segment` in `lang`. `quoted` are the words it is about.
    """

    id: str
    kind: str
    segment: str
    lang: Language
    at: int
    sign: str = ""
    label: str = ""
    quoted: str = ""
    quoted_lang: str = ""
    body: str = ""
    sic: str = ""
    links: tuple[Link, ...] = ()
    draft: bool = False


def footnotes(edition: Edition, article: Article, lang: Language) -> tuple[Footnote, ...]:
    """The footnotes of `article` in a book in which `lang` leads, in reading order, with their signs."""
    notes = notes_by_segment(article)
    unreported = {emendation.id: emendation for emendation in article.emendations}
    found: list[Footnote] = []
    for block in article.blocks:
        for sentence in block.sentences:
            found += _notes(article, sentence, notes.get(sentence.id, ()), lang)
            found += _emendations(article, sentence, unreported, lang)
        found += _cross_references(edition, block, lang)
    counts = {"note": 0, "emendation": 0, "links": 0}
    signed = []
    for footnote in found:
        counts[footnote.kind] += 1
        signed.append(replace(footnote, sign=_sign(footnote.kind, counts[footnote.kind])))
    return tuple(signed)


def _sign(kind: str, number: int) -> str:
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
    article: Article, sentence: Sentence, notes: Iterable[tuple[str, NoteRecord]], lang: Language
) -> list[Footnote]:
    """The notes on `sentence`; a note without words of its own stands at its end."""
    marks, text = sentence.marks_in(lang), sentence.text_in(lang) or ""
    t = book_messages(lang)
    found = []
    for name, note in notes:
        label = (
            t.word("NoteKind", note.kind)
            if note.cert == "high"
            else t.fill(
                "kind_and_certainty", kind=t.word("NoteKind", note.kind), certainty=t.word("Certainty", note.cert)
            )
        )
        shown = lang if note.quote(lang) else SOURCE
        quote, tag = note.quote(shown), article.record.tag(shown)
        found.append(
            Footnote(
                f"note-{name}",
                "note",
                sentence.id,
                lang,
                _end(marks, "note", name, len(text)),
                label=label,
                quoted=quote.exact if quote else "",
                quoted_lang=tag,
                body=note.body[lang],
                draft=note.status == "draft",
            )
        )
    return sorted(found, key=lambda footnote: footnote.at)


def _end(marks: tuple[Mark, ...], kind: str, ref: str, otherwise: int) -> int:
    return max((mark.end for mark in marks if mark.kind == kind and mark.ref == ref), default=otherwise)


def _emendations(
    article: Article, sentence: Sentence, unreported: dict[str, Emendation], lang: Language
) -> Iterator[Footnote]:
    """The emendations shown in `sentence`; one that extends into the next is reported once, and removed from `unreported`."""
    t = book_messages(lang)
    for mark in sorted((mark for mark in sentence.marks if mark.kind == "emendation"), key=lambda mark: mark.start):
        if not (emendation := unreported.pop(mark.ref, None)):
            continue
        yield Footnote(
            f"emended-{mark.ref}",
            "emendation",
            sentence.id,
            SOURCE,
            _end(sentence.marks, "emendation", mark.ref, len(sentence.text)),
            label=t.fill(
                "kind_and_certainty",
                kind=t.word("Reason", emendation.reason),
                certainty=t.word("Certainty", emendation.cert),
            ),
            quoted=emendation.corr,
            quoted_lang=article.record.script,
            body=emendation.why[lang],
            sic=emendation.sic,
        )


def _cross_references(edition: Edition, block: TextBlock, lang: Language) -> Iterator[Footnote]:
    """One footnote for all that answers a sentence of the block, at its end."""
    links = tuple(link for sentence in block.sentences for link in _links(edition, sentence, lang))
    if links:
        last = block.sentences[-1]
        text = last.text_in(lang) or ""
        yield Footnote(f"links-{last.id}", "links", last.id, lang, len(text), links=links)


def _links(edition: Edition, sentence: Sentence, lang: Language) -> Iterator[Link]:
    t = book_messages(lang)
    for name, other in edition.relations_of.get(sentence.ref, ()):
        relation, slug, segment = edition.relations[name], other.article, other.segment
        quotation = quotation_of(edition, other, lang)
        yield Link(
            sentence.id,
            t.word("RelationType", relation.type),
            f"{edition.short_titles[slug][lang]} {segment}",
            address(other),
            quotation.text,
            quotation.tag,
            relation.rationale[lang],
            relation.status == "draft",
        )
    for name in edition.questions_of.get(sentence.ref, ()):
        question = edition.questions[name]
        href = f"questions.xhtml#question-{name}"
        yield Link(sentence.id, t["answers"], question.label[lang], href, draft=question.status == "draft")
