"""Collation: the order of concepts in a list, and the letter under which one stands."""

from __future__ import annotations

import re
import unicodedata

from edition.records import ConceptRecord

#: Under this stand names that begin with a figure, and Chinese ones without pinyin.
NO_LETTER = "other"


def sort_key(concept: ConceptRecord, lang: str) -> str:
    """Chinese by pinyin without tones, English by label without its article; both without regard to case."""
    if lang == "zh":
        return toneless(concept.pinyin or concept.pref_label.zh_hans)
    return re.sub(r"^(?:the|an?) ", "", toneless(concept.pref_label.en))


def initial(key: str) -> str:
    """The letter, a to z, under which a name with this `sort_key` stands."""
    return key[0] if re.match("[a-z]", key) else NO_LETTER


def toneless(pinyin: str) -> str:
    """Letters without tone marks and accents, in lower case."""
    decomposed = unicodedata.normalize("NFD", pinyin)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
