"""EPUB: both books of the edition, as files in dist/."""

from __future__ import annotations

from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.books.book import make_book
from jianzhu.books.package import pack
from jianzhu.compile import compile_publishable
from jianzhu.language import LANGUAGES
from jianzhu.release.dist import release_of, write_release
from jianzhu.source.problems import Problem
from jianzhu.storage.lock import one_at_a_time

#: The language that leads in a book, and what the pair is called in the name of its file.
PAIRS = {lang: f"{lang}-{lang.other}" for lang in LANGUAGES}


def make_epubs(root: Path) -> tuple[list[Path], list[Problem]]:
    """Write both books of the edition in seeds/ below `root` into dist/; their paths, and the editorial problems.

    Raises EditionError for fatal problems, OSError where dist/ cannot be written: the last good books stay then.
    """
    with one_at_a_time(root, "epub"):
        release = release_of(root)
        edition, problems = compile_publishable(root)
        return write_release(root, epub_files(edition, release.stem)), problems


def epub_files(edition: Edition, stem: str) -> dict[str, bytes]:
    """The books by the name of the file: one in which Chinese leads, and one in which English does."""
    return {f"{stem}.{pair}.epub": pack(make_book(edition, lang)) for lang, pair in PAIRS.items()}
