"""Numerals: Chinese and Arabic numbers as values.

Chinese numerals follow the ordinary place system: 十 百 千 within 万, 万 within 亿; 两 counts as two, 半 as a half.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}

CHINESE = "零〇一二两三四五六七八九十百千万亿"
#: A number in simplified text, without unit: 2.37万, 1,000, 七十, 7万亿.
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,5}}(?:\.\d{{1,9}})?|\d{{1,15}}(?:\.\d{{1,9}})?)[十百千万亿]{{0,3}}|[{CHINESE}]{{1,24}}"

_ARABIC = re.compile(r"([\d,]+(?:\.\d+)?)([十百千万亿]*)$")


def parse_number(text: str) -> Decimal:
    """The value of `text`, which matches NUMBER. Raises ValueError for anything else, such as 百万 without a digit."""
    if match := _ARABIC.match(text):
        value = Decimal(match[1].replace(",", ""))
        for unit in match[2]:
            value *= (_TENS | _MYRIADS)[unit]
        return value
    return Decimal(_parse_chinese(text))


def _parse_chinese(text: str) -> int:
    total = myriad = 0
    digit: int | None = None
    for character in text:
        if character in _DIGITS:
            if digit:
                raise ValueError(f"{text!r} is no number: two digits in a row")
            digit = _DIGITS[character]
        elif character in _TENS:
            if digit is None and character != "十":
                raise ValueError(f"{text!r} is no number: {character} without a digit")
            myriad += (1 if digit is None else digit) * _TENS[character]
            digit = None
        elif character in _MYRIADS:
            myriad += digit or 0
            if not myriad and not total:
                raise ValueError(f"{text!r} is no number: {character} without a digit")
            if character == "亿":
                total = (total + myriad) * 10**8
            else:
                total += myriad * 10**4
            myriad, digit = 0, None
        else:
            raise ValueError(f"{text!r} is no number")
    return total + myriad + (digit or 0)
