"""Robust: whatever the bytes, a file is read or refused with a reason; nothing grows, hangs or falls over."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.extract.encoding import UndecodableSeed
from jianzhu.extract.extraction import Extraction, UnreadableFile
from jianzhu.extract.formats import FORMATS, detect_format, extract

from tests.extract.made import book_epub, essay_docx, paper_pdf, scan_pdf
from tests.extract.make import make_docx, make_epub, make_zip
from tests.extract.test_files import FILES

BASES = {
    "docx": essay_docx(),
    "epub": book_epub(),
    "pdf": paper_pdf(),
    "md": (FILES / "newsletter.md").read_bytes(),
    "html": (FILES / "news.html").read_bytes(),
}
#: What an accident or an attacker puts into a file.
PIECES = [
    b"<",
    b"</p>",
    b"<table><tr>",
    b"<ruby><rt>",
    b"&#0;",
    b"&#xD800;",
    b"<!--",
    b"```\n",
    b"$",
    b"[^1]",
    b"\0",
    b"\xff",
]
PIECES += [
    b'<a href="#n1">1</a>',
    b'<svg><image href="x"/></svg>',
    b"<math>",
    b"<li>",
    b"<br>",
    b"\n> ",
    b"    ",
    b"<![CDATA[",
]


def try_to_read(data: bytes, name: str) -> Extraction | None:
    """The reading of `data`; None where it is refused, as it may be, or where it is plain text."""
    try:
        format_, encoding = detect_format(data, name)
        if not FORMATS[format_].module:
            return None
        extraction = extract(data, format_, encoding)
    except UnreadableFile as error:
        assert error.wrong
        assert error.expected
        assert error.advice
        return None
    except UndecodableSeed:
        return None
    for block in extraction.record.blocks:
        assert all(0 <= inline.start < inline.end <= len(block.text) for inline in block.inlines)
    return extraction


@given(st.binary(max_size=400), st.sampled_from(["", *BASES, "txt"]))
def test_any_bytes(data, suffix):
    try_to_read(data, f"file.{suffix}")


@st.composite
def mutated(draw: st.DrawFn) -> tuple[bytes, str]:
    """A real file with a few changes; those of an archive are made in one of the files in it."""
    suffix = draw(st.sampled_from(sorted(BASES)))
    data = BASES[suffix]
    if suffix not in ("docx", "epub") or draw(st.booleans()):
        return draw(changed(data)), suffix
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    name = draw(st.sampled_from(sorted(files)))
    files[name] = draw(changed(files[name]))
    return make_zip(files), suffix


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 60))
        data = data[:at] + draw(st.sampled_from([b"", *PIECES])) + data[at + length :]
    return data


@given(mutated())
def test_damaged_files(given):
    data, suffix = given
    try_to_read(data, f"file.{suffix}")


DEEP = 20_000
ENTITY = '<!DOCTYPE d [<!ENTITY a "b">]>'


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (scan_pdf(), "scan.pdf", "no text layer"),
        (paper_pdf()[:300], "cut.pdf", "pdfium cannot open it"),
        (essay_docx()[:500], "cut.docx", "the archive is damaged"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old.doc", "old Office"),
        (b"{\\rtf1 a}", "note.rtf", "rich text"),
        (b"\x89PNG\r\n\x1a\n", "photo.png", "an image"),
        (b"abc", "notes.docx", "named .docx"),
        (bytes(range(32)) * 99 + b"\xff", "program", "binary"),
        (make_zip({"a.txt": "b"}), "texts.zip", "an archive"),
        (make_zip({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "table.xlsx", "another Office format"),
        (make_docx("<w:p/>"), "empty.docx", "no words"),
        (make_docx("", {"word/document.xml": f"{ENTITY}<w:document/>"}), "entities.docx", "document type"),
        (make_epub({"one": ""}, {"text/one.xhtml": f"{ENTITY}<html/>".encode()}), "entities.epub", "entities"),
        (make_docx("", {"word/document.xml": b" " * 20_000_000}), "bomb.docx", "unpacks to"),
        (make_epub({"one": "<body/>"}, {"text/one.xhtml": b" " * 20_000_000}), "bomb.epub", "unpacks to"),
        (make_zip({"META-INF/container.xml": "<container/>"}), "bare.epub", "no package document"),
        (b"<!DOCTYPE html><html><body><script>x</script></body></html>", "page.html", "no words"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_its_reason(data, name, reason):
    with pytest.raises(UnreadableFile, match=reason):
        _read(data, name)


def _read(data: bytes, name: str) -> Extraction:
    format_, encoding = detect_format(data, name)
    return extract(data, format_, encoding)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<div>" * DEEP + "文".encode(), "deep.html"),
        (b"<b>" * DEEP + "文".encode(), "bold.html"),
        (b"<ul><li>" * DEEP + "文".encode(), "list.html"),
        (b"<table><tr><td>" * 5000 + "文".encode(), "table.html"),
        (b"<ruby><rt>" * 5000 + "文".encode(), "ruby.html"),
        (b"<p>" + b'<a href="#x">1</a>' * 5000 + "<p id=x>文".encode(), "signs.html"),
        (b"> " * 3000 + "文".encode(), "quote.md"),
        (b"[" * 20_000 + "文".encode(), "brackets.md"),
        (b"*a " * 20_000 + "文".encode(), "stars.md"),
        (b"`" * 20_000 + "文".encode(), "ticks.md"),
        (b"$" * 20_000 + "文".encode(), "dollars.md"),
        (b"a@" * 20_000 + "文".encode(), "mail.md"),
        ("甲：乙".encode() * 20_000, "colons.md"),
        (b"\\(" * 20_000 + "文".encode(), "formulas.md"),
        (b'<td colspan="9999" rowspan="9999">' * 2000 + "文".encode(), "spans.html"),
        (b"<table>" + b'<tr><td colspan="999" rowspan="999">a' * 2000, "cells.html"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nesting_and_repetition_are_no_trouble(data, name):
    try_to_read(data, name)
