"""Table: columns of text in a terminal, where a Chinese character is as wide as two letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width_of(text: str) -> int:
    """How many columns of a terminal `text` takes: two for what is wide (Unicode Standard Annex #11), none for what combines."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shortened(text: str, columns: int) -> str:
    """`text` in at most `columns` columns of a terminal, with an ellipsis where it is cut."""
    if width_of(text) <= columns:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > columns - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def table(rows: Sequence[Sequence[str]], numbers: Sequence[bool]) -> str:
    """`rows` as lines with aligned columns: those of `numbers` to the right, the others to the left."""
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            " " * (width - width_of(cell)) + cell if number else cell + " " * (width - width_of(cell))
            for cell, width, number in zip(row, widths, numbers, strict=True)
        ).rstrip()
        for row in rows
    )
