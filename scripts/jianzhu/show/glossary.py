"""Glossary: the order of concepts in a list."""

from __future__ import annotations

from jianzhu.source.records import ConceptRecord
from jianzhu.text.collation import label_key, pinyin_key


def sort_key(concept: ConceptRecord, lang: str) -> str:
    """What `concept` is sorted by in lists in `lang`: Chinese by pinyin, English by label."""
    label = concept.pref_label
    return pinyin_key(label.zh_hans, concept.pinyin) if lang == "zh" else label_key(label.en)
