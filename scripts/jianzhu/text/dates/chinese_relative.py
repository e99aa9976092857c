"""Chinese relative dates: what counts from the day of the article, or from a date in the same sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from jianzhu.text.dates.chinese_parts import MONTH_PART, part_of_month
from jianzhu.text.dates.chinese_values import (
    DAY,
    DAY_SIGN,
    MONTH,
    SPACE,
    TO,
    announced,
    iso,
    last_named,
    whole_number,
)
from jianzhu.text.dates.rule import Now, Rule, quarter_of, verbose, weekday_of, within_quotes
from jianzhu.text.numerals import CHINESE, parse_range


def years_ago(match: re.Match[str], now: Now) -> str | None:
    """3年前 is about that year, 两年半前 about that month; 20多年前 is within the decade before that."""
    low, high, bare = parse_range(match["number"])
    if bare or (1900 < low < 2100 and low % 100):  # 2030年前 is before 2030
        return None
    number, year = int(low), now.year - int(high)
    if match["half"]:
        return f"{now.month_away(-12 * number - 6)}~"
    if year < 10:
        return None
    if low != high:
        return f"{year:04}/{now.year - number:04}"
    return f"{year - 9:04}/{year:04}" if match["more"] else f"{year:04}~"


def decades_ago(match: re.Match[str], now: Now) -> str | None:
    """二三十年前: between the two round numbers."""
    near, far = (whole_number(match[name]) * 10 for name in ("near", "far"))
    if far != near + 10:
        return None
    return f"{now.year - far:04}/{now.year - near:04}"


def months_ago(match: re.Match[str], now: Now) -> str:
    halves = 2 * whole_number(match["number"]) + (1 if match["half"] else 0)
    return f"{now.month_away(-((halves + 1) // 2) + (1 if halves % 2 and now.day.day > 15 else 0))}~"


def days_ago(match: re.Match[str], now: Now) -> str | None:
    count = whole_number(match["number"]) * (7 if match["unit"] != "天" else 1)
    found = now.days_away(-count)
    return f"{found}~" if found and match["unit"] != "天" else found


def centuries_ago(match: re.Match[str], now: Now) -> str:
    years = 50 if match["number"] == "半" else 100 * whole_number(match["number"].replace("两", "二"))
    return f"{now.year - years:04}~"


_WEEKDAYS = {character: number for number, character in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_DAYS = {"昨": -1, "前": -2, "今": 0, "明": 1, "后": 2, "大前": -3, "大后": 3}
_NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_WEEK = "(?:周|星期|礼拜)"
#: Behind a week, what makes of its number that of something else: 上周三家公司, 上周一直.
_WEEKDAY = (
    "(?!一[起直般定样])[一二三四五六日天](?![年期共度次些再家位个名款项条场份大成十千百万亿季部篇支只股连倍天边末版])"
)
_NEAR_WORD = "(?P<near>上上|下下|上|(?<![日基根资成版书样课])本|这|(?<!一)下) (?:一?个)?"
#: Words in front of which 今天 is these days, and 明天 the future.
_DAY_NAMES = re.compile("[昨今明后]天")
_NO_DAY = (
    r"(?![『“「的，、之看这我已仍还人中世,] | 是(?![第\d农星周]) | [复头] | 依然 | 大家 | 社会 | 黄花 | 会更 | 重现 | 方舟"
    " | 在(?:全球|世界|国际|中国|我国|社会))"
)


def day_word(match: re.Match[str], now: Now) -> str | None:
    """今天, 昨晚, 大后天. Whoever speaks within quotation marks speaks of a day that is not known."""
    if within_quotes(match):
        return None
    if len(set(_DAY_NAMES.findall(match.string, max(0, match.start() - 20), match.start()))) > 1:
        return None  # 今天…，明天…，后天… are any days
    return now.days_away(_DAYS[match["day"][: 2 if match["day"][0] == "大" else 1]])


#: What tells that a weekday alone lies ahead, or back.
_AHEAD = re.compile(" ?(?:开始|起|[至到]下)|[^。！？；\n]{0,12}(?:将|可能|预计|预估)")
_BACK = re.compile(
    "[^。！？；\n]{0,12}(?:表示|宣布|发布|公布|披露|报道|报导|指出|证实|通报|收盘|收跌|收涨|收报|[称说道]|了)"
)


def weekday(match: re.Match[str], now: Now) -> str | None:
    """周三: see weekday_of."""
    behind = match.string[match.end() : match.end() + 20]
    ahead = announced(match) or bool(_AHEAD.match(behind))
    return weekday_of(now, _WEEKDAYS[match["day"]], ahead, bool(_BACK.match(behind)))


def week_days(match: re.Match[str], now: Now) -> str | None:
    """上周五, 下周一到周三, 上周末."""
    week = _NEAR[match["near"]]
    first, last = (
        now.weekday_away(week, _WEEKDAYS[words]) if (words := match[name]) else None for name in ("day", "last")
    )
    return f"{first}/{last}" if first and last else first


def weekend(match: re.Match[str], now: Now) -> str | None:
    week = _NEAR[match["near"]]
    return f"{now.weekday_away(week, 5)}/{now.weekday_away(week, 6)}" if now.exact else None


def of_month_word(match: re.Match[str], now: Now) -> str:
    """上个月, 上月24日, 本月5日至6日, 本月初, 上月中旬."""
    month = now.month_away(_NEAR[match["near"]])
    if match["part"]:
        return part_of_month(month, match["part"])
    days = [iso(int(month[:4]), int(month[5:]), whole_number(match[name])) for name in ("d", "to") if match[name]]
    return "/".join(days) or month


def of_quarter_word(match: re.Match[str], now: Now) -> str:
    """上季度, 本季度."""
    count = now.year * 4 + (now.day.month - 1) // 3 + _NEAR[match["near"]]
    return quarter_of(count // 4, count % 4 + 1)


def around_now(match: re.Match[str], now: Now) -> str | None:
    """过去三年, 未来两周: from or to the day of the article; the other end is as exact as what is counted."""
    low, high, bare = parse_range(match["number"])
    unit, sign = match["unit"], 1 if match["way"][0] in "未今接" else -1
    if bare or low != high or low > 999 or not (now.exact or unit == "年"):
        return None
    count = sign * int(low)
    if not now.exact:
        ends = [f"{now.year + count:04}~", f"{now.year:04}~"]
    elif unit in ("天", "日", "周", "星期", "礼拜"):
        days = count * (1 if unit in ("天", "日") else 7)
        ends = [(now.day + timedelta(days)).isoformat(), now.day.isoformat()]
    else:
        month = now.month_away(count * (12 if unit == "年" else 1))
        day = min(now.day.day, monthrange(int(month[:4]), int(month[5:]))[1])
        ends = [f"{month}-{day:02}~", now.day.isoformat()]
    return "/".join(ends[:: sign * -1])


def two_years(match: re.Match[str], now: Now) -> str | None:
    """今明两年, 今明两天."""
    if match["unit"] == "年":
        return f"{now.year:04}/{now.year + 1:04}"
    return f"{now.days_away(0)}/{now.days_away(1)}" if now.exact else None


def season_word(match: re.Match[str], now: Now) -> str:
    """今春, 去冬."""
    year = now.year + {"今": 0, "去": -1, "明": 1}[match["year"]]
    return f"{year:04}-{21 + '春夏秋冬'.index(match['season'])}"


_MONTH_NAMED = re.compile(rf"(?<!\d)(?P<m>{MONTH}){SPACE}月{SPACE}(?P<d>{DAY}){SPACE}[日号]?")
_YEAR_NAMED = re.compile(r"(?<!\d)([12]\d{3}) ?年")
#: So near to the article a day without its month is meant.
_RECENT = timedelta(15)


def bare_day(match: re.Match[str], now: Now) -> str | None:
    """24日: of the month that the sentence has named, else of that of the article, or a few days back; both are not certain,
    but where the day stands in a row with the other (1月4日、5日)."""
    day, before = whole_number(match["d"]), match.string[max(0, match.start() - 60) : match.start()]
    named = list(_MONTH_NAMED.finditer(before))
    if named:
        month = whole_number(named[-1]["m"])
        years = _YEAR_NAMED.findall(before[: named[-1].end()])
        nearest = last_named(named[-1], now, month, whole_number(named[-1]["d"]))
        year = int(years[-1]) if years else int(nearest[:4])
        row = re.fullmatch(r" ?[、和及与,，] ?", before[named[-1].end() :]) and whole_number(named[-1]["d"]) < day
        return iso(year, month, day) + ("" if row else "?")
    if not now.exact or re.search("月", before):
        return None
    if day <= now.day.day or announced(match):
        return f"{iso(now.year, now.day.month, day)}?"
    last = now.month_away(-1)
    near = [date(int(last[:4]), int(last[5:]), day), date(now.year, now.day.month, day)]
    return next((f"{found.isoformat()}?" for found in near if abs(now.day - found) <= _RECENT), None)


_N = rf"(?:(?<![\d万几数第{CHINESE}])(?:\d{{1,6}}|[{CHINESE}]{{1,8}}))"
_UNIT = "年|周|星期|礼拜|天|日|(?<=个)月"
#: Behind these 三日 is a day of the month, not three days.
_NEWS = "(?:[上下]午|晚|凌晨|清晨|中午|发表|宣布|说|表示|指出|电|举行|抵达|会见)"

RELATIVE_RULES: tuple[Rule, ...] = (
    verbose("decades-ago", r"(?P<near>[一二三四五六七八]) (?P<far>[二三四五六七八九]) 十年前", decades_ago),
    verbose(
        "years-ago",
        rf"(?P<number>{_N}){SPACE} (?P<more>多)? 年 (?P<half>半)? 多? (?:之|以)? 前 (?![后夕])",
        years_ago,
    ),
    verbose("years-ago", r"(?<![年个\d下上]) 半年 (?:之|以)? 前", lambda _, now: f"{now.month_away(-6)}~"),
    verbose(
        "centuries-ago",
        r"(?<![\d十百几多]) (?P<number>半|[一两二三四五六七八九\d]) 个世纪 (?:之|以)? 前",
        centuries_ago,
    ),
    verbose("months-ago", rf"(?P<number>{_N}){SPACE} 个 (?P<half>半)? 多? 个? 月 (?:之|以)? 前", months_ago),
    verbose("days-ago", rf"(?P<number>{_N}){SPACE} 个? (?P<unit>天|周|星期|礼拜) (?:之|以)? 前", days_ago),
    verbose(
        "span-to-now",
        rf"""(?P<way>过去|最近|未来|(?<![^，。、；：在是对\n])今后|接下来) 的? (?P<number>{_N}){SPACE}
            个? (?P<unit>{_UNIT}) (?![级代半多前左余度])""",
        around_now,
    ),
    # 近三年 is also nearly three years.
    verbose(
        "span-to-now",
        rf"""(?<![时达了过已为有将在历经共附接贴靠最远临晚就耗用]) (?P<way>近) (?P<number>{_N}){SPACE} 个? (?P<unit>{_UNIT})
            (?=来 | 以来 | 间(?!接) | [内里])""",
        around_now,
    ),
    verbose(
        "day-word",
        rf"""(?P<day> (?<![大到至在如从直的是、和与]) 今天 {_NO_DAY}
            | 今[天日] (?={_NEWS}|凌晨|起|召开|开幕|闭幕|发布|公布|正式|收盘|开盘) | (?<=[讯电：:悉]) 今 (?:天|日) (?=[，,])
            | (?<![大的、]) 昨 (?:天|日) (?! [的、之] | 黄花 | 重现) | (?<![大的为复、]) 明[天日] {_NO_DAY}
            | [昨今明] [晚早晨夜] (?![会报安餐])
            | (?<![之以大])前天 | 大前天 | 大后天 | (?<![大先与和]) 后天(?![的性失努环]))""",
        day_word,
    ),
    verbose(
        "week",
        rf"""{_NEAR_WORD} {_WEEK} 的? {_WEEK}? (?P<day>{_WEEKDAY})
            (?: {TO} {_WEEK}? (?P<last>{_WEEKDAY}) )?""",
        week_days,
    ),
    verbose("weekend", rf"{_NEAR_WORD} (?:周末|双休日)", weekend),
    verbose(
        "week",
        rf"{_NEAR_WORD} {_WEEK} (?! {_WEEKDAY} | [期末身边围刊报岁遭])",
        lambda m, now: now.week_away(_NEAR[m["near"]]),
    ),
    verbose(
        "weekday",
        rf"""(?<![每逢“《「的用上下本这个一两三四五六七八九十\d几多半逐到至和、—-]) (?<![日号天晚早][(（，,\s]) (?<![日号]) (?<!之)
            {_WEEK} (?P<day>{_WEEKDAY}) (?! {SPACE}[至到和、及~—-]{SPACE}{_WEEK})""",
        weekday,
    ),
    verbose(
        "month-word",
        rf"""(?<![以之马]) {_NEAR_WORD} 月
            (?: {SPACE}(?P<d>{DAY}){DAY_SIGN} (?:{TO} (?P<to>{DAY}){DAY_SIGN})? | {SPACE}(?P<part>{MONTH_PART}) | 份)?
            (?![来台球饼亮老均薪供])""",
        of_month_word,
    ),
    verbose("quarter-word", rf"{_NEAR_WORD} 季度", of_quarter_word),
    verbose("this-and-next", r"今明两 (?P<unit>[年天])", two_years),
    verbose("season-word", r"(?P<year>今|(?<![过冬])去|明) (?P<season>[春夏秋冬]) (?![天季节来])", season_word),
    verbose(
        "day-of-month",
        rf"""(?<![\d.月年第整足共有满达近约超逾为期前后余数几每各头这那·:-])
            (?P<d> 3[01] | [12]\d | [1-9]
                | (?<![{CHINESE}]) (?:二?十[一二三四五六七八九] | 三十一? | 二十 | [一二三四五六七八九](?=日{_NEWS}))){SPACE}
            (?: 日 (?!内(?![地蒙]) | [间游均线龄报元本语文系常式后前之以多夜课食工薪经化航照产销耗里起止历利月子程志记益新渐复])
            | 号 (?=[上下]午 | [早晚] | 中午 | 凌晨 | 那天 | 当天) )""",
        bare_day,
    ),
)
