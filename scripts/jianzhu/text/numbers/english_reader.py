"""English reader: the numbers of an English text one by one: cardinals, ordinals and ranges."""

from __future__ import annotations

import re
from decimal import Decimal

from jianzhu.text.english_numerals import ANY_NUMBER, ordinal_of, value_of
from jianzhu.text.numbers.hit import NumberHit

_NUMBER = re.compile(
    rf"(?<![\w.,/:-])(?P<minus>[-−]|minus )?(?:(?P<ordinal>\d{{1,24}}(?:st|nd|rd|th)|[a-z]+(?:-[a-z]+)?(?:st|nd|rd|th))\b"
    rf"|(?P<low>{ANY_NUMBER})(?:(?: to |[-–—])(?P<high>{ANY_NUMBER}))?(?![\w-]*[a-z]\d))",
    re.IGNORECASE,
)


def read_english_numbers(text: str) -> tuple[NumberHit, ...]:
    """Every number in an English `text`, left to right."""
    hits = []
    for match in _NUMBER.finditer(text):
        if match["ordinal"]:
            value = ordinal_of(match["ordinal"].lower())
            if value is not None:
                hits.append(NumberHit(start=match.start(), end=match.end(), low=value, high=value, kind="ordinal"))
            continue
        low = value_of(match["low"])
        high = value_of(match["high"]) if match["high"] else low
        sign = Decimal(-1) if match["minus"] else Decimal(1)
        if low > high:
            high, end = low, match.end("low")
        else:
            end = match.end()
        hits.append(NumberHit(start=match.start(), end=end, low=low * sign, high=high * (sign if low == high else 1)))
    return tuple(hits)
