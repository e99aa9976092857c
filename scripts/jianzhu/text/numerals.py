"""Numerals: numbers in Chinese and Arabic figures, as they stand in Chinese text, with the value or the range that they say.

Chinese numerals follow the ordinary place system: 十 百 千 within 万, 万 within 亿. Also read are what is said in words of
decimals (三点五), the last unit left out (两万三 is 23,000), figures strung together (二〇二三), figures mixed with characters
(25万6千), the characters of accounts (壹佰), and two figures in a row as a range (三四十, 七八百, 十几).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.characters import fold_script, fold_width

_DIGITS = (
    {character: value for value, character in enumerate("零一二三四五六七八九")}
    | {character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")}
    | {"〇": 0, "○": 0, "两": 2}
)
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_UNITS = _TENS | _MYRIADS
_TWENTIES = {"廿": 20, "卅": 30}

#: The characters of numbers, for a character class of a regular expression.
CHINESE = "".join((*_DIGITS, *_UNITS, *_TWENTIES))
_DIGIT = "".join(_DIGITS)
#: A figure, with commas between thousands or without.
ARABIC = r"(?:\d{1,3}(?:,\d{3}){1,5}(?!,?\d)|\d{1,24})(?:\.\d{1,9})?"
#: A stretch that may be a number. A digit behind a dot or comma that is not part of one belongs to something else.
_RUN = re.compile(
    rf"(?<![\d.,])(?:{ARABIC})(?:[{CHINESE}]|(?<=[{CHINESE}])(?:{ARABIC}))*"
    rf"|[{CHINESE}](?:[{CHINESE}几]|(?<=[万亿千百])\d{{1,4}}(?![\d.,])|点(?=[{_DIGIT}]))*"
)
_TOKEN = re.compile(rf"{ARABIC}|点|[{CHINESE}几]")
#: No number has more characters than this; what is longer is read no further.
_LONGEST = 40


@dataclass(frozen=True)
class Numeral:
    """A number at `start` to `end` (code points): from `low` to `high`, which are the same but for a range (三四十).

    `bare` is true of a unit without a figure, such as 百 and 千万, which is a number only behind words like 近 and 上.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    bare: bool = False
    #: True of 几十 and 数百万, which say no more than that there are at least two of the unit.
    open: bool = False


_WIDE_COMMA = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
#: A point in the middle of the line; not in 9·11, the name of a day.
_RAISED_POINT = re.compile(r"(?<=\d)·(?=\d{1,3}(?!\d|事|袭|恐|案|讲|国))")
_OTHER_FORMS = str.maketrans("＞＜＝－％＄／", "><=-%$/")
_ACCOUNTS = re.compile(r"参(?=[拾佰仟])")


def folded(text: str) -> str:
    """`text` as the grammars of figures read it: in simplified characters, half width, of the same length."""
    text = fold_width(fold_script(_WIDE_COMMA.sub(",", text))).translate(_OTHER_FORMS)
    text = _RAISED_POINT.sub(".", text)
    return _ACCOUNTS.sub("叁", text)


#: What stands before 数 in words such as 人数 and 指数.
_NO_OPEN = (
    "人次指系倍总参个字函分小整常级基多少无度负正奇偶算计读点票份页件户钱复名位辆套代因级招岁天年月日约变逆张卷册基频"
)
_OPEN = re.compile(rf"(?<![第{_NO_OPEN}])数(?P<scale>[十百千万亿]+)|(?<!第)几(?P<scale_>[十百千万亿]+)")


def open_numerals(text: str) -> Iterator[Numeral]:
    """Every number of the kind of 几十 and 数百万 in `text` (simplified, half width), as twice its unit and more."""
    for match in _OPEN.finditer(text):
        value = Decimal(2)
        for sign in match["scale"] or match["scale_"]:
            value *= _UNITS[sign]
        if text[match.end() : match.end() + 1] not in _DIGITS:
            yield Numeral(match.start(), match.end(), value, value, open=True)


def parse_number(text: str) -> Decimal:
    """The value of `text`, all of which is one number, in simplified characters and half width.

    Raises ValueError for anything else, such as 百万 without a digit, and for a range (三四十).
    """
    low, high, bare = parse_range(text)
    if bare or low != high:
        raise ValueError(f"{text!r} is no single number")
    return low


def parse_range(text: str) -> tuple[Decimal, Decimal, bool]:
    """The lowest and the highest value of the number `text`, and whether it is a unit without a figure. Raises ValueError."""
    try:
        return _parse(text)
    except ValueError as error:
        raise ValueError(f"{text[:_LONGEST]!r} is no number: {error}") from error


def _parse(text: str) -> tuple[Decimal, Decimal, bool]:
    if not text or len(text) > _LONGEST:
        raise ValueError("nothing, or too much")
    tokens = _TOKEN.findall(text)
    if "".join(tokens) != text:
        raise ValueError("other characters")
    if all(token in _UNITS for token in tokens) and tokens[0] not in "十拾":
        value = _value(["一", *tokens])
        return value, value, True
    if "几" in tokens:
        at = tokens.index("几")
        if at == 0 or tokens[at - 1] not in "十拾百佰千仟万亿" or "几" in tokens[at + 1 :]:
            raise ValueError("几 in the wrong place")
        low, high = (_value([*tokens[:at], *figure, *tokens[at + 1 :]]) for figure in ("一", "九"))
        return low, high, False
    for at in range(len(tokens) - 1):
        first, second = tokens[at : at + 2]
        if first in _DIGITS and second in _DIGITS and not _strung(tokens, at):
            if not 0 < _DIGITS[first] < _DIGITS[second] <= _DIGITS[first] + 2:
                raise ValueError(f"{first}{second}")
            low, high = (_value([*tokens[:at], figure, *tokens[at + 2 :]]) for figure in (first, second))
            return low, high, False
    value = _value(tokens)
    return value, value, False


def find_numerals(text: str) -> Iterator[Numeral]:
    """Every number in `text` (simplified, half width), left to right; a stretch that is none is passed over."""
    for match in _RUN.finditer(text):
        words, start = match[0].removesuffix("几"), match.start()
        if match[0][-1] == "几" and match[0][-2:-1] in ("十", "拾"):
            words = match[0]
        # The last characters may belong to a unit: 2.5亿千瓦时.
        for cut in range(min(3, len(words))):
            try:
                low, high, bare = parse_range(words[: len(words) - cut])
            except ValueError:
                if words[len(words) - cut - 1] not in _UNITS and words[-1] != "两":
                    break
                continue
            whole = words[: len(words) - cut]
            if whole in ("拾", "佰", "仟"):
                break  # 拾到 is to find something
            if whole != "零" or text[start + 1 : start + 2] not in ("上", "下"):  # 零下 is a sign
                yield Numeral(start, start + len(words) - cut, low, high, bare)
            break


def _strung(tokens: list[str], at: int) -> bool:
    """Whether the figures around `at` are strung together, as in 二〇二三 and 三点一四: three or more, with a zero, or decimals."""
    start, end = at, at + 2
    while start > 0 and tokens[start - 1] in _DIGITS:
        start -= 1
    while end < len(tokens) and tokens[end] in _DIGITS:
        end += 1
    return end - start > 2 or "点" in tokens[:start] or any(_DIGITS[token] == 0 for token in tokens[start:end])


def _value(tokens: list[str]) -> Decimal:
    """The value of `tokens`. Raises ValueError where they are not in the order of a number."""
    if "点" in tokens:
        return _with_decimals(tokens)
    if all(token in _DIGITS for token in tokens):
        return Decimal("".join(str(_DIGITS[token]) for token in tokens))
    total = section = Decimal(0)
    digit: Decimal | None = None
    place, myriad, zero = 10**4, 10**17, False  # the unit that must not be reached again, and whether 零 stands before
    last = 1
    for token in tokens:
        if token in _TENS:
            unit = _TENS[token]
            if digit is None and (unit != 10 or place <= 10):
                raise ValueError(f"{token} without a digit")
            if unit >= place:
                raise ValueError(f"{token} in the wrong place")
            section += (1 if digit is None else digit) * unit
            place = last = unit
            digit, zero = None, False
        elif token in _MYRIADS:
            unit = _MYRIADS[token]
            section += digit or 0
            if not section and not total:
                raise ValueError(f"{token} without a digit")
            if unit >= myriad and not (unit == 10**8 and myriad == 10**4):
                raise ValueError(f"{token} in the wrong place")
            total = (total + section) * unit if unit == 10**8 else total + section * unit
            myriad, place, last = unit, 10**4, unit
            section, digit, zero = Decimal(0), None, False
        elif token in _TWENTIES:
            if digit is not None or place <= 10:
                raise ValueError(f"{token} in the wrong place")
            section, place, last = section + _TWENTIES[token], 10, 10
        elif token in _DIGITS and _DIGITS[token] == 0:
            zero = True
        else:
            if digit is not None:
                raise ValueError("two figures in a row")
            digit = Decimal(_DIGITS[token]) if token in _DIGITS else Decimal(token.replace(",", ""))
    if digit is not None:
        left_out = last >= 100 and not zero and digit < 10 and digit == int(digit)
        section += digit * last / 10 if left_out and last < 10**4 else digit
        if left_out and last >= 10**4:
            section += digit * last / 10 - digit
    return total + section


def _with_decimals(tokens: list[str]) -> Decimal:
    """三点五, 二点五万, 十点二五亿."""
    at = tokens.index("点")
    end = at + 1
    while end < len(tokens) and tokens[end] in _DIGITS:
        end += 1
    scale = Decimal(1)
    for token in tokens[end:]:
        if token not in _UNITS:
            raise ValueError("decimals, and something else behind them")
        scale *= _UNITS[token]
    if not tokens[:at] or end == at + 1:
        raise ValueError("a point without figures")
    whole = _value(tokens[:at])
    return (whole + Decimal("0." + "".join(str(_DIGITS[token]) for token in tokens[at + 1 : end]))) * scale
