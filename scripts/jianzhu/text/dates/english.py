"""English: the rules for dates in English text."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from jianzhu.text.dates.english_relative import RELATIVE_RULES, SEASONS, announced, number
from jianzhu.text.dates.rule import CENTURY_PARTS, DECADE_PARTS, SOON, Now, Rule, last_month, last_month_day, quarter_of
from jianzhu.text.edtf import MONTHS

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
#: The names of the months; short ones have a dot or a number behind them, and May is none where a number is missing.
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_FOUR = r"(?:1\d|20)\d{2}"
_YEAR = rf"{_FOUR}(?!\d|,\d|%|\.\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th|d)?"
ENGLISH_TO = r" to | through | until |[ ]?[-–—][ ]?"
_TO = r"(?: to | through | until |[-–—]| and )"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_CENTURIES = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
}


def _month(words: str) -> int:
    key = words.rstrip(".").lower()
    return _MONTHS.get(key) or _SHORT[key]


def _iso(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    """A date of the calendar as EDTF. ValueError where there is none."""
    if month is None:
        return f"{int(year):04}"
    in_year = month if isinstance(month, int) else _month(month)
    if day is None:
        return f"{int(year):04}-{in_year:02}"
    return date(int(year), in_year, day if isinstance(day, int) else number(day)).isoformat()


def _days(match: re.Match[str], now: Now) -> str:
    """April 11 to 13, 2023; April 30 – May 2."""
    groups = match.groupdict()
    last_name = groups.get("month2") or match["month"]
    first, last = _month(match["month"]), _month(last_name)
    year = int(match["year"]) if groups.get("year") else int(last_month_day(now, last, number(match["day2"]))[:4])
    return f"{_iso(year - (last < first), first, match['day'])}/{_iso(year, last, match['day2'])}"


def _months(match: re.Match[str], now: Now) -> str:
    """March to May 2023, November 2022 to January 2023."""
    first, last = _month(match["month"]), _month(match["month2"])
    year = int(match["year2"]) if match["year2"] else int(last_month(now, last)[:4])
    begin = int(match["year"]) if match["year"] else year - (last < first)
    return f"{_iso(begin, first)}/{_iso(year, last)}"


def _part(match: re.Match[str], now: Now) -> str:
    """early 2023, the end of 2022, mid-2021, the first half of 2022, the third quarter of 2022, Q3 2022, spring 2023."""
    year, part = _of_year(match, now), match["part"].lower()
    if half := re.match(r"(first|second) half", part):
        return f"{year}-01/{year}-06" if half[1] == "first" else f"{year}-07/{year}-12"
    if quarter := re.match(r"(\w+) quarter|q([1-4])", part):
        return quarter_of(year, int(quarter[2]) if quarter[2] else _ORDINALS[quarter[1]])
    if part in SEASONS:
        return f"{year:04}-{SEASONS[part]}"
    if part in ("mid", "middle"):
        return f"{year:04}-06~"
    return f"{year:04}-{'01' if part in ('early', 'beginning', 'start') else '12'}~"


def _of_year(match: re.Match[str], now: Now) -> int:
    words = match["year"].lower()
    return now.year + {"this": 0, "last": -1, "next": 1}[words.split()[0]] if words[0].isalpha() else int(words)


def _rule(
    name: str, pattern: str, resolve: Callable[[re.Match[str], Now], str | None], flags: re.RegexFlag = re.NOFLAG
) -> Rule:
    return Rule(name, re.compile(pattern, flags), resolve)


def _day(match: re.Match[str], _: Now) -> str:
    return _iso(match["year"], match["month"], match["day"])


def _last_day(match: re.Match[str], now: Now) -> str:
    """A day without a year is the last of its name, or the next where it is announced or comes within a month."""
    month, day = _month(match["month"]), number(match["day"])
    last = last_month_day(now, month, day)
    if last == now.day.isoformat():
        return last
    try:
        following = date(int(last[:4]) + 1, month, day)
    except ValueError:  # no 29 February
        return last
    if announced(match):
        return following.isoformat()
    return f"{following.isoformat()}?" if following - now.day <= SOON else last


def _part_of_month(match: re.Match[str], now: Now) -> str:
    """early May, mid-June 2023, the end of March 2023."""
    month = _month(match["month"])
    whole = _iso(match["year"], match["month"]) if match["year"] else last_month(now, month)
    last = monthrange(int(whole[:4]), month)[1]
    part = match["part"].lower()
    if part in ("early", "late"):
        first, end = (1, 10) if part == "early" else (21, last)
        return f"{whole}-{first:02}~/{whole}-{end:02}~"
    return f"{whole}-{1 if part in ('beginning', 'start') else 15 if part in ('mid', 'middle') else last:02}~"


def _years(match: re.Match[str], _: Now) -> str | None:
    """2019–2021, 1855–57; none where the second would be a month (1907-08)."""
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last and (len(match["last"]) == 4 or int(match["last"]) > 12) else None


def _decade(match: re.Match[str], _: Now) -> str:
    """the 1990s, the early 1990s."""
    if not match["part"]:
        return f"{match['decade']}X"
    first, last = DECADE_PARTS[_PART_NAMES[match["part"].lower()]]
    return f"{match['decade']}{first}~/{match['decade']}{last}~"


def _century(match: re.Match[str], _: Now) -> str:
    """the 19th century, the late nineteenth century, its first half, the 5th century BC: -0499 to -0400, as EDTF has a year 0."""
    count = number(match["number"]) if match["number"] else _CENTURIES[match["word"].lower()]
    base = 1 - 100 * count if match["bc"] else 100 * (count - 1)
    if match["half"]:
        first, last, sign = (0, 49, "") if match["half"].lower() == "first" else (50, 99, "")
    elif match["part"]:
        (first, last), sign = CENTURY_PARTS[_PART_NAMES[match["part"].lower()]], "~"
    elif match["bc"]:
        first, last, sign = 0, 99, ""
    else:
        return f"{count - 1:02}XX"
    return f"{_year(base + first)}{sign}/{_year(base + last)}{sign}"


def _year(count: int) -> str:
    return f"{'-' if count < 0 else ''}{abs(count):04}"


def _of_our_era(match: re.Match[str], _: Now) -> str:
    """221 BC is -0220; AD 618."""
    count = int(match["year"] or match["year2"])
    return _year(1 - count) if (match["era"] or "").upper().startswith("B") else _year(count)


_PART_NAMES = {
    "early": "early",
    "mid": "middle",
    "middle": "middle",
    "late": "late",
    "end": "late",
    "beginning": "early",
}
_ANY = re.IGNORECASE
_YEAR_OR_WORD = rf"(?P<year>{_YEAR}|(?:this|last|next) year)"
#: Behind a day without a year stands neither a year nor another figure.
_NO_YEAR = r"\b(?!,? ?\d{4}|,\d|[%\w])"
_PARTS = (
    r"early|late|mid|beginning|end|middle|start|(?:first|second) half|(?:first|second|third|fourth|last) quarter|Q[1-4]|"
    + "|".join(SEASONS)
)
#: Behind these words four figures are a year.
_PREPOSITIONS = ("in", "by", "since", "of", "from", "after", "before", "until", "during", "year")
_OF_A_YEAR = "|".join(rf"(?<=\b{word} )|(?<=\b{word.capitalize()} )" for word in _PREPOSITIONS)
_ABSOLUTE_RULES: tuple[Rule, ...] = (
    _rule(
        "days",
        rf"\b(?P<month>{_MONTH}) (?P<day>{_DAY}){_TO}(?:(?P<month2>{_MONTH}) )?(?P<day2>{_DAY}),? (?:of )?(?P<year>{_YEAR})",
        _days,
    ),
    _rule("days", rf"\b(?P<day>{_DAY}){_TO}(?P<day2>{_DAY}) (?P<month>{_MONTH}),? (?P<year>{_YEAR})", _days),
    _rule(
        "days",
        rf"\b(?P<month>{_MONTH}) (?P<day>{_DAY})(?: to |[-–—])(?:(?P<month2>{_MONTH}) )?(?P<day2>{_DAY}){_NO_YEAR}",
        _days,
    ),
    _rule(
        "months",
        rf"\b(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?{_TO}(?P<month2>{_MONTH}),? (?P<year2>{_YEAR})",
        _months,
    ),
    _rule("day", rf"\b(?P<month>{_MONTH}) (?P<day>{_DAY}),? (?P<year>{_YEAR})", _day),
    _rule("day", rf"\b(?P<day>{_DAY}) (?:of )?(?P<month>{_MONTH}),? (?P<year>{_YEAR})", _day),
    _rule(
        "month",
        rf"\b(?P<month>{_MONTH}),? (?:of )?{_YEAR_OR_WORD}",
        lambda m, now: _iso(_of_year(m, now), m["month"]),
    ),
    _rule("month-and-day", rf"\b(?P<month>{_MONTH}) (?P<day>{_DAY}){_NO_YEAR}", _last_day),
    _rule("month-and-day", rf"\b(?P<day>{_DAY}) (?:of )?(?P<month>{'|'.join(MONTHS)})\b", _last_day),
    _rule("part-of-year", rf"\b(?P<part>{_PARTS})(?: of|,)?[ -]{_YEAR_OR_WORD}(?!s)", _part, _ANY),
    _rule("about", rf"\b(?:around|about|circa|c\.) ?(?P<year>{_YEAR})(?!s)", lambda m, _: f"{m['year']}~"),
    _rule("years", rf"(?<![\d,.$-])\b(?P<first>{_FOUR})(?: to |[-–—])(?P<last>{_YEAR})(?!s)", _years),
    _rule("years", r"(?<![\d,.$-])\b(?P<first>(?:1[5-9]|20)\d\d)[-–](?P<last>[1-9]\d)(?![\d%]|[,.-]\d)\b", _years),
    _rule("year", rf"(?:{_OF_A_YEAR})(?P<year>{_YEAR})(?!s|-[a-z])", lambda m, _: m["year"]),
    # What is counted in the plural is no year: 2000 people.
    _rule(
        "year",
        r"(?<![\d,.$€£¥-])(?<!room )(?<!Room )(?<!page )\b(?P<year>(?:1[5-9]|20)\d\d)(?!\d|,\d|%|\.\d|s|-?[a-z])"
        r"(?! (?:people|men|women|children|percent|[a-z]{2,}[^us\W]s)\b)",
        lambda m, _: m["year"],
    ),
    _rule("decade", r"\b(?:(?P<part>early|mid|late)[ -])?(?P<decade>(?:1[5-9]|20)\d)0s\b", _decade, _ANY),
    _rule(
        "century",
        rf"\b(?:(?P<half>first|second) half of the |(?P<part>early|mid|late|middle|end|beginning)[ -](?:of the )?)?"
        rf"(?:(?P<number>\d{{1,2}})(?:th|st|nd|rd)|(?P<word>{'|'.join(_CENTURIES)}))[- ]century\b(?P<bc> BCE?\b)?",
        _century,
        _ANY,
    ),
    _rule(
        "our-era",
        r"(?<![\d.,])(?P<year>\d{1,4}) (?P<era>BCE?|CE|AD)\b|\bAD (?P<year2>\d{1,4})(?![\d,.]\d)",
        _of_our_era,
    ),
    _rule(
        "part-of-month",
        rf"\b(?P<part>early|late|mid|beginning|end|middle|start)(?: of)?[ -](?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?(?! \d)",
        _part_of_month,
        _ANY,
    ),
    _rule("festival", rf"\bChristmas (?:of )?(?P<year>{_YEAR})", lambda m, _: f"{m['year']}-12-25"),
    _rule("years", rf"(?<=\bbetween )(?P<first>{_FOUR}) and (?P<last>{_YEAR})", _years),
    _rule(
        "iso",
        r"(?<![\w.\-/:])(?P<y>(?:1[0-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w\-/]|[.:]\d)",
        lambda m, _: date(int(m["y"]), int(m["m"]), int(m["d"])).isoformat(),
    ),
)

ENGLISH_RULES = (*_ABSOLUTE_RULES, *RELATIVE_RULES)
