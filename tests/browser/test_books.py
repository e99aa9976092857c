"""The books on a phone: every part fits its width, and axe finds no violation."""

from __future__ import annotations

import zipfile
from pathlib import Path

import axe_playwright_python

from tests.books.opened import books_of
from tests.browser.viewports import PHONE

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
#: A document of a book is a part of a page, and need not have a main part of its own.
RULES = "{rules: {'landmark-one-main': {enabled: false}}}"


def test_a_phone_shows_every_part_within_its_width_and_axe_finds_nothing(browser, small, tmp_path):
    page = browser.new_context(viewport=PHONE).new_page()
    for lang, book in books_of(small).items():
        path = tmp_path / f"{lang}.epub"
        path.write_bytes(book.data)
        zipfile.ZipFile(path).extractall(tmp_path / lang)
        for name in book.documents:
            page.goto((tmp_path / lang / "EPUB" / name).as_uri())
            assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), (
                name
            )
            page.evaluate(AXE)
            found = page.evaluate(f"axe.run({RULES}).then(result => result.violations)")
            assert [(violation["id"], violation["nodes"][0]["html"]) for violation in found] == [], (lang, name)
