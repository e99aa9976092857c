"""Axis: the timeline at a glance, as an SVG in which every event is a dot that leads to its entry.

Where much happens within a few years, and other things long before, time has several scales: one column is all that lies
before the decades, then a column is ten years, then a year, around the year of most events a month, and after that a year
again. A gap parts one scale from the next. What is dated by year only stands in a column of its own before the months of that
year. Where no year has so much, all columns are alike: a year, ten, a hundred or a thousand each, as the events lie apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jianzhu.language import Language
from jianzhu.show.escape import Markdown, html
from jianzhu.text.edtf import edtf_beginning, month_name

#: A year of which so many events are known by month shows its months.
_DENSE = 6
#: How far the scales of years and of decades reach back from the one that follows.
_YEARS, _DECADES = 7, 65
#: At most so many columns of one kind alone.
_COLUMNS = 60
_PER_YEAR = 13  # twelve months, and a column for the year as such
_QUARTERS = (4, 7, 10)

_STEP, _RADIUS, _TOP, _FOOT = 7, 2.6, 8, 30  # in pixels: from dot to dot, of a dot, above and below the stacks


@dataclass(frozen=True)
class Dot:
    """An event: its id, its date as EDTF, and its name for who cannot see its place; the dot of a draft is hollow."""

    id: str
    edtf: str
    name: str
    draft: bool = False


@dataclass(frozen=True)
class Label:
    """Words under a column; `minor` ones give way on a narrow screen, the `last` one ends at the edge."""

    column: int
    text: str
    minor: bool
    last: bool = False


@dataclass(frozen=True)
class Scales:
    """The scales of time: the `months` of these years, and before them years and decades from `first` on; or, where there are
    no months, columns of `unit` years from `first` on.
    """

    months: range
    first: int
    unit: int = 1

    @property
    def starts(self) -> tuple[int, ...]:
        """The first year of each scale; the scale of all that lies before has none."""
        return (self.first, self.months.start - _YEARS, self.months.start, self.months.stop)

    @property
    def words(self) -> dict[str, int]:
        """The years that describe the scales in words."""
        if not self.months:
            return {"unit": self.unit}
        decades, years, months, end = self.starts
        return {
            "decades": decades,
            "last_decade": years - 1,
            "last_year": months - 1,
            "months": months,
            "last_month": end - 1,
        }

    def place(self, edtf: str) -> tuple[int, int]:
        """The scale on which a date stands, and its column there; a span stands where it begins."""
        year, month = edtf_beginning(edtf)
        if not self.months:
            return 0, (year - self.first) // self.unit
        scale = sum(year >= first for first in self.starts)
        years = year - self.starts[scale - 1]
        return scale, (0, years // 10, years, years * _PER_YEAR + month, years)[scale]

    def lengths(self, places: Iterable[tuple[int, int]]) -> tuple[int, ...]:
        """How many columns each scale has, where the dates stand at `places`."""
        last = dict(sorted(places))
        if not self.months:
            return (last.get(0, -1) + 1,)
        decades = -(-(self.starts[1] - self.starts[0]) // 10)
        return 1, decades, _YEARS, len(self.months) * _PER_YEAR, last.get(4, -1) + 1


def scales_of(dates: Iterable[str]) -> Scales:
    """The scales for events of these `dates` (EDTF): with months around the year of which most are known by month, if they are
    many; else with columns that are all alike.
    """
    begun = [edtf_beginning(edtf) for edtf in dates]
    by_month = Counter(year for year, month in begun if month)
    peak = max(by_month, key=lambda year: (by_month[year], year), default=0)
    if by_month[peak] >= _DENSE:
        months = range(peak - 1, peak + 2)
        return Scales(months, (months.start - _YEARS - _DECADES) // 10 * 10)
    years = [year for year, _ in begun] or [0]
    unit = next((size for size in (1, 10, 100) if (max(years) - min(years)) // size < _COLUMNS), 1000)
    return Scales(range(0), min(years) // unit * unit, unit)


def axis(dots: Sequence[Dot], scales: Scales, lang: Language, name: str) -> Markdown:
    """An SVG called `name`, of `dots` in the order of time, on `scales`. Shares of the width across, pixels upward."""
    places = [scales.place(dot.edtf) for dot in dots]
    lengths = scales.lengths(places)
    used = [scale for scale in range(len(lengths)) if any(scale == found for found, _ in places)]
    total = sum(lengths[scale] for scale in used) + len(used) - 1
    tallest = max((places.count(found) for found in places), default=0)
    ground = _TOP + tallest * _STEP

    def x(column: float) -> str:
        return f"{100 * column / total:.2f}%"

    lines = [f'<svg class="axis" height="{ground + _FOOT}" role="group" aria-label="{html(name)}">']
    starts: dict[int, int] = {}
    column = 0
    for scale in used:
        starts[scale] = column
        lines.append(f'<line x1="{x(column)}" x2="{x(column + lengths[scale])}" y1="{ground}" y2="{ground}"/>')
        for label in _labels(scales, scale, lengths[scale], lang):
            lines += _label(label, x(column + label.column), ground)
        column += lengths[scale] + 1
        if scale != used[-1]:
            lines.append(f'<text class="break" x="{x(column - 0.5)}" y="{ground + 4}" aria-hidden="true">//</text>')
    heights: dict[tuple[int, int], int] = {}
    for dot, (scale, within) in zip(dots, places, strict=True):
        heights[scale, within] = height = heights.get((scale, within), 0) + 1
        kind = ' class="draft"' if dot.draft else ""
        lines.append(
            f'<a href="#{html(dot.id)}"{kind}><title>{html(dot.name)}</title>'
            f'<circle cx="{x(starts[scale] + within + 0.5)}" cy="{ground - height * _STEP + 1}" r="{_RADIUS}"/></a>'
        )
    return Markdown("\n".join([*lines, "</svg>"]))


def _labels(scales: Scales, scale: int, length: int, lang: Language) -> list[Label]:
    if not scales.months:
        step = max(1, -(-length // 6))
        columns = range(0, length, step)
        return [Label(at, str(scales.first + at * scales.unit), minor=bool(at % (2 * step))) for at in columns]
    decades, first, _, end = scales.starts
    match scale:
        case 0:
            return []  # there is no room for words under a single column
        case 1:
            years = range(decades, first, 20)
            return [Label((year - decades) // 10, str(year), minor=year != decades) for year in years]
        case 2:
            years = range(first, scales.months.start, 3)
            return [Label(year - first, str(year), minor=year != first) for year in years]
        case 3:
            months = [(year, month) for year in scales.months for month in (0, *_QUARTERS)]
            return [
                _month((year - scales.months.start) * _PER_YEAR + month, year, month, lang) for year, month in months
            ]
    return [Label(0, str(end), minor=False, last=True)]


def _month(column: int, year: int, month: int, lang: Language) -> Label:
    if not month:
        return Label(column, str(year), minor=False)
    return Label(column, month_name(month, lang), minor=True)


def _label(label: Label, x: str, ground: int) -> list[str]:
    kind = ' class="minor"' if label.minor else ' class="last"' if label.last else ""
    return [
        f'<line{kind} x1="{x}" x2="{x}" y1="{ground}" y2="{ground + 6}"/>',
        f'<text{kind} x="{x}" y="{ground + 20}" aria-hidden="true">{html(label.text)}</text>',
    ]
