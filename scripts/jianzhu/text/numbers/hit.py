"""Hit: a number where it stands in a text, with what it says: a value, bounds, or a place in an order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from jianzhu.text.units import plain


@dataclass(frozen=True, kw_only=True)
class NumberHit:
    """A number at `start` to `end` (code points), from `low` to `high`; where it says one value, the two are the same.

    A bound is None where the words leave it open (超过30), and `above` or `below` is true where the bound itself is not meant
    (大于10: more than ten). `approximate` is true where they say about. An `ordinal` tells a place in an order: 第三.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False
    approximate: bool = False
    kind: Literal["cardinal", "ordinal"] = "cardinal"

    @property
    def value(self) -> Decimal | None:
        """The one value that it says; None for bounds."""
        return self.low if self.low == self.high else None

    def __str__(self) -> str:
        """In figures: `105`, `≈ 200`, `30–40`, `≥ 100`, `> 100`, `(10, 20]`, `no. 3`."""
        prefix = "no. " if self.kind == "ordinal" else "≈ " if self.approximate else ""
        if self.low is None or self.high is None:
            sign, bound = ("<", self.high) if self.low is None else (">", self.low)
            strict = self.below if self.low is None else self.above
            return (
                f"{prefix}{sign if strict else {'<': '≤', '>': '≥'}[sign]} {plain(bound) if bound is not None else ''}"
            )
        if self.low == self.high:
            return prefix + plain(self.low)
        if self.above or self.below:
            return f"{'(' if self.above else '['}{plain(self.low)}, {plain(self.high)}{')' if self.below else ']'}"
        return f"{prefix}{plain(self.low)}–{plain(self.high)}"
