"""Dates: a small grammar from words to EDTF, for Chinese and for English.

The rules are a table; each has a name, which stays with the mark, so that a reader can see how a relative date was
resolved. Where several rules fit at one place the longest match counts, then the first rule. Vague words that bound
nothing (几年前, 前不久) are not dates, and what could mean several dates is none either.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.dates.chinese import CHINESE_RULES
from jianzhu.text.dates.english import ENGLISH_RULES
from jianzhu.text.dates.rule import DateHit, Now, Rule, is_made
from jianzhu.text.edtf import edtf_bounds, is_day

__all__ = ["RULES", "DateHit", "find_dates"]

#: By the code of a language: what is read the same, one to one, and the rules.
RULES: Mapping[str, tuple[Callable[[str], str], Sequence[Rule]]] = {
    "zh": (lambda text: fold_width(fold_script(text)), CHINESE_RULES),
    "en": (str, ENGLISH_RULES),
}


def find_dates(text: str, lang: str, article_date: str) -> tuple[DateHit, ...]:
    """Every date in `text`, which is in the language with the code `lang`, left to right, none overlapping.

    Without rules for the language none is found. `article_date` is EDTF; relative dates count from its last day, and those
    that need a day are read only where it is one.
    """
    if lang not in RULES:
        return ()
    last = edtf_bounds(article_date)[1]
    # Nothing is counted back from a year before 1.
    now = Now(date(max(last.year, 1), last.month, last.day), exact=is_day(article_date))
    fold, rules = RULES[lang]
    folded = fold(text)
    candidates = []
    for rank, rule in enumerate(rules):
        for match in rule.pattern.finditer(folded):
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
    return tuple(hits)
