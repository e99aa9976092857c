"""Book: all documents in their order, and what is known of the whole."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from jianzhu.annotate.relate import Edition
from jianzhu.books.chapters import chapters
from jianzhu.books.document import ContentDocument, TocEntry
from jianzhu.books.registers import (
    claims_document,
    glossary_documents,
    questions_document,
    references_document,
    timeline_document,
)
from jianzhu.books.xhtml import fill
from jianzhu.language import SOURCE, TRANSLATION, Language
from jianzhu.show.counts import counts_of, progress_of
from jianzhu.show.messages import book_messages
from jianzhu.source.records import Bilingual

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


@dataclass(frozen=True, kw_only=True)
class Book:
    """A book in which `lang` leads. `identifier` is a URN, `modified` a day, `languages` are tags, the leading first."""

    lang: Language
    title: Bilingual
    description: Bilingual
    identifier: str
    modified: str
    languages: tuple[str, ...]
    authors: tuple[Bilingual, ...]
    documents: tuple[ContentDocument, ...]
    style: str


def make_book(edition: Edition, lang: Language) -> Book:
    """The whole edition as a book in which `lang` leads."""
    authors = dict.fromkeys(article.record.author for article in edition.articles if article.record.author)
    scripts = dict.fromkeys((SOURCE.tag, *(article.record.script for article in edition.articles)))
    languages = (*scripts, TRANSLATION.tag) if lang.is_source else (TRANSLATION.tag, *scripts)
    return Book(
        lang=lang,
        title=edition.record.title,
        description=edition.record.line,
        identifier=_identifier(edition.record.title.en, lang),
        modified=edition.record.modified,
        languages=languages,
        authors=tuple(authors),
        documents=tuple(_documents(edition, lang, tuple(authors))),
        style=STYLE.read_text(encoding="utf-8"),
    )


def _identifier(title: str, lang: Language) -> str:
    """The same for every release of the edition (EPUB 3.3, section 5.5.3.1): `modified` distinguishes them."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{title}/{lang}-{lang.other}')}"


def _documents(edition: Edition, lang: Language, authors: tuple[Bilingual, ...]) -> list[ContentDocument]:
    t, record = book_messages(lang), edition.record
    first, *others = chapters(edition, lang)
    unsigned = any(article.record.author is None for article in edition.articles)
    title = fill("title.xhtml.j2", lang, record=record, authors=authors, unsigned=unsigned, other=lang.other)
    return [
        ContentDocument("title.xhtml", title, TocEntry(t["title_page"], "title.xhtml"), "titlepage"),
        _preface(edition, lang),
        replace(first, landmark="bodymatter"),
        *others,
        questions_document(edition, lang),
        references_document(edition, lang),
        timeline_document(edition, lang),
        claims_document(edition, lang),
        *glossary_documents(edition, lang),
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
