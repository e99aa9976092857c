"""Language: in which one a text is, by its scripts and its most frequent words."""

from __future__ import annotations

import re

from jianzhu.text.characters import HAN, fold_script

#: How much of a text is looked at.
_SAMPLE = 100_000
#: So few words without an accent say no more than that.
_FEW = 20
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|is|that|was|for|with|as|it)\b", re.IGNORECASE)
_MODERN = re.compile("[的了吗呢们這这那们是和在]")
_CLASSICAL = re.compile("[之也者矣焉曰乃而於于其以]")

#: What the languages are called that are told apart; `und` is one that is not known (BCP 47).
NAMES = {
    "zh-Hans": "Chinese (simplified)",
    "zh-Hant": "Chinese (traditional)",
    "lzh": "classical Chinese",
    "ja": "Japanese",
    "ko": "Korean",
    "en": "English",
    "und": "a language that is not known here",
}


def detect_language(text: str) -> str:
    """The language of `text`, a key of NAMES. A text without letters is taken for simplified Chinese.

    Hangul and kana are written in one language each; Latin letters are English where its most frequent words are.
    """
    text = text[:_SAMPLE]
    han, kana = _count(f"[{HAN}]", text), _count("[\u3041-\u3096\u30a1-\u30fa]", text)
    hangul, latin = _count("[\uac00-\ud7a3]", text), _count("[A-Za-z\u00c0-\u024f]", text)
    if hangul > 0.3 * (han + kana + hangul) and hangul * 8 > latin:
        return "ko"
    if kana > 0.15 * (han + kana) and kana * 10 > latin:
        return "ja"
    # A word of five letters says as much as a character or two.
    if latin > 8 * han:
        words = len(re.findall(r"[A-Za-z]+", text))
        return "en" if len(_ENGLISH.findall(text)) * 10 > words or (words < _FEW and text.isascii()) else "und"
    if not han:
        others = sum(character.isalpha() for character in text)
        return "und" if others > latin else "zh-Hans"
    if is_classical(text, han):
        return "lzh"
    return script_of(text)


def script_of(text: str) -> str:
    """`zh-Hant` where many characters have another, simplified form, else `zh-Hans`."""
    han = re.findall(f"[{HAN}]", text)
    traditional = sum(fold_script(character) != character for character in han)
    return "zh-Hant" if traditional * 20 > len(han) else "zh-Hans"


def is_classical(text: str, han: int) -> bool:
    """True where the particles of classical Chinese are frequent, and those of the modern language hardly there."""
    classical, modern = len(_CLASSICAL.findall(text)), len(_MODERN.findall(text))
    return classical > 0.04 * han and classical > 6 * modern


def _count(pattern: str, text: str) -> int:
    return len(re.findall(pattern, text))
