"""Lattice: the most probable words of a Chinese text, by the frequencies of words in jieba's dictionary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from math import log
from types import MappingProxyType

#: The length of the longest word that is looked up.
LONGEST = 8


#: The tags of names in jieba's dictionary: of persons, of persons abroad, of places.
_NAMES = frozenset({"nr", "nrfg", "nrt", "ns"})


@lru_cache(maxsize=1)
def _dictionary() -> tuple[Mapping[str, int], frozenset[str]]:
    lines = files("jieba").joinpath("dict.txt").read_text(encoding="utf-8").splitlines()
    rows = [row for row in (line.split(" ") for line in lines) if len(row[0]) <= LONGEST]
    return MappingProxyType({row[0]: int(row[1]) for row in rows}), frozenset(
        row[0] for row in rows if row[2] in _NAMES
    )


def frequencies() -> Mapping[str, int]:
    """The counts of words in jieba's dictionary."""
    return _dictionary()[0]


def is_name(word: str) -> bool:
    """Whether jieba's dictionary has `word` as the name of a person or place."""
    return word in _dictionary()[1]


@lru_cache(maxsize=1)
def _total() -> float:
    return log(sum(frequencies().values()))


def words_of(text: str, frequency: Callable[[str], int]) -> list[str]:
    """`text` divided into the words whose probabilities have the highest product.

    `frequency` gives how often a word of two or more characters occurs, 0 where it is none. A single character is always a
    word. The work grows with the length of `text` only.
    """
    known, total = frequencies(), _total()
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        candidates = []
        for end in range(start + 1, min(len(text), start + LONGEST) + 1):
            count = known.get(text[start], 0) or 1 if end == start + 1 else frequency(text[start:end])
            if count:
                candidates.append((log(count) - total + best[end][0], end))
        best[start] = max(candidates)
    words, start = [], 0
    while start < len(text):
        end = best[start][1]
        words.append(text[start:end])
        start = end
    return words
