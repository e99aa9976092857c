"""Ranges: figures with a lower and an upper end: 3到5万元, 零下5度到3度, 介于10和20家之间, 大于30小于50人."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from jianzhu.text.numerals import CHINESE, Numeral, find_numerals
from jianzhu.text.quantities.figure import MYRIADS, Figure, discounted, figure_at
from jianzhu.text.quantities.hit import SIGN, QuantityHit
from jianzhu.text.quantities.shares import TO
from jianzhu.text.quantities.words import Lexicon

_BETWEEN = re.compile(r"(?:介于|介乎|在) ?\Z")
_LISTED = re.compile("[、，,]")
_AND = re.compile(r" ?[和与] ?(?=[^，。,]{1,12}之间)")
_LOWER_BOUND = re.compile(rf"(?:大于|超过|高于|多于|不少于|不低于)(?:或?等于)?(?P<number>[{CHINESE}\d.]+)[且,，、]?\Z")
#: The sign of the upper end.
_UPPER_SIGN = re.compile(r"(?P<minus>[-−负]|零下)|零上")
_SCALES = re.compile(r"(万亿|[百千万亿])+\Z")
_MYRIADS = re.compile(r"[万亿]+\Z")


def range_at(
    text: str, numerals: list[Numeral], at: int, figure: Figure | None, done: int, lexicon: Lexicon
) -> Figure | None:
    """The range from the numeral `at`, which is a `figure` where it has a unit, to the next one; None where it is none.

    The lower end may do without a unit, or a scale, which the upper one has.
    """
    if at + 1 >= len(numerals) or numerals[at].bare or numerals[at + 1].bare:
        return None
    first, second = numerals[at : at + 2]
    behind = figure.end if figure else first.end
    between = TO.match(text, behind) or _and(text, first.start, behind) or _next_to(text, first, second)
    if between is None:
        return None
    upper_sign = _UPPER_SIGN.match(text, between.end())
    if second.start != (upper_sign.end() if upper_sign else between.end()):
        return None
    upper = figure_at(text, second, lexicon)
    if upper is None or (figure is not None and figure.unit.code != upper.unit.code):
        return None
    low, high = figure.low if figure else lower_end(text, first, upper), upper.high
    if between[0] in "、，," and first.low > 10:
        low, high = (
            first.low * upper.scale * upper.unit.factor,
            (first.low + 1) * upper.scale * upper.unit.factor,
        )  # 17、8块
    if between[0] in "、，," and second.low >= 20:
        low *= 10  # 三、四十年
    start = first.start
    if lower_sign := SIGN.search(text, max(done, start - 3), start):
        low, start = -low, lower_sign.start()
        if figure is None and upper_sign is None and lower_sign[0].startswith("零下"):
            high = -high  # 零下5到10度
    if upper_sign is not None and upper_sign["minus"]:
        high = -high
    if high < low < 0 and lower_sign is not None:
        low, high = high, low  # 零下5度到零下10度
    return replace(upper, start=start, low=low, high=high, more=False) if low < high else None


def lower_end(text: str, first: Numeral, upper: Figure) -> Decimal:
    """The value of `first` in the unit of `upper`, whose scale it may share: 2-3亿元, 两百到三百万元; 5000到1万元 does not."""
    if upper.word == "折":
        return discounted(first.low) * 10
    words = text[first.start : first.end]
    scales = _SCALES.search(text[upper.start : upper.end - len(upper.word)])
    if scales and re.search(r"[百千万亿]\Z", words):
        scales = None if re.search(r"[万亿]\Z", words) else _MYRIADS.search(scales[0])
    factor = Decimal(1)
    for sign in scales[0] if scales else "":
        factor *= MYRIADS[sign]
    shared, own = first.low * factor * upper.unit.factor, first.low * upper.unit.factor
    return shared if shared < upper.high else own


def _next_to(text: str, first: Numeral, second: Numeral) -> re.Match[str] | None:
    """The sign between 五、六本 and 三、四十: two figures in a row, and no list of more."""
    around = text[first.start - 1 : first.start], text[second.end : second.end + 1]
    if (
        any(sign and sign in "、，," for sign in around)
        or "第" in around
        or first.low != first.high
        or second.low != second.high
        or not 0 < first.low < 100
    ):
        return None
    leading = Decimal(str(second.low.normalize().as_tuple().digits[0]))
    last = first.low % 10
    if not 0 < last == leading - 1 or second.low not in ((leading, 10 * leading) if first.low < 10 else (leading,)):
        return None
    return _LISTED.match(text, first.end)


def _and(text: str, start: int, end: int) -> re.Match[str] | None:
    """The 和 of 介于10和20家之间."""
    return _AND.match(text, end) if _BETWEEN.search(text, max(0, start - 3), start) else None


def with_between(text: str, hit: QuantityHit, done: int) -> QuantityHit:
    """`hit`, a range, with the words around it that make one of it: 介于10和20家之间."""
    quantity = hit.quantity
    opening = _BETWEEN.search(text, max(done, hit.start - 3), hit.start)
    if quantity.min is None or quantity.max is None or opening is None or not text.startswith("之间", hit.end):
        return hit
    return replace(hit, start=opening.start() if opening[0].startswith("介") else hit.start, end=hit.end + 2)


def with_lower_bound(text: str, hit: QuantityHit, done: int) -> QuantityHit:
    """`hit`, an upper bound, with the lower one before it that has no unit of its own: 大于30小于50人."""
    quantity = hit.quantity
    lower = _LOWER_BOUND.search(text, max(done, hit.start - 16), hit.start)
    if quantity.max is None or quantity.min is not None or lower is None:
        return hit
    (number, *others) = find_numerals(lower["number"])
    if others or number.end < len(lower["number"]) or number.low >= quantity.max:
        return hit
    return replace(hit, start=lower.start(), quantity=replace(quantity, min=number.low))
