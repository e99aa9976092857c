"""Book: all documents in their order, and what is known of the whole."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.books.chapters import chapters
from jianzhu.books.document import Book, ContentDocument, TocEntry
from jianzhu.books.registers import (
    bibliography_document,
    claims_document,
    glossary_documents,
    questions_document,
    references_document,
    timeline_document,
)
from jianzhu.books.xhtml import fill
from jianzhu.language import Language, Side, TextLanguages
from jianzhu.show.counts import counts_of, progress_of
from jianzhu.show.languages import language_name, translation_name
from jianzhu.show.messages import book_messages
from jianzhu.show.texts import rights_of, text_words
from jianzhu.source.records.terms import Bilingual

STYLE = Path(__file__).parent / "style.css"
#: What follows it where a text has a structure of its own.
STRUCTURE = Path(__file__).parent / "structure.css"
#: The namespace of the identifiers of this project's books (RFC 9562, section 6.6).
NAMESPACE = uuid.UUID("c6cc3c80-1283-4aa4-a67d-436f9e24ecee")


#: What the preface counts, and what that is called there.
_COUNTED = {
    "sentences": "segments",
    "notes": "notes",
    "concepts": "concepts",
    "events": "events",
    "claims": "claims",
    "relations": "relations",
}


def make_book(edition: Edition, lead: Side) -> Book:
    """The whole edition as a book in which `lead` leads."""
    texts = edition.texts
    lang = texts.reader(lead, edition.languages[0])
    authors = dict.fromkeys(article.record.author for article in edition.articles if article.record.author)
    sources = dict.fromkeys((texts.source.written(), *(article.source_tag for article in edition.articles)))
    translation = texts.translation.written()
    languages = (*sources, translation) if lead.is_source else (translation, *sources)
    return Book(
        lang=lang,
        lead=lead,
        title=edition.record.title,
        description=edition.record.line,
        rights=rights_of(edition.record, lang),
        identifier=_identifier(edition.record.title.en, texts, lead),
        modified=edition.record.modified,
        languages=languages,
        authors=tuple(authors),
        documents=tuple(_documents(edition, lang, lead, tuple(authors))),
        style=_style(edition),
    )


def _style(edition: Edition) -> str:
    files = [STYLE, *([STRUCTURE] if any(article.structured for article in edition.articles) else [])]
    return "".join(file.read_text(encoding="utf-8") for file in files)


def _identifier(title: str, texts: TextLanguages, lead: Side) -> str:
    """The same for every release of the edition (EPUB 3.3, section 5.5.3.1): `modified` distinguishes them."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{title}/{texts[lead]}-{texts[lead.other]}')}"


def _documents(edition: Edition, lang: Language, lead: Side, authors: tuple[Bilingual, ...]) -> list[ContentDocument]:
    t, record = book_messages(lang), edition.record
    rights, texts = rights_of(record, lang), text_words(record.called, lang)
    # The reader begins with the first chapter, where there is one.
    body = [
        replace(one, landmark="" if number else "bodymatter")
        for number, one in enumerate(chapters(edition, lang, lead))
    ]
    unsigned = any(article.record.author is None for article in edition.articles)
    title = fill(
        "title.xhtml.j2",
        lang,
        record=record,
        authors=authors,
        unsigned=unsigned,
        other=lang.other,
        lead=lead,
        pair=_pair(edition.texts, lead, lang),
        texts=texts,
    )
    return [
        ContentDocument("title.xhtml", title, TocEntry(t["title_page"], "title.xhtml"), "titlepage"),
        _preface(edition, lang, lead),
        *body,
        *_registers(edition, lang, lead),
        *glossary_documents(edition, lang, lead),
        *([bibliography_document(edition, lang)] if edition.sources else []),
        ContentDocument(
            "sources.xhtml",
            fill("sources.xhtml.j2", lang, edition=edition, rights=rights),
            TocEntry(t["sources"], "sources.xhtml"),
        ),
    ]


def _registers(edition: Edition, lang: Language, lead: Side) -> Iterator[ContentDocument]:
    """The registers in their order; one without records is left out."""
    if edition.questions:
        yield questions_document(edition, lang, lead)
    if edition.relations:
        yield references_document(edition, lang, lead)
    if edition.events:
        yield timeline_document(edition, lang)
    if edition.claims:
        yield claims_document(edition, lang, lead)


def _pair(texts: TextLanguages, lead: Side, lang: Language) -> dict[str, str]:
    """What the languages of a book are called in `lang`: the one that leads, the other, and a translation into the target."""
    return {
        "main": language_name(texts[lead], lang),
        "facing": language_name(texts[lead.other], lang),
        "translation": translation_name(texts.translation, lang),
    }


def _preface(edition: Edition, lang: Language, lead: Side) -> ContentDocument:
    t, counts = book_messages(lang), counts_of(edition)
    text = fill(
        "preface.xhtml.j2",
        lang,
        record=edition.record,
        lead=lead,
        pair=_pair(edition.texts, lead, lang),
        counts=[(counts[name], t[key]) for name, key in _COUNTED.items() if counts[name]],
        progress=progress_of(edition.sentences.values()),
    )
    return ContentDocument("preface.xhtml", text, TocEntry(t["preface"], "preface.xhtml"))
