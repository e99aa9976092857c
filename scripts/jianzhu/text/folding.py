"""Folding: which characters are the same to a search, and what is left of a text when that is all that matters.

Every character is folded to one character of as many UTF-16 units, so that offsets in folded text are offsets in the
text, in Python and in the browser. docs/assets/javascripts/search/text.js does the same to what a reader types.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from opencc import OpenCC

#: OpenCC's conversions whose single characters are taken for the same, in whichever direction they go.
CONVERSIONS = ("t2s", "s2t", "tw2s", "hk2s", "s2tw", "s2hk", "jp2t", "t2jp")
#: What OpenCC converts only within phrases: 瞭解 and 了解, 甚麼 and 什么, 祗有 and 只有.
PHRASE_VARIANTS = ("瞭了", "甚什", "祗只")
#: Signs that mean something in a Chinese figure or name; other signs, punctuation and spaces are ignored.
SIGNS = "%‰+°$€£¥₩"
_HAN = range(0x3400, 0xA000)
_BMP = range(0x80, 0x10000)
_KEPT = ("L", "N")
_LONE_POINT = re.compile(r"(?<![0-9])\.|\.(?![0-9])")
_INSIDE_WORD = re.compile(r"(?<=[^\W_])'(?=[^\W_])|(?<=[0-9]),(?=[0-9])")
#: What begins at a capital within a word, as far as a query can reach (docs/assets/javascripts/search/query.js, LONGEST).
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=([A-Z].{0,255}))", re.DOTALL)
_INNER_WORD = re.compile(r"(?<=[a-z])(?=([A-Z]\S{0,63}))")


def fold(text: str) -> str:
    """`text` with full width, case, accents and script evened out, character by character."""
    return text.translate(fold_table())


def compact(text: str) -> str:
    """A Chinese text as the search sees it: its folded letters, digits and SIGNS in a row, and points between digits.

    Punctuation and spaces between characters are dropped, so that a phrase is found however it is typeset.
    """
    return _LONE_POINT.sub("", fold(text).translate(_kept("", SIGNS + ".")))


def spaced(text: str) -> str:
    """An English text as the search sees it: its folded words, separated by single spaces.

    Apostrophes within words and commas within numbers are dropped: `China’s` is `chinas`, `1,116` is `1116`.
    """
    bare = _INSIDE_WORD.sub("", fold(text)).translate(_kept(" ", "."))
    return " ".join(_LONE_POINT.sub(" ", bare).split())


def grams(text: str) -> set[str]:
    """The terms of a Chinese text: every two neighbors of its compact form, and its last character alone."""
    return pairs(compact(text))


def pairs(bare: str) -> set[str]:
    """The same of a text that is compact."""
    return {bare[at : at + 2] for at in range(len(bare))}


def gram_places(bare: str) -> dict[str, list[tuple[int, int]]]:
    """Where the pairs of a compact Chinese text stand, without those that stand once, where both characters are met first.

    A place is how many times the first character, and how many times the second, has been met before in the text. A pair
    and the next overlap in one character, so a longer word stands in a text if and only if it has places of all its pairs
    in which that character is met equally often.
    """
    seen: dict[str, int] = {}
    before = []
    for character in bare:
        before.append(count := seen.get(character, 0))
        seen[character] = count + 1
    met = list(itertools.pairwise(before))
    places: dict[str, list[tuple[int, int]]] = {bare[at : at + 2]: [] for at, place in enumerate(met) if any(place)}
    for at, place in enumerate(met) if places else ():
        if (own := places.get(bare[at : at + 2])) is not None:
            own.append(place)
    return places


def words(text: str) -> set[str]:
    """The terms of an English text: its words, and each again from a capital within it on (`gpt` in ChatGPT)."""
    inner = (spaced(match[1]).split(" ", 1)[0] for match in _INNER_WORD.finditer(text))
    return {*spaced(text).split(), *inner}


def phrases_in(text: str, phrases: Mapping[str, Collection[str]]) -> set[str]:
    """Those of `phrases` (first word -> phrases of several words) that occur in an English text, by the rules of `words`."""
    own = words(text)
    asked = [phrase for word in own & phrases.keys() for phrase in phrases[word]]
    if not asked:
        return set()
    beginnings = [f"{spaced(match[1])} " for match in _INNER_CAPITAL.finditer(text)]
    whole = f" {spaced(text)} "
    return {p for p in asked if f" {p} " in whole or any(begin.startswith(f"{p} ") for begin in beginnings)}


@lru_cache(maxsize=1)
def fold_table() -> dict[int, str]:
    """From a code point to its folded character; code points that fold to themselves are left out."""
    classes = _script_classes()
    table = {}
    for code in (*range(ord("A"), ord("Z") + 1), *_BMP):
        character = chr(code)
        plain = _plain(character)
        folded = classes.get(plain, plain)
        if folded != character:
            table[code] = folded
    return table


def variants(characters: Collection[str]) -> str:
    """Pairs of characters: a form in another script, and the one of `characters` that it folds to.

    Characters that differ in width, case or accents alone are left out: a browser can compute those.
    """
    return "".join(character + folded for character, folded in _script_forms() if folded in characters)


@lru_cache(maxsize=1)
def _script_forms() -> list[tuple[str, str]]:
    return [(chr(code), folded) for code, folded in sorted(fold_table().items()) if _plain(chr(code)) == chr(code)]


def _plain(character: str) -> str:
    """Narrow, lower case and without accents, where that is one character."""
    normal = unicodedata.normalize("NFKC", character)
    for form in (normal, normal.lower()):
        if len(form) == 1 and ord(form) < 0x10000:
            character = form
    decomposed = unicodedata.normalize("NFD", character)
    base, marks = decomposed[0], decomposed[1:]
    if marks and all(unicodedata.combining(mark) for mark in marks) and base.isascii():
        return base.lower()
    return "'" if character == "’" else character


def _script_classes() -> dict[str, str]:
    """From each character with other forms to the one that represents all of them."""
    han = [chr(code) for code in _HAN]
    listed = "\n".join(han)
    parent: dict[str, str] = {}

    def root(character: str) -> str:
        while parent.get(character, character) != character:
            character = parent[character]
        return character

    pairs = [(pair[0], pair[1]) for pair in PHRASE_VARIANTS]
    for name in CONVERSIONS:
        converted = OpenCC(name).convert(listed).split("\n")
        pairs += [(one, other) for one, other in zip(han, converted, strict=True) if len(other) == 1]
    for one, other in pairs:
        # Rare characters outside of the basic plane have another length in UTF-16.
        if ord(other) < 0x10000 and root(one) != root(other):
            parent[root(other)] = root(one)
    members: dict[str, list[str]] = defaultdict(list)
    for character in sorted({character for pair in pairs for character in pair}):
        members[root(character)].append(character)
    simplify = OpenCC("t2s").convert
    found: dict[str, str] = {}
    for forms in members.values():
        usual = Counter(form for form in map(simplify, forms) if ord(form) < 0x10000) or Counter(forms)
        found |= dict.fromkeys(forms, min(usual, key=lambda form: (-usual[form], form)))
    return found


@lru_cache(maxsize=2)
def _kept(instead: str, signs: str) -> _Kept:
    return _Kept(instead, signs)


class _Kept(dict[int, str]):
    """A table for str.translate, filled as it is asked: letters, numbers and `signs` stay, any other is `instead`."""

    def __init__(self, instead: str, signs: str) -> None:
        self.instead, self.signs = instead, signs

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = character in self.signs or unicodedata.category(character).startswith(_KEPT)
        self[code] = character if kept else self.instead
        return self[code]
