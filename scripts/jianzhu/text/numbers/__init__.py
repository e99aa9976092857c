"""Numbers: do a sentence and its translation say the same ones? The classic slip is a myriad too many or too few.

Both texts are read by a grammar of their own into values. A number counts as plain where nobody could take it for a
turn of phrase: written in digits, or ten and above. Every plain number of one text must be among all numbers of the other,
the small and the vague included, and what they mean in other words: a decade is ten years, an hour sixty minutes, 八折 is 20
percent off. What no grammar reads is not missed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from jianzhu.text.numbers.chinese import chinese_numbers
from jianzhu.text.numbers.english import english_numbers
from jianzhu.text.numbers.values import Numbers, swapped

__all__ = ["GRAMMARS", "Numbers", "chinese_numbers", "english_numbers", "numbers_apart"]

#: By the code of a language: what reads its numbers.
GRAMMARS: Mapping[str, Callable[[str], Numbers]] = {"zh": chinese_numbers, "en": english_numbers}


def numbers_apart(
    source: str, translation: str, languages: tuple[str, str] = ("zh", "en")
) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The plain numbers of `source` that `translation` lacks, and those it adds, both in ascending order.

    `languages` are the codes of the two; where one has no rules, nothing is compared.
    """
    if not all(code in GRAMMARS for code in languages):
        return (), ()
    first, second = GRAMMARS[languages[0]](source), GRAMMARS[languages[1]](translation)
    missing, added = second.lacks(first), first.lacks(second)
    return (missing, added) if missing or added else swapped(first, second)
