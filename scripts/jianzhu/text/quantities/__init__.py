"""Quantities: a small grammar from Chinese words to a value, or bounds, and a unit.

A quantity is a number with a unit of the edition, a percentage or a fraction. 超过, 多, 近 and their like make bounds of it; a
range gives both. A number in Chinese characters below ten counts only where its unit measures (三倍, 两年), since 两位 and 一个
mostly serve the sentence. Ordinals (第1颗), open numbers (几十家, 数万人) and names (360智脑, 4K电视) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jianzhu.text.kinds import default_kinds
from jianzhu.text.numerals import folded
from jianzhu.text.quantities.english import english_quantities
from jianzhu.text.quantities.hit import QuantityHit
from jianzhu.text.quantities.reader import read_quantities
from jianzhu.text.quantities.words import lexicon_of
from jianzhu.text.unit_table import Units

__all__ = ["RULES", "QuantityHit", "find_quantities"]


def _chinese(text: str, units: Units) -> tuple[QuantityHit, ...]:
    lexicon = lexicon_of(units)
    return tuple(read_quantities(lexicon.masked(folded(text)), lexicon))


#: By the code of a language: what finds quantities.
RULES: Mapping[str, Callable[[str, Units], tuple[QuantityHit, ...]]] = {"zh": _chinese, "en": english_quantities}


def find_quantities(text: str, lang: str = "zh", units: Units | None = None) -> tuple[QuantityHit, ...]:
    """Every quantity in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    They are in `units`, or those of the default set. Without rules for the language none is found.
    """
    return RULES[lang](text, units or default_kinds().units) if lang in RULES else ()
