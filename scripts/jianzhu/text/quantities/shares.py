"""Shares: percentages, fractions, halves and discounts."""

from __future__ import annotations

import re
from decimal import Decimal

from jianzhu.text.numerals import Numeral
from jianzhu.text.quantities.figure import Figure
from jianzhu.text.quantities.hit import QuantityHit, hit_of
from jianzhu.text.quantities.words import Lexicon
from jianzhu.text.units import Quantity

TO = re.compile(r" ?(?:[-–—―~～]{1,2}|至|到) ?")
_PERCENT = re.compile(r"(?:百|千|万) ?分 ?之 ?(?P<minus>负)? ?")
_FRACTION = re.compile(r"分之")
HALF_OF = re.compile(
    r"""(?<![第几数一二两三四五六七八九十])一半 (?![天夜路])
    | (?<![上下前后大小]) (?P<half>半) (?P<unit>年|小时|个小时|个月|个世纪|个多?小时|岁
        |公斤|斤|公里|里地|里路|吨|升|亩|米|磅|英里|分钟|个百分点)
      (?![纪代度来前后])
    | 对折 | 百分百 | 半折(?!腾)
    | 翻了? (?P<doubled>[一两三四]) 番 (?!半)
    | (?<![一二两三四五六七八九\d])半成 (?![品就年])""",
    re.VERBOSE,
)
DISCOUNT = re.compile("(?<![一二三四五六七八九十])([一二三四五六七八九])([一二三四五六七八九])折(?![腾叠扣线射磨])")
WRITTEN = re.compile(
    r"(?<![\d/.])(?P<above>[1-9])/(?P<below>[2-9]|10)(?![\d/.])(?:(?=的|以上|左右|多|强|弱)|(?<=[近约占为达超的了]\d/\d))"
)


def half_of(match: re.Match[str], lexicon: Lexicon) -> QuantityHit | None:
    """一半 and 对折, 半年 and 半小时."""
    if match["half"]:
        unit = lexicon.words[match["unit"].replace("多", "")]
        value = unit.factor / 2
        if match["unit"] in ("年", "岁"):
            value, unit = Decimal(6), lexicon.words["个月" if match["unit"] == "年" else "个月大"]
        figure = Figure(
            start=match.start("half"),
            end=match.end("unit"),
            low=value,
            high=value,
            unit=unit,
            word=match["unit"],
            more="多" in match["unit"],
        )
        return hit_of(match.string, figure, 0, lexicon)
    if match["doubled"]:
        return QuantityHit(
            match.start(),
            match.end(),
            Quantity(Decimal(2 ** ("一两三四".index(match["doubled"]) + 1)), None, None, "times"),
        )
    if match[0].endswith("一半"):
        start = match.end() - 2
        figure = Figure(
            start=start, end=match.end(), low=Decimal(50), high=Decimal(50), unit=lexicon.words["%"], word="%"
        )
        return hit_of(match.string, figure, 0, lexicon)
    share = {"半成": Decimal(5), "百分百": Decimal(100)}.get(match[0], Decimal(50))
    return QuantityHit(match.start(), match.end(), Quantity(share, None, None, "percent"))


def discount_of(match: re.Match[str]) -> QuantityHit:
    """八五折 is 85 percent of a price; 七八折 is 70 to 80."""
    first, second = ("一二三四五六七八九".index(figure) + 1 for figure in match.groups())
    quantity = Quantity(Decimal(10 * first + second), None, None, "percent")
    if second == first + 1:
        quantity = Quantity(None, Decimal(10 * first), Decimal(10 * second), "percent")
    return QuantityHit(match.start(), match.end(), quantity)


def written_share(match: re.Match[str]) -> QuantityHit:
    """1/3 where the words say that it is a share."""
    exact = Decimal(100) * int(match["above"]) / int(match["below"])
    value = exact.quantize(Decimal("0.01")).normalize()
    return QuantityHit(match.start(), match.end(), Quantity(value, None, None, "percent", value != exact))


def share_at(
    text: str, numerals: list[Numeral], at: int, done: int, lexicon: Lexicon
) -> tuple[QuantityHit, int] | None:
    """百分之三十, 百分之十到二十, 千分之五, 三分之一; None where the numeral `at` begins none."""
    first = numerals[at]
    percent = _PERCENT.match(text, first.start)
    if text.startswith("又", first.start - 1) and first.start > done:
        return None
    if percent and at + 1 < len(numerals) and numerals[at + 1].start == percent.end():
        factor = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}[text[first.start]]
        second, next_at = numerals[at + 1], at + 2
        if percent["minus"]:
            factor = -factor
        (low, high), end = sorted((second.low * factor, second.high * factor)), second.end
        if second.bare and text[second.start] != "百":
            return None
        between = TO.match(text, end)
        if between and next_at < len(numerals):
            again = _PERCENT.match(text, between.end())
            third_start = again.end() if again else between.end()
            third = next((n for n in numerals[next_at : next_at + 2] if n.start == third_start), None)
            if third is not None and third.low == third.high and third.high * factor > low:
                high, end = third.high * factor, third.end
                next_at = numerals.index(third, next_at) + 1
        more = text.startswith("多", end) or (text.startswith("几", end) and high % 10 == 0)
        unit = lexicon.words["%"]
        figure = Figure(start=first.start, end=end + more, low=low, high=high, unit=unit, word="%", more=more)
        hit = hit_of(text, figure, done, lexicon)
        return (hit, next_at) if hit else None
    if at + 1 < len(numerals) and _FRACTION.match(text, first.end) and numerals[at + 1].start == first.end + 2:
        below, above = first, numerals[at + 1]
        if (
            below.open
            or above.open
            or below.low != below.high
            or below.low <= 1
            or above.low != above.high
            or above.bare
        ):
            return None
        exact = above.low * 100 / below.low
        value = exact.quantize(Decimal("0.01")).normalize()
        if not value:
            return None  # too small to be said in percent
        figure = Figure(
            start=first.start,
            end=above.end,
            low=value,
            high=value,
            unit=lexicon.words["%"],
            word="%",
            round=value != exact,
        )
        hit = hit_of(text, figure, done, lexicon)
        return (hit, at + 2) if hit else None
    return None
