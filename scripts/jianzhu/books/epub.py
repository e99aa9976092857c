"""EPUB: both books of the edition, as files in dist/."""

from __future__ import annotations

from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.books.book import make_book
from jianzhu.books.package import pack
from jianzhu.compile import compile_publishable
from jianzhu.language import Side, TextLanguages
from jianzhu.release.dist import release_of, write_release
from jianzhu.source.problems import Problem
from jianzhu.storage.lock import one_at_a_time


def pair(texts: TextLanguages, lead: Side) -> str:
    """What the pair of languages is called in the name of the book in which `lead` leads: `zh-en`."""
    return f"{texts[lead]}-{texts[lead.other]}"


def make_epubs(root: Path) -> tuple[list[Path], list[Problem]]:
    """Write both books of the edition in seeds/ below `root` into dist/; their paths, and the editorial problems.

    Raises EditionError for fatal problems, OSError where dist/ cannot be written: the last good books stay then.
    """
    with one_at_a_time(root, "epub"):
        release = release_of(root)
        edition, problems = compile_publishable(root)
        return write_release(root, epub_files(edition, release.stem)), problems


def epub_files(edition: Edition, stem: str) -> dict[str, bytes]:
    """The books by the name of the file: one in which the source leads, and one in which the translation does."""
    return {f"{stem}.{pair(edition.texts, lead)}.epub": pack(make_book(edition, lead)) for lead in Side}
