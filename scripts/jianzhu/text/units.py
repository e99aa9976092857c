"""Units: the vocabulary of what claims and quantities count, and quantities in words.

A code is an ISO 4217 currency, a plain singular noun, or a rate made of two codes (`USD per year`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.language import Language
from jianzhu.text.unit_table import Unit, Units


@dataclass(frozen=True)
class Quantity:
    """A `value`, or bounds of it, in `unit`; `approximate` where the words say about."""

    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    unit: str
    approximate: bool = False

    def __str__(self) -> str:
        """In figures and the unit's code: `≥ 200 model`, `5,000,000–20,000,000 USD`, `≈ 50,000 person`."""
        return f"{self._bounds(grouped, '–')} {self.unit}"

    def words(self, lang: Language, units: Units) -> str:
        """As a reader of `lang` would write it in one of `units`: `at least 200 models`, `500万—2000万美元`."""
        figures = self._bounds(lambda value: figure_words(value, lang), _DASH[lang])
        # 5 million–20 million is 5–20 million; 500万—2000万 stays as it is.
        figures = re.sub(r" (\w+)–([\d.,]+ \1)$", r"–\2", figures)
        for sign, word in _SIGNS[lang].items():
            figures = figures.replace(f"{sign} ", word)
        return _with_unit(figures, self.ends[1], self.unit, lang, units)

    def order(self, units: Units) -> tuple[Decimal, Decimal]:
        """Where it stands among quantities of its dimension, in the dimension's common measure (days, grams)."""
        factor = units[self.unit].factor
        low, high = self.ends
        return low * factor, high * factor

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The lowest and the highest figure that it names: twice the same where it names one."""
        low = next(figure for figure in (self.value, self.min, self.max) if figure is not None)
        high = next(figure for figure in (self.value, self.max, self.min) if figure is not None)
        return low, high

    def _bounds(self, write: Callable[[Decimal], str], dash: str) -> str:
        if self.value is not None:
            return ("≈ " if self.approximate else "") + write(self.value)
        low, high = self.ends
        if self.min is not None and self.max is not None:
            return f"{write(low)}{dash}{write(high)}"
        return f"≥ {write(low)}" if self.min is not None else f"≤ {write(high)}"


def parse_quantity(text: str) -> Quantity:
    """The quantity whose `str` is `text`. ValueError for anything else."""
    match = re.fullmatch(r"(?:([≥≤≈]) )?(-?[\d,.]+)(?:–(-?[\d,.]+))? (.+)", text)
    if not match:
        raise ValueError(f"{text!r} is no quantity")
    sign, first, second, unit = match.groups()
    low = Decimal(first.replace(",", ""))
    if second:
        return Quantity(None, low, Decimal(second.replace(",", "")), unit)
    if sign == "≥":
        return Quantity(None, low, None, unit)
    if sign == "≤":
        return Quantity(None, None, low, unit)
    return Quantity(low, None, None, unit, sign == "≈")


_DASH = {"zh": "—", "en": "–"}
_SIGNS = {
    "zh": {"≥": "至少", "≤": "至多", "≈": "约"},
    "en": {"≥": "at least ", "≤": "at most ", "≈": "about "},
}


def _with_unit(figure: str, value: Decimal, code: str, lang: Language, units: Units) -> str:
    above, _, below = code.partition(" per ")
    return _WITH_UNIT[lang](figure, value, units.codes[above], units.codes[below] if below else None)


def _with_chinese_unit(figure: str, _value: Decimal, unit: Unit, per: Unit | None) -> str:
    return figure + unit.zh + (f"/{per.zh.removeprefix('个')}" if per else "")


def _with_english_unit(figure: str, value: Decimal, unit: Unit, per: Unit | None) -> str:
    noun = unit.one if value == 1 else unit.many
    words = figure + noun if noun == "%" else f"{figure} {noun}"
    return words + (f" per {per.one}" if per else "")


_WITH_UNIT = {"zh": _with_chinese_unit, "en": _with_english_unit}


_SCALES = {
    "zh": ((10**12, "万亿"), (10**8, "亿"), (10**4, "万")),
    "en": ((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
}


def figure_words(value: Decimal, lang: Language) -> str:
    """`value` with the largest scale word that keeps it exact within four decimals, else in digits.

    Chinese groups digits by four and needs no commas below a myriad.
    """
    write = _DIGITS[lang]
    for scale, word in _SCALES[lang]:
        scaled = value / scale
        if scaled >= 1 and scaled == round(scaled, 4):
            return write(scaled) + word
    return write(value)


def plain(value: Decimal) -> str:
    """`value` without exponent and without needless zeros: 23700, 2.5."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def grouped(value: Decimal) -> str:
    """`value` with commas between thousands: 1,287 and 0.2."""
    return f"{Decimal(plain(value)):,f}"


_DIGITS = {"zh": plain, "en": grouped}
