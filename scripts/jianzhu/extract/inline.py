"""Inline: the text of one block as it grows, its white space as CSS collapses it, with what the author set apart in it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from jianzhu.source.records.extract import ExtractInline
from jianzhu.text.structure import InlineKind

#: White space of HTML (ASCII whitespace, Infra Standard), and what is none.
_PIECES = re.compile(r"[ \t\n\r\f]+|[^ \t\n\r\f]+")
_SPACES = " \t\n\r\f"
#: What a block’s text does not begin or end with: white space, and the indentation of Chinese paragraphs.
MARGIN = " \t\n\r\f\u00a0\u3000"


@dataclass
class _Open:
    kind: InlineKind
    value: str
    start: int | None = None


@dataclass(frozen=True)
class InlineRun:
    """A text and what is set apart in it, both as in a block."""

    text: str
    inlines: tuple[ExtractInline, ...]

    def cut(self, start: int, end: int) -> InlineRun:
        """The part from `start` to `end`, without margins."""
        text = self.text[start:end]
        start += len(text) - len(text.lstrip(MARGIN))
        end = max(start, end - (len(text) - len(text.rstrip(MARGIN))))
        inlines = []
        for inline in self.inlines:
            first, last = max(inline.start, start), min(inline.end, end)
            if first < last:
                inlines.append(inline.model_copy(update={"start": first - start, "end": last - start}))
        return InlineRun(self.text[start:end], tuple(inlines))


class InlineText:
    """Text that is put together piece by piece; what is open when it is taken goes on in the next."""

    def __init__(self) -> None:
        self._open: list[_Open] = []
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._last = ""
        self._length = 0
        self._space = ""
        self._inlines: list[ExtractInline] = []
        for span in self._open:
            span.start = None

    def add(self, text: str) -> None:
        """Add `text`, its white space collapsed; a line end between two wide characters is none (CSS Text 3, 4.1.3)."""
        for piece in _PIECES.findall(text):
            if piece[0] in _SPACES:
                self._space += piece if self._last not in ("", "\n", "\t") else ""
                continue
            if self._space and not ("\n" in self._space and _is_wide(self._last) and _is_wide(piece[0])):
                self._put(" ")
            self._space = ""
            for span in self._open:
                if span.start is None:
                    span.start = self._length
            self._put(piece)

    def add_mark(self, mark: str) -> None:
        """Add a line end or a tab, which white space beside it becomes part of."""
        self._space = ""
        self._put(mark)

    def open(self, kind: InlineKind, value: str = "") -> None:
        """Begin to set apart what is added from here on."""
        self._open.append(_Open(kind, value))

    def close(self, value: str | None = None) -> None:
        """End what was opened last; `value` is its value where that was not known before."""
        span = self._open.pop()
        self._keep(span if value is None else _Open(span.kind, value, span.start))

    def drop(self) -> None:
        """Forget what was opened last: its text is nothing special."""
        self._open.pop()

    def _keep(self, span: _Open) -> None:
        if span.start is not None and span.start < self._length:
            self._inlines.append(ExtractInline(kind=span.kind, start=span.start, end=self._length, value=span.value))

    def _put(self, piece: str) -> None:
        self._parts.append(piece)
        self._length += len(piece)
        self._last = piece[-1]

    def take(self) -> InlineRun:
        """What was put together so far; a new text begins."""
        for span in self._open:
            self._keep(span)
        order = sorted(self._inlines, key=lambda inline: (inline.start, -inline.end))
        run = InlineRun("".join(self._parts), tuple(order))
        self._begin()
        return run


def _is_wide(character: str) -> bool:
    """True for a character of East Asian width, but for Korean, which has spaces (CSS Text 3, 4.1.3)."""
    return unicodedata.east_asian_width(character) in "WFH" and "HANGUL" not in unicodedata.name(character, "")
