"""EDTF dates (ISO 8601-2:2019): validation, order and words.

https://www.loc.gov/standards/datetime/ ; parsing is the `edtf` library's.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from edtf import parse_edtf

from jianzhu.language import Language

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
#: What stands in the place of a month: spring, summer, autumn, winter (ISO 8601-2:2019, 4.8).
SEASONS = {21: ("春", "spring"), 22: ("夏", "summer"), 23: ("秋", "autumn"), 24: ("冬", "winter")}
#: The characters of EDTF; the library also accepts spaces.
_CHARACTERS = re.compile(r"[0-9XYESTZ:.~?%()\[\]{},/+-]+")


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, in order of time; year 0 is 1 BC, as in ISO 8601, which `date` cannot say."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """YYYY-MM-DD, with a sign before years below 0."""
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04}-{self.month:02}-{self.day:02}"


@lru_cache(maxsize=4096)
def edtf_bounds(text: str) -> tuple[Day, Day]:
    """First and last day that the EDTF expression `text` allows.

    Raises ValueError, which says what is wrong, where it is not an EDTF date, is open at an end, or ends before it begins: as a
    whole, or a range within a set.
    """
    if not _CHARACTERS.fullmatch(text):
        raise ValueError(f"‘{text}’ is not an EDTF date")
    ranges = _ranges(text)
    if any(end in ("", "..") for ends in ranges for end in ends):
        raise ValueError(f"‘{text}’ has an open end")
    bounds = _library_bounds(text)
    for first, last in (bounds, *((edtf_bounds(begin)[0], edtf_bounds(end)[1]) for begin, end in ranges)):
        if first > last:
            raise ValueError(f"‘{text}’ ends before it begins")
    return bounds


def _ranges(text: str) -> list[tuple[str, str]]:
    """Beginning and end of the interval that `text` is, or of every range in the set that it is."""
    if text[0] in "[{":
        return [(begin, end) for part in text[1:-1].split(",") for begin, dots, end in [part.partition("..")] if dots]
    begin, slash, end = text.partition("/")
    return [(begin, end)] if slash else []


def _library_bounds(text: str) -> tuple[Day, Day]:
    try:
        if _DAY.fullmatch(text):  # most dates, and the grammar takes 20 ms for each
            written = date.fromisoformat(text)
            return (Day(written.year, written.month, written.day),) * 2
        with redirect_stdout(None):  # the library prints what it cannot make a date of
            parsed = parse_edtf(text)
            lower, upper = parsed.lower_strict(), parsed.upper_strict()
        bounds = Day(*lower[:3]), Day(*upper[:3])
    except Exception as error:  # the library raises whatever its grammar stumbles over
        raise ValueError(f"‘{text}’ is not an EDTF date") from error
    for day in bounds:
        if not -9999 <= day.year <= 9999:
            raise ValueError(f"‘{text}’ is outside the years -9999 to 9999")
        if not 1 <= day.day <= monthrange(4 + day.year % 400, day.month)[1]:
            raise ValueError(f"‘{text}’ is no day of the calendar")
    return bounds


def is_day(text: str) -> bool:
    """True where the EDTF expression `text` is one day."""
    return _DAY.fullmatch(text) is not None


def edtf_beginning(text: str) -> tuple[int, int]:
    """Year and month in which the EDTF expression `text` begins; month 0 where it names none."""
    first = edtf_bounds(text)[0]
    return first.year, first.month if re.match(r"-?[0-9]{4}-[0-9]{2}", text) else 0


def is_edtf(text: str) -> bool:
    """True where `text` is an EDTF date with a beginning and an end, in this order."""
    try:
        edtf_bounds(text)
    except ValueError:
        return False
    return True


#: The English names of the months, January first.
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_PLAIN = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2]|2[1-4]))?(?:-(\d{2}))?$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})XX$")


def edtf_words(text: str, lang: Language) -> str:
    """The EDTF expression `text` in words of `lang`; forms without words of their own stay EDTF."""
    if re.fullmatch(r"\[[^\[\].]+\]", text):
        return _WRITTEN[lang].one_of.join(edtf_words(part, lang) for part in text[1:-1].split(","))
    if "/" in text:
        start, end = (edtf_words(part, lang) for part in text.split("/", 1))
        return _WRITTEN[lang].range.format(start, end)
    core, mark = (text[:-1], text[-1]) if text[-1:] in "~?%" else (text, "")
    words = _plain_words(core, lang)
    if not mark:
        return words
    return _WRITTEN[lang].marks[mark].format(words)


def _plain_words(core: str, lang: Language) -> str:
    if match := _DECADE.match(core):
        return _WRITTEN[lang].decade.format(match[1])
    if match := _CENTURY.match(core):
        return _WRITTEN[lang].century(int(match[1]) + 1)
    match = _PLAIN.match(core)
    if not match:
        return core
    return _WRITTEN[lang].day(*match.groups())


def _chinese_day(year: str, month: str | None, day: str | None) -> str:
    number = int(year)
    words = (
        f"公元前{1 - number}年" if number < 1 else f"公元{number}年" if number < 1000 else f"{year}年"
    )  # year 0 is 1 BC
    if month and int(month) in SEASONS:
        return words + SEASONS[int(month)][0]
    return words + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def _english_century(number: int) -> str:
    suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix} century"


def _english_day(year: str, month: str | None, day: str | None) -> str:
    number = int(year)
    words = f"{1 - number} BC" if number < 1 else f"AD {number}" if number < 1000 else year  # year 0 is 1 BC
    if not month:
        return words
    name = SEASONS[int(month)][1] if int(month) in SEASONS else MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {words}" if day else f"{name} {words}"


def month_name(month: int, lang: Language) -> str:
    """The month as a short label: 4月, Apr."""
    return _WRITTEN[lang].month(month)


@dataclass(frozen=True, kw_only=True)
class _Written:
    """How a language writes dates; braces are filled in with years and words."""

    range: str
    one_of: str
    marks: Mapping[str, str]
    decade: str
    month: Callable[[int], str]
    century: Callable[[int], str]
    day: Callable[[str, str | None, str | None], str]


_WRITTEN = {
    "zh": _Written(
        range="{}至{}",
        one_of="或",
        marks={"~": "约{}", "?": "{}（存疑）", "%": "约{}（存疑）"},
        decade="{}0年代",
        month="{}月".format,
        century="{}世纪".format,
        day=_chinese_day,
    ),
    "en": _Written(
        range="{} to {}",
        one_of=" or ",
        marks={"~": "about {}", "?": "{} (uncertain)", "%": "about {} (uncertain)"},
        decade="{}0s",
        month=lambda month: MONTHS[month - 1][:3],
        century=_english_century,
        day=_english_day,
    ),
}
