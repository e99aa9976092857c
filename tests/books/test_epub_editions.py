"""The checker that publishers use finds nothing in the books of the tiny editions."""

from __future__ import annotations

from jianzhu.books.epub import epub_files
from jianzhu.compile import compile_edition

from tests.editions.cases import each


@each
def test_its_books_are_valid(case, epubcheck, tmp_path):
    edition, _ = compile_edition(case.folder)
    for name, data in epub_files(edition, case.slug).items():
        path = tmp_path / name
        path.write_bytes(data)
        assert epubcheck(path) == []
