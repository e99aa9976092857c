"""Dismissals: the dates and quantities of which an editor has decided that they are nothing to record.

What the rules find in a sentence is either recorded (an event, a claim), or dismissed with a reason, or still open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.annotate.dates import find_dates
from edition.annotate.marks import Mark
from edition.annotate.quantities import find_quantities
from edition.load import Folder
from edition.manifest import unknown_segment
from edition.problems import Problem
from edition.quote import locate_quote
from edition.records import Dismissal

#: What can be dismissed.
FOUND_KINDS = frozenset({"date", "quantity"})


@dataclass(frozen=True)
class Dismissed:
    """The words from `start` to `end` of a segment (code points) and why what they say is not recorded."""

    start: int
    end: int
    reason: Dismissal


def locate_dismissals(folder: Folder, texts: Mapping[str, str]) -> tuple[Mapping[str, Sequence[range]], list[Problem]]:
    """Where the folder's dismissals stand, by segment (code points), and those that dismiss nothing."""
    found: dict[str, list[range]] = defaultdict(list)
    problems = []
    for index, record in enumerate(folder.marks):
        if not record.dismissed or not record.zh:
            continue
        place = folder.place("marks.yml", index, "zh")
        text = texts.get(record.segment)
        if text is None:
            place = folder.place("marks.yml", index, "segment")
            problems.append(unknown_segment(place, record.segment, folder.slug, texts))
            continue
        quote, name = record.zh, f"{folder.slug}:{record.segment} (zh)"
        start, problem = locate_quote(text, quote.exact, quote.prefix, quote.suffix, place, name, texts)
        if problem:
            problems.append(problem)
            continue
        hits = (*find_dates(text, "zh", folder.article.date), *find_quantities(text))
        if not any(hit.start < start + len(quote.exact) and start < hit.end for hit in hits):
            problems.append(
                Problem(
                    place,
                    "dismissal-idle",
                    f"{quote.exact!r} is dismissed, but the rules find no date or quantity there",
                    "words in which a date or quantity is found",
                    "take the entry out, or copy the words that `check` names",
                )
            )
            continue
        found[record.segment].append(Dismissed(start, start + len(quote.exact), record.dismissed))
    return found, problems


def sift(marks: Iterable[Mark], dismissals: Sequence[Dismissed]) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """`marks` without the dates and quantities that are dismissed, and those, with the reason for their rule."""
    kept, dismissed = [], []
    for mark in marks:
        over = (words for words in dismissals if mark.start < words.end and words.start < mark.end)
        words = next(over, None) if mark.kind in FOUND_KINDS else None
        if words:
            dismissed.append(replace(mark, rule=words.reason))
        else:
            kept.append(mark)
    return tuple(kept), tuple(dismissed)
