"""Dates: a small grammar from words to EDTF, for Chinese and for English.

The rules are a table; each has a name, which stays with the mark, so that a reader can see how a relative date was
resolved. Where several rules fit at one place the longest match counts, then the first rule. Vague words that bound
nothing (几年前, 前不久) are not dates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianzhu.text.characters import fold_script
from jianzhu.text.edtf import MONTHS, edtf_bounds
from jianzhu.text.numerals import parse_number


@dataclass(frozen=True)
class DateHit:
    """A date at `start` to `end` (code points) as EDTF; `rule` names the rule."""

    start: int
    end: int
    edtf: str
    rule: str


@dataclass(frozen=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date], str | None]


#: A number from its first figure on, so that a long one is read once.
_N = r"(?:(?<!\d)\d+|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+)"
#: Nobody counts years or months in more figures.
_FIGURES = 24
_YEAR = r"(?<![\d.])([12]\d{3}) ?年(?![代前])"
_PART = {"上半年": ("01", "06"), "下半年": ("07", "12")}
_POINT = {"初": "01", "底": "12", "末": "12"}


def _number(text: str) -> int:
    """The value of `text`. Raises ValueError where it is no number that is said of years or months."""
    if len(text) > _FIGURES:
        raise ValueError(f"a number of {len(text)} figures")
    return int(parse_number(text))


def _year_word(word: str, today: date) -> int:
    return today.year - {"今": 0, "去": 1, "前": 2}[word[0]]


def _within_year(year: int, rest: str | None) -> str:
    """`year` narrowed by what stands behind it: 初, 底, 上半年, 10月, 10月3日, 左右 or nothing."""
    rest = rest or ""
    if rest in _PART:
        start, end = _PART[rest]
        return f"{year}-{start}/{year}-{end}"
    if rest in _POINT:
        return f"{year}-{_POINT[rest]}~"
    if rest in ("左右", "前后"):
        return f"{year}~"
    numbers = re.findall(r"\d+", rest)
    if numbers and not 1 <= int(numbers[0]) <= 12:
        raise ValueError(f"there is no month {numbers[0]}")  # EDTF would read it as a season
    return "-".join([str(year), *(f"{int(number):02}" for number in numbers)])


def _month_day(month: str, day: str, today: date) -> str | None:
    """A day without year is the last one of that name that is not after the article."""
    try:
        near = date(today.year, int(month), int(day))
        near = near if near <= today else date(today.year - 1, int(month), int(day))
    except ValueError:
        return None
    return near.isoformat()


def _years_ago(match: re.Match[str], today: date) -> str | None:
    """3年前 is about that year; 20多年前 is within the decade before that."""
    year = today.year - _number(match[1])
    if year < 10:
        return None
    return f"{year - 9:04}/{year:04}" if match[2] else f"{year:04}~"


def _decades_ago(match: re.Match[str], today: date) -> str:
    """二三十年前: between the two round numbers."""
    near, far = (_number(word) * 10 for word in match.groups())
    return f"{today.year - far}/{today.year - near}"


def _months_ago(match: re.Match[str], today: date) -> str:
    halves = 2 * _number(match[1]) + (1 if match[2] else 0)
    months = today.year * 12 + today.month - 1 - (halves + 1) // 2 + (1 if halves % 2 and today.day > 15 else 0)
    return f"{months // 12}-{months % 12 + 1:02}~"


_REST = r"(上半年|下半年|初|底|末|左右|前后|\d{1,2}月\d{1,2}日|\d{1,2}月(?!\d))?"

CHINESE_RULES: tuple[_Rule, ...] = (
    _Rule("year", re.compile(_YEAR + _REST), lambda m, _: _within_year(int(m[1]), m[2])),
    _Rule(
        "decade",
        re.compile(r"(\d{2}|二十|十九)世纪(\d0|[一二三四五六七八九]十)年代"),
        lambda m, _: f"{_number(m[1]) - 1}{_number(m[2]) // 10}X",
    ),
    _Rule("century", re.compile(r"(\d{2}|二十一|二十|十九)世纪(?!\S{0,3}年代)"), lambda m, _: f"{_number(m[1]) - 1}XX"),
    _Rule(
        "month-and-day",
        re.compile(r"(?<![\d年])(\d{1,2})月(\d{1,2})日"),
        lambda m, today: _month_day(m[1], m[2], today),
    ),
    _Rule(
        "last-or-this-year",
        re.compile(r"([今去]年|(?<![之以])前年)(?!代)" + _REST),
        lambda m, today: _within_year(_year_word(m[1], today), m[2]),
    ),
    _Rule("decades-ago", re.compile(r"([一二三四五六七八])([二三四五六七八九])十年前"), _decades_ago),
    _Rule("years-ago", re.compile(rf"(?<![\d万几数第零一二三四五六七八九十])({_N})(多)?年前"), _years_ago),
    _Rule("months-ago", re.compile(rf"({_N})个(半)?(?:个)?月(?:之|以)?前"), _months_ago),
)

_MONTHS = {name: f"{number:02}" for number, name in enumerate(MONTHS, 1)}
_MONTH = "|".join(_MONTHS)
_EN_YEAR = r"((?:1[89]|20)\d{2})(?!\d|,\d|%)"

ENGLISH_RULES: tuple[_Rule, ...] = (
    _Rule(
        "day",
        re.compile(rf"\b({_MONTH}) (\d{{1,2}}), {_EN_YEAR}"),
        lambda m, _: f"{m[3]}-{_MONTHS[m[1]]}-{int(m[2]):02}",
    ),
    _Rule("month", re.compile(rf"\b({_MONTH}),? (?:of )?{_EN_YEAR}"), lambda m, _: f"{m[2]}-{_MONTHS[m[1]]}"),
    _Rule(
        "month-and-day",
        re.compile(rf"\b({_MONTH}) (\d{{1,2}})\b(?!, ?\d{{4}}|,\d)"),
        lambda m, today: _month_day(_MONTHS[m[1]], m[2], today),
    ),
    _Rule("year", re.compile(rf"(?<![\d,.$-])\b{_EN_YEAR}(?!s)"), lambda m, _: m[1]),
    _Rule("decade", re.compile(r"\b((?:1[89]|20)\d)0s\b"), lambda m, _: f"{m[1]}X"),
)


#: What the rules make: a year with or without month and day, or a decade or century.
_MADE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?~?|[0-9]{2}[0-9X]X")


def _is_date(made: str) -> bool:
    """True where what a rule has made of the words is EDTF, an interval in its order; `is_edtf` would say so, but takes 20 ms."""
    ends = []
    for end in made.split("/"):
        match = _MADE.fullmatch(end)
        if not match:
            return False
        if match[1]:
            try:
                ends.append(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
            except ValueError:
                return False
    return ends == sorted(ends)


#: By the code of a language: what is read the same, and the rules.
RULES: Mapping[str, tuple[Callable[[str], str], Sequence[_Rule]]] = {
    "zh": (fold_script, CHINESE_RULES),
    "en": (str, ENGLISH_RULES),
}


def find_dates(text: str, lang: str, article_date: str) -> tuple[DateHit, ...]:
    """Every date in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    Without rules for the language none is found.

    `article_date` is EDTF; relative dates count from its last day.
    """
    if lang not in RULES:
        return ()
    last = edtf_bounds(article_date)[1]
    today = date(max(last.year, 1), last.month, last.day)  # nothing is counted back from a year before 1
    fold, rules = RULES[lang]
    folded = fold(text)
    candidates = []
    for rank, rule in enumerate(rules):
        for match in rule.pattern.finditer(folded):
            try:
                edtf = rule.resolve(match, today)
            except ValueError:  # numerals that are no number
                continue
            if edtf and _is_date(edtf):
                hit = DateHit(match.start(), match.end(), edtf, rule.name)
                candidates.append((hit.start, -hit.end, rank, hit))
    hits: list[DateHit] = []
    for _, _, _, hit in sorted(candidates, key=lambda candidate: candidate[:3]):
        if not hits or hit.start >= hits[-1].end:
            hits.append(hit)
    return tuple(hits)
