"""Quantities: a small grammar from Chinese words to a value, or bounds, and a unit.

A quantity is a number with a unit of UNIT_WORDS, a percentage or a fraction. 超过, 多, 近 and their like make bounds of it; a
range gives both. A number in Chinese characters below ten counts only where its unit measures (三倍, 两年), since 两位 and 一个
mostly serve the sentence. Ordinals (第1颗), open numbers (几十家, 数万人) and names (360智脑, 4K电视) are left alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.quantities.hit import QuantityHit
from jianzhu.text.quantities.reader import read_quantities
from jianzhu.text.quantities.words import UNIT_WORDS

__all__ = ["RULES", "UNIT_WORDS", "QuantityHit", "find_quantities"]


def _chinese(text: str) -> tuple[QuantityHit, ...]:
    return tuple(read_quantities(fold_width(fold_script(text))))


#: By the code of a language: what finds quantities. None are read in English yet.
RULES: Mapping[str, Callable[[str], tuple[QuantityHit, ...]]] = {"zh": _chinese}


def find_quantities(text: str, lang: str = "zh") -> tuple[QuantityHit, ...]:
    """Every quantity in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    Without rules for the language none is found.
    """
    return RULES[lang](text) if lang in RULES else ()
