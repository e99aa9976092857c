"""Collation: the order of names in a list, and the letter under which one stands."""

from __future__ import annotations

import re
import unicodedata

#: Under this stand names that begin with a figure, and Chinese ones without pinyin.
NO_LETTER = "other"


def pinyin_key(label: str, pinyin: str | None) -> str:
    """What a Chinese label is sorted by: its pinyin without tones, or itself where it has none; without regard to case."""
    return toneless(pinyin or label)


def label_key(label: str) -> str:
    """What an English label is sorted by: itself without its article and without regard to case."""
    return re.sub(r"^(?:the|an?) ", "", toneless(label))


def initial(key: str) -> str:
    """The letter, a to z, under which a name with this key stands."""
    return key[0] if re.match("[a-z]", key) else NO_LETTER


def toneless(pinyin: str) -> str:
    """Letters without tone marks and accents, in lower case."""
    decomposed = unicodedata.normalize("NFD", pinyin)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
