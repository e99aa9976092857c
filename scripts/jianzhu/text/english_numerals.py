"""English numerals: numbers in English words and figures, with the value that they say."""

from __future__ import annotations

import re
from decimal import Decimal

_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: value for value, word in enumerate(_SMALL.split())}
WORDS |= {word: 10 * value for value, word in enumerate(ROUND.split(), 2)}
SCALES = {
    "hundred": 10**2,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
}
SUFFIXES = {
    "k": 10**3,
    "K": 10**3,
    "m": 10**6,
    "M": 10**6,
    "bn": 10**9,
    "b": 10**9,
    "B": 10**9,
    "tn": 10**12,
    "T": 10**12,
}
#: Ordinals and denominators.
_ORDINAL_WORDS = """first 1; second 2; third 3; fourth 4; fifth 5; sixth 6; seventh 7; eighth 8; ninth 9; tenth 10; eleventh 11;
    twelfth 12; thirteenth 13; fourteenth 14; fifteenth 15; sixteenth 16; seventeenth 17; eighteenth 18; nineteenth
    19; twentieth 20; thirtieth 30; fortieth 40; fiftieth 50; sixtieth 60; seventieth 70; eightieth 80; ninetieth 90;
    hundredth 100; thousandth 1000; half 2; halves 2; quarter 4"""
ORDINALS = {word: Decimal(place) for word, place in (entry.split() for entry in _ORDINAL_WORDS.split(";"))}
ANY_WORD = "|".join([*WORDS, *SCALES])
#: A number in digits or words, with a letter for its scale right behind the digits.
ANY_NUMBER = (
    rf"(?:\d{{1,24}}(?:,\d{{3}}){{0,8}}(?:\.\d{{1,24}})?(?!\d|st\b|nd\b|rd\b|th\b|s\b)(?:(?:bn|tn|[kKmMbBT])(?![\w’']))?"
    rf"|(?:an? (?=(?:{'|'.join(SCALES)})\b))?(?:{ANY_WORD})\b)(?:[ -](?:and )?(?:{ANY_WORD})\b)*"
)


def ordinal_of(word: str) -> Decimal | None:
    """The place that an ordinal tells: 3rd, third, twenty-first; None for another word. In small letters."""
    digits = re.match(r"\d+", word)
    if digits:
        return Decimal(digits[0])
    tens, _, last = word.rpartition("-")
    place = ORDINALS.get(last)
    if place is None or last in ("half", "halves", "quarter") or (tens and tens not in ROUND.split()):
        return None
    return place + (WORDS[tens] if tens else 0)


def value_of(words: str) -> Decimal:
    """The value of `words`, which match ANY_NUMBER."""
    suffix = re.search(r"(?<=\d)(?:bn|tn|[a-zA-Z])\Z", words)
    return parse_words(words[: suffix.start()]) * SUFFIXES[suffix[0]] if suffix else parse_words(words)


def parse_words(words: str) -> Decimal:
    total = Decimal(0)
    group: Decimal | None = None
    for word in re.findall(r"[\d,.]*\d|[a-z]+", words.lower()):
        if word[0].isdigit():
            group = Decimal(word.replace(",", ""))
        elif word in WORDS:
            group = (group or Decimal(0)) + WORDS[word]
        elif word == "hundred":
            group = (Decimal(1) if group is None else group) * 100
        elif word in SCALES:
            total += (1 if group is None else group) * SCALES[word]
            group = None
    return total + (group or 0)
