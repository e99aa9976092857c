"""Precedents: what became of the same words in other articles, where they were recorded or dismissed."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Literal, cast

from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import RECORDED_AS
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.spans import Covered
from jianzhu.source.records.terms import Dismissal
from jianzhu.suggest.places import counted, others
from jianzhu.text.folding import compact


class Precedents:
    """What the editors of other articles than `article` did with the words of dates, or of quantities."""

    def __init__(self, edition: Edition, article: Article, kind: Literal["date", "quantity"]) -> None:
        self._dismissed: dict[str, Counter[str]] = defaultdict(Counter)
        self._recorded: Counter[str] = Counter()
        for sentence in others(edition, article):
            records = Covered(mark for mark in sentence.marks if mark.kind == RECORDED_AS[kind])
            for mark in sentence.marks:
                if mark.kind == kind and records.first(mark):
                    self._recorded[compact(sentence.text[mark.start : mark.end])] += 1
            for mark in sentence.dismissed:
                if mark.kind == kind:
                    self._dismissed[compact(sentence.text[mark.start : mark.end])][mark.rule] += 1

    def reason(self, words: str) -> tuple[Dismissal, str] | None:
        """Why `words` are nothing to record, where they were dismissed more often than recorded, and the counts."""
        reasons = self._dismissed.get(compact(words))
        if not reasons or reasons.total() <= self._recorded[compact(words)]:
            return None
        reason, count = min(reasons.items(), key=lambda item: (-item[1], item[0]))
        kept = self._recorded[compact(words)]
        because = f"other articles dismiss these words {counted(count, 'time')} as {reason}" + (
            f" and record them {counted(kept, 'time')}" if kept else ""
        )
        return cast(Dismissal, reason), because
