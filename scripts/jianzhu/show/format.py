"""Format: what templates write (Markdown, HTML or XML), how any text is escaped for it, and its markup for what all pages show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from jianzhu.language import Language
from jianzhu.show.escape import Markdown, html, markdown, markdown_inline, one_line, xml
from jianzhu.text.characters import HAN
from jianzhu.text.edtf import edtf_words

#: Chinese words with the punctuation that belongs to them.
_HAN_RUN = re.compile(f"((?:[{HAN}]|《(?=[{HAN}])|(?<=[{HAN}])[》，、])+)")
#: The EDTF dates that a <time> element may have (HTML, section 4.5.14).
_HTML_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
#: How the others are written where the script of a page reads them.
_SPAN_DATE = '<span class="date" data-edtf="{edtf}">{words}</span>'


@dataclass(frozen=True, kw_only=True)
class Format:
    """What templates write: `ready` is the type of text that is in this format already.

    Other text is escaped by `escape` at the beginning of a line and by `inline` in its middle. `foreign` is the pattern of
    `words` in another language than the text around them, `date` that of a date for which HTML has no <time> element.
    """

    ready: type[str]
    escape: Callable[[str], str]
    inline: Callable[[str], str]
    foreign: str
    date: str

    def prose(self, text: str, lang: Language) -> str:
        """The editors' `text` in `lang`, with Chinese words in English text marked as such."""
        first, *parts = _HAN_RUN.split(one_line(text).strip()) if lang is not Language.ZH else [text]
        if not parts:
            return self.ready(self.escape(text))
        words = first.rstrip()
        pieces = [self.escape(words), first[len(words) :]]
        for at, part in enumerate(parts):
            written = self.inline(part)
            pieces.append(written if at % 2 else self.foreign.format(lang=Language.ZH, words=written))
        return self.ready("".join(pieces))

    def time(self, edtf: str, lang: Language) -> str:
        """An EDTF date in words, as a <time> element where HTML knows the form."""
        pattern = '<time datetime="{edtf}">{words}</time>' if _HTML_DATE.fullmatch(edtf) else self.date
        return self.ready(pattern.format(edtf=html(edtf), words=self.escape(edtf_words(edtf, lang))))


MARKDOWN = Format(
    ready=Markdown,
    escape=markdown,
    inline=markdown_inline,
    foreign='[{words}]{{ lang="{lang}" }}',
    date=_SPAN_DATE,
)
HTML = Format(
    ready=Markup,
    escape=html,
    inline=html,
    foreign='<span lang="{lang}">{words}</span>',
    date=_SPAN_DATE,
)
XML = Format(
    ready=Markup,
    escape=xml,
    inline=xml,
    foreign='<span lang="{lang}" xml:lang="{lang}">{words}</span>',
    date="{words}",
)
