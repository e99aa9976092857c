"""Vague: figures that the grammar of quantities leaves alone, since they often serve the sentence only: 少数几家, 百亿元, 两家,
4000万 without a unit. An editor may want them, so that they are proposed; the text itself marks none.

Each is read as the grammar reads a figure in its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.quantities import find_quantities
from jianzhu.text.unit_table import Units
from jianzhu.text.units import Quantity


@dataclass(frozen=True)
class VagueHit:
    """A figure at `start` to `end` (code points), and how it was read; without `counted` nothing says what it is of."""

    start: int
    end: int
    quantity: Quantity
    because: str
    counted: bool = True


_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_NUMERAL = r"零一二两三四五六七八九十百千万亿几数多\d.,"
#: 几 alone: 几倍, 少数几家.
_FEW = re.compile(rf"(?<![{_NUMERAL}第])[几数](?=倍)|(?<=少数)几(?![分十百千万亿])")
#: 百亿元, 亿元级别.
_BARE = re.compile(rf"(?<![{_NUMERAL}上过近])(?P<scale>[百千]?[万亿]{{1,2}})(?=元|美元|人民币|港元|日元|欧元)")
#: 两家, 8个: 一 is mostly an article.
_SMALL = re.compile(
    rf"(?<![{_NUMERAL}第周初月])(?P<digit>[二两三四五六七八九]|[2-9])(?=[^\W\d]|大类)(?![十百千万亿分成几])"
)
#: 4000万 and 千亿, of nothing.
_NAKED = re.compile(r"(?<![\d.,A-Za-z])\d[\d,.]*\s?[百千]?[万亿]+")
_NAKED_SCALE = re.compile(rf"(?<![{_NUMERAL}上过近])[百千]亿(?![{_NUMERAL}级元美人港日欧])")
_LEVEL = re.compile("(?:级别?|规模|量级)")


def vague_quantities(text: str, lang: str, units: Units) -> tuple[VagueHit, ...]:
    """The vague figures in `text`, left to right, none overlapping; none where the language of the code `lang` has no
    rules. `units` are those of the edition."""
    hits: list[VagueHit] = []
    for hit in sorted(_RULES[lang](text, units) if lang in _RULES else (), key=lambda hit: (hit.start, -hit.end)):
        if not hits or hit.start >= hits[-1].end:
            hits.append(hit)
    return tuple(hits)


def _chinese(text: str, units: Units) -> Iterator[VagueHit]:
    folded = fold_width(fold_script(text))
    for match in _FEW.finditer(folded):
        hit = _read(folded, match, units, "2")
        if hit:
            quantity = replace(hit.quantity, value=None, min=Decimal(2), max=Decimal(9))
            yield replace(hit, quantity=quantity, because="an open number, read as two to nine")
    for match in _BARE.finditer(folded):
        scale = _scale(match["scale"])
        hit = _read(folded, match, units, str(scale))
        if hit and (level := _LEVEL.match(folded, hit.end)):
            quantity = replace(hit.quantity, value=None, min=Decimal(scale), max=Decimal(10 * scale))
            yield replace(
                hit, end=level.end(), quantity=quantity, because="a scale without a number: from one of it to ten"
            )
        elif hit:
            yield replace(hit, because="a scale without a number, read as one of it")
    for match in _SMALL.finditer(folded):
        hit = _read(folded, match, units, str(_DIGITS.get(match["digit"], match["digit"])))
        if hit and hit.quantity.unit not in _TIMES:
            yield replace(hit, because="a small number, which may serve the sentence only")
    for match in _NAKED_SCALE.finditer(folded):
        figure = Quantity(Decimal(_scale(match[0])), None, None, _NOTHING)
        yield VagueHit(
            match.start(), match.end(), figure, "a scale without a number, of nothing that is named", counted=False
        )
    for match in _NAKED.finditer(folded):
        first = max(0, match.start() - _AHEAD)
        for found in find_quantities(
            f"{folded[first : match.end()]}元{folded[match.end() : match.end() + _AHEAD]}", "zh", units
        ):
            if found.start <= match.start() - first < found.end:
                yield VagueHit(
                    first + found.start, match.end(), found.quantity, "nothing says what it is of", counted=False
                )


def _read(text: str, match: re.Match[str], units: Units, figure: str) -> VagueHit | None:
    """What the grammar reads where `figure` stands in the place of `match`."""
    behind = text[match.end() : match.end() + _AHEAD]
    hit = next((hit for hit in find_quantities(figure + behind, "zh", units) if hit.start == 0), None)
    if hit is None or hit.end <= len(figure):
        return None
    return VagueHit(match.start(), match.end() + hit.end - len(figure), hit.quantity, "")


def _scale(characters: str) -> int:
    value = 1
    for character in characters:
        value *= _SCALES[character]
    return value


#: Stands for the unit of what nothing says the unit of.
_NOTHING = "item"
#: How far behind a number its unit may end, and how far before it its bound may begin.
_AHEAD = 12
#: Small numbers of these only place something, or are a manner of speaking.
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century", "time"})

_RULES: Mapping[str, Callable[[str, Units], Iterator[VagueHit]]] = {"zh": _chinese}
