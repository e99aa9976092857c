"""Tables: cases that a person can read, a line each, with columns separated by bars; what begins with `#` is a comment."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent
#: (words, what they mean), in their order.
Reading = list[tuple[str, str]]


def lines(path: Path) -> list[list[str]]:
    """The lines of a table, each cut at its bars."""
    rows = path.read_text(encoding="utf-8").splitlines()
    return [re.split(r" \|(?: |$)", row) for row in rows if row and not row.startswith("#")]


def cases(name: str) -> list[list[str]]:
    """The cases of the table `name`; its last column is empty where a line ends without it."""
    rows = lines(FOLDER / f"{name}.txt")
    return [[*row, *[""] * (len(rows[0]) - len(row))] for row in rows]


def reading(text: str) -> Reading:
    """`words = meaning; words = meaning` as pairs."""
    pairs = (part.partition(" = ") for part in text.split("; ") if part)
    return [(words, meaning) for words, _, meaning in pairs]
