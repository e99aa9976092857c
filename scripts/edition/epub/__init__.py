"""EPUB: the edition as books for e-readers, one for each direction of the language pair.

sentences   a sentence as pieces: text, links to the glossary, signs of notes
footnotes   what the signs open: notes, emendations, cross-references
chapters    one document an article
registers   questions, cross-references, timeline, claims, glossary
book        all documents in their order, with what is known of the whole
package     the book as the bytes of an EPUB 3 file
"""

from __future__ import annotations

from edition.epub.book import make_book
from edition.epub.package import pack
from edition.relate import Edition
from edition.render.claims import voice_token

#: The language that leads in a book, and what the pair is called in the name of its file.
PAIRS = {"zh": "zh-en", "en": "en-zh"}


def epub_files(edition: Edition) -> dict[str, bytes]:
    """The books by the name of the file: one in which Chinese leads, and one in which English does."""
    name = voice_token(edition.record.title.en) or "edition"
    return {f"{name}.{pair}.epub": pack(make_book(edition, lang)) for lang, pair in PAIRS.items()}
