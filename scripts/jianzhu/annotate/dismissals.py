"""Dismissals: the dates and quantities that an editor has decided not to record.

What the rules find in a sentence is either recorded (an event, a claim), or dismissed with a reason, or still open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from jianzhu.annotate.dated import dates_of
from jianzhu.annotate.inlines import Authored
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered, Span
from jianzhu.language import Side
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.problems import Location, Problem
from jianzhu.source.quote import find_words, locate_quote
from jianzhu.source.records import Dismissal, Quote
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import Folder
from jianzhu.text.quantities import find_quantities

#: What can be dismissed.
FOUND_KINDS = frozenset({"date", "quantity"})


@dataclass(frozen=True)
class Dismissed:
    """The words from `start` to `end` of a segment (code points) and why what they say is not recorded."""

    start: int
    end: int
    reason: Dismissal


def locate_dismissals(
    folder: Folder, texts: Mapping[str, str], sentences: Mapping[str, Authored]
) -> tuple[Mapping[str, Sequence[Dismissed]], list[Problem]]:
    """Where the folder's dismissals stand, by segment (code points), and those that dismiss nothing."""
    found: dict[str, list[Dismissed]] = defaultdict(list)
    problems: list[Problem] = []
    quoted: list[tuple[str, Quote, Dismissal, Location]] = []
    wanted: dict[str, list[str]] = defaultdict(list)
    source, last = folder.texts.source, last_segment(texts)
    for index, record in enumerate(folder.marks):
        quote = record.quote(Side.SOURCE)
        if not record.dismissed or not quote:
            continue
        if record.segment not in texts:
            location = folder.location("marks.yml", index, "segment")
            problems.append(unknown_segment(location, record.segment, folder.slug, last))
            continue
        quoted.append((record.segment, quote, record.dismissed, folder.location("marks.yml", index, source.code)))
        wanted[record.segment].append(quote.whole)
    known = {name: find_words(texts[name], words) for name, words in wanted.items()}
    hits: dict[str, Covered[Span]] = {
        name: Covered(
            (*dates_of(text, source.code, folder.article.date), *find_quantities(text, source.code, folder.units))
        )
        for name in wanted
        for text in (sentences[name].readable,)
    }
    for name, quote, reason, location in quoted:
        start = locate_quote(texts[name], quote, location, f"{Ref(folder.slug, name)} ({source})", texts, known[name])
        if isinstance(start, Problem):
            problems.append(start)
            continue
        words = Dismissed(start, start + len(quote.exact), reason)
        if not hits[name].first(words):
            problems.append(
                Problem(
                    location,
                    "dismissal-idle",
                    wrong=f"{quote.exact!r} is dismissed, but the rules find no date or quantity there",
                    expected="words in which a date or quantity is found",
                    advice="remove the entry, or copy the words that `check` reports",
                )
            )
            continue
        found[name].append(words)
    return found, problems


def partition_dismissed(
    marks: Iterable[Mark], dismissals: Sequence[Dismissed]
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """`marks` without the dates and quantities that are dismissed, and those, with the reason for their rule."""
    kept, dismissed = [], []
    over = Covered(dismissals)
    for mark in marks:
        words = over.first(mark) if mark.kind in FOUND_KINDS else None
        if words:
            dismissed.append(replace(mark, rule=words.reason))
        else:
            kept.append(mark)
    return tuple(kept), tuple(dismissed)
