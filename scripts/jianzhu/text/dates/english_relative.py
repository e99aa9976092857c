"""English relative dates: what counts from the day of the article."""

from __future__ import annotations

import re

from jianzhu.text.dates.rule import Now, Rule, weekday_of, within_quotes

_NUMBERS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_SMALL = {word: value for value, word in enumerate(_NUMBERS.split())}
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SMALL |= {"a": 1, "an": 1} | _TENS
_SMALL |= {f"{ten}-{one}": _TENS[ten] + _SMALL[one] for ten in _TENS for one in _NUMBERS.split()[1:10]}
COUNT = rf"(?<![\w,.-])(?:\d{{1,4}}|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"last": -1, "this": 0, "next": 1}
#: Years in a unit.
_LONG = {"year": 1, "decade": 10, "century": 100, "centurie": 100}
#: What is announced, in the clause of a date.
_COMING = re.compile(
    r"\b(?:will|shall|to be|is to|are to|due|plans?|planned|scheduled|expected|set to)\b[^.;!?\n]{0,60}$"
)


def number(words: str) -> int:
    """The value of a number in figures or words."""
    return _SMALL[words.lower()] if words.lower() in _SMALL else int(re.sub(r"\D", "", words))


def announced(match: re.Match[str]) -> bool:
    """True where the words in front of a date say that it lies ahead."""
    return bool(_COMING.search(match.string[max(0, match.start() - 90) : match.start()]))


def _ago(match: re.Match[str], now: Now) -> str | None:
    count, unit = number(match["count"]), match["unit"].lower()
    if unit in _LONG:
        if match["half"]:
            return f"{now.month_away(-12 * count - 6)}~" if unit == "year" else None
        year = now.year - count * _LONG[unit]
        if match["more"]:
            return f"{year - 9:04}/{year:04}" if year > 9 and (now.year - year) % 10 == 0 else None
        return f"{year:04}~" if year > 9 else None
    if match["more"]:
        return None
    if unit == "month":
        return f"{now.month_away(-count)}~"
    found = now.days_away(-count * (7 if unit == "week" else 1))
    return found if unit == "day" or not found else f"{found}~"


def _day_word(match: re.Match[str], now: Now) -> str | None:
    if within_quotes(match):
        return None
    return now.days_away(-1 if match[0].lower() == "yesterday" else 1)


def _near(match: re.Match[str], now: Now) -> str | None:
    """last week, this month, next year, last summer; last Friday is the one before the article, next Friday may be one of two."""
    away, unit = _NEAR[match["near"].lower()], match["unit"].lower()
    if unit == "week":
        return now.week_away(away)
    if unit == "month":
        return now.month_away(away)
    if unit == "year":
        return f"{now.year + away:04}"
    if unit in SEASONS:
        return f"{now.year + away:04}-{SEASONS[unit]}" if away <= 0 else None
    day = _WEEKDAYS.index(unit)
    if away == -1:
        return now.days_away(-((now.day.weekday() - day - 1) % 7 + 1))
    found = now.weekday_away(away, day)
    return f"{found}?" if found and away else found


#: What tells that a weekday alone lies back.
_BACK = re.compile(r"\b(?:said|told|announced|reported|published|released|closed|was|were|had|[a-z]{3,}ed)\b")


def _weekday(match: re.Match[str], now: Now) -> str | None:
    """On Monday: see weekday_of."""
    clause = re.split(r"[.;!?\n]", match.string[max(0, match.start() - 60) : match.start()])[-1]
    back = _BACK.search(clause) or _BACK.search(re.split(r"[.;!?\n]", match.string[match.end() : match.end() + 60])[0])
    return weekday_of(now, _WEEKDAYS.index(match["day"].lower()), announced(match), bool(back))


_ANY = re.IGNORECASE


def _near_pattern(units: str) -> re.Pattern[str]:
    """last week, but not: the last week."""
    return re.compile(
        rf"(?<!the )\b(?P<near>last|this|next) (?P<unit>{units})\b(?![’']s|end| before| after)", re.IGNORECASE
    )


_DAY_NAMES = "|".join(name.capitalize() for name in _WEEKDAYS)
RELATIVE_RULES: tuple[Rule, ...] = (
    Rule(
        "ago",
        re.compile(
            rf"(?<!half )\b(?P<more>(?:more than|over) )?(?P<count>{COUNT})(?P<half> and a half)? "
            r"(?P<unit>year|month|week|day|decade|century|centurie)s? ago\b",
            _ANY,
        ),
        _ago,
    ),
    Rule("day-word", re.compile(r"(?<!before )\b(?:yesterday|tomorrow)\b(?![’']s)", _ANY), _day_word),
    Rule("last-or-this-year", _near_pattern("year"), _near),
    Rule("last-or-this", _near_pattern(f"week|month|{'|'.join(SEASONS)}|{'|'.join(_WEEKDAYS)}"), _near),
    Rule("weekday", re.compile(rf"(?<=\b[oO]n )(?P<day>{_DAY_NAMES})\b(?!s|,? (?:[A-Z][a-z]+\.? )?\d)"), _weekday),
)
