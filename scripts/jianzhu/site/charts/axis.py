"""Axis: the timeline at a glance, as an SVG in which every event is a dot that leads to its entry.

The essays look back over centuries and argue about months, so time has several scales: one column is all that lies before
1950, then a decade, from 2015 on a year, from 2022 on a month, and after that a year again. A gap parts one scale from the
next. What is dated by year only stands in a column of its own before the months of that year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jianzhu.language import Language
from jianzhu.show.escape import Markdown, html
from jianzhu.text.edtf import edtf_beginning, month_name

#: The years whose events stand by month, here and in the list.
YEARS_BY_MONTH = range(2022, 2025)
#: The first year of each scale.
_SCALES = (0, 1950, 2015, YEARS_BY_MONTH.start, YEARS_BY_MONTH.stop)
#: The years that describe the scales in words.
SCALE_YEARS = {
    "decades": _SCALES[1],
    "last_decade": _SCALES[2] - 1,
    "last_year": _SCALES[3] - 1,
    "months": YEARS_BY_MONTH.start,
    "last_month": YEARS_BY_MONTH.stop - 1,
}
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


def place(edtf: str) -> tuple[int, int]:
    """The scale on which a date stands, and its column there; a span stands where it begins."""
    year, month = edtf_beginning(edtf)
    scale = max(number for number, first in enumerate(_SCALES) if year >= first)
    years = year - _SCALES[scale]
    return scale, (0, years // 10, years, years * _PER_YEAR + month, years)[scale]


def axis(dots: Sequence[Dot], lang: Language, name: str) -> Markdown:
    """An SVG called `name`, of `dots` in the order of time. Shares of the width across, pixels upward."""
    places = [place(dot.edtf) for dot in dots]
    last = max((column for scale, column in places if scale == 4), default=-1)
    lengths = (
        1,
        -(-(_SCALES[2] - _SCALES[1]) // 10),
        _SCALES[3] - _SCALES[2],
        len(YEARS_BY_MONTH) * _PER_YEAR,
        last + 1,
    )
    used = [scale for scale in range(len(_SCALES)) if any(scale == found for found, _ in places)]
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
        for label in _labels(scale, lang):
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


def _labels(scale: int, lang: Language) -> list[Label]:
    match scale:
        case 0:
            return []  # there is no room for words under a single column
        case 1:
            decades = range(_SCALES[1], _SCALES[2], 20)
            return [Label((year - _SCALES[1]) // 10, str(year), minor=year != _SCALES[1]) for year in decades]
        case 2:
            years = range(_SCALES[2], _SCALES[3], 3)
            return [Label(year - _SCALES[2], str(year), minor=year != _SCALES[2]) for year in years]
        case 3:
            months = [(year, month) for year in YEARS_BY_MONTH for month in (0, *_QUARTERS)]
            return [_month(year, month, lang) for year, month in months]
    return [Label(0, str(_SCALES[4]), minor=False, last=True)]


def _month(year: int, month: int, lang: Language) -> Label:
    column = (year - YEARS_BY_MONTH.start) * _PER_YEAR + month
    if not month:
        return Label(column, str(year), minor=False)
    return Label(column, month_name(month, lang), minor=True)


def _label(label: Label, x: str, ground: int) -> list[str]:
    kind = ' class="minor"' if label.minor else ' class="last"' if label.last else ""
    return [
        f'<line{kind} x1="{x}" x2="{x}" y1="{ground}" y2="{ground + 6}"/>',
        f'<text{kind} x="{x}" y="{ground + 20}" aria-hidden="true">{html(label.text)}</text>',
    ]
