"""Book: all documents in their order, and what is known of the whole."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.books.chapters import chapters
from jianzhu.books.document import Book, ContentDocument, TocEntry
from jianzhu.books.registers import (
    claims_document,
    glossary_documents,
    questions_document,
    references_document,
    timeline_document,
)
from jianzhu.books.xhtml import fill
from jianzhu.language import Language, Side, TextLanguages
from jianzhu.show.counts import counts_of, progress_of
from jianzhu.show.messages import book_messages
from jianzhu.source.records.terms import Bilingual

STYLE = Path(__file__).parent / "style.css"
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
        identifier=_identifier(edition.record.title.en, texts, lead),
        modified=edition.record.modified,
        languages=languages,
        authors=tuple(authors),
        documents=tuple(_documents(edition, lang, lead, tuple(authors))),
        style=STYLE.read_text(encoding="utf-8"),
    )


def _identifier(title: str, texts: TextLanguages, lead: Side) -> str:
    """The same for every release of the edition (EPUB 3.3, section 5.5.3.1): `modified` distinguishes them."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{title}/{texts[lead]}-{texts[lead.other]}')}"


def _documents(edition: Edition, lang: Language, lead: Side, authors: tuple[Bilingual, ...]) -> list[ContentDocument]:
    t, record = book_messages(lang), edition.record
    first, *others = chapters(edition, lang, lead)
    unsigned = any(article.record.author is None for article in edition.articles)
    title = fill("title.xhtml.j2", lang, record=record, authors=authors, unsigned=unsigned, other=lang.other)
    return [
        ContentDocument("title.xhtml", title, TocEntry(t["title_page"], "title.xhtml"), "titlepage"),
        _preface(edition, lang),
        replace(first, landmark="bodymatter"),
        *others,
        questions_document(edition, lang, lead),
        references_document(edition, lang, lead),
        timeline_document(edition, lang),
        claims_document(edition, lang, lead),
        *glossary_documents(edition, lang, lead),
        ContentDocument(
            "sources.xhtml",
            fill("sources.xhtml.j2", lang, edition=edition),
            TocEntry(t["sources"], "sources.xhtml"),
        ),
    ]


def _preface(edition: Edition, lang: Language) -> ContentDocument:
    t, counts = book_messages(lang), counts_of(edition)
    text = fill(
        "preface.xhtml.j2",
        lang,
        record=edition.record,
        counts=[(counts[name], t[key]) for name, key in _COUNTED.items()],
        progress=progress_of(edition.sentences.values()),
    )
    return ContentDocument("preface.xhtml", text, TocEntry(t["preface"], "preface.xhtml"))
