"""Hit: a figure with what stands around it: signs, bounds, rates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jianzhu.text.quantities.figure import Figure
from jianzhu.text.quantities.words import Lexicon
from jianzhu.text.units import Quantity

#: Dimensions in which 每 says of each thing what it is, and makes no rate: 每个人三元.
_NOT_PER = frozenset({"count", "share", "money", "computing"})


@dataclass(frozen=True)
class QuantityHit:
    """A quantity at `start` to `end` (code points)."""

    start: int
    end: int
    quantity: Quantity

    def __str__(self) -> str:
        return str(self.quantity)


_HAS = r"(?:有|了|是|为|达到?|要|需要?|只有|只剩|在|到|花费?)?"
_NOT = "不(?:会|能|得|应|可|宜|准|许|应该|可以)?"
_LOWER = (
    rf"{_NOT}(?:少于|低于|小于)|超过|超出|超|逾|至少|最少|起码|突破|不少于|不低于|不下于?|不止|大于|高于|多于|不小于"
)
_UPPER = (
    rf"{_NOT}(?:超过|多于|高于|大于|超出)|没有超过|不到|不足|未超过|没超过|至多|最多|低于|少于|小于|不满|未满|未到|多达"
)
_ABOUT = r"大约|约|大概|接近|将近|(?<![附最远邻靠临晚])近|差不多|几乎|上下"
_BEFORE = re.compile(rf"(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER})|(?P<about>{_ABOUT})){_HAS} ?\Z")
#: 上 is a bound before 百, 千, 万 and 亿 only.
_PAST = re.compile(r"(?<![经通超不难错度路])过\Z")
#: 年过七旬, 年满十八岁.
_OF_AGE = re.compile(r"年?过\Z|(?<![不未])满\Z")
_CELSIUS = re.compile(r"(?:(?P<c>摄氏)|(?P<f>华氏))(?:零上)? ?\Z|(?P<up>零上) ?\Z")
_BELOW_ZERO = re.compile(r"零下\Z")
_ABOVE = re.compile(r"(?<![晚早以之网路线市世地海身手场月周加赶版])上\Z")
SIGN = re.compile(r"(?:(?<![\d.A-Za-z%])[-−]|(?<![承肩抱辜不])负|零下) ?\Z")
_AFTER = re.compile(
    r" ?(?:(?P<lower>以上|及以上|或以上|开外|出头|起步|有余|余(?!额|下|地|温))"
    r"|(?P<upper>以下|以内|之内|及以下|不到(?=\Z|[^\u4e00-\u9fff]))|(?P<about>左右|上下|前后|许(?!多|可)))"
)
_MORE_BEHIND = re.compile("(?P<lower>多(?![用功种样项方媒元边层少国]))(?P<upper>(?!))?(?P<about>(?!))?")  # 一年多


def hit_of(text: str, figure: Figure, done: int, lexicon: Lexicon) -> QuantityHit | None:
    """`figure` with what stands before and behind it: signs, bounds, rates."""
    start, end = figure.start, figure.end
    code, low, high = figure.unit.code, figure.low, figure.high
    sign = lexicon.currency.search(text, max(done, start - 5), start)
    if sign is not None and (code == lexicon.units.signs[sign["sign"]] or sign["sign"] in ("$", "￥", "¥")):
        start = sign.start()
    elif sign is not None and code == "CNY" and figure.word in ("元", "块", "圆", "块钱"):
        start, code = sign.start(), lexicon.units.signs[sign["sign"]]
    if negative := SIGN.search(text, max(done, start - 3), start):
        if low != high or figure.more:
            return None
        start, low, high = negative.start(), -high, -low
        code = (
            "degree Celsius"
            if code == "degree" and "degree Celsius" in lexicon.units and text.startswith("零下", start)
            else code
        )
    if figure.word == "度":
        if text.startswith("零下", start):
            code = "degree Celsius"
        scale = _CELSIUS.search(text, max(done, start - 5), start)
        if scale is not None:
            scaled = "degree Fahrenheit" if scale["f"] else "degree Celsius"
            start, code = scale.start(), scaled if scaled in lexicon.units else code
    code, start, end = _rate(text, code, start, end, done, lexicon)
    before = _BEFORE.search(text, max(done, start - 9), start)
    after = _AFTER.match(text, end) or (None if figure.more else _MORE_BEHIND.match(text, end))
    above = _ABOVE.search(text, max(done, start - 2), start) if figure.bare else None
    if figure.bare and above is None:
        above = _PAST.search(text, max(done, start - 2), start)
    if figure.unit.code == "year of age" and before is None:
        above = _OF_AGE.search(text, max(done, start - 2), start)
    if figure.bare and before is None and above is None and figure.word != "岁":
        return None
    start = before.start() if before else above.start() if above else start
    if before is not None and (below_zero := _BELOW_ZERO.search(text, max(done, start - 2), start)) and low == high:
        start, low, high, code = below_zero.start(), -high, -low, "degree Celsius" if code == "degree" else code
    end = after.end() if after else end
    approximate = figure.round or bool(before and before["about"]) or bool(after and after["about"])
    at_least = figure.more or bool(above) or bool(before and before["lower"]) or bool(after and after["lower"])
    at_most = bool(before and before["upper"]) or bool(after and after["upper"])
    if low != high:
        quantity = Quantity(None, low, high, code)
    elif at_most and figure.more:  # 最多2个多小时
        quantity = Quantity(low, None, None, code, approximate=True)
    elif at_most and not at_least:
        quantity = Quantity(None, None, high, code)
    elif at_least:
        quantity = Quantity(None, low, None, code)
    else:
        quantity = Quantity(low, None, None, code, approximate)
    return QuantityHit(start, end, quantity)


def _rate(text: str, code: str, start: int, end: int, done: int, lexicon: Lexicon) -> tuple[str, int, int]:
    """The unit `code` as a rate where the words make one of it, and the span with them: 10万元/月, 每天70万美元."""
    if per := lexicon.per.match(text, end):
        below = lexicon.per_words[per["unit"]]
        return (
            (f"{code} per {below}", start, per.end()) if " per " not in below and below != code else (code, start, end)
        )
    if each := lexicon.each.search(text, max(done, start - 8), start):
        below = "hour" if each["speed"] else "year" if each["yearly"] else lexicon.per_words[each["unit"]]
        if each["speed"] and lexicon.units[code].dimension != "measure":
            return code, start, end
        if (
            " per " not in below
            and below != code
            and (lexicon.units[below].dimension not in _NOT_PER or below == "person")
        ):
            return f"{code} per {below}", each.start(), end
    return code, start, end
