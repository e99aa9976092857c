"""Convert: a text in the other script, character by character, by the words that the characters are part of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

from opencc import OpenCC

from jianzhu.text.characters import HAN, Script, fold_script
from jianzhu.text.variants.lattice import frequencies, is_name, words_of
from jianzhu.text.variants.rules import (
    ALWAYS,
    AMBIGUOUS,
    AMBIGUOUS_FULL,
    KEPT,
    LEADING,
    NAME,
    NAMED,
    RULES,
    SINGLE,
    SOUND,
    SURNAME,
    SURNAMES,
)

#: The scripts that a reader may choose.
SCRIPTS: tuple[Script, ...] = get_args(Script)
WORDS = Path(__file__).with_name("words.txt")
#: How often a word occurs that jieba does not count: one of OpenCC's phrases, one of ours, a name of the edition.
_PHRASE, _OWN, _NAMED = 30, 400, 4000
_HAN_RUN = re.compile(f"[{HAN}]+")

Convert = Callable[[str], str]


@dataclass(frozen=True)
class Converter:
    """A function from a text to the same text in `script`, with as many characters.

    `names` lead from names to their forms in `script`, words like others; `corrections` lead from words as published to their
    form in `script`, and hold wherever the words stand, the longest first.
    """

    script: str
    names: Mapping[str, str]
    corrections: Mapping[str, str]

    def __call__(self, text: str) -> str:
        forms = _traditional(text, self) if self.script == "zh-Hant" else _simplified(text, self.names)
        for found in _any_of(tuple(self.corrections)).finditer(text):
            forms[found.start() : found.end()] = self.corrections[found[0]]
        return "".join(forms)

    def words(self, text: str) -> Iterator[tuple[int, str]]:
        """The words of the Chinese in `text`, each with its place. To simplified characters, each character is a word."""
        for run in _HAN_RUN.finditer(text):
            at = run.start()
            for word in _words(fold_script(run[0]), self.names) if self.script == "zh-Hant" else run[0]:
                yield at, word
                at += len(word)


def converter(
    script: str, names: Iterable[tuple[str, str]] = (), corrections: Mapping[str, str] | None = None
) -> Converter:
    """The converter to `script` with `names`, pairs of a name in simplified and traditional characters, and `corrections`.

    A name that has more in it than Chinese characters is no word, and holds as a correction does.
    """
    given = dict(names) if script == "zh-Hant" else {full: simple for simple, full in names}
    words = {name: form for name, form in given.items() if _HAN_RUN.fullmatch(name)}
    if script == "zh-Hans":
        words = {name: form for name, form in words.items() if "".join(_simplified(name, {})) != form}
    others = {name: form for name, form in given.items() if not _HAN_RUN.fullmatch(name)}
    return Converter(script, words, others | dict(corrections or {}))


@lru_cache(maxsize=16)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of `words`, the longest first; nothing, where there are none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, ordered)) or "(?!)")


def pairs(text: str) -> dict[str, str]:
    """From the simplified to the traditional words of a list as in words.txt.

    A line is `character: words`, the words in traditional characters, with commas between; `繁=简` says how a word is
    simplified where that is not character by character.
    """
    found = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            for entry in line.partition(":")[2].split(","):
                full, _, simple = entry.strip().partition("=")
                found[simple or fold_script(full).replace("著", "着")] = full
    return found


@lru_cache(maxsize=1)
def _own_words() -> Mapping[str, str]:
    return pairs(WORDS.read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _opencc(configuration: str) -> OpenCC:
    return OpenCC(configuration)


@lru_cache(maxsize=1 << 17)
def _phrase(words: str) -> str:
    converted = _opencc("s2tw").convert(words)
    return (converted if len(converted) == len(words) else words).replace("箇", "個")


@lru_cache(maxsize=1 << 17)
def _is_phrase(words: str) -> bool:
    """Whether OpenCC converts `words` in another way than their parts."""
    whole = _phrase(words)
    return all(_phrase(words[:at]) + _phrase(words[at:]) != whole for at in range(1, len(words)))


def _traditional(text: str, converter: Converter) -> list[str]:
    forms, alone, begins, kept = list(text), [False] * len(text), [False] * len(text), [False] * len(text)
    for run in _HAN_RUN.finditer(text):
        kept[run.start() : run.end()] = _published(run[0])
    for at, word in converter.words(text):
        alone[at], begins[at] = len(word) == 1, True
        for place, form in enumerate(_form(word, converter.names), at):
            forms[place] = text[place] if kept[place] else form

    def take(at: int, form: str) -> None:
        if not kept[at]:
            forms[at] = form

    for rule in RULES["zh-Hant"]:
        for found in rule.pattern.finditer(text):
            at = _group_start(found)
            if alone[at] or not rule.alone:
                take(at, rule.form)
    for found in (*SOUND.finditer(text), *LEADING.finditer(text)):
        if alone[found.start(1)]:
            take(found.start(1), found[1])
    for found in NAME.finditer(text):
        for at in range(found.start(), found.end()):
            if text[at] in KEPT:
                take(at, text[at])
    for found in SURNAME.finditer(text):
        at = _group_start(found)
        if found.lastindex == 1 or (alone if found.lastindex == 3 else begins)[at]:
            take(at, SURNAMES[text[at]])
    return forms


def _group_start(found: re.Match[str]) -> int:
    """Where the group begins that took part in the match; the match itself, where its pattern has no groups."""
    return found.start(found.lastindex or 0)


def _published(run: str) -> list[bool]:
    """Which characters of `run` stay: those that are traditional already, and all of them where none is only simplified."""
    full = [_is_full(character) for character in run]
    simple = any(
        character not in AMBIGUOUS and _phrase(character) != character
        for character, is_full in zip(run, full, strict=True)
        if not is_full
    )
    return full if simple or not any(full) else [True] * len(run)


def _is_full(character: str) -> bool:
    return character not in AMBIGUOUS_FULL and fold_script(character) != character


def _words(run: str, names: Mapping[str, str]) -> list[str]:
    known, own = frequencies(), _own_words()

    def frequency(word: str) -> int:
        if word in names:
            return _NAMED
        count = known.get(word, 0)
        if word in own:
            return max(count, _OWN)
        if not count and len(word) <= 6 and not AMBIGUOUS.isdisjoint(word) and _is_phrase(word):
            return _PHRASE
        return count

    return words_of(run, frequency)


def _form(word: str, names: Mapping[str, str]) -> str:
    if len(word) == 1:
        return SINGLE.get(word) or _phrase(word)
    if known := names.get(word) or _own_words().get(word):
        return known
    return _phrase(word) if _is_phrase(word) else _unknown(word)


@lru_cache(maxsize=1 << 16)
def _unknown(word: str) -> str:
    """The form of a word of jieba's that neither we nor OpenCC know as one: by its parts, and as a name where it is one."""
    forms = [ALWAYS.get(character, form) for character, form in zip(word, _phrase(word), strict=True)]
    known, own, named, at = frequencies(), _own_words(), is_name(word), 0
    for part in words_of(word, lambda part: 0 if part == word else known.get(part, 0) or _OWN * (part in own)):
        place_in_it = part == "里" and at == len(word) - 1 and word[:-1] in known
        if part in own:
            forms[at : at + len(part)] = own[part]
        elif len(part) > 1 and is_name(part):
            forms[at : at + len(part)] = _form(part, {})
        elif named and at == 0 and len(word) > 2 and part in SURNAMES:
            forms[at] = SURNAMES[part]
        elif named and part in NAMED and not place_in_it:
            forms[at] = part
        at += len(part)
    return "".join(forms)


def _simplified(text: str, names: Mapping[str, str]) -> list[str]:
    converted = _opencc("t2s").convert(text)
    forms = list(converted if len(converted) == len(text) else fold_script(text))
    for rule in RULES["zh-Hans"]:
        for found in rule.pattern.finditer(text):
            forms[_group_start(found)] = rule.form
    for found in _any_of(tuple(names)).finditer(text):
        forms[found.start() : found.end()] = names[found[0]]
    return forms
