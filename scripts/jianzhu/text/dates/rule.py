"""Rule: what all grammars of dates have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from jianzhu.text.edtf import SEASONS


@dataclass(frozen=True)
class DateHit:
    """A date at `start` to `end` (code points) as EDTF; `rule` names the rule."""

    start: int
    end: int
    edtf: str
    rule: str


@dataclass(frozen=True)
class Now:
    """The day from which relative dates count: that of the article, `exact` where the article is dated by the day."""

    day: date
    exact: bool

    @property
    def year(self) -> int:
        return self.day.year

    def days_away(self, days: int) -> str | None:
        """The day so many `days` later; None where the article's own is not known."""
        return (self.day + timedelta(days)).isoformat() if self.exact else None

    def month_away(self, months: int) -> str:
        """The month so many `months` later."""
        count = self.day.year * 12 + self.day.month - 1 + months
        return f"{count // 12:04}-{count % 12 + 1:02}"

    def week_away(self, weeks: int) -> str | None:
        """The week so many `weeks` later, Monday to Sunday."""
        monday = self.weekday_away(weeks, 0)
        sunday = self.weekday_away(weeks, 6)
        return f"{monday}/{sunday}" if monday else None

    def weekday_away(self, weeks: int, weekday: int) -> str | None:
        """The `weekday` (0 is Monday) of the week so many `weeks` later."""
        return self.days_away(7 * weeks + weekday - self.day.weekday())


@dataclass(frozen=True)
class Rule:
    """A pattern of words, and what makes EDTF of a match; None, or ValueError, where the words name no date."""

    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], Now], str | None]


def verbose(name: str, pattern: str, resolve: Callable[[re.Match[str], Now], str | None]) -> Rule:
    """A rule whose pattern is laid out with spaces."""
    return Rule(name, re.compile(pattern, re.VERBOSE), resolve)


def within_quotes(match: re.Match[str]) -> bool:
    """True where `match` stands within quotation marks: on which day its words were said is not known."""
    said = match.string[max(0, match.start() - 200) : match.start()]
    return sum(map(said.count, "“「『")) > sum(map(said.count, "”」』")) or said.count('"') % 2 == 1


#: The first and last year of ten, and of a hundred, that a word such as early means.
DECADE_PARTS = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}
CENTURY_PARTS = {"early": (0, 19), "middle": (40, 59), "late": (80, 99)}
#: What comes within this time after the article is meant, not that of a year ago.
SOON = timedelta(31)


#: What the rules make: a year with or without month, season and day, or a decade or century.
_MADE = re.compile(r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?]?|[0-9]{2}[0-9X]X~?")


def is_made(edtf: str) -> bool:
    """True where what a rule has made is EDTF, an interval in its order; `is_edtf` would say so, but takes 20 ms."""
    ends = []
    if edtf.startswith("["):  # one of several days
        return all(map(is_made, edtf[1:-1].split(",")))
    for end in edtf.split("/"):
        match = _MADE.fullmatch(end)
        if not match:
            return False
        if not match[1]:
            ends.append((int(end[:4].replace("X", "0")), 0, 0))
            continue
        year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
        if month and month not in SEASONS and year >= 1:
            try:
                date(year, month, day or 1)
            except ValueError:
                return False
        ends.append((year, month, day))
    return ends == sorted(ends)


def weekday_of(now: Now, day: int, ahead: bool, back: bool) -> str | None:
    """A weekday (0 is Monday) alone: the next one where the words say that it lies `ahead`, the last where they say that it lies
    `back`, both as uncertain; else one of the two. None where the article's day is not known.
    """
    away = (day - now.day.weekday()) % 7
    last, coming = now.days_away(away - 7 if away else 0), now.days_away(away)
    if not (last and coming):
        return None
    if ahead or back or last == coming:
        return f"{coming if ahead else last}?"
    return f"[{last},{coming}]"


def quarter_of(year: int, quarter: int) -> str:
    """The months of a quarter, 1 to 4."""
    if not 1 <= quarter <= 4:
        raise ValueError(f"there is no quarter {quarter}")
    return f"{year:04}-{3 * quarter - 2:02}/{year:04}-{3 * quarter:02}"


def last_month_day(now: Now, month: int, day: int) -> str:
    """A day without a year is the last one of that name that is not after the article. ValueError where there is none."""
    near = date(now.year, month, day) if (month, day) != (2, 29) else _leap_day(now.year)
    if near > now.day:
        near = date(near.year - 1, month, day) if (month, day) != (2, 29) else _leap_day(near.year - 1)
    return near.isoformat()


def _leap_day(year: int) -> date:
    """The last 29 February of `year` or before."""
    while year % 4 or (year % 100 == 0 and year % 400):
        year -= 1
    return date(year, 2, 29)


def last_month(now: Now, month: int) -> str:
    """A month without a year is the last one of that name that has begun when the article appeared."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return f"{now.year if month <= now.day.month else now.year - 1:04}-{month:02}"
