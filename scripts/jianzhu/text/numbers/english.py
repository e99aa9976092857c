"""English: the numbers of an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from jianzhu.text.edtf import MONTHS
from jianzhu.text.english_numerals import ANY_WORD, ORDINALS, ROUND, SCALES, SUFFIXES, WORDS, parse_words
from jianzhu.text.numbers.names import without_names
from jianzhu.text.numbers.values import Numbers, gather, table

#: Turns of phrase that say a number.
_TURNS = table(
    """half 0.5 50; dozen 12 10; twice 2; double 2; twofold 2; couple 2; pair 2; quarter 4 25 3 15; triple 3; threefold 3;
    quadrupl 4; fourfold 4; once 1; single 1; score 20; fortnight 14 2; teen 13 10; halv 0.5 50 2; noon 12; midnight 12 24 0;
    both 2; hat_trick 3"""
)
#: How many of something smaller a word for time holds; a decade and a century count years.
_TIMES = table(
    """decade 10; century 100; centuries 100; hour 60; minute 60; day 24; week 7; year 12; month 30 4; quarter 3; dozen 12;
    score 20"""
)
_TWENTIES = {f"{word[:-1]}ies": value for word, value in WORDS.items() if word in ROUND.split()}
_ENGLISH = re.compile(
    rf"(?<![\w.])(?P<open>\b(?:several|few) )?"
    rf"(?:(?P<digits>\d{{1,24}}(?:,\d{{3}}){{0,8}}(?:\.\d{{1,24}})?)(?!\d|st\b|nd\b|rd\b|th\b|s\b)(?P<suffix>(?:bn|tn|[kKbBmMT])(?![\w’']))?"
    rf"|(?:an? (?=(?:{'|'.join(SCALES)})\b))?(?:{ANY_WORD})\b)"
    rf"(?:[ -](?:and )?(?:{ANY_WORD})\b)*",
    re.IGNORECASE,
)
#: What stands between the lower end of a range and the scale that it shares with the upper: 5 to 20 million, two or three hundred.
_RANGE = re.compile(
    rf"(?: to | or |[-–—])(?:[\d.,]*\d|(?:{'|'.join(WORDS)})) (hundred|thousand|million|billion|trillion)\b",
    re.IGNORECASE,
)
_AND_A_HALF = re.compile(
    r" and (?:a|one) (half|quarter)(?: (hundred|thousand|million|billion|trillion))?", re.IGNORECASE
)
_FRACTION = re.compile(
    rf"\b(?P<above>an?|{'|'.join(WORDS)}|\d{{1,2}})[- ](?P<below>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})s?\b",
    re.IGNORECASE,
)
_OFF = re.compile(
    r"(?<![\d.])(\d{1,3}(?:\.\d{1,3})?)(?:%| percent| per cent)(?:[ -]off| discount| less| cheaper)", re.IGNORECASE
)
_DISCOUNT = re.compile(
    r"(?<![\d.])(\d{1,2}(?:\.\d{1,3})?)(?:%| percent| per cent)(?:[ -]off(?! (?:its|the|their|his|her)\b)| discount)",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"\b(\d{1,2}|" + "|".join(WORDS) + r")(?::\d\d)? ?(?:p\.?m\b|o[’']clock)", re.IGNORECASE)
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])")
_COMPOUND_ORDINAL = re.compile(rf"\b(?:{ROUND.replace(' ', '|')})-(?:{'|'.join(ORDINALS)})s?\b", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![\w’'])(?=[IVXLC]{2,8}\b|[VXLC]\b)(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_SHORT_MONTHS = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"Sept": 9}


def english_numbers(text: str) -> Numbers:
    """The numbers of an English text."""
    return gather(_found(text))


def _found(text: str) -> Iterator[tuple[Decimal, bool]]:
    for match in _DISCOUNT.finditer(text):  # 20 percent off is 80 percent of the price
        yield 100 - Decimal(match[1]), True
    text = _DISCOUNT.sub(" ", text)
    yield from _phrases(text)
    for match in _CLOCK.finditer(text):
        yield Decimal(match[1]), False
        yield Decimal(int(match[1]) % 12), False
        yield Decimal(match[2]), int(match[2]) > 0
    text = _COMPOUND_ORDINAL.sub(" ", _CLOCK.sub(" ", without_names(text)))
    for match in _ENGLISH.finditer(text):
        words = match[0]
        if (words[-1].isdigit() or words.lower().split("-")[-1] in WORDS) and (
            shared := _RANGE.match(text, match.end())
        ):
            words += f" {shared[1]}"
        value = parse_words(words.removesuffix(match["suffix"] or ""))
        if match["suffix"]:
            value *= SUFFIXES[match["suffix"]]
        half = _AND_A_HALF.match(text, match.end())
        if half:
            yield value, False
            value = (value + (Decimal("0.5") if half[1].lower() == "half" else Decimal("0.25"))) * SCALES.get(
                (half[2] or "").lower(), 1
            )
        plain = (not match["open"] or value >= 1000) and (match["digits"] is not None or value >= 10) and not half
        yield value, plain
        yield from _in_other_words(text, half.end() if half else match.end(), value)


def _in_other_words(text: str, end: int, value: Decimal) -> Iterator[tuple[Decimal, bool]]:
    """Two decades are 20, three hours 180 minutes, 24 months two years."""
    unit = re.compile(r"[ -](\w+?)s?\b").match(text, end)
    word = unit[1].lower() if unit else ""
    for parts in _TIMES.get(word, _TIMES.get(f"{word}s", ())):
        yield value * parts, False
    if word in ("minute", "month", "year", "day", "hour", "second"):
        yield from ((value / parts, False) for parts in (60, 12, 7, 24, 10, 100, 30) if value and value % parts == 0)


def _phrases(text: str) -> Iterator[tuple[Decimal, bool]]:
    """What words say besides plain numbers: months, ordinals, decades, fractions, halves, Roman numerals."""
    lower = text.lower()
    for number, month in enumerate(MONTHS, 1):
        if re.search(rf"\b{month}\b", text):
            yield Decimal(number), False
    for short, number in _SHORT_MONTHS.items():
        if re.search(rf"\b{short}\.", text):
            yield Decimal(number), False
    for match in re.finditer(r"(?<!\d)(\d{1,24})(?:st|nd|rd|th|s)\b", text):
        yield Decimal(match[1]), match[0].endswith("0s") and len(match[1]) == 4  # the decade of the 1970s
    for match in re.finditer(rf"\b({'|'.join(WORDS)})-?fold\b", lower):
        yield Decimal(WORDS[match[1]]), False
    for match in re.finditer(r"[’'](\d)0s\b", text):
        yield from ((Decimal(century + 10 * int(match[1])), False) for century in (0, 1900))
    for phrase, figures in _TURNS.items():
        if re.search(rf"\b{phrase}", lower):
            yield from ((figure, False) for figure in figures)
    for word, parts in _TIMES.items():
        if re.search(rf"\b(?:an?|one|each|every|per|half an?|last|past|this|next) {word}\b", lower):
            yield from ((part, False) for part in parts)
            yield from (
                (Decimal(part) / 2, False) for part in parts if f"half a {word}" in lower or f"half an {word}" in lower
            )
        elif re.search(rf"\b{word}s?\b", lower) and word in ("decade", "century", "centuries"):
            yield parts[0], False
    for word, value in _TWENTIES.items():
        if re.search(rf"\b{word}\b", lower):
            yield from ((Decimal(century + value), False) for century in (0, 1800, 1900))
    for match in re.finditer(rf"\b(?:({ROUND.replace(' ', '|')})-)?({'|'.join(ORDINALS)})\b", lower):
        ordinal = WORDS.get(match[1] or "", 0) + ORDINALS[match[2]]
        yield ordinal, False
        yield 100 * ordinal - 100, False  # the nineteenth century is the 1800s
    for match in _FRACTION.finditer(lower):
        above = WORDS.get(match["above"], 1) if not match["above"].isdigit() else int(match["above"])
        yield Decimal(above) / ORDINALS[match["below"]], False
        yield Decimal(100 * above) / ORDINALS[match["below"]], False
    for match in _OFF.finditer(lower):
        yield 100 - Decimal(match[1]), False
        yield (100 - Decimal(match[1])) / 10, False
    for match in _AFTERNOON.finditer(lower):
        hour = WORDS[match[1]] if match[1] in WORDS else int(match[1])
        yield Decimal(hour + 12), False
    for match in _ROMAN.finditer(text):
        if match[0]:
            yield Decimal(_roman(match[0])), False


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[sign] for sign in text]
    return sum(-value if value < max(values[at + 1 :], default=0) else value for at, value in enumerate(values))
