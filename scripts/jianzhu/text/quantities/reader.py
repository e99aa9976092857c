"""Reader: from the numbers of a text to its quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jianzhu.text.numerals import Numeral, find_numerals
from jianzhu.text.quantities.figure import MORE, MYRIADS, Figure, discounted, figure_at, is_round
from jianzhu.text.quantities.hit import CURRENCY, QuantityHit, hit_of
from jianzhu.text.quantities.shares import DISCOUNT, HALF_OF, TO, WRITTEN, discount_of, half_of, share_at, written_share
from jianzhu.text.quantities.words import CURRENCY_SIGNS, UnitWord

#: In front of a number they make an ordinal, an open number, or a name of it.
_NO_QUANTITY = re.compile(r"[A-Za-z第几数+#№]\Z|[\d.][:/]\Z|[A-Za-z\d][-_.]\Z")
#: 前10名 are the first ten of a list; 前两年 is a length of time.
_FIRST = re.compile(r"(?<![之以年目此日月天周先])前\Z")


def read_quantities(text: str) -> Iterator[QuantityHit]:
    """Every quantity in `text`, in simplified characters and half width."""
    numerals = list(find_numerals(text))
    halves = [hit for match in HALF_OF.finditer(text) if (hit := half_of(match)) is not None]
    halves += [discount_of(match) for match in DISCOUNT.finditer(text)] + [
        written_share(match) for match in WRITTEN.finditer(text)
    ]
    hits: list[QuantityHit] = []
    at = done = 0
    while at < len(numerals):
        found = _read(text, numerals, at, done)
        if found is None:
            at += 1
            continue
        hit, at = found
        hits.append(hit)
        done = hit.end
    taken = sorted([*hits, *halves], key=lambda hit: (hit.start, -hit.end))
    end = 0
    for hit in taken:
        if hit.start >= end:
            end = hit.end
            yield hit


def _read(text: str, numerals: list[Numeral], at: int, done: int) -> tuple[QuantityHit, int] | None:
    """The quantity that begins with the numeral `at`, behind `done`, and which numeral comes next."""
    first = numerals[at]
    named = _NO_QUANTITY.search(text, max(done, first.start - 2), first.start)
    if named and not CURRENCY.search(text, max(done, first.start - 5), first.start):
        return None
    if share := share_at(text, numerals, at, done):
        return share
    figure, next_at = figure_at(text, first), at + 1
    # The lower end of a range may do without a unit, or a scale, which the upper one has.
    if next_at < len(numerals):
        behind = figure.end if figure else first.end
        between = TO.match(text, behind)
        second = numerals[next_at]
        if between is not None and between.end() == second.start and not second.bare:
            upper = figure_at(text, second)
            if upper is not None:
                joined = _joined(text, first, figure, upper)
                if joined is not None:
                    figure, next_at = joined, next_at + 1
    if figure is None:
        return _with_sign(text, first, done, at)
    if not figure.unit.measures and _FIRST.search(text, max(done, first.start - 2), first.start):
        return None
    while next_at < len(numerals) and (whole := _compound(text, figure, numerals[next_at])) is not None:
        figure, next_at = whole, next_at + 1
    hit = hit_of(text, figure, done)
    return (hit, next_at) if hit else None


def _joined(text: str, first: Numeral, figure: Figure | None, upper: Figure) -> Figure | None:
    """The range from the numeral `first`, which is a `figure` where it has a unit, to `upper`."""
    if first.bare:
        return None
    if figure is not None:
        if figure.unit.code != upper.unit.code:
            return None
        low = figure.low
    else:
        words, shared = (
            text[first.start : first.end],
            re.search(r"(万亿|[百千万亿])+\Z", text[upper.start : upper.end - len(upper.word)]),
        )
        factor = upper.scale
        if shared and not re.search(r"[百千万亿]\Z", words):  # 2-3亿 shares the 亿 of its upper end
            factor = Decimal(1)
            for sign in shared[0]:
                factor *= MYRIADS[sign]
        low = first.low * factor * upper.unit.factor
        if upper.word == "折":
            low = discounted(first.low) * 10
    return replace(upper, start=first.start, low=low, more=False) if low < upper.high else None


def _compound(text: str, figure: Figure, numeral: Numeral) -> Figure | None:
    """`figure` with a smaller unit right behind it: 三元五角, 1小时30分钟, 五英尺三英寸, 5块3."""
    gap = text[figure.end : numeral.start]
    if gap not in ("", "零", "又", " ") or figure.low != figure.high or numeral.low != numeral.high:
        return None
    digits = numeral.end - numeral.start
    if figure.word == "米" and figure.low < 3 and digits <= 2 and figure_at(text, numeral) is None and numeral.low >= 1:
        value = figure.low + numeral.low / 10**digits  # the height of a person: 1米75
        return replace(figure, end=numeral.end, low=value, high=value)
    if figure.word == "块" and digits == 1 and figure_at(text, numeral) is None and 0 < numeral.low < 10:
        value = figure.low + numeral.low / 10
        return replace(figure, end=numeral.end, low=value, high=value)
    if figure.word in ("角", "毛") and text.startswith("分", numeral.end) and 0 < numeral.low < 10:
        value = figure.low + numeral.low / 100
        return replace(figure, end=numeral.end + 1, low=value, high=value, word="分")
    small = figure_at(text, numeral)
    if small is None or small.more:
        return None
    if figure.unit.code == small.unit.code == "CNY" and figure.unit.factor > small.unit.factor:
        value = figure.low + small.low
        return replace(figure, end=small.end, low=value, high=value, word=small.word)
    parts = _PARTS.get((figure.unit.code, small.unit.code))
    if parts is None or small.high >= parts:
        return None
    value = figure.low + small.low / parts
    if value == value.quantize(Decimal("0.000001")):
        return replace(figure, end=small.end, low=value, high=value)
    value = figure.low * parts + small.low
    return replace(figure, end=small.end, low=value, high=value, unit=small.unit, word=small.word)


#: How many of the smaller unit make one of the larger.
_PARTS = {
    ("kilometer", "meter"): 1000, ("meter", "centimeter"): 100, ("mile", "foot"): 5280, ("yard", "foot"): 3, ("foot", "inch"): 12,
    ("kilogram", "gram"): 1000, ("tonne", "kilogram"): 1000, ("pound", "ounce"): 16, ("year", "month"): 12, ("week", "day"): 7,
    ("day", "hour"): 24, ("hour", "minute"): 60, ("minute", "second"): 60,
}  # fmt: skip


def _with_sign(text: str, numeral: Numeral, done: int, at: int) -> tuple[QuantityHit, int] | None:
    """￥300, $3.5亿, USD 100: a figure whose unit stands before it."""
    sign = CURRENCY.search(text, max(done, numeral.start - 5), numeral.start)
    if sign is None or numeral.bare:
        return None
    figure = Figure(
        start=numeral.start,
        end=numeral.end,
        low=numeral.low,
        high=numeral.high,
        unit=UnitWord(CURRENCY_SIGNS[sign["sign"]]),
    )
    if (match := MORE.match(text, numeral.end)) and is_round(numeral) and match["more"]:
        scale = re.compile("[万亿]").match(text, match.end())
        factor = MYRIADS[scale[0]] if scale else Decimal(1)
        figure = replace(
            figure,
            end=scale.end() if scale else match.end(),
            more=True,
            low=numeral.low * factor,
            high=numeral.high * factor,
        )
    hit = hit_of(text, figure, done)
    return (hit, at + 1) if hit else None
