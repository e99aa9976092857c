"""Words: the lists by which names are recognized, from words.txt and from CLDR."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from babel import Locale

from jianzhu.text.characters import fold_script

_FILE = Path(__file__).with_name("words.txt")


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, words = line.partition(":")
            found[name].update(words.split())
    return {name: frozenset(words) for name, words in found.items()}


def words(name: str) -> frozenset[str]:
    """The list `name` of words.txt, in simplified characters."""
    return _lists()[name]


def either(name: str) -> str:
    """The words of the list `name` as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(words(name), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def territories() -> frozenset[str]:
    """Countries and continents in Chinese (CLDR), and the words that stand for them."""
    return frozenset(map(fold_script, Locale("zh").territories.values())) | words("regions")


@lru_cache(maxsize=1)
def signs() -> frozenset[str]:
    """Signs in Latin letters that name nothing: codes of currencies (CLDR), and common abbreviations."""
    return frozenset(Locale("zh").currencies) | words("abbreviations")


@lru_cache(maxsize=1)
def countries() -> frozenset[str]:
    """Countries in Chinese (CLDR)."""
    return frozenset(map(fold_script, Locale("zh").territories.values()))


@lru_cache(maxsize=1)
def cities() -> frozenset[str]:
    """The cities that stand for time zones, in Chinese (CLDR)."""
    zones = Locale("zh").time_zones.values()
    return frozenset(fold_script(zone["city"]) for zone in zones if "city" in zone)
