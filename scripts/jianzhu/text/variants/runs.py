"""Runs: the Chinese of an HTML page as it is read, over the borders of the marks in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from jianzhu.text.characters import HAN

#: Elements that do not divide a text; the page's script has the same list. One that has a language of its own does divide.
INLINE = re.compile(
    "a|abbr|b|bdi|bdo|cite|code|data|dfn|em|i|ins|del|kbd|mark|q|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
#: Elements whose text is not read, and those without an end.
_SILENT = frozenset({"script", "style", "textarea", "template"})
#: The reading of a ruby, beside a text that goes on.
_BESIDE = frozenset({"rt", "rp"})
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_HAS_HAN = re.compile(f"[{HAN}]")
_SPACES = re.compile(r"[ \t\n\f\r]+")


def one_line(text: str) -> str:
    """`text` with one space for every stretch of HTML's white space, and none at the ends."""
    return _SPACES.sub(" ", text).strip(" ")


class _Runs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, str]] = []
        self._open: list[tuple[str, str, bool]] = []
        self._run: list[str] = []
        #: What has been read of the text around a reading of a ruby.
        self._around: list[list[str]] = []

    @property
    def _lang(self) -> str:
        return self._open[-1][1] if self._open else ""

    def close_run(self) -> None:
        text = one_line("".join(self._run))
        self._run = []
        if _HAS_HAN.search(text) and not any(tag in _SILENT for tag, _, _ in self._open):
            self.found.append((self._lang, text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        lang = dict(attrs).get("lang")
        divides = not INLINE.fullmatch(tag) or lang is not None
        if tag in _BESIDE:
            self._around.append(self._run)
            self._run = []
        elif divides:
            self.close_run()
        if not _VOID.fullmatch(tag):
            self._open.append((tag, self._lang if lang is None else lang, divides))

    def handle_endtag(self, tag: str) -> None:
        if not any(opened == tag for opened, _, _ in self._open):
            return
        while True:
            opened, _, divides = self._open[-1]
            if divides:
                self.close_run()
            self._open.pop()
            if opened in _BESIDE:
                self._run = self._around.pop()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        self._run.append(data)


def page_runs(html: str) -> list[tuple[str, str]]:
    """The runs of a page that have Chinese in them, in its order; each with the language it is marked to be in."""
    parser = _Runs()
    parser.feed(html)
    parser.close()
    parser.close_run()
    return parser.found
