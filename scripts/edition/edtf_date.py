"""EDTF dates (ISO 8601-2:2019): validation, order and words.

https://www.loc.gov/standards/datetime/ ; parsing is the `edtf` library's.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from edtf import parse_edtf


@lru_cache(maxsize=4096)
def edtf_bounds(text: str) -> tuple[date, date]:
    """First and last day that the EDTF expression `text` allows. Raises ValueError where it is no closed EDTF date."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):  # most dates, and the grammar takes 20 ms for each
            return (date.fromisoformat(text),) * 2
        parsed = parse_edtf(text)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        return date(*lower[:3]), date(*upper[:3])
    except Exception as error:  # the library raises whatever its grammar stumbles over
        raise ValueError(f"{text!r} is no EDTF date") from error


def edtf_beginning(text: str) -> tuple[int, int]:
    """Year and month in which the EDTF expression `text` begins; month 0 where it names none."""
    first = edtf_bounds(text)[0]
    return first.year, first.month if re.match(r"\d{4}-\d{2}", text) else 0


def is_edtf(text: str) -> bool:
    """True where `text` is an EDTF date with a beginning and an end."""
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
_PLAIN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?$")
_DECADE = re.compile(r"(\d{3})X$")
_CENTURY = re.compile(r"(\d{2})XX$")


def edtf_words(text: str, lang: str) -> str:
    """The EDTF expression `text` in words, `lang` being "zh" or "en"; forms without words of their own stay EDTF."""
    if "/" in text:
        start, end = (edtf_words(part, lang) for part in text.split("/", 1))
        return f"{start}至{end}" if lang == "zh" else f"{start} to {end}"
    core, mark = (text[:-1], text[-1]) if text[-1:] in "~?%" else (text, "")
    words = _plain_words(core, lang)
    if not mark:
        return words
    if lang == "zh":
        return {"~": f"约{words}", "?": f"{words}（存疑）", "%": f"约{words}（存疑）"}[mark]
    return {"~": f"about {words}", "?": f"{words} (uncertain)", "%": f"about {words} (uncertain)"}[mark]


def _plain_words(core: str, lang: str) -> str:
    if match := _DECADE.match(core):
        return f"{match[1]}0年代" if lang == "zh" else f"{match[1]}0s"
    if match := _CENTURY.match(core):
        number = int(match[1]) + 1
        suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}世纪" if lang == "zh" else f"{number}{suffix} century"
    match = _PLAIN.match(core)
    if not match:
        return core
    year, month, day = match.groups()
    if lang == "zh":
        return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")
    if not month:
        return year
    name = MONTHS[int(month) - 1]
    return f"{name} {int(day)}, {year}" if day else f"{name} {year}"
