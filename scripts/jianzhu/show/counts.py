"""Counts: how much there is, and small numbers in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from jianzhu.annotate.article import Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language

_WORDS: Mapping[str, tuple[str, ...]] = {
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How many sentences there are to translate, and how many of them are translated and reviewed."""

    count: int
    translated: int
    reviewed: int


def progress_of(sentences: Iterable[Sentence]) -> Progress:
    """The progress of the translation of `sentences`; those that are the same in every language, such as code, are not counted."""
    states = [sentence.translation_status for sentence in sentences if sentence.translatable]
    return Progress(
        count=len(states),
        translated=len(states) - states.count("missing"),
        reviewed=states.count("reviewed"),
    )


def counts_of(edition: Edition) -> dict[str, int]:
    """How many there are of what the edition holds, by the name of each."""
    return {
        "sentences": len(edition.sentences),
        "notes": sum(len(article.notes) for article in edition.articles),
        "concepts": len(edition.concepts),
        "events": len(edition.events),
        "claims": len(edition.claims),
        "relations": len(edition.relations),
        "emendations": sum(len(article.emendations) for article in edition.articles),
    }


def count_word(number: int, lang: Language) -> str:
    """`number` of things in the words of `lang` up to ten (Chinese: before a measure word), in digits above."""
    words = _WORDS[lang]
    return words[number] if 0 <= number < len(words) else str(number)
