"""The books of the showcase: every kind of block, and an image."""

from __future__ import annotations

from jianzhu.books.epub import epub_files

from tests.books.opened import Opened
from tests.showcase.edition import showcase


def test_a_book_with_every_kind_is_valid(epubcheck, tmp_path):
    for name, data in epub_files(showcase(), "showcase").items():
        path = tmp_path / name
        path.write_bytes(data)
        assert epubcheck(path) == []
        assert "EPUB/images/kinds/hills.png" in Opened(data).files
