"""Layout: from the lines of printed pages to paragraphs and headings; running heads and page numbers are left out."""

from __future__ import annotations

import itertools
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jianzhu.source.records.extract import ExtractBlock

#: How many lines at the top and at the bottom of a page can be running heads.
_EDGE = 2
_NUMBER = re.compile(
    r"[-–—·\s第]*(\d{1,4}|[ivxlc]{1,7})[-–—·\s页頁]*(?:[/／]\s*\d+)?|(?:Page|P\.)\s*(\d{1,4})(?:\s*of\s*\d+)?",
    re.IGNORECASE,
)
_ENDS = tuple("。！？…!?.：:”」』）)")
#: A heading is set larger than the text by this.
_LARGER = 1.15


@dataclass(frozen=True, kw_only=True)
class Line:
    """A printed line: its text, its edges in points from the left and the top of the page, and the size of its type."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


@dataclass(frozen=True)
class _Measure:
    """The usual line of a text: its edges, size and distance from the next."""

    left: float
    right: float
    size: float
    leading: float


def read_layout(pages: Sequence[Sequence[Line]]) -> tuple[list[ExtractBlock], list[str]]:
    """The blocks of `pages`, and the words of running heads and page numbers, which are left out."""
    joined = [_same_rows(lines) for lines in pages]
    kept, left_out = _without_running(joined)
    lines = [line for page in kept for line in page]
    if not lines:
        return [], left_out
    measure = _measure(kept)
    sizes = sorted({round(line.size) for line in lines if line.size > measure.size * _LARGER}, reverse=True)
    blocks: list[ExtractBlock] = []
    for paragraph in _paragraphs(kept, measure):
        text = join_lines([line.text for line in paragraph])
        size = paragraph[0].size
        is_heading = size > measure.size * _LARGER and len(text) <= 120
        level = min(sizes.index(round(size)) + 1, 6) if is_heading and round(size) in sizes else None
        if text:
            blocks.append(ExtractBlock(kind="heading" if level else "paragraph", level=level, text=text))
    return blocks, left_out


def join_lines(lines: Sequence[str]) -> str:
    """Lines of one paragraph as one: a hyphen at the end of a line goes where it parts a word, a space comes between words."""
    parts: list[str] = []
    last = ""
    for line in filter(None, lines):
        if last.endswith("\u00ad") or (re.search(r"[a-z]-$", last[-2:]) and re.match("[a-z]", line)):
            parts[-1] = last[:-1]
        elif last and not (_is_wide(last[-1]) and _is_wide(line[0])):
            parts.append(" ")
        parts.append(line)
        last = line
    return "".join(parts).replace("\u00ad", "")


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFH" and "HANGUL" not in unicodedata.name(character, "")


def _same_rows(lines: Sequence[Line]) -> list[Line]:
    """Lines that pdfium cut although they stand in one row, joined."""
    made: list[Line] = []
    for line in lines:
        last = made[-1] if made else None
        if (
            last is not None
            and abs(last.bottom - line.bottom) < 0.3 * line.size
            and 0 <= line.left - last.right < line.size
        ):
            gap = " " if line.left - last.right > 0.2 * line.size and not _is_wide(line.text[0]) else ""
            made[-1] = replace(
                last,
                text=last.text + gap + line.text,
                right=max(last.right, line.right),
                top=min(last.top, line.top),
                bottom=max(last.bottom, line.bottom),
            )
        elif line.text:
            made.append(line)
    return made


def _without_running(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without the lines that come again at the edges of several, and without numbers that count the pages."""
    keys: Counter[str] = Counter()
    for page in pages:
        keys.update({_key(page[at].text) for at in _edges(page)})
    needed = max(2, min(3, len(pages) // 2 + 1)) if len(pages) > 2 else 2
    kept: list[list[Line]] = []
    left_out: dict[str, None] = {}
    for page in pages:
        dropped = set()
        for at in _edges(page):
            text = page[at].text
            counts = keys[_key(text)] >= needed and (len(pages) > 2 or _NUMBER.fullmatch(text) is not None)
            if counts and len(text) <= 80:
                dropped.add(at)
                left_out.setdefault(text)
        kept.append([line for at, line in enumerate(page) if at not in dropped])
    # Where nothing is left, the few lines of the pages are their text.
    return (kept, list(left_out)) if any(kept) else ([list(page) for page in pages], [])


def _key(text: str) -> str:
    return "#" if _NUMBER.fullmatch(text) else re.sub(r"\d+", "#", "".join(text.split()))


def _edges(page: Sequence[Line]) -> list[int]:
    """The highest and the lowest lines of the page: pdfium gives lines in the order of the content, not of their places."""
    order = sorted(range(len(page)), key=lambda at: (page[at].top, page[at].left))
    return sorted({*order[:_EDGE], *order[-_EDGE:]})


def _measure(pages: Sequence[Sequence[Line]]) -> _Measure:
    lines = [line for page in pages for line in page]
    weights: Counter[int] = Counter()
    for line in lines:
        weights[round(line.size)] += len(line.text)
    body = weights.most_common(1)[0][0]
    plain = [line for line in lines if round(line.size) == body]
    left = Counter(round(line.left) for line in plain).most_common(1)[0][0]
    rights = sorted(line.right for line in plain)
    gaps = [
        after.top - before.top
        for page in pages
        for before, after in itertools.pairwise(page)
        if 0 < after.top - before.top < 4 * body
    ]
    return _Measure(
        left=min(left, *(round(line.left) for line in plain[:2000])) if len(plain) > 1 else left,
        right=rights[int(len(rights) * 0.9)],
        size=statistics.median(line.size for line in plain),
        leading=statistics.median(gaps) if gaps else 1.5 * body,
    )


def _paragraphs(pages: Sequence[Sequence[Line]], measure: _Measure) -> Iterator[list[Line]]:
    paragraph: list[Line] = []
    for page in pages:
        for at, line in enumerate(page):
            before = page[at - 1] if at else None
            if paragraph and _begins(paragraph[-1], line, before, measure):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _begins(last: Line, line: Line, before: Line | None, measure: _Measure) -> bool:
    """True where `line` begins a paragraph: another size, an indentation, a gap, or a short line that ends a sentence above it.

    `before` is the line above on the same page.
    """
    if abs(line.size - last.size) > 0.15 * max(measure.size, 1):
        return True
    is_short = last.right < measure.right - 2 * measure.size
    if is_short and (last.text.endswith(_ENDS) or last.right < measure.right - 0.3 * (measure.right - measure.left)):
        return True
    is_indented = line.left > last.left + 0.8 * measure.size and line.left < last.left + 6 * measure.size
    if is_indented and last.text.endswith(_ENDS):
        return True
    return before is not None and line.top - before.top > 1.45 * measure.leading
