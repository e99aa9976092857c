"""Spans: which spans of a text overlap others, in linear time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Span(Protocol):
    """From `start` to `end` of a text."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Span)


class Covered(Generic[S]):
    """The characters of a text that spans cover. Spans that only touch share none."""

    def __init__(self, spans: Iterable[S] = ()) -> None:
        self._spans: list[S] = []
        self._first: dict[int, int] = {}  # character -> the first span that covers it
        for span in spans:
            self.add(span)

    def add(self, span: S) -> None:
        """Cover the characters of `span`."""
        for at in range(span.start, span.end):
            self._first.setdefault(at, len(self._spans))
        self._spans.append(span)

    def first(self, span: Span) -> S | None:
        """Of the spans that share a character with `span`, the one that was added first; None where there is none."""
        if not self._first:
            return None
        met = [self._first[at] for at in range(span.start, span.end) if at in self._first]
        return self._spans[min(met)] if met else None
