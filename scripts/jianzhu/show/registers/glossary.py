"""Glossary: the concepts in the order of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.source.records.registers import ConceptRecord
from jianzhu.text.collation import label_key, pinyin_key


def sort_key(concept: ConceptRecord, lang: Language) -> str:
    """What `concept` is sorted by in lists in `lang`: Chinese by pinyin, English by label."""
    return _KEYS[lang](concept)


_KEYS: Mapping[str, Callable[[ConceptRecord], str]] = {
    "zh": lambda concept: pinyin_key(concept.pref_label["zh"], concept.pinyin),
    "en": lambda concept: label_key(concept.pref_label["en"]),
}


def concepts_by_type(edition: Edition, lang: Language) -> list[tuple[str, list[str]]]:
    """The ids of the concepts of each type that has any, in the order of lists in `lang`."""
    concepts = edition.concepts
    order = sorted(concepts, key=lambda name: (sort_key(concepts[name], lang), name))
    groups = [(kind, [name for name in order if concepts[name].type == kind]) for kind in edition.kinds.concepts]
    return [(kind, names) for kind, names in groups if names]
