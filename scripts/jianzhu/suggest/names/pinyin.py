"""Pinyin: how a Chinese name is written in Latin letters, with tones, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from pypinyin import Style, lazy_pinyin

from jianzhu.suggest.names.mention import NameType
from jianzhu.suggest.names.tokens import count
from jianzhu.suggest.names.words import words
from jianzhu.text.characters import HAN
from jianzhu.text.variants.lattice import words_of

#: Characters that are read in another way where they are surnames (现代汉语词典).
_SURNAMES = {
    "曾": "zēng", "单": "shàn", "解": "xiè", "任": "rén", "华": "huà", "查": "zhā", "盖": "gě", "仇": "qiú", "朴": "piáo",
    "区": "ōu", "乐": "yuè", "翟": "zhái", "覃": "qín", "缪": "miào", "宁": "nìng", "燕": "yān", "应": "yīng", "洗": "xiǎn",
}  # fmt: skip
#: A syllable that begins with a vowel follows an apostrophe within a word (GB/T 16159).
_VOWELS = tuple("aāáǎàoōóǒòeēéěè")
_PART = re.compile(f"[{HAN}]+|[^{HAN}]+")


def pinyin_of(name: str, kind: NameType) -> str:
    """`name`, in simplified characters, in pinyin with capitals; empty where it has no Chinese characters.

    A Chinese person has a surname and a given name, a foreign one the parts between dots, all else its words,
    by the frequencies of jieba's dictionary. What is not Chinese stays as it is.
    """
    if not re.search(f"[{HAN}]", name):
        return ""
    parts = [part for part in re.split("[·•・]", name) if part]
    if kind is NameType.PERSON and len(parts) == 1 and len(name) <= 4:
        size = next((size for size in (2, 1) if name[:size] in words("surnames") and len(name) > size), 0)
        if size:
            surname = _SURNAMES.get(name[:size]) or _joined(lazy_pinyin(name[:size], style=Style.TONE))
            return f"{_capital(surname)} {_word(name[size:])}"
    if kind is NameType.PERSON:
        return " ".join(map(_word, parts))
    divided = (
        " ".join(_words(part)) if re.match(f"[{HAN}]", part) else part for part in _PART.findall(" ".join(parts))
    )
    # A figure or a Latin letter directly behind a word is written apart from it.
    return re.sub(r"\s+", " ", " ".join(divided)).strip()


def _words(run: str) -> list[str]:
    """The words of a run of Chinese characters, none of more than three, in pinyin; what is transliterated is one word."""
    if set(run) <= words("transliteration"):
        return [_word(run)]
    parts = words_of(run, lambda part: count(part) if len(part) <= 3 else 0)
    joined = [list(group) for _, group in groupby(parts, key=lambda part: len(part) == 1)]
    single = (["".join(group)] if len(group[0]) == 1 else group for group in joined)
    return [_word(part) for group in single for part in group]


def _word(text: str) -> str:
    return _capital(_joined(lazy_pinyin(text, style=Style.TONE)))


def _joined(syllables: Sequence[str]) -> str:
    rest = (f"'{one}" if one.startswith(_VOWELS) else one for one in syllables[1:])
    return "".join((*syllables[:1], *rest))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
