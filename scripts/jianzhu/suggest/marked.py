"""Marked: the marks of a sentence as the finders ask for them, however many it has."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from jianzhu.annotate.article import Sentence
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered


class Marked:
    """A sentence, and the marks on its source by kind; make it once and use it for every mark."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence

    @cached_property
    def dates(self) -> tuple[Mark, ...]:
        """The dates."""
        return tuple(mark for mark in self.sentence.marks if mark.kind == "date")

    @cached_property
    def concepts(self) -> Covered[Mark]:
        """Where concepts are named."""
        return Covered(self._names)

    @cached_property
    def figures(self) -> Covered[Mark]:
        """Where quantities stand."""
        return Covered(mark for mark in self.sentence.marks if mark.kind == "quantity")

    def named(self, start: int, end: int) -> tuple[str, ...]:
        """The concepts that are named from `start` to `end`, in reading order, each once."""
        if start <= 0 and end >= len(self.sentence.text):
            return self._all
        first, last = (bisect_left(self._starts, at) for at in (start, end))
        return tuple(dict.fromkeys(mark.ref for mark in self._names[first:last]))

    @cached_property
    def _names(self) -> tuple[Mark, ...]:
        return tuple(sorted((m for m in self.sentence.marks if m.kind == "concept"), key=lambda mark: mark.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(mark.start for mark in self._names)

    @cached_property
    def _all(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(mark.ref for mark in self._names))
