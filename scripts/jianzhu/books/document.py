"""Document: the files of a book, and how they stand in the table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from jianzhu.language import Language, Side
from jianzhu.source.records.terms import Bilingual


@dataclass(frozen=True)
class TocEntry:
    """A line of the table of contents: `lang` is the tag of its words where they are not in the book's language."""

    title: str
    href: str
    lang: str = ""
    entries: tuple[TocEntry, ...] = ()


@dataclass(frozen=True)
class Resource:
    """An image of the book: its address there, the file that it is copied from, and its media type."""

    href: str
    file: Path
    media_type: str


@dataclass(frozen=True)
class ContentDocument:
    """A file of the book with its text; without an entry, one before it stands for it in the contents.

    `landmark` is its term in the vocabulary of EPUB landmarks, if it is one.
    """

    path: str
    text: str
    entry: TocEntry | None = None
    landmark: str = ""
    images: tuple[Resource, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Book:
    """A book in words of `lang` in which the side `lead` leads.

    `identifier` is a URN, `modified` a day, `languages` are tags, the leading first.
    """

    lang: Language
    lead: Side
    title: Bilingual
    description: Bilingual
    rights: str
    identifier: str
    modified: str
    languages: tuple[str, ...]
    authors: tuple[Bilingual, ...]
    documents: tuple[ContentDocument, ...]
    style: str

    @property
    def images(self) -> tuple[Resource, ...]:
        """The images of all documents, each once."""
        return tuple(dict.fromkeys(image for document in self.documents for image in document.images))
