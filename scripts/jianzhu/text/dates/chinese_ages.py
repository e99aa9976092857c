"""Chinese ages: decades, centuries and eras in Chinese text, and what makes EDTF of them."""

from __future__ import annotations

import re

from jianzhu.text.dates.chinese_values import iso, whole_number
from jianzhu.text.dates.eras import ERAS, era_year
from jianzhu.text.dates.rule import CENTURY_PARTS, DECADE_PARTS, Now

#: What may stand behind a decade, with the first and last of its ten years; 末 and 初 begin other words too.
_PARTS_OF_DECADE = {
    **dict.fromkeys(("初期", "初", "早期", "前期"), DECADE_PARTS["early"]),
    **dict.fromkeys(("中期", "中叶"), DECADE_PARTS["middle"]),
    **dict.fromkeys(("末期", "末", "晚期", "后期"), DECADE_PARTS["late"]),
    "中后期": (4, 9),
    "中前期": (0, 6),
}
#: The same of a century and its hundred years.
_PARTS_OF_CENTURY = {
    **dict.fromkeys(("初期", "初叶", "初", "早期"), CENTURY_PARTS["early"]),
    **dict.fromkeys(("中期", "中叶"), CENTURY_PARTS["middle"]),
    **dict.fromkeys(("末期", "末叶", "末", "晚期"), CENTURY_PARTS["late"]),
    **dict.fromkeys(("上半叶", "前半叶", "前半期", "前期"), (0, 49)),
    **dict.fromkeys(("下半叶", "后半叶", "后半期", "后期"), (50, 99)),
}
_NO_OTHER_WORD = "(?![中级步衷始代位])"
PART_OF_DECADE = f"(?:{'|'.join(sorted(_PARTS_OF_DECADE, key=len, reverse=True))}){_NO_OTHER_WORD}"
PART_OF_CENTURY = f"(?:{'|'.join(sorted(_PARTS_OF_CENTURY, key=len, reverse=True))}){_NO_OTHER_WORD}"


def of_decade(match: re.Match[str], now: Now) -> str | None:
    """1990年代, 20世纪90年代, 上世纪九十年代, 90年代: without a century it is the last one that has begun; 90年代末."""
    groups = match.groupdict()
    first, last = (
        whole_number(words) // 10 * 10 if (words := groups.get(name)) else None for name in ("from", "decade")
    )
    if last is None:
        return None
    if near := groups.get("near"):
        first = 10 * whole_number(near)
    if last >= 100:
        base = 0
    elif century := groups.get("century"):
        base = 100 * (century_number(century, now) - 1)
    else:
        base = now.year // 100 * 100
        base -= 100 if base + last > now.year else 0
    if (part := groups.get("part")) and first is None:
        begin, end = _PARTS_OF_DECADE[part]
        return f"{base + last + begin:04}~/{base + last + end:04}~"
    decades = [f"{(base + decade) // 10:03}X" for decade in (first, last) if decade is not None]
    return "/".join(decades) if len(set(decades)) == len(decades) else None


def century_number(words: str, now: Now) -> int:
    """19 and 十九, and what 上个 and 本 mean."""
    near = {"上": now.year // 100, "本": now.year // 100 + 1, "这": now.year // 100 + 1}
    return near[words[0]] if words[0] in near else whole_number(words)


def of_century(match: re.Match[str], now: Now) -> str:
    """19世纪, 公元前3世纪, 上世纪末, 20世纪上半叶. The fifth century before our era is -0499 to -0400: EDTF has a year 0."""
    number = century_number(match["century"], now)
    base = 1 - 100 * number if match["before"] else 100 * (number - 1)
    if part := match["part"]:
        begin, end = _PARTS_OF_CENTURY[part]
        sign = "~" if end - begin < 49 else ""
        return f"{_year(base + begin)}{sign}/{_year(base + end)}{sign}"
    return f"{_year(base)}/{_year(base + 99)}" if match["before"] else f"{number - 1:02}XX"


def _year(number: int) -> str:
    return f"{'-' if number < 0 else ''}{abs(number):04}"


def of_era_as_whole(match: re.Match[str], _: Now) -> str | None:
    """康熙年间; None where several eras have the name."""
    spans = ERAS[match["era"]]
    return (
        f"{spans[0][0]:04}/{min(spans[0][1], 1949 if match['era'] == '民国' else 9999):04}" if len(spans) == 1 else None
    )


def of_our_era(match: re.Match[str], _: Now) -> str:
    """公元618年; 公元前221年 is -0220, since EDTF has a year 0."""
    number = whole_number(match["year"])
    return f"-{number - 1:04}" if match["before"] and number > 1 else f"{0 if match['before'] else number:04}"


def of_years_before_our_era(match: re.Match[str], _: Now) -> str:
    """公元前475—221年."""
    return f"{_year(1 - whole_number(match['first']))}/{_year(1 - whole_number(match['last']))}"


def of_era(match: re.Match[str], _: Now) -> str:
    number = 1 if match["number"] == "元" else whole_number(match["number"])
    month, day = match["m"], match["d"]
    year = era_year(match["era"], number)
    # Only where the calendar was that of today do months and days name the same ones.
    if month and (
        match["era"] == "民国" or (year >= 1873 and match["era"] in ("明治", "大正", "昭和", "平成", "令和"))
    ):
        return iso(year, whole_number(month), whole_number(day) if day else None)
    return iso(year)
