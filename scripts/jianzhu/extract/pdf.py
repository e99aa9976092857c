"""PDF with a text layer: the lines of its pages, as pdfium finds them."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2 as pdfium
from pypdfium2 import raw

from jianzhu.extract.extraction import Extraction, Found, Neighbor, UnreadableFile, make_record
from jianzhu.extract.finish import finish
from jianzhu.extract.layout import Line, read_layout

PACKAGES = ("pypdfium2",)
#: What pdfium gives for a hyphen at the end of a line.
_HYPHENS = "\x02\ufffe\u00ad"
_FEW_WORDS = 10
_KEYS = {"Title": "title", "Author": "author"}


def read(data: bytes, _encoding: str, _neighbor: Neighbor) -> Extraction:
    """The paragraphs of a PDF. Raises UnreadableFile where it is damaged, needs a password, or is a scan without words."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableFile(
            f"pdfium cannot open it: {error}", "a whole PDF without a password", "get another file"
        ) from error
    try:
        pages = [list(_lines(page)) for page in _pages(document)]
        found = _properties(document)
    finally:
        document.close()
    if sum(len(line.text) for lines in pages for line in lines) < _FEW_WORDS:
        raise UnreadableFile(
            f"it has {len(pages)} pages and no text layer: they are images",
            "a PDF whose words can be selected",
            "recognize its words first, with OCR software, and add the result",
        )
    blocks, left_out = read_layout(pages)
    return Extraction(record=make_record(PACKAGES, finish(blocks), left_out), found=found)


def _pages(document: pdfium.PdfDocument) -> Iterator[pdfium.PdfPage]:
    for number in range(len(document)):
        page = document[number]
        try:
            yield page
        finally:
            page.close()


def _lines(page: pdfium.PdfPage) -> Iterator[Line]:
    """The lines of a page in the order of its content, each with the place and size of its characters."""
    text_page = page.get_textpage()
    try:
        handle = text_page.raw
        count = raw.FPDFText_CountChars(handle)
        start, characters = 0, [raw.FPDFText_GetUnicode(handle, at) for at in range(max(count, 0))]
        for at in range(len(characters) + 1):
            if at < len(characters) and characters[at] not in (10, 13):
                continue
            if line := _line(handle, characters, start, at, page.get_height()):
                yield line
            start = at + 1
    finally:
        text_page.close()


def _line(handle: object, characters: list[int], start: int, end: int, height: float) -> Line | None:
    text = "".join(map(_character, characters[start:end]))
    inked = [at for at in range(start, end) if characters[at] > 32 and characters[at] != 0x3000]
    if not text.strip() or not inked:
        return None
    boxes = [_box(handle, at) for at in (inked[0], inked[len(inked) // 2], inked[-1])]
    size = max(raw.FPDFText_GetFontSize(handle, inked[len(inked) // 2]), boxes[1][3] - boxes[1][2], 1.0)
    return Line(
        text=text.strip(" \t\u00a0\u3000"),
        left=min(box[0] for box in boxes),
        right=max(box[1] for box in boxes),
        top=height - max(box[3] for box in boxes),
        bottom=height - min(box[2] for box in boxes),
        size=size,
    )


def _character(code: int) -> str:
    if code == 0 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    character = chr(code)
    return "\u00ad" if character in _HYPHENS else re.sub("[\x00-\x08\x0b-\x1f\x7f\uffff]", "", character)


def _box(handle: object, at: int) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of a character."""
    values = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(handle, at, *values)
    return values[0].value, values[1].value, values[2].value, values[3].value


def _properties(document: pdfium.PdfDocument) -> dict[str, tuple[Found, ...]]:
    found: dict[str, tuple[Found, ...]] = {}
    for key, field in _KEYS.items():
        value = " ".join(document.get_metadata_value(key).split())
        if value:
            found[field] = (Found(value=value[:300], where=f"document properties, {key}"),)
    created = re.match(r"D:(\d{4})(\d{2})(\d{2})", document.get_metadata_value("CreationDate"))
    if created:
        found["date"] = (Found(value="-".join(created.groups()), where="document properties, CreationDate"),)
    return found
