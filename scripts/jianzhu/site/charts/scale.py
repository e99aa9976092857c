"""Scale: from figures to places on a line, with round ticks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

#: Figures that lie further apart than this stand on a logarithmic scale.
LINEAR_SPAN = 30
#: At most so many steps between ticks, for labels that fit on a phone.
STEPS = 4
#: Where the first and the last tick stand, in percent; what is left of the line is for the arrows of open ends.
EDGES = (8.0, 90.0)


@dataclass(frozen=True)
class Scale:
    """A line from the first of its `ticks` to the last."""

    ticks: tuple[Decimal, ...]
    logarithmic: bool

    def at(self, value: Decimal) -> float:
        """The place of `value`, in percent of the line."""
        low, high, here = (self._measure(figure) for figure in (self.ticks[0], self.ticks[-1], value))
        return EDGES[0] + (EDGES[1] - EDGES[0]) * (here - low) / (high - low)

    def _measure(self, value: Decimal) -> float:
        return math.log10(value) if self.logarithmic else float(value)


def scale_of(figures: Sequence[Decimal]) -> Scale:
    """The scale for `figures`: linear from zero, or logarithmic where they are positive and lie far apart."""
    low, high = min(figures), max(figures)
    if low > 0 and high / low > LINEAR_SPAN:
        first, last = math.floor(low.log10()), math.ceil(high.log10())
        powers = math.ceil((last - first) / STEPS)
        count = math.ceil((last - first) / powers)
        return Scale(tuple(Decimal(10) ** (first + powers * n) for n in range(count + 1)), True)
    low, high = min(low, Decimal(0)), max(high, Decimal(0))
    step = _round_step((high - low) or Decimal(1))
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return Scale(tuple(step * n for n in range(first, last + 1)), False)


def _round_step(span: Decimal) -> Decimal:
    """The smallest of 1, 2, 5, 10, 20, … (or 0.1, 0.2, …) that divides `span` into at most STEPS steps."""
    power = Decimal(10) ** math.floor((span / STEPS).log10())
    return next(power * n for n in (1, 2, 5, 10) if span <= power * n * STEPS)


def percent(place: float) -> str:
    """A place as SVG writes it: `12.5%`."""
    return f"{place:.2f}".rstrip("0").rstrip(".") + "%"
