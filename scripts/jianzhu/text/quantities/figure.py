"""Figure: a number with the unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.numerals import CHINESE, Numeral
from jianzhu.text.quantities.context import BEGIN_WORDS, Context
from jianzhu.text.quantities.words import Lexicon
from jianzhu.text.unit_table import UnitWord


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number with its unit, from `low` to `high` in its `unit`. `more` is true where the words say 多 or 余, `round`
    where they say 来; `word` is the unit as written behind it, "" where a sign before it says it, and `scale` the factor by
    which 万 or 亿 behind the number multiplies.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    unit: UnitWord
    word: str = ""
    scale: Decimal = Decimal(1)
    more: bool = False
    round: bool = False
    bare: bool = False


MYRIADS = {
    "万": Decimal(10**4),
    "亿": Decimal(10**8),
    "万亿": Decimal(10**12),
    "千": Decimal(1000),
    "百": Decimal(100),
    "百万": Decimal(10**6),
}
_LETTERS = {"K": Decimal(1000), "M": Decimal(10**6), "B": Decimal(10**9), "T": Decimal(10**12)}
MORE = re.compile(r"(?P<more>多|余(?!额|下|地))|(?P<round>来|把)")
#: A thing and a half, without a word that counts it further: 一个半苹果.
_ONE_AND_A_HALF = re.compile(r" ?个半(?=[\u4e00-\u9fff])(?![月天径决导岛圆场身小多拉露透旧新真开公自大人成封截])")
_TALL = re.compile(r"[一二三四五六七八九]{1,2}(?![一二三四五六七八九十百千万亿点多几个])")
_HALF = re.compile(r"半(?![数径天夜价身导成途路岛球截])")
_MORE_OF = re.compile(r" ?个多(?P<unit>月|小时|钟头|星期|礼拜|世纪|季度|百分点)")


def figure_at(text: str, numeral: Numeral, lexicon: Lexicon) -> Figure | None:
    """`numeral` with the unit behind it; None where none follows, or the words are none of a quantity."""
    if counted := _a_half(text, numeral, lexicon):
        return counted
    if (some := _MORE_OF.match(text, numeral.end)) and numeral.low == numeral.high and not numeral.bare:
        unit = lexicon.words["个" + some["unit"]]
        low = numeral.low * unit.factor
        return Figure(
            start=numeral.start, end=some.end(), low=low, high=low, unit=unit, word="个" + some["unit"], more=True
        )
    end, more, rounded = numeral.end, False, False
    low, high = numeral.low, numeral.high
    if match := MORE.match(text, end):
        if is_round(numeral):
            more, rounded, end = bool(match["more"]), bool(match["round"]), match.end()
    elif text.startswith("几", end) and low == high and low % 10 == 0 and low > 0:
        low, high, end = low + 1, low + 9, end + 1
    unit_match = lexicon.unit.match(text, end)
    thousand = lexicon.thousand.match(text, end - 1) if end - numeral.start > 1 and text[end - 1] == "千" else None
    if thousand and (not unit_match or text[numeral.start : end - 1].isascii()):
        low, high, unit_match = low / 1000, high / 1000, lexicon.unit.match(text, thousand.start())
    if not unit_match:
        return None
    word = unit_match["unit"] or "个月"
    unit, and_a_half = lexicon.words[word], bool(unit_match["half"] or unit_match["half_"])
    scale = MYRIADS.get(unit_match["scale"] or "", Decimal(1)) * _LETTERS.get(unit_match["letter"] or "", Decimal(1))
    chinese = text[numeral.start] in CHINESE
    context = Context(text, numeral, unit_match.end(), word)
    if (scale < 10**4 and unit_match["scale"] and not more) or (not and_a_half and context.is_idiom) or context.is_none:
        return None
    if context.tells_an_age:
        unit = lexicon.words["周岁"]
    if word == "寸" and (not chinese or context.tells_a_screen):
        unit = lexicon.words.get("英寸", unit)
    if word == "折":
        low, high = (discounted(value) for value in (low, high))
    if word == "成" and not 0 < high <= 10:
        return None
    if chinese and (low == 0 or (not unit.measures and high * scale < 10 and not and_a_half)):
        return None
    tall = _TALL.match(text, unit_match.end()) if word == "米" and low == high < 3 and low >= 1 else None
    if tall is not None and lexicon.unit.match(text, tall.end()):
        tall = None
    if word in BEGIN_WORDS and chinese and high < 2 and tall is None:
        return None
    end = unit_match.end()
    if tall is not None and low == int(low):
        for place, sign in enumerate(tall[0], 1):
            low += Decimal("一二三四五六七八九".index(sign) + 1).scaleb(-place)
        return Figure(start=numeral.start, end=tall.end(), low=low, high=low, unit=unit, word=word)
    if context.tenths:
        low = high = low + Decimal(context.tenths) / 10
        end += 1
    if unit_match["half"] and text.startswith("大", end):
        unit, end = lexicon.words["个月大"], end + 1
    half = Decimal("0.5") if and_a_half else Decimal(0)
    if not half and not more and word not in ("%", "个百分点") and (match := _HALF.match(text, end)):
        half, end = Decimal("0.5"), match.end()
    return Figure(
        start=numeral.start, end=end, low=(low + half) * scale * unit.factor, high=(high + half) * scale * unit.factor,
        unit=unit, word=word, scale=scale, more=more or numeral.open, round=rounded, bare=numeral.bare,
    )  # fmt: skip


def _a_half(text: str, numeral: Numeral, lexicon: Lexicon) -> Figure | None:
    """一个半 of what has no counter of its own."""
    match = _ONE_AND_A_HALF.match(text, numeral.end)
    if (
        match is None
        or "个" not in lexicon.words
        or numeral.low != numeral.high
        or numeral.bare
        or lexicon.half_of_a_unit.match(text, numeral.end)
    ):
        return None
    value = numeral.low + Decimal("0.5")
    return Figure(start=numeral.start, end=match.end(), low=value, high=value, unit=lexicon.words["个"], word="个")


def is_round(numeral: Numeral) -> bool:
    """Whether 多 and 来 can stand behind the number: 200多个, 一年多 but not 3多个."""
    return numeral.low == numeral.high and numeral.low % 10 == 0 and numeral.low > 0


def discounted(value: Decimal) -> Decimal:
    """八折 is 80 percent of a price; 八五折 and 85折 are 85."""
    if value > 10:
        return value / 10
    return value
