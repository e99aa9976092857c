"""Sounds: how each common Chinese character is read, for names that are written with another of the same sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from pypinyin import lazy_pinyin

from jianzhu.text.folding import fold

#: The rows of GB 2312 with characters; the rest of the rows are signs and letters.
_ROWS, _CELLS = range(0xB0, 0xF8), range(0xA1, 0xFF)


@lru_cache(maxsize=1)
def sounds() -> str:
    """Each syllable without its tone, and the characters that are mostly read so, separated by spaces: those of GB 2312, folded."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for character in _characters():
        (syllable,) = lazy_pinyin(character, v_to_u=False)
        if syllable.isascii() and syllable.isalpha():
            found[syllable][fold(character)] = None
    return " ".join(f"{syllable}{''.join(found[syllable])}" for syllable in sorted(found))


def _characters() -> Iterator[str]:
    for row in _ROWS:
        for cell in _CELLS:
            character = bytes((row, cell)).decode("gb2312", "ignore")
            if character:
                yield character
