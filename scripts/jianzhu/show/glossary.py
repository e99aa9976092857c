"""Glossary: the order of concepts in a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jianzhu.language import Language
from jianzhu.source.records import ConceptRecord
from jianzhu.text.collation import label_key, pinyin_key


def sort_key(concept: ConceptRecord, lang: Language) -> str:
    """What `concept` is sorted by in lists in `lang`: Chinese by pinyin, English by label."""
    return _KEYS[lang](concept)


_KEYS: Mapping[str, Callable[[ConceptRecord], str]] = {
    "zh": lambda concept: pinyin_key(concept.pref_label.zh_hans, concept.pinyin),
    "en": lambda concept: label_key(concept.pref_label.en),
}
