"""Book: all documents in their order, and what is known of the whole."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from jianzhu.annotate.relate import Edition
from jianzhu.books.chapters import chapters
from jianzhu.books.document import Document, Entry
from jianzhu.books.registers import (
    claims_document,
    glossary_documents,
    questions_document,
    references_document,
    timeline_document,
)
from jianzhu.books.xhtml import fill
from jianzhu.language import SOURCE, TRANSLATION, Language
from jianzhu.show.messages import book_messages
from jianzhu.source.records import Bilingual

STYLE = Path(__file__).parent / "style.css"
#: The namespace of the identifiers of this project's books (RFC 9562, section 6.6).
NAMESPACE = uuid.UUID("c6cc3c80-1283-4aa4-a67d-436f9e24ecee")


@dataclass(frozen=True)
class Book:
    """A book in which `lang` leads. `identifier` is a URN, `modified` a day, `languages` are tags, the leading first."""

    lang: Language
    title: Bilingual
    description: Bilingual
    identifier: str
    modified: str
    languages: tuple[str, ...]
    authors: tuple[Bilingual, ...]
    documents: tuple[Document, ...]
    style: str


def make_book(edition: Edition, lang: Language) -> Book:
    """The whole edition as a book in which `lang` leads."""
    authors = dict.fromkeys(article.record.author for article in edition.articles if article.record.author)
    scripts = dict.fromkeys((SOURCE.tag, *(article.record.script for article in edition.articles)))
    languages = (*scripts, TRANSLATION.tag) if lang.is_source else (TRANSLATION.tag, *scripts)
    return Book(
        lang,
        edition.record.title,
        edition.record.line,
        _identifier(edition.record.title.en, lang),
        edition.record.modified,
        languages,
        tuple(authors),
        tuple(_documents(edition, lang, tuple(authors))),
        STYLE.read_text(encoding="utf-8"),
    )


def _identifier(title: str, lang: Language) -> str:
    """The same for every release of the edition (EPUB 3.3, section 5.5.3.1): `modified` distinguishes them."""
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, f'{title}/{lang}-{lang.other}')}"


def _documents(edition: Edition, lang: Language, authors: tuple[Bilingual, ...]) -> list[Document]:
    t, record = book_messages(lang), edition.record
    first, *others = chapters(edition, lang)
    unsigned = any(article.record.author is None for article in edition.articles)
    title = fill("title.xhtml.j2", lang, record=record, authors=authors, unsigned=unsigned, other=lang.other)
    return [
        Document("title.xhtml", title, Entry(t["title_page"], "title.xhtml"), "titlepage"),
        _preface(edition, lang),
        replace(first, landmark="bodymatter"),
        *others,
        questions_document(edition, lang),
        references_document(edition, lang),
        timeline_document(edition, lang),
        claims_document(edition, lang),
        *glossary_documents(edition, lang),
        Document(
            "sources.xhtml",
            fill("sources.xhtml.j2", lang, edition=edition),
            Entry(t["sources"], "sources.xhtml"),
        ),
    ]


def _preface(edition: Edition, lang: Language) -> Document:
    counts = [
        (len(edition.sentences), "segments"),
        (sum(len(article.notes) for article in edition.articles), "notes"),
        (len(edition.concepts), "concepts"),
        (len(edition.events), "events"),
        (len(edition.claims), "claims"),
        (len(edition.relations), "relations"),
    ]
    sentences = edition.sentences.values()
    text = fill(
        "preface.xhtml.j2",
        lang,
        record=edition.record,
        counts=counts,
        count=len(edition.sentences),
        translated=sum(sentence.translation is not None for sentence in sentences),
        reviewed=sum(sentence.translation_status == "reviewed" for sentence in sentences),
    )
    return Document("preface.xhtml", text, Entry(book_messages(lang)["preface"], "preface.xhtml"))
