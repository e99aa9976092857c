"""Chinese values: the parts of dates in Chinese text, and what makes EDTF of them."""

from __future__ import annotations

import re
from datetime import date

from jianzhu.text.dates.rule import SOON, Now, last_month, last_month_day
from jianzhu.text.numerals import CHINESE, parse_number

#: One space may stand between a number and 年, 月, 日.
SPACE = "[ \u00a0\u3000]?"
TO = rf"{SPACE}(?:[-—–―~～至到]{{1,2}}){SPACE}"
#: Between the year and what is said of it.
OF = f"{SPACE}的?{SPACE}"
FIGURE = "〇零○一二三四五六七八九"
SMALL = "一二三四五六七八九十廿卅"
#: A year in four figures; of two figures, see _short_year.
YEAR4 = rf"(?<![\d.{FIGURE}])(?:[12]\d{{3}}|[一二][{FIGURE}]{{3}}|两千零?[{SMALL}]{{1,3}}|(?<=[在于到自从])两千)"
YEAR2 = rf"(?<![\d.{CHINESE}第])(?:\d{{2}}|[{FIGURE}]{{2}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|(?<![公纪状])元)"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
DAY_SIGN = f"{SPACE}[日号](?![楼线院馆店机店位码台])"
RELATIVE = (
    r"(?:今|去|明|(?<![日基])本(?=年度)|(?<![今往此以之先前])后|(?<![之以年目日此先从])前|(?<=从)前(?=年[起开])|大前)年(?!轻)"
    rf"|(?<![不相])同年(?![龄级代份])|(?<![几多此每历首再上本\d{CHINESE}])[次翌]年(?![级会])"
)
YEAR_OFF = {"今": 0, "本": 0, "去": -1, "明": 1, "后": 2, "前": -2, "大": -3}
#: Counted from the year that the sentence has named, not from that of the article.
_NAMED_OFF = {"同": 0, "次": 1, "翌": 1}
#: Words behind two figures and 年 that make a length of time of them, and such in front.
NOT_A_YEAR = (
    "(?![代来间里内多余级历以之的左度薪期假龄半]|前后|前|后|时间|左右|上下|寿命"
    "|纪念|诞辰|华诞|校庆|庆典|大庆|历史|历程|风雨|沧桑|如一日)"
)
LENGTH_BEFORE = "[了过近约整有共达用满经历这那隔第逾超上每头后前长活距]"


def whole_number(text: str) -> int:
    """The value of `text`: an integer in either writing."""
    if text == "元":  # the first month
        return 1
    return int(parse_number(text.replace("○", "〇").replace("廿", "二十").replace("卅", "三十")))


def year_of(match: re.Match[str], now: Now, name: str = "") -> int | None:
    """The year that the groups of point_pattern say; None where they say none."""
    groups = match.groupdict()
    if words := groups.get(f"y4{name}") or groups.get("y5"):
        return whole_number(words)
    if words := groups.get(f"y2{name}"):
        return _short_year(whole_number(words), now)
    if words := groups.get(f"rel{name}"):
        if words[0] not in _NAMED_OFF:
            return now.year + YEAR_OFF[words[0]]
        return _last_year_named(match) + _NAMED_OFF[words[0]]
    return None


def _last_year_named(match: re.Match[str]) -> int:
    """The year that the text names last before `match`. ValueError where it names none nearby."""
    named = _NAMED.findall(_before(match))
    if not named:
        raise ValueError("no year is named")
    return whole_number(named[-1])


def of_short_year(match: re.Match[str], now: Now) -> str | None:
    """98年, 九八年; but 七八年 is a length of time."""
    words = match["y2"]
    digits = [whole_number(figure) for figure in words]
    ascending = not words.isdigit() and digits[1] - digits[0] in (1, 2)
    return None if ascending else iso(_short_year(10 * digits[0] + digits[1], now))


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
#: A month or day of a year governs longer than the year alone.
_NAMED_MONTH = re.compile(rf"({YEAR4}){SPACE}年{SPACE}(?:{MONTH}){SPACE}月")


#: What is announced: in front of the date in its clause, or behind it.
_COMING = re.compile("(?:将(?![军领士近])|拟|会[在于]|计划|预计|预期|有望|打算|准备|定于|届时)[^。！？；\n]{0,12}$")
_COMES = re.compile("[^。！？；，\n]{0,2}(?:即?将(?![军领士近]))")
#: What comes again and again is no date: 每年的10月1日.
_AGAIN = re.compile("(?:每年|每逢|一般|通常|往往)[^。！？；，\n]{0,12}$")


_SENTENCE_ENDS = re.compile("[。！？!?\n]")


def _before(match: re.Match[str]) -> str:
    """What stands before `match` in its sentence, as far as a date may look back."""
    before = match.string[max(0, match.start() - 60) : match.start()]
    return _SENTENCE_ENDS.split(before)[-1]


def announced(match: re.Match[str]) -> bool:
    """True where the words around a date say that it lies ahead."""
    return bool(_COMING.search(_before(match)) or _COMES.match(match.string, match.end()))


def named_year(match: re.Match[str], now: Now) -> int | None:
    """The year that the sentence names last before `match`, where it is not that of the article: then a month may be of it."""
    named = _NAMED.findall(_before(match)) or _NAMED_MONTH.findall(
        match.string, max(0, match.start() - 100), match.start()
    )
    year = whole_number(named[-1]) if named else now.year
    return year if year != now.year else None


def last_named(match: re.Match[str], now: Now, month: int, day: int | None = None) -> str:
    """A month or day without a year: of the year that the sentence has named, marked as uncertain; the next one where it is
    announced; else the last one before the article, but one that comes within a month after it, marked as uncertain.
    """
    if _AGAIN.search(_before(match)):
        raise ValueError("no single date")
    last = last_month(now, month) if day is None else last_month_day(now, month, day)
    if (named := named_year(match, now)) and f"{named:04}" != last[:4]:
        return f"{iso(named, month, day)}?"
    if last == now.day.isoformat()[: len(last)]:
        return last
    coming = announced(match)
    try:
        following = iso(int(last[:4]) + 1, month, day)
    except ValueError:  # no 29 February
        return last
    if coming:
        return following
    if date.fromisoformat(following if day else f"{following}-01") - now.day <= SOON:
        return f"{following}?" if day else f"[{last},{following}]"
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


_LENGTH_BEHIND = re.compile("前|的?历史|来(?!临)|文明|之久|时间|沧桑|古")


def of_year(match: re.Match[str], now: Now) -> str | None:
    """2023年; round ones may be a length of time: 长达2000年, 2000年前, 2000年历史."""
    year = of_point(match, now)
    length = match.string[match.start() - 1 : match.start()] in tuple("达有近约过了逾超余满")
    return None if year.endswith("00") and (length or _LENGTH_BEHIND.match(match.string, match.end())) else year


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
        last = int(of_point(match, now, "b").lstrip("[")[:4])
        first = last - (_month_of(match, "b") < _month_of(match, "a"))
    return f"{of_point(match, now, 'a', first)}/{of_point(match, now, 'b', last)}"


def of_years(match: re.Match[str], _: Now) -> str | None:
    """2018—2020年, 2018-19年; 2021、2022年."""
    first, last = whole_number(match["first"]), whole_number(match["last"])
    if last < 100:
        last += first // 100 * 100
    listed = match.groupdict().get("list")
    return f"{first:04}/{last:04}" if first < last and (not listed or last == first + 1) else None


def of_months(match: re.Match[str], now: Now) -> str | None:
    """2023年4月至6月, 4-6月, 去年11月到今年2月 is a span of points."""
    first, last = whole_number(match["from"]), whole_number(match["to"])
    year = year_of(match, now)
    if match.groupdict().get("list") and last != first + 1:
        return None
    if year is None:
        year = int(last_named(match, now, last).lstrip("[")[:4]) - (last < first)
    return f"{iso(year, first)}/{iso(year + (last < first), last)}"


def of_days(match: re.Match[str], now: Now) -> str | None:
    """2023年4月11至13日."""
    month, first, last = (whole_number(match[name]) for name in ("m", "from", "to"))
    if match["list"] and last != first + 1:
        return None
    year = year_of(match, now)
    year = int(last_named(match, now, month, last)[:4]) if year is None else year
    return f"{iso(year, month, first)}/{iso(year, month, last)}"
