"""Hit: a figure with what stands around it: signs, bounds, rates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jianzhu.text.quantities.figure import Figure
from jianzhu.text.quantities.words import CURRENCY_SIGNS, PER_PATTERN, PER_WORDS
from jianzhu.text.unit_table import UNITS
from jianzhu.text.units import Quantity


@dataclass(frozen=True)
class QuantityHit:
    """A quantity at `start` to `end` (code points)."""

    start: int
    end: int
    quantity: Quantity

    def __str__(self) -> str:
        return str(self.quantity)


_HAS = r"(?:有|了|是|为|达到?|要|需要?|只有|只剩|在|到|花费?)?"
_LOWER = r"超过|超出|超|逾|至少|最少|起码|突破|不少于|不低于|不下于?|不止|大于|高于|多于|不小于"
_UPPER = r"不到|不足|未超过|不超过|没超过|至多|最多|低于|少于|小于|不满|未满|未到|不高于|不多于|不大于|多达"
_ABOUT = r"大约|约|大概|接近|将近|(?<![附最远邻靠临晚])近|差不多|几乎|上下"
_BEFORE = re.compile(rf"(?:(?P<lower>{_LOWER})|(?P<upper>{_UPPER})|(?P<about>{_ABOUT})){_HAS} ?\Z")
#: 上 is a bound before 百, 千, 万 and 亿 only.
_ABOVE = re.compile(r"(?<![晚早以之网路线市世地海身手场月周加赶版])上\Z")
_SIGN = re.compile(r"(?:(?<![\d.A-Za-z%])[-−]|(?<![承肩抱辜不])负|零下) ?\Z")
CURRENCY = re.compile(
    rf"(?P<sign>{'|'.join(re.escape(sign) for sign in sorted(CURRENCY_SIGNS, key=len, reverse=True))}) ?\Z"
)
_AFTER = re.compile(
    r" ?(?:(?P<lower>以上|及以上|或以上|开外|出头|起步|有余|余(?!额|下|地|温))|(?P<upper>以下|以内|之内|及以下)"
    r"|(?P<about>左右|上下|前后|许(?!多|可)))"
)
_MORE_BEHIND = re.compile("(?P<lower>多)(?P<upper>(?!))?(?P<about>(?!))?")  # 一年多
_PER = re.compile(rf" ?/ ?(?P<unit>{PER_PATTERN})")
_EACH = re.compile(rf"每(?:一|个)?(?P<unit>{PER_PATTERN})(?:约|近|超过|超|大约|高达|达|只)?\Z")


def hit_of(text: str, figure: Figure, done: int) -> QuantityHit | None:
    """`figure` with what stands before and behind it: signs, bounds, rates."""
    start, end = figure.start, figure.end
    code, low, high = figure.unit.code, figure.low, figure.high
    sign = CURRENCY.search(text, max(done, start - 5), start)
    if sign is not None and (code == CURRENCY_SIGNS[sign["sign"]] or sign["sign"] in ("$", "￥", "¥")):
        start = sign.start()
    if negative := _SIGN.search(text, max(done, start - 3), start):
        if low != high or figure.more:
            return None
        start, low, high = negative.start(), -high, -low
        code = "degree Celsius" if code == "degree" and text.startswith("零下", start) else code
    code, start, end = _rate(text, code, start, end, done)
    before = _BEFORE.search(text, max(done, start - 8), start)
    after = _AFTER.match(text, end) or (None if figure.more else _MORE_BEHIND.match(text, end))
    above = _ABOVE.search(text, max(done, start - 2), start) if figure.bare else None
    if figure.bare and before is None and above is None:
        return None
    start = before.start() if before else above.start() if above else start
    end = after.end() if after else end
    approximate = figure.round or bool(before and before["about"]) or bool(after and after["about"])
    at_least = figure.more or bool(above) or bool(before and before["lower"]) or bool(after and after["lower"])
    at_most = bool(before and before["upper"]) or bool(after and after["upper"])
    if low != high:
        quantity = Quantity(None, low, high, code)
    elif at_most and not at_least:
        quantity = Quantity(None, None, high, code)
    elif at_least:
        quantity = Quantity(None, low, None, code)
    else:
        quantity = Quantity(low, None, None, code, approximate)
    return QuantityHit(start, end, quantity)


def _rate(text: str, code: str, start: int, end: int, done: int) -> tuple[str, int, int]:
    """The unit `code` as a rate where the words make one of it, and the span with them: 10万元/月, 每天70万美元."""
    if per := _PER.match(text, end):
        below = PER_WORDS[per["unit"]]
        return (f"{code} per {below}", start, per.end()) if below in UNITS and below != code else (code, start, end)
    if each := _EACH.search(text, max(done, start - 8), start):
        below = PER_WORDS[each["unit"]]
        if below in UNITS and below != code and UNITS[below].dimension in ("time", "measure"):
            return f"{code} per {below}", each.start(), end
    return code, start, end
