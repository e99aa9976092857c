"""Festivals: days of a year by name, and those of the lunar calendar."""

from __future__ import annotations

import re
from datetime import date, timedelta

from borax.calendars.lunardate import TERMS_CN, LunarDate, TermUtils

from jianzhu.text.dates.chinese_values import iso, whole_number, year_of
from jianzhu.text.dates.rule import Now

#: Festivals on the same day of every year.
_FIXED = {
    "元旦": (1, 1), "情人节": (2, 14), "妇女节": (3, 8), "植树节": (3, 12), "愚人节": (4, 1), "五一": (5, 1), "劳动节": (5, 1),
    "青年节": (5, 4), "六一": (6, 1), "儿童节": (6, 1), "建党节": (7, 1), "建军节": (8, 1), "教师节": (9, 10), "国庆": (10, 1),
    "万圣节": (10, 31), "双十一": (11, 11), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip
#: Month and day of the lunar calendar. 除夕 is left out: it is named by the year that it ends or by the one that it opens.
_LUNAR = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7), "中秋": (8, 15), "重阳": (9, 9)}
#: Month, weekday (0 is Monday) and which of the month.
_WEEKDAY = {"母亲节": (5, 6, 2), "父亲节": (6, 6, 3), "感恩节": (11, 3, 4)}
#: Solar terms, whose day differs by one or two from year to year; names that are also weather (大雪) are left out.
_TERMS = {
    name: TERMS_CN.index(name)
    for name in [
        "立春",
        "惊蛰",
        "春分",
        "清明",
        "谷雨",
        "立夏",
        "芒种",
        "夏至",
        "立秋",
        "处暑",
        "秋分",
        "霜降",
        "立冬",
        "冬至",
    ]
}
FESTIVAL = "|".join((*_FIXED, *_LUNAR, *_WEEKDAY, *_TERMS))

_FIGURES = {"正": 1, "冬": 11, "腊": 12}


def of_festival(match: re.Match[str], now: Now) -> str | None:
    """2022年春节, 去年国庆节; with 期间 and the like it is about that day."""
    year, name = year_of(match, now), match["festival"]
    if year is None:
        return None
    sign = "~" if match["about"] else ""
    if name in _FIXED:
        return iso(year, *_FIXED[name]) + sign
    if name in _LUNAR:
        return _solar(year, *_LUNAR[name]).isoformat() + sign
    if name in _TERMS:
        day: date = TermUtils.nth_term_day(year, _TERMS[name])
        return day.isoformat() + sign
    month, weekday, which = _WEEKDAY[name]
    first = date(year, month, 1)
    return (first + timedelta((weekday - first.weekday()) % 7 + 7 * (which - 1))).isoformat() + sign


def of_lunar(match: re.Match[str], now: Now) -> str | None:
    """2023年农历八月十五, 2023年正月: the days of our calendar; outside the tables (1900 to 2100) it is about that year.

    None where neither 农历 nor the words of the month and day tell the lunar calendar.
    """
    year = year_of(match, now)
    if year is None:
        return None
    words, day = match["month"], match["d"] or ""
    if not (match["sign"] or match["sign_before"] or match["leap"] or words in _FIGURES or day.startswith("初")):
        return None
    month = _FIGURES.get(words) or whole_number(words)
    if words in ("冬", "腊") and match["rel"]:
        return None  # in January, 去年腊月 is the last one or the one before
    if not 1900 <= year <= 2100:
        return f"{year:04}~"
    leap = bool(match["leap"])
    if day:
        return _solar(year, month, whole_number(day.removeprefix("初").rstrip("日号")), leap).isoformat()
    first = _solar(year, month, 1, leap)
    try:
        last = _solar(year, month, 30, leap)
    except ValueError:
        last = _solar(year, month, 29, leap)
    return f"{first}/{last}"


def _solar(year: int, month: int, day: int, leap: bool = False) -> date:
    """The day of our calendar. ValueError where the lunar calendar has no such day."""
    solar: date = LunarDate(year, month, day, leap).to_solar_date()
    return solar
