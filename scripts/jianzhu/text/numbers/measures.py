"""Measures: numbers with the units behind them, so that what is converted into another unit is no other number.

五十里 is 25 kilometers where a 里 is 500 meters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.cldr import measure_symbol
from jianzhu.text.numbers.english import english_numbers
from jianzhu.text.quantities import find_quantities
from jianzhu.text.quantities.words import lexicon_of
from jianzhu.text.unit_table import Unit, Units

#: How far an amount may be rounded when it is converted: a mile is 1.6 km.
_CLOSE = Decimal("0.02")
#: As many words may stand in a number before its unit: three hundred and sixty-five thousand li.
_BEFORE = re.compile(r"(?:[\w’.,]+[ -]){1,7}\Z")


@dataclass(frozen=True)
class Measured:
    """A `value` in a `unit`."""

    value: Decimal
    unit: Unit

    def equals(self, other: Measured) -> bool:
        """Whether both are the same amount, as exactly as people convert."""
        if self.unit.base != other.unit.base or self.unit.factor == other.unit.factor:
            return False
        own, theirs = self.value * self.unit.factor, other.value * other.unit.factor
        return abs(own - theirs) <= _CLOSE * max(abs(own), abs(theirs))


def measured(text: str, lang: str, units: Units) -> Iterator[Measured]:
    """The numbers of `text`, in the language with the code `lang`, that stand before one of `units`."""
    if lang in _MEASURED:
        yield from _MEASURED[lang](text, units)


def _in_chinese(text: str, units: Units) -> Iterator[Measured]:
    for hit in find_quantities(text, "zh", units):
        for value in dict.fromkeys(hit.quantity.ends):
            yield Measured(value, units[hit.quantity.unit])


def _in_english(text: str, units: Units) -> Iterator[Measured]:
    by_word = {word.casefold(): unit for unit in units.codes.values() for word in english_words(unit)}
    pattern = "|".join(re.escape(word) for word in sorted(by_word, key=lambda word: (-len(word), word)))
    for match in re.finditer(rf"(?<![A-Za-z])(?:{pattern})(?![A-Za-z])", text, re.IGNORECASE):
        before = _BEFORE.search(text, max(0, match.start() - 80), match.start()) or re.compile(r"[\d.,]+\Z").search(
            text, max(0, match.start() - 30), match.start()
        )
        if before:
            numbers = english_numbers(before[0])
            for value in sorted(numbers.plain | numbers.vague):
                yield Measured(value, by_word[match[0].casefold()])


def english_words(unit: Unit) -> tuple[str, ...]:
    """The words by which English writes `unit`: its names, its symbol and those that an edition adds."""
    symbol = measure_symbol(unit.ucum) or unit.one
    return tuple(dict.fromkeys((unit.one, unit.many, symbol, *(word.word for word in unit.words.get("en", ())))))


#: By the code of a language: what finds its numbers with units. In English they are found by the names of the units.
_MEASURED: Mapping[str, Callable[[str, Units], Iterator[Measured]]] = {"zh": _in_chinese, "en": _in_english}


def apart_from_units(text: str, units: Units) -> str:
    """`text` with a space between a figure and the Latin word of a unit of the edition's own: `20kn` is no name.

    Nor is 两 a number where it is a unit.
    """
    text = lexicon_of(units).masked(text)
    own = [units.codes[code] for code in sorted(units.own) if code in units.codes]
    words = {word.word for unit in own for words in unit.words.values() for word in words if word.word.isascii()}
    if not words:
        return text
    pattern = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.sub(rf"(?<=\d)(?=(?:{pattern})(?![A-Za-z\d]))", " ", text)


def own_amounts(text: str, lang: str, units: Units) -> frozenset[Decimal]:
    """The numbers of ten and above that stand before a unit of the edition's own, which no one takes for a turn of phrase."""
    own = {id(units.codes[code]) for code in units.own if code in units.codes}
    return frozenset(one.value for one in measured(text, lang, units) if id(one.unit) in own and one.value >= 10)


def not_converted(
    missing: tuple[Decimal, ...], added: tuple[Decimal, ...], source: list[Measured], translation: list[Measured]
) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """Those of the numbers `missing` in a translation and `added` by it that are not the same amount in another unit."""
    pairs = [(one, other) for one in source for other in translation if one.equals(other)]
    converted = {one.value for one, other in pairs if one.value in missing and other.value in added}
    written = {other.value for one, other in pairs if one.value in missing and other.value in added}
    return tuple(value for value in missing if value not in converted), tuple(
        value for value in added if value not in written
    )
