"""Dates: a small grammar from words to EDTF, for Chinese and for English.

The rules are a table; each has a name, which stays with the mark, so that a reader can see how a relative date was
resolved. Where several rules fit at one place the longest match counts, then the first rule. Vague words that bound
nothing (几年前, 前不久) are not dates, and what could mean several dates is none either.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.dates.chinese import CHINESE_RULES
from jianzhu.text.dates.chinese_values import TO as CHINESE_TO
from jianzhu.text.dates.english import ENGLISH_RULES, ENGLISH_TO
from jianzhu.text.dates.rule import DateHit, Now, Rule, is_made
from jianzhu.text.edtf import edtf_bounds, is_day

__all__ = ["RULES", "DateHit", "find_dates"]


@dataclass(frozen=True)
class Grammar:
    """How dates are read in a language: what is read the same, one to one; the rules; and what joins two dates to a span."""

    fold: Callable[[str], str]
    rules: Sequence[Rule]
    joint: re.Pattern[str]


#: By the code of a language.
RULES: Mapping[str, Grammar] = {
    "zh": Grammar(lambda text: fold_width(fold_script(text)), CHINESE_RULES, re.compile(CHINESE_TO)),
    "en": Grammar(str, ENGLISH_RULES, re.compile(ENGLISH_TO)),
}


#: So many characters in front of a text may say of which year its dates are.
_LOOKED_BACK = 200


def find_dates(text: str, lang: str, article_date: str, before: str = "") -> tuple[DateHit, ...]:
    """Every date in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    `before` is what stands in front of it in its paragraph; it may name the year of a date without one.

    Without rules for the language none is found. `article_date` is EDTF; relative dates count from its last day, and those
    that need a day are read only where it is one.
    """
    if lang not in RULES:
        return ()
    last = edtf_bounds(article_date)[1]
    # Nothing is counted back from a year before 1.
    now = Now(date(max(last.year, 1), last.month, last.day), exact=is_day(article_date))
    grammar = RULES[lang]
    front = f"{grammar.fold(before[-_LOOKED_BACK:])}\n" if before else ""
    folded = front + grammar.fold(text)
    candidates = []
    for rank, rule in enumerate(grammar.rules):
        for match in rule.pattern.finditer(folded, len(front)):
            try:
                edtf = rule.resolve(match, now)
            except (ValueError, OverflowError):  # no date of the calendar
                continue
            if edtf and is_made(edtf):
                hit = DateHit(match.start(), match.end(), edtf, rule.name)
                candidates.append((hit.start, -hit.end, rank, hit))
    hits: list[DateHit] = []
    for _, _, _, hit in sorted(candidates, key=lambda candidate: candidate[:3]):
        if not hits or hit.start >= hits[-1].end:
            hits.append(hit)
            if len(hits) > 1 and grammar.joint.fullmatch(folded, hits[-2].end, hit.start):
                hits[-2:] = _joined(*hits[-2:])
    return tuple(replace(hit, start=hit.start - len(front), end=hit.end - len(front)) for hit in hits)


def _joined(first: DateHit, last: DateHit) -> list[DateHit]:
    """One span of two dates, where they are in their order."""
    edtf = f"{first.edtf.partition('/')[0]}/{last.edtf.rpartition('/')[2]}"
    return [DateHit(first.start, last.end, edtf, "span")] if is_made(edtf) else [first, last]
