"""Package: a book as the bytes of an EPUB 3 file.

The container is a zip file with a package document, a navigation document and the XHTML (https://www.w3.org/TR/epub-33/).
No library for EPUB makes it; the README tells why.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import unquote

from jianzhu.books.document import Book
from jianzhu.books.xhtml import fill
from jianzhu.release.archive import Archive
from jianzhu.show.messages import Messages, book_messages

FOLDER = "EPUB"
_MIMETYPE = "mimetype"


def pack(book: Book) -> bytes:
    """The same bytes for the same book wherever zlib is the same: entries in a fixed order, and no clock.

    Raises OSError where an image cannot be read.
    """
    buffer = io.BytesIO()
    # Zip begins in 1980, and keeps local time without saying which: midnight of the day everywhere.
    time = max(datetime.fromisoformat(book.modified).replace(tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC))
    with Archive(buffer, "", time) as archive:
        for path, text in book_files(book):
            # The type of the file must be readable at its beginning (OCF 4.2.6.2).
            archive.add(path, text.encode("utf-8"), deflated=path != _MIMETYPE)
        for image in book.images:
            archive.add(f"{FOLDER}/{unquote(image.href)}", image.file.read_bytes())
    return buffer.getvalue()


def book_files(book: Book) -> Iterator[tuple[str, str]]:
    """Every file of text by its path, in the order in which they stand in the container; the images stand behind them."""
    t, lang = book_messages(book.lang), book.lang
    yield _MIMETYPE, "application/epub+zip"
    yield "META-INF/container.xml", fill("container.xml.j2", lang, folder=FOLDER)
    yield f"{FOLDER}/package.opf", fill("package.opf.j2", lang, book=book, other=lang.other)
    yield f"{FOLDER}/nav.xhtml", fill("nav.xhtml.j2", lang, book=book, landmarks=list(_landmarks(book, t)))
    yield f"{FOLDER}/style.css", book.style
    for document in book.documents:
        yield f"{FOLDER}/{document.path}", document.text


def _landmarks(book: Book, t: Messages) -> Iterator[tuple[str, str, str]]:
    """Term, title and address of each landmark: those of the documents, the contents, and where the text begins."""
    yield "toc", t["contents"], "nav.xhtml"
    for document in book.documents:
        if document.landmark and document.entry:
            yield document.landmark, document.entry.title, document.path
