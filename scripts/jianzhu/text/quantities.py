"""Quantities: a small grammar from Chinese words to a value, or bounds, and a unit.

A quantity is a number with a unit of UNIT_WORDS. 超过, 多, 近 and their like make bounds of it; a range gives both. A
number in Chinese characters below ten counts only where its unit measures (三倍, 两年), since 两位 and 一个 mostly
serve the sentence. Ordinals (第1颗), open numbers (几十家, 数万人) and names (360智脑) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.characters import fold_script
from jianzhu.text.numerals import CHINESE, NUMBER, parse_number
from jianzhu.text.units import Quantity


@dataclass(frozen=True)
class UnitWord:
    """The unit that a word means: its `code`, and the `factor` by which values are multiplied.

    What only counts (位, 家) and does not measure takes no small numbers in Chinese characters.
    """

    code: str
    factor: Decimal = Decimal(1)
    measures: bool = True


_COUNTS = {"家": "organization", "个": "item", "名": "person", "位": "person", "人": "person", "项": "item", "枚": "piece",
           "张": "piece", "台": "machine", "起": "deal", "次": "time", "大类": "class", "款": "item", "辆": "vehicle",
           "颗": "piece", "年": "year", "所": "institution"}  # fmt: skip

UNIT_WORDS: Mapping[str, UnitWord] = {
    **{word: UnitWord(code, measures=word == "年") for word, code in _COUNTS.items()},
    "元": UnitWord("CNY"), "元人民币": UnitWord("CNY"), "人民币": UnitWord("CNY"),
    "美元": UnitWord("USD"), "日元": UnitWord("JPY"), "月薪": UnitWord("CNY per month"),
    "%": UnitWord("percent"), "成": UnitWord("percent", Decimal(10)), "倍": UnitWord("times"),
    "个月": UnitWord("month"), "周": UnitWord("week"), "天": UnitWord("day"), "小时": UnitWord("hour"),
    "岁": UnitWord("year of age"),
    "米": UnitWord("meter"), "纳米": UnitWord("nanometer"), "克": UnitWord("gram"), "斤": UnitWord("jin"),
    "吨": UnitWord("tonne"), "兆瓦时": UnitWord("MWh"), "K": UnitWord("kelvin"),
    "PB": UnitWord("petabyte"), "PF-days": UnitWord("PF-day"),
    "参数": UnitWord("parameter"), "个参数": UnitWord("parameter"),
}  # fmt: skip


@dataclass(frozen=True)
class QuantityHit:
    """A quantity at `start` to `end` (code points)."""

    start: int
    end: int
    quantity: Quantity

    def __str__(self) -> str:
        return str(self.quantity)


_LOWER = "超过|超|逾|至少|突破|上"
_UPPER = "不到|不足|未超过|不超过|至多只有|至多"
_ABOUT = "大约|约为|约|大概|接近|近"
_UNIT = "|".join(
    re.escape(unit) + (r"(?![A-Za-z\d])" if unit.isascii() and unit != "%" else "(?!代)" if unit == "年" else "")
    for unit in sorted(UNIT_WORDS, key=lambda unit: (-len(unit), unit))
)
_QUANTITY = re.compile(
    rf"(?P<before>{_UPPER}|{_LOWER}|{_ABOUT})?"
    rf"(?<![\d.A-Za-z第+几数{CHINESE}])(?:(?P<low>{NUMBER}) ?[-—–~～至到] ?)?(?P<number>{NUMBER})"
    rf"(?P<more>多|余)?(?P<scale>[万亿])? ?(?P<unit>{_UNIT})(?P<after>以上|出头|左右|多)?"
)
#: Words in which a number and a unit are no quantity.
_IDIOMS = re.compile(
    r"[一]人|人人|千人一面|百人|一次|一家|一个|一位|一名|一项|一张|一起|一台|一款|一成|一元|一周|一所|一天"
)


def _chinese(text: str) -> tuple[QuantityHit, ...]:
    """Every quantity in the Chinese `text`, left to right, none overlapping."""
    folded = fold_script(text)
    return tuple(hit for match in _QUANTITY.finditer(folded) if (hit := _read(match)) is not None)


def _read(match: re.Match[str]) -> QuantityHit | None:
    words, number, unit = match[0], match["number"], UNIT_WORDS[match["unit"]]
    if _IDIOMS.match(words) or (match["unit"] == "年" and re.fullmatch(r"[12]\d{3}", number)):
        return None
    scale = match["scale"] or ""
    try:
        value = parse_number(number + scale) * unit.factor
        low = _low(match["low"], number, scale, unit) if match["low"] else None
    except (ValueError, KeyError):
        return None
    if number[0] in CHINESE and not unit.measures and value < 10:
        return None
    before, after, more = match["before"] or "", match["after"] or "", match["more"] or ""
    bounds: dict[str, Decimal | None] = {"value": value, "min": None, "max": None}
    if low is not None:
        bounds = {"value": None, "min": low, "max": value}
    elif before and re.fullmatch(_UPPER, before):
        bounds = {"value": None, "min": None, "max": value}
    elif more or after in ("以上", "出头", "多") or (before and re.fullmatch(_LOWER, before)):
        bounds = {"value": None, "min": value, "max": None}
    approximate = after == "左右" or bool(re.fullmatch(_ABOUT, before))
    return QuantityHit(match.start(), match.end(), Quantity(**bounds, unit=unit.code, approximate=approximate))


def _low(low: str, number: str, scale: str, unit: UnitWord) -> Decimal:
    """The lower end of a range; 2-3亿 shares the 亿 of its upper end."""
    shared = re.search(r"[万亿]+$", number + scale)
    if shared and not re.search(r"[万亿]", low):
        low += shared[0]
    return parse_number(low) * unit.factor


#: By the code of a language: what finds quantities. None are read in English yet.
RULES: Mapping[str, Callable[[str], tuple[QuantityHit, ...]]] = {"zh": _chinese}


def find_quantities(text: str, lang: str = "zh") -> tuple[QuantityHit, ...]:
    """Every quantity in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    Without rules for the language none is found.
    """
    return RULES[lang](text) if lang in RULES else ()
