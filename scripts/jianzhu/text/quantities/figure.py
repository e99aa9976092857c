"""Figure: a number with the unit behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.numerals import CHINESE, Numeral
from jianzhu.text.quantities.words import UNIT_PATTERN, UNIT_WORDS, UnitWord


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
_UNIT = re.compile(
    rf"[ ]? (?P<letter>[KMBT](?=个?参数|[ ]?[Tt]okens?))? (?P<scale>万亿|[百千万亿])?? [ ]?"
    rf"(?: (?P<half>个半)(?P<month>月) | (?P<half_>个半)? (?P<unit>{UNIT_PATTERN}) )",
    re.VERBOSE,
)
_HALF = re.compile(r"半(?![数径天夜价身导成途路岛球截])")
#: Words in which a number and a unit are no quantity.
_IDIOMS = re.compile(
    r"[一]人|人人|千人一面|百人一|一次|一家|一个|一位|一名|一项|一张|一起|一台|一款|一成|一元|一周|一所|一天|一块|一条|一种|一件|一份|一场|一回|一遍"
    r"|一部|一本|一套|一类|一行|一期|一步|一把|一道|一门|一片|一只|一国|一分钱|一度|一角|一毛|一升|一码|一瓦|一平|二元|三元及第|两码事|十分(?!钟)|万分|百分"
)
_NO_IDIOMS = (
    "块钱",
    "元钱",
    "个月",
    "个小时",
    "个百分点",
    "个季度",
    "个世纪",
    "个工作日",
    "个星期",
    "个礼拜",
    "个钟头",
)
#: Short words of measures, with which 一 says something else as often as not: 一度, 一角, 一块.
_BEGIN_WORDS = ("米", "克", "升", "码", "瓦", "伏", "度", "块", "角", "毛", "行", "平方", "立方")
_A_YEAR = re.compile(r"[12]\d{3}")


def figure_at(text: str, numeral: Numeral) -> Figure | None:
    """`numeral` with the unit behind it; None where none follows, or the words are none of a quantity."""
    end, more, rounded = numeral.end, False, False
    low, high = numeral.low, numeral.high
    if match := MORE.match(text, end):
        if is_round(numeral):
            more, rounded, end = bool(match["more"]), bool(match["round"]), match.end()
    elif text.startswith("几", end) and low == high and low % 10 == 0 and low > 0:
        low, high, end = low + 1, low + 9, end + 1
    unit_match = _UNIT.match(text, end)
    if not unit_match:
        return None
    word = unit_match["unit"] or "个月"
    unit, and_a_half = UNIT_WORDS[word], bool(unit_match["half"] or unit_match["half_"])
    scale = MYRIADS.get(unit_match["scale"] or "", Decimal(1)) * _LETTERS.get(unit_match["letter"] or "", Decimal(1))
    chinese = text[numeral.start] in CHINESE
    whole = text[numeral.start : unit_match.end()]
    if (_IDIOMS.match(whole) and not and_a_half and word not in _NO_IDIOMS) or (
        unit_match["scale"] and scale < 10**4 and not more
    ):
        return None
    if word == "年" and _A_YEAR.fullmatch(text[numeral.start : numeral.end]):
        return None
    if word == "K" and "." not in whole:
        return None  # 4K is a size of pictures
    if word == "折" and chinese and numeral.end - numeral.start == 2 and "十" not in whole:
        return None  # 八五折
    if word == "折":
        low, high = (discounted(value) for value in (low, high))
    if word == "成" and not 0 < high <= 10:
        return None
    if chinese and (low == 0 or (not unit.measures and high * scale < 10 and not and_a_half)):
        return None
    if word in _BEGIN_WORDS and chinese and high < 2:
        return None
    end = unit_match.end()
    half = Decimal("0.5") if and_a_half else Decimal(0)
    if not half and not more and word not in ("%", "个百分点") and (match := _HALF.match(text, end)):
        half, end = Decimal("0.5"), match.end()
    return Figure(
        start=numeral.start, end=end, low=(low + half) * scale * unit.factor, high=(high + half) * scale * unit.factor,
        unit=unit, word=word, scale=scale, more=more, round=rounded, bare=numeral.bare,
    )  # fmt: skip


def is_round(numeral: Numeral) -> bool:
    """Whether 多 and 来 can stand behind the number: 200多个, 一年多 but not 3多个."""
    return numeral.low == numeral.high and numeral.low % 10 == 0 and numeral.low > 0


def discounted(value: Decimal) -> Decimal:
    """八折 is 80 percent of a price; 八五折 and 85折 are 85."""
    if value > 10:
        return value / 10
    return value
