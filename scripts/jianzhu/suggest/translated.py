"""Translated: where a translation says the figure of its source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from jianzhu.text.numbers import GRAMMARS
from jianzhu.text.units import Quantity

#: Words that may say a number, by the code of a language; its grammar decides.
_NUMBERS: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(
        r"(?:[$€£¥]\s?)?(?:\d[\d,]*(?:\.\d+)?|\b(?:an? )?(?:hundred|thousand|million|billion|trillion|one|two|three|four|five|six"
        r"|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|third|quarter"
        r"|dozen|decade|century|twice|double)s?\b)"
        r"(?:[ -](?:hundred|thousand|million|billion|trillion|one|two|three|four|five|six|seven|eight|nine)\b)*(?:%| percent)?",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"[\d０-９][\d０-９,，.．]*[%％]?[十百千万亿萬億兆]*|百分之[零〇一二三四五六七八九十百点\d.]+"
        r"|[零〇一二两兩三四五六七八九十百千万亿萬億]+"
    ),
}


def figure_in(text: str, quantity: Quantity, lang: str) -> tuple[int, int] | None:
    """Where `text`, in the language with the code `lang`, says the figure of `quantity`; None where it does not, or where no
    rules for the language are known."""
    if lang not in _NUMBERS or lang not in GRAMMARS:
        return None
    wanted = {*quantity.ends}
    return next(((start, end) for start, end, said in _numbers_in(text, lang) if wanted & said), None)


@lru_cache(maxsize=4)
def _numbers_in(text: str, lang: str) -> tuple[tuple[int, int, frozenset[Decimal]], ...]:
    """Where a text says numbers, and which each may be."""
    found = []
    for match in _NUMBERS[lang].finditer(text):
        said = GRAMMARS[lang](match[0])
        found.append((match.start(), match.start() + len(match[0].rstrip()), said.plain | said.vague))
    return tuple(found)
