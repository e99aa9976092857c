"""Counts: small numbers in words, as a sentence has them."""

from __future__ import annotations

from jianzhu.language import Language

_WORDS = {
    "zh": ("零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"),
    "en": ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
}


def count_word(number: int, lang: Language) -> str:
    """`number` of things in the words of `lang` up to ten (Chinese: before a measure word), in digits above."""
    words = _WORDS[lang]
    return words[number] if 0 <= number < len(words) else str(number)
