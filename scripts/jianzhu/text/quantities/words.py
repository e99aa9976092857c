"""Words: what Chinese calls the units of quantities, in simplified characters, and the codes that they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path


@dataclass(frozen=True)
class UnitWord:
    """The unit that a word means: its `code`, and the `factor` by which values are multiplied.

    What only counts (位, 家) and does not measure takes no small numbers in Chinese characters: these mostly serve the
    sentence. `unless` is a pattern of what must not stand behind the word: 二元叙事 has no money in it.
    """

    code: str
    factor: Decimal = Decimal(1)
    measures: bool = True
    unless: str = ""


def _read_table() -> Iterator[tuple[str, UnitWord]]:
    lines = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line and not line.startswith("#"):
            code, words, factor, counts, unless = ([part.strip() for part in line.split("|")] + [""] * 3)[:5]
            for word in words.split():
                yield word, UnitWord(code, Decimal(factor or 1), not counts, f"[{unless}]" if unless else "")


UNIT_WORDS: Mapping[str, UnitWord] = dict(_read_table())


#: The longest word first; a Latin one ends where no letter follows.
UNIT_PATTERN = "|".join(
    re.escape(word)
    + (r"(?![A-Za-z\d])" if word[-1].isascii() and word[-1].isalpha() else "")
    + (f"(?!{unit.unless})" if unit.unless else "")
    for word, unit in sorted(UNIT_WORDS.items(), key=lambda item: (-len(item[0]), item[0]))
)
#: Signs and codes in front of a figure.
CURRENCY_SIGNS: Mapping[str, str] = {
    "￥": "CNY", "¥": "CNY", "RMB": "CNY", "CNY": "CNY", "人民币": "CNY", "US$": "USD", "USD": "USD", "$": "USD", "美元": "USD",
    "HK$": "HKD", "HKD": "HKD", "NT$": "TWD", "A$": "AUD", "C$": "CAD", "S$": "SGD", "€": "EUR", "EUR": "EUR",
    "£": "GBP", "GBP": "GBP", "JPY": "JPY", "₩": "KRW", "KRW": "KRW", "₹": "INR", "₽": "RUB",
}  # fmt: skip
#: What a rate is per, where the word is no unit by itself: 10万元/月.
PER_WORDS: Mapping[str, str] = {word: unit.code for word, unit in UNIT_WORDS.items()} | {
    "月": "month", "日": "day", "季": "quarter", "季度": "quarter", "分": "minute", "时": "hour", "h": "hour", "s": "second",
    "人": "person",
}  # fmt: skip
PER_PATTERN = "|".join(
    re.escape(word) + (r"(?![A-Za-z\d])" if word.isascii() else "")
    for word in sorted(PER_WORDS, key=lambda word: (-len(word), word))
)
