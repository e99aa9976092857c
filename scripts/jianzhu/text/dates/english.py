"""English: the rules for dates in English text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from jianzhu.text.dates.rule import Now, Rule, last_month, last_month_day, quarter_of
from jianzhu.text.edtf import MONTHS

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)}
_SHORT = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)} | {"sept": 9}
#: The names of the months; short ones have a dot or a number behind them, and May is none where a number is missing.
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_FOUR = r"(?:1\d|20)\d{2}"
_YEAR = rf"{_FOUR}(?!\d|,\d|%|\.\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_TO = r"(?: to | through | until |[-–—]| and )"
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_SMALL = {word: value for value, word in enumerate(_NUMBERS.split())}
_SMALL |= {"a": 1, "an": 1, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_COUNT = rf"\d{{1,4}}|{'|'.join(_SMALL)}"
_CENTURIES = {
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}


def _month(words: str) -> int:
    key = words.rstrip(".").lower()
    return _MONTHS.get(key) or _SHORT[key]


def _number(words: str) -> int:
    return _SMALL[words.lower()] if words.lower() in _SMALL else int(re.sub(r"\D", "", words))


def _iso(year: str | int, month: str | int | None = None, day: str | int | None = None) -> str:
    """A date of the calendar as EDTF. ValueError where there is none."""
    if month is None:
        return f"{int(year):04}"
    number = month if isinstance(month, int) else _month(month)
    if day is None:
        return f"{int(year):04}-{number:02}"
    return date(int(year), number, day if isinstance(day, int) else _number(day)).isoformat()


def _days(match: re.Match[str], now: Now) -> str:
    """April 11 to 13, 2023; April 30 – May 2."""
    groups = match.groupdict()
    last_name = groups.get("month2") or match["month"]
    first, last = _month(match["month"]), _month(last_name)
    year = int(match["year"]) if groups.get("year") else int(last_month_day(now, last, _number(match["day2"]))[:4])
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
    if part in _SEASONS:
        return f"{year:04}-{_SEASONS[part]}"
    if part in ("mid", "middle"):
        return f"{year:04}-06~"
    return f"{year:04}-{'01' if part in ('early', 'beginning', 'start') else '12'}~"


def _of_year(match: re.Match[str], now: Now) -> int:
    words = match["year"].lower()
    return now.year + {"this": 0, "last": -1, "next": 1}[words.split()[0]] if words[0].isalpha() else int(words)


def _ago(match: re.Match[str], now: Now) -> str | None:
    count, unit = _number(match["count"]), match["unit"].lower()
    if unit == "year":
        if match["half"]:
            return f"{now.month_away(-12 * count - 6)}~"
        return f"{now.year - count:04}~" if now.year - count > 9 else None
    if unit == "month":
        return f"{now.month_away(-count)}~"
    found = now.days_away(-count * (7 if unit == "week" else 1))
    return found if unit == "day" or not found else f"{found}~"


def _rule(
    name: str, pattern: str, resolve: Callable[[re.Match[str], Now], str | None], flags: re.RegexFlag = re.NOFLAG
) -> Rule:
    return Rule(name, re.compile(pattern, flags), resolve)


def _day(match: re.Match[str], _: Now) -> str:
    return _iso(match["year"], match["month"], match["day"])


def _last_day(match: re.Match[str], now: Now) -> str:
    return last_month_day(now, _month(match["month"]), _number(match["day"]))


def _years(match: re.Match[str], _: Now) -> str | None:
    return f"{match['first']}/{match['last']}" if match["first"] < match["last"] else None


def _century(match: re.Match[str], _: Now) -> str:
    number = _number(match["number"]) if match["number"] else _CENTURIES[match["word"].lower()]
    return f"{number - 1}XX"


_ANY = re.IGNORECASE
_YEAR_OR_WORD = rf"(?P<year>{_YEAR}|(?:this|last|next) year)"
#: Behind a day without a year stands neither a year nor another figure.
_NO_YEAR = r"\b(?!,? ?\d{4}|,\d|[%\w])"
_PARTS = (
    r"early|late|mid|beginning|end|middle|start|(?:first|second) half|(?:first|second|third|fourth|last) quarter|Q[1-4]|"
    + "|".join(_SEASONS)
)
#: Behind these words four figures are a year.
_PREPOSITIONS = ("in", "by", "since", "of", "from", "after", "before", "until", "during", "year")
_OF_A_YEAR = "|".join(rf"(?<=\b{word} )|(?<=\b{word.capitalize()} )" for word in _PREPOSITIONS)
ENGLISH_RULES: tuple[Rule, ...] = (
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
    _rule("year", rf"(?:{_OF_A_YEAR})(?P<year>{_YEAR})(?!s|-[a-z])", lambda m, _: m["year"]),
    # What is counted in the plural is no year: 2000 people.
    _rule(
        "year",
        r"(?<![\d,.$€£¥-])\b(?P<year>(?:1[5-9]|20)\d\d)(?!\d|,\d|%|\.\d|s|-?[a-z])"
        r"(?! (?:people|men|women|children|percent|[a-z]{2,}[^us\W]s)\b)",
        lambda m, _: m["year"],
    ),
    _rule("decade", r"\b((?:1[5-9]|20)\d)0s\b", lambda m, _: f"{m[1]}X"),
    _rule(
        "century",
        rf"\b(?:(?P<number>1[0-9]|2[01])(?:th|st)|(?P<word>{'|'.join(_CENTURIES)}))[- ]century\b",
        _century,
        _ANY,
    ),
    _rule(
        "last-or-this-year", r"\b(?P<year>(?:last|next) year)\b(?![’']s)", lambda m, now: str(_of_year(m, now)), _ANY
    ),
    _rule("ago", rf"\b(?P<count>{_COUNT})(?P<half> and a half)? (?P<unit>year|month|week|day)s? ago\b", _ago, _ANY),
    _rule(
        "iso",
        r"(?<![\w.\-/:])(?P<y>(?:1[0-9]|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w\-/]|[.:]\d)",
        lambda m, _: date(int(m["y"]), int(m["m"]), int(m["d"])).isoformat(),
    ),
)
