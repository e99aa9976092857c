"""Compounds: a figure with a smaller one of the same kind right behind it: 三元五角, 1小时30分钟, 三成五."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from jianzhu.text.numerals import Numeral
from jianzhu.text.quantities.figure import Figure, figure_at
from jianzhu.text.quantities.words import Lexicon


def compound(text: str, figure: Figure, numeral: Numeral, lexicon: Lexicon) -> Figure | None:
    """`figure` with a smaller unit right behind it: 三元五角, 1小时30分钟, 五英尺三英寸, 5块3."""
    gap = text[figure.end : numeral.start]
    if gap not in ("", "零", "又", " ") or figure.low != figure.high or numeral.low != numeral.high:
        return None
    digits = numeral.end - numeral.start
    if (
        figure.word == "米"
        and figure.low < 3
        and figure.low == int(figure.low)
        and digits <= 2
        and figure_at(text, numeral, lexicon) is None
        and numeral.low >= 1
    ):
        value = figure.low + numeral.low / 10**digits  # the height of a person: 1米75
        return replace(figure, end=numeral.end, low=value, high=value)
    if (
        figure.word in ("块", "元", "圆")
        and digits == 1
        and not _counts(text, numeral, lexicon)
        and 0 < numeral.low < 10
    ):
        value = figure.low + numeral.low / 10
        return replace(figure, end=numeral.end, low=value, high=value)
    if (
        figure.word in ("秒", "分")
        and digits <= 2
        and text[numeral.start].isdigit()
        and figure_at(text, numeral, lexicon) is None
    ):
        value = figure.low + numeral.low.scaleb(-digits)  # a time of sports: 47秒41
        return replace(figure, end=numeral.end, low=value, high=value) if figure.word == "秒" else None
    if figure.word == "度" and digits == 1 and not _counts(text, numeral, lexicon) and 0 < numeral.low < 10:
        value = figure.low + numeral.low / 10
        return replace(figure, end=numeral.end, low=value, high=value)
    if (
        figure.unit.code == "hour"
        and text.startswith("分", numeral.end)
        and text[numeral.end + 1 : numeral.end + 2] not in "钟之"
    ):
        value = figure.low * 60 + numeral.low
        if figure_at(text, numeral, lexicon) is not None or numeral.low >= 60:
            return None
        return replace(figure, end=numeral.end + 1, low=value, high=value, unit=lexicon.words["分钟"], word="分钟")
    if figure.word == "成" and digits == 1 and not _counts(text, numeral, lexicon) and 0 < numeral.low < 10:
        value = figure.low + numeral.low
        return replace(figure, end=numeral.end, low=value, high=value, word="%")
    if figure.word in ("角", "毛") and digits == 1 and 0 < numeral.low < 10:
        value = figure.low + numeral.low / 100
        if text.startswith("分", numeral.end):
            return replace(
                figure, end=numeral.end + 1 + text.startswith("钱", numeral.end + 1), low=value, high=value, word="分"
            )
        if not _counts(text, numeral, lexicon):
            return replace(figure, end=numeral.end, low=value, high=value, word="分")
    small = figure_at(text, numeral, lexicon)
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
    unit = lexicon.words["个月大"] if figure.unit.code == "year of age" else small.unit
    return replace(figure, end=small.end, low=value, high=value, unit=unit, word=small.word)


#: What may stand behind a figure that belongs to the unit before it: 三块二, 三块二的, 三块二一斤; not 十元一双.
_CLOSES = re.compile(r"\Z|[^\u4e00-\u9fff]|[的了吧吗呢啊左以就钱每到至]")
_EACH_ONE = re.compile("[一每]")


def _counts(text: str, numeral: Numeral, lexicon: Lexicon) -> bool:
    """Whether something is counted by `numeral`, so that it is no part of what stands before it."""
    if figure_at(text, numeral, lexicon) is not None:
        return True
    if text[numeral.start] not in "一两1" and _EACH_ONE.match(text, numeral.end):
        return False
    return _CLOSES.match(text, numeral.end) is None


#: How many of the smaller unit make one of the larger.
_PARTS = {
    ("kilometer", "meter"): 1000,
    ("meter", "centimeter"): 100,
    ("mile", "foot"): 5280,
    ("yard", "foot"): 3,
    ("foot", "inch"): 12,
    ("kilogram", "gram"): 1000,
    ("tonne", "kilogram"): 1000,
    ("pound", "ounce"): 16,
    ("stone", "pound"): 14,
    ("jin", "liang"): 10,
    ("zhang", "chi"): 10,
    ("chi", "cun"): 10,
    ("year", "month"): 12,
    ("year of age", "month"): 12,
    ("year of age", "month of age"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
