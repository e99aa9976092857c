"""Tables: the rows of a table as cells, one for every column; a table that only arranges a page is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from jianzhu.extract.dom import strings_of, tag_of

#: More columns than this has no table that a text has; spans are cut there.
_WIDEST = 100
_LONG_CELL = 200


@dataclass(frozen=True)
class Row:
    """The cells of a row; None where another cell reaches into it."""

    cells: tuple[etree._Element | None, ...]
    is_header: bool


def is_layout(table: etree._Element) -> bool:
    """True where the cells hold more than cells do, or there is but one column."""
    if str(table.get("role") or "") in ("presentation", "none"):
        return True
    widest = 0
    for row in _rows(table):
        cells = [cell for cell in row if tag_of(cell) in ("td", "th")]
        widest = max(widest, len(cells))
        for cell in cells:
            # A column of an old page: its paragraphs are divided by line breaks.
            if sum(1 for _ in cell.iter("br")) > 2 and len("".join(strings_of(cell))) > _LONG_CELL:
                return True
            paragraphs = 0
            for part in cell.iterdescendants():
                tag = tag_of(part)
                paragraphs += tag == "p"
                if re.fullmatch("h[1-6]|table|blockquote|pre|hr|article|section", tag) or paragraphs > 2:
                    return True
    return widest < 2


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if tag_of(child) == "tr":
            yield child
        elif tag_of(child) in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if tag_of(row) == "tr")


def rows_of(table: etree._Element) -> Iterator[Row]:
    """The rows of `table`: a cell that spans several is in the first, the others are empty there."""
    reaching: dict[int, int] = {}  # column -> how many more rows a cell above reaches into
    for number, row in enumerate(_rows(table)):
        cells: list[etree._Element | None] = []

        def fill(cells: list[etree._Element | None] = cells) -> None:
            while len(cells) < _WIDEST and reaching.get(len(cells), 0) > 0:
                reaching[len(cells)] -= 1
                cells.append(None)

        own = [cell for cell in row if tag_of(cell) in ("td", "th")]
        for cell in own:
            fill()
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for offset in range(min(width, _WIDEST - len(cells))):
                reaching[len(cells)] = height - 1
                cells.append(None if offset else cell)
        fill()
        parent = row.getparent()
        in_head = parent is not None and tag_of(parent) == "thead"
        all_heads = bool(own) and all(tag_of(cell) == "th" for cell in own)
        yield Row(tuple(cells), in_head or (all_heads and number == 0))


def _span(cell: etree._Element, key: str) -> int:
    found = re.fullmatch(r"\s*(\d{1,4})\s*", str(cell.get(key) or ""))
    return max(1, int(found[1])) if found else 1
