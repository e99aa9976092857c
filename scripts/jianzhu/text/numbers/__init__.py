"""Numbers: do a sentence and its translation say the same ones? The classic slip is a myriad too many or too few.

Both texts are read by a grammar of their own into values. A number counts as plain where nobody could take it for a
turn of phrase: written in digits, or ten and above. Every plain number of one text must be among all numbers of the other,
the small and the vague included, and what they mean in other words: a decade is ten years, an hour sixty minutes, 八折 is 20
percent off. What no grammar reads is not missed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from jianzhu.text.kinds import default_kinds
from jianzhu.text.numbers.chinese import chinese_numbers
from jianzhu.text.numbers.english import english_numbers
from jianzhu.text.numbers.english_reader import read_english_numbers
from jianzhu.text.numbers.hit import NumberHit
from jianzhu.text.numbers.measures import apart_from_units, measured, not_converted, own_amounts
from jianzhu.text.numbers.reader import read_numbers
from jianzhu.text.numbers.values import Numbers, swapped
from jianzhu.text.numerals import folded
from jianzhu.text.unit_table import Units

__all__ = [
    "GRAMMARS",
    "READERS",
    "NumberHit",
    "Numbers",
    "chinese_numbers",
    "english_numbers",
    "find_numbers",
    "numbers_apart",
]

#: By the code of a language: what reads its numbers.
GRAMMARS: Mapping[str, Callable[[str], Numbers]] = {"zh": chinese_numbers, "en": english_numbers}

#: By the code of a language: what finds its numbers one by one.
READERS: Mapping[str, Callable[[str], tuple[NumberHit, ...]]] = {
    "zh": lambda text: read_numbers(folded(text)),
    "en": read_english_numbers,
}


def find_numbers(text: str, lang: str = "zh") -> tuple[NumberHit, ...]:
    """Every number in `text`, which is in the language with the code `lang`, left to right, with or without a unit behind it:
    cardinals, ordinals, fractions, ranges and bounds. Without rules for the language none is found.
    """
    return READERS[lang](text) if lang in READERS else ()


def numbers_apart(
    source: str, translation: str, languages: tuple[str, str] = ("zh", "en"), units: Units | None = None
) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The plain numbers of `source` that `translation` lacks, and those it adds, both in ascending order.

    `languages` are the codes of the two; where one has no rules, nothing is compared. A number that is converted into another
    of `units` (those of the default set, unless others are given) is the same.
    """
    if not all(code in GRAMMARS for code in languages):
        return (), ()
    known = units or default_kinds().units
    source, translation = (apart_from_units(text, known) for text in (source, translation))
    first, second = GRAMMARS[languages[0]](source), GRAMMARS[languages[1]](translation)
    if known.own and (own := own_amounts(source, languages[0], known)):
        first = replace(first, plain=first.plain | own)
    missing, added = second.lacks(first), first.lacks(second)
    if missing and added:
        found = (list(measured(text, lang, known)) for text, lang in zip((source, translation), languages, strict=True))
        return not_converted(missing, added, *found)
    return (missing, added) if missing or added else swapped(first, second)
