"""Document: one XHTML file of a book, and how it stands in the table of contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TocEntry:
    """A line of the table of contents: `lang` is the tag of its words where they are not in the book's language."""

    title: str
    href: str
    lang: str = ""
    entries: tuple[TocEntry, ...] = ()


@dataclass(frozen=True)
class ContentDocument:
    """A file of the book with its text; without an entry, one before it stands for it in the contents.

    `landmark` is its term in the vocabulary of EPUB landmarks, if it is one.
    """

    path: str
    text: str
    entry: TocEntry | None = None
    landmark: str = ""
