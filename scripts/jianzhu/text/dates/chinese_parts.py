"""Chinese parts: what Chinese text says of a part of a year or a month, and what makes EDTF of it."""

from __future__ import annotations

import re
from datetime import date

from jianzhu.text.dates.chinese_values import (
    SMALL,
    SPACE,
    announced,
    iso,
    last_named,
    named_year,
    of_point,
    whole_number,
    year_of,
)
from jianzhu.text.dates.rule import Now, quarter_of

#: What may stand behind a year, a month, or instead of a month.
_HALVES = {"上半年": ("01", "06"), "下半年": ("07", "12")}
_POINTS = {"初": "01", "中": "06", "底": "12", "末": "12", "终": "12", "头": "01", "尾": "12"}
#: The characters behind which another word begins (年初中, 年终于, 年中国) are left out one by one.
YEAR_PART = (
    "(?:(?:年?(?:初(?![级中恋审赛选稿步衷始次期伏春夏秋冬一二三四五六七八九十])|底(?![层部盘线蕴特])|末(?![代位尾日期])"
    "|终(?![于身止端究结审生将点奖总决考盘会评晚报])|尾(?![随数款号牌盘])|头(?![条号两三部发版等一痛脑目]))|年中(?![国华文心药学级央])"
    "|中(?=[，。、；：！？)\\s]|$|时|前后|之?前|以?后|推出|发布|开始|举行)|岁[初末])|[上下]半年)"
)
QUARTER = rf"第?[一二三四1-4]{SPACE}季度|[Qq][1-4](?!\d)|第?[一二三四1-4]季(?![度])|首季度?"
SEASON = (
    r"[初早仲暮晚盛深金寒隆严]?[春夏秋冬](?:天|季|初|末)?"
    r"(?!季?[奥残]|[春夏秋冬节运晚招装游联闱令分训眠虫]|(?<=[夏冬])至(?![\d今明]))"
)
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_THIRDS = {"上旬": ("01", "10"), "中旬": ("11", "20"), "下旬": ("21", "")}
MONTH_PART = rf"上旬|中旬|下旬|初(?![{SMALL}])|[底末中](?![国华文])"
ABOUT = "左右|前后"


def of_part_of_year(match: re.Match[str], now: Now) -> str | None:
    """2023年初, 去年年底, 今年上半年, 2022年三季度, 2023年春, 2015年左右."""
    year, part = year_of(match, now), match["part"]
    if year is None:
        return _part_without_year(match, now, part)
    return _part_of_year(year, part)


def _part_of_year(year: int, part: str) -> str:
    if part in _HALVES:
        first, last = _HALVES[part]
        return f"{year:04}-{first}/{year:04}-{last}"
    if part in ABOUT.split("|"):
        return f"{year:04}~"
    if "季度" in part or part[0] in "Qq第" or re.fullmatch(r"[首一二三四1-4]季", part):
        return quarter_of(year, _quarter(part))
    if season := next((_SEASONS[word] for word in part if word in _SEASONS), None):
        return f"{year:04}-{season}"
    return f"{year:04}-{_POINTS[part[-1]]}~"


def _part_without_year(match: re.Match[str], now: Now, part: str) -> str | None:
    """A quarter or half of the year that the sentence has named, else of the article's, where it has begun or is announced.

    A quarter that has not is that of the year before, as uncertain; a half may be of either.
    """
    month = {"上": 1, "下": 7}.get(part[0]) or 3 * _quarter(part) - 2
    if named := named_year(match, now):
        return _part_of_year(named, part)
    if month <= now.day.month or announced(match):
        return _part_of_year(now.year, part)
    return _part_of_year(now.year - 1, part).replace("/", "?/") + "?" if part[0] not in "上下" else None


def _quarter(part: str) -> int:
    """The number of a quarter: 第三季度, Q3, 首季."""
    return 1 if part[0] == "首" else whole_number(re.sub("[^一二三四1-4]", "", part))


def of_first_part(match: re.Match[str], now: Now) -> str | None:
    """2016年的前三季度, 今年前5个月; without a year it is the last whose part is over, as those are told then."""
    count, unit = (match[name] or match[f"{name}2"] for name in ("count", "unit"))
    count = whole_number(count.replace("两", "二")) * (3 if "季" in unit else 1)
    if not 1 < count < 12:
        return None
    year = year_of(match, now)
    if year is None:
        year = named_year(match, now) or now.year - (count > now.day.month)
    return f"{year:04}-01/{year:04}-{count:02}"


def about_point(match: re.Match[str], now: Now) -> str:
    """10月1日左右, 约2015年."""
    return f"{of_point(match, now).rstrip('?')}~"


def of_part_of_month(match: re.Match[str], now: Now) -> str | None:
    """2023年10月中旬, 去年5月底, 10月初."""
    month, part, year = whole_number(match["m"]), match["part"], year_of(match, now)
    return part_of_month(last_named(match, now, month).lstrip("[")[:7] if year is None else iso(year, month), part)


def part_of_month(whole: str, part: str) -> str:
    """The part (上旬, 底, 左右) of a month, such as 2023-10."""
    month = int(whole[5:])
    if part in ABOUT.split("|"):
        return f"{whole}~"
    last_day = 31 if month == 12 else (date(int(whole[:4]), month % 12 + 1, 1) - date(int(whole[:4]), month, 1)).days
    if part in _THIRDS:
        first, last = _THIRDS[part]
        return f"{whole}-{first}/{whole}-{last or last_day}"
    return f"{whole}-{ {'初': 1, '中': 15}.get(part, last_day):02}~"
