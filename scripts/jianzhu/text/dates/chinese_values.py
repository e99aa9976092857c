"""Chinese values: the parts of dates in Chinese text, and what makes EDTF of them."""

from __future__ import annotations

import re
from datetime import date

from jianzhu.text.dates.eras import era_year
from jianzhu.text.dates.rule import Now, last_month, last_month_day, quarter_of
from jianzhu.text.numerals import CHINESE, parse_number, parse_range

#: One space may stand between a number and 年, 月, 日.
SPACE = "[ \u00a0\u3000]?"
TO = rf"{SPACE}(?:[-—–―~～至到]{{1,2}}){SPACE}"
FIGURE = "〇零○一二三四五六七八九"
SMALL = "一二三四五六七八九十廿卅"
#: A year in four figures; of two figures, see _short_year.
YEAR4 = rf"(?<![\d.{FIGURE}])(?:[12]\d{{3}}|[一二][{FIGURE}]{{3}}|两千(?:零?[{SMALL}]{{1,3}})?)"
YEAR2 = rf"(?<![\d.{CHINESE}第])(?:\d{{2}}|[{FIGURE}]{{2}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
DAY_SIGN = f"{SPACE}[日号](?![楼线院馆店机店位码台])"
RELATIVE = r"(?:今|去|明|(?<![今往此以之先前])后|(?<![之以年目日此先从])前|大前)年"
YEAR_OFF = {"今": 0, "去": -1, "明": 1, "后": 2, "前": -2, "大": -3}
#: What may stand behind a year, a month, or instead of a month.
_HALVES = {"上半年": ("01", "06"), "下半年": ("07", "12")}
_POINTS = {"初": "01", "中": "06", "底": "12", "末": "12", "终": "12", "头": "01", "尾": "12"}
YEAR_PART = r"(?:年?[初底末中终头尾](?![期华文国心药报学级央])|[上下]半年)"
QUARTER = rf"第?[一二三四1-4]{SPACE}季度|[Qq][1-4](?!\d)|第?[一二三四1-4]季(?![度])"
SEASON = r"(?:春|夏|秋|冬)(?:天|季|初|末)?(?![秋节运晚招装游联闱])"
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}
_THIRDS = {"上旬": ("01", "10"), "中旬": ("11", "20"), "下旬": ("21", "")}
MONTH_PART = r"上旬|中旬|下旬|[初底末中](?![国华文])"
ABOUT = "左右|前后"
#: Words behind two figures and 年 that make a length of time of them, and such in front.
NOT_A_YEAR = "(?![代来间里内多余级历以之的左度薪期假龄半]|前后|前|后|时间|左右|上下|寿命)"
LENGTH_BEFORE = "[了过近约整有共达用满经历这那隔第逾超上每头后前长活距]"


def whole_number(text: str) -> int:
    """The value of `text`: an integer in either writing."""
    return int(parse_number(text.replace("○", "〇").replace("廿", "二十").replace("卅", "三十")))


def year_of(match: re.Match[str], now: Now, name: str = "") -> int | None:
    """The year that the groups of point_pattern say; None where they say none."""
    groups = match.groupdict()
    if words := groups.get(f"y4{name}"):
        return whole_number(words)
    if words := groups.get(f"y2{name}"):
        return _short_year(whole_number(words), now)
    if words := groups.get(f"rel{name}"):
        return now.year + YEAR_OFF[words[0]]
    return None


def of_short_year(match: re.Match[str], now: Now) -> str | None:
    """98年, 九八年; but 七八年 is a length of time."""
    words = match["y2"]
    ascending = not words.isdigit() and whole_number(words[1]) - whole_number(words[0]) in (1, 2)
    return None if ascending else iso(_short_year(whole_number(words), now))


def _short_year(number: int, now: Now) -> int:
    """A year in two figures is the nearest one that ends so, and not more than twenty years ahead (98年, 08年)."""
    year = now.year // 100 * 100 + number
    return year if year <= now.year + 20 else year - 100


def point_pattern(name: str = "") -> str:
    """A pattern of a year, or a year and month, or a month and day; its groups are named with `name` behind."""
    short = rf"(?P<y2{name}>{YEAR2}){SPACE}年(?={SPACE}{MONTH}{SPACE}月)"
    year = rf"(?:(?P<y4{name}>{YEAR4}){SPACE}年|{short}|(?P<rel{name}>{RELATIVE}))"
    month, day = rf"(?<!\d)(?P<m{name}>{MONTH}){SPACE}月份?", rf"{SPACE}(?P<d{name}>{DAY}){DAY_SIGN}"
    bare = month.replace("<m", "<mm") + day.replace("<d", "<dd")  # a month and day without a year
    return rf"(?:{year}(?:{SPACE}{month}(?:{day})?)?|{bare})"


_NAMED = re.compile(rf"({YEAR4}){SPACE}年")


def _named_year(match: re.Match[str], now: Now) -> int | None:
    """The year that the sentence names last before `match`, where it is not that of the article: then a month may be of it."""
    named = _NAMED.findall(match.string[max(0, match.start() - 60) : match.start()])
    year = whole_number(named[-1]) if named else now.year
    return year if year != now.year else None


def last_named(match: re.Match[str], now: Now, month: int, day: int | None = None) -> str:
    """A month or day without a year: of the year that the sentence has named, marked as uncertain; else the last one before the
    article.
    """
    last = last_month(now, month) if day is None else last_month_day(now, month, day)
    if (named := _named_year(match, now)) and f"{named:04}" != last[:4]:
        return f"{iso(named, month, day)}?"
    return last


def _part(match: re.Match[str], letter: str, name: str) -> str:
    """What a point_pattern says of the month (`m`) or the day (`d`); empty where it says nothing."""
    groups = match.groupdict()
    return groups.get(letter + name) or groups.get(letter * 2 + name) or ""


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """A date of the calendar as EDTF. ValueError where there is none."""
    if month is None:
        return f"{year:04}"
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")  # EDTF would read some as seasons
    if day is None:
        return f"{year:04}-{month:02}"
    return date(year, month, day).isoformat()


def of_point(match: re.Match[str], now: Now, name: str = "", within: int | None = None) -> str:
    """The EDTF of a point_pattern; `within` is the year of one that names none."""
    month, day, year = _part(match, "m", name), _part(match, "d", name), year_of(match, now, name)
    year = within if year is None else year
    if year is None:
        return last_named(match, now, whole_number(month), whole_number(day) if day else None)
    return iso(year, whole_number(month) if month else None, whole_number(day) if day else None)


def _month_of(match: re.Match[str], name: str) -> int:
    return whole_number(_part(match, "m", name) or "0")


def of_span(match: re.Match[str], now: Now) -> str | None:
    """From one point to another; what one of them leaves out, the other has."""
    first, last = year_of(match, now, "a"), year_of(match, now, "b")
    months = _part(match, "m", "a"), _part(match, "m", "b")
    if first is not None and last is None:
        if not all(months):
            return None
        last = first + (_month_of(match, "b") < _month_of(match, "a"))
    elif first is None and last is not None and all(months):
        first = last - (_month_of(match, "b") < _month_of(match, "a"))
    elif first is None and last is None:
        last = int(of_point(match, now, "b")[:4])
        first = last - (_month_of(match, "b") < _month_of(match, "a"))
    return f"{of_point(match, now, 'a', first)}/{of_point(match, now, 'b', last)}"


def of_years(match: re.Match[str], _: Now) -> str | None:
    """2018—2020年, 2018-19年."""
    first, last = whole_number(match["first"]), whole_number(match["last"])
    if last < 100:
        last += first // 100 * 100
    return f"{first:04}/{last:04}" if first < last else None


def of_months(match: re.Match[str], now: Now) -> str | None:
    """2023年4月至6月, 4-6月, 去年11月到今年2月 is a span of points."""
    first, last = whole_number(match["from"]), whole_number(match["to"])
    year = year_of(match, now)
    if year is None:
        year = int(last_named(match, now, last)[:4]) - (last < first)
    return f"{iso(year, first)}/{iso(year + (last < first), last)}"


def of_days(match: re.Match[str], now: Now) -> str | None:
    """2023年4月11至13日."""
    month, first, last = (whole_number(match[name]) for name in ("m", "from", "to"))
    year = year_of(match, now)
    year = int(last_named(match, now, month, last)[:4]) if year is None else year
    return f"{iso(year, month, first)}/{iso(year, month, last)}"


def of_part_of_year(match: re.Match[str], now: Now) -> str | None:
    """2023年初, 去年年底, 今年上半年, 2022年三季度, 2023年春, 2015年左右."""
    year, part = year_of(match, now), match["part"]
    if year is None:
        year = _last_begun(match, now, part)
    if part in _HALVES:
        first, last = _HALVES[part]
        return f"{year:04}-{first}/{year:04}-{last}"
    if part in ABOUT.split("|"):
        return f"{year:04}~"
    if "季度" in part or part[0] in "Qq第" or re.fullmatch(r"[一二三四1-4]季", part):
        return quarter_of(year, whole_number(re.sub("[^一二三四1-4]", "", part)))
    if part[0] in _SEASONS:
        return f"{year:04}-{_SEASONS[part[0]]}"
    return f"{year:04}-{_POINTS[part[-1]]}~"


def _last_begun(match: re.Match[str], now: Now, part: str) -> int:
    """The year of a quarter or half without one: the one that the sentence has named, else of the last that has begun."""
    month = {"上": 1, "下": 7}.get(part[0]) or 3 * whole_number(re.sub("[^一二三四1-4]", "", part)) - 2
    return _named_year(match, now) or now.year - (month > now.day.month)


def of_part_of_month(match: re.Match[str], now: Now) -> str | None:
    """2023年10月中旬, 去年5月底, 10月初."""
    month, part, year = whole_number(match["m"]), match["part"], year_of(match, now)
    whole = last_named(match, now, month)[:7] if year is None else iso(year, month)
    if part in ABOUT.split("|"):
        return f"{whole}~"
    last_day = 31 if month == 12 else (date(int(whole[:4]), month % 12 + 1, 1) - date(int(whole[:4]), month, 1)).days
    if part in _THIRDS:
        first, last = _THIRDS[part]
        return f"{whole}-{first}/{whole}-{last or last_day}"
    return f"{whole}-{ {'初': 1, '中': 15}.get(part, last_day):02}~"


def of_decade(match: re.Match[str], now: Now) -> str | None:
    """1990年代, 20世纪90年代, 上世纪九十年代, 90年代: without a century it is the last one that has begun."""
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
    decades = [f"{(base + decade) // 10:03}X" for decade in (first, last) if decade is not None]
    return "/".join(decades) if len(set(decades)) == len(decades) else None


def century_number(words: str, now: Now) -> int:
    """19 and 十九, and what 上个 and 本 mean."""
    near = {"上": now.year // 100, "本": now.year // 100 + 1}
    return near[words[0]] if words[0] in near else whole_number(words)


def of_century(match: re.Match[str], now: Now) -> str:
    number = century_number(match["century"], now)
    if match["before"]:  # the fifth century before our era: 500 to 401, which EDTF counts from -0499 to -0400
        return f"-{100 * number - 1:04}/-{100 * number - 100:04}"
    return f"{number - 1:02}XX"


def of_our_era(match: re.Match[str], _: Now) -> str:
    """公元618年; 公元前221年 is -0220, since EDTF has a year 0."""
    number = whole_number(match["year"])
    return f"-{number - 1:04}" if match["before"] and number > 1 else f"{0 if match['before'] else number:04}"


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


def years_ago(match: re.Match[str], now: Now) -> str | None:
    """3年前 is about that year, 两年半前 about that month; 20多年前 is within the decade before that."""
    low, high, bare = parse_range(match["number"])
    if bare:
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


WEEKDAYS = {character: number for number, character in enumerate("一二三四五六")} | {"日": 6, "天": 6}
DAY_WORDS = {"昨": -1, "前": -2, "大": -3, "后": 2}
NEAR = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1}


def of_month_word(match: re.Match[str], now: Now) -> str:
    """上个月, 上月24日, 本月初."""
    month = now.month_away(NEAR[match["near"]])
    return f"{month}-{date(int(month[:4]), int(month[5:]), whole_number(match['d'])).day:02}" if match["d"] else month
