"""Inlines: what the author set apart in a sentence, as elements of a page.

They are written as HTML, since Markdown's own signs mean nothing beside some letters. What is in them is Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.annotate.marks import Mark
from jianzhu.language import Side
from jianzhu.show.blocks import Line
from jianzhu.show.escape import html, markdown_inline
from jianzhu.show.inlines import Inlines

#: What stands before the words of a mark, and behind them.
Tags = tuple[str, str]

_ELEMENTS = {
    "emphasis": "em",
    "strong": "strong",
    "deletion": "del",
    "superscript": "sup",
    "subscript": "sub",
}
_NOTHING: Tags = ("", "")


@dataclass(frozen=True)
class Elements:
    """The elements of the author's marks on `line`, on a page where `lead` leads."""

    inlines: Inlines
    line: Line
    lead: Side

    def tags(self, mark: Mark, words: str, linked: bool) -> Tags:
        """The markup of `mark`, which stands on `words`; where these are `linked`, it holds no other link."""
        match mark.kind:
            case "link" | "address":
                return self._link(mark, "" if linked else self.inlines.href(mark, words))
            case "footnote":
                return self._sign(mark, linked)
            case "ruby":
                left, right = "()" if self.line.language.spaces_words else "（）"
                return "<ruby>", f"<rp>{left}</rp><rt>{markdown_inline(mark.ref)}</rt><rp>{right}</rp></ruby>"
            case "speaker":
                return '<b class="voice">', "</b>"
            case "code":
                return '<code translate="no">', "</code>"
            case "formula":
                return '<span class="formula" translate="no">', "</span>"
        element = _ELEMENTS[mark.kind]
        return f"<{element}>", f"</{element}>"

    def is_link(self, mark: Mark, words: str) -> bool:
        """Whether the markup of `mark` is a link, so that it holds no other."""
        return bool(self.inlines.href(mark, words)) or self.inlines.note(mark) is not None

    def _link(self, mark: Mark, href: str) -> Tags:
        own = "address" if mark.kind == "address" else "outward"
        if not href:
            return (f'<span class="{own}">', "</span>") if mark.kind == "address" else _NOTHING
        rel = "" if href.startswith("#") else ' rel="external noreferrer"'
        return f'<a class="{own}" href="{html(href)}"{rel}>', "</a>"

    def _sign(self, mark: Mark, linked: bool) -> Tags:
        number = self.inlines.note(mark)
        if number is None or linked:
            return "<sup>", "</sup>"
        own = f' id="footnote-{number}-sign"' if self.inlines.leads_back(mark, self.line, self.lead) else ""
        return f'<sup><a class="noted" href="#footnote-{number}"{own} role="doc-noteref">', "</a></sup>"
