"""The kinds of values that only edition.yml has: addresses, links, and what a text is called."""

from __future__ import annotations

import re
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, model_validator

from jianzhu.source.records.terms import Bilingual, Record, Text, Words

#: What a text can be called; `show/messages/texts.yml` has the words.
TextKind = Literal["text", "article", "essay", "chapter", "poem", "story", "letter", "speech", "post"]


#: Characters of addresses (RFC 3986) but for those that could end one in Markdown: they are written in percents.
_PLAIN = re.compile(r"[A-Za-z0-9:/?#@!$&*+,;=._~%-]+")


def _web_address(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or not _PLAIN.fullmatch(text):
        raise ValueError("an address that begins with https:// or http://, such as https://example.org/edition/")
    return text


def _contact(text: str) -> str:
    if "@" in text and "/" not in text and _PLAIN.fullmatch(text):
        return text
    return _web_address(text)


WebAddress = Annotated[Text, AfterValidator(_web_address)]
#: A mail address, or the address of a page with a form.
Contact = Annotated[Text, AfterValidator(_contact)]


class Link(Record):
    """Something on the web, by its name and address."""

    name: Bilingual
    url: WebAddress


class Called(Record):
    """What a text is called: by a word that is known, or in words of the edition's own, with a measure word and a plural."""

    kind: TextKind | None = None
    zh: Words = ""
    measure: Text = "篇"
    en: Words = ""
    plural: Words = ""

    @model_validator(mode="before")
    @classmethod
    def _by_a_word(cls, data: object) -> object:
        """A known word stands for itself: `called: essay`."""
        if not isinstance(data, str):
            return data
        if data not in get_args(TextKind):
            raise ValueError(_EXPECTED)
        return {"kind": data}

    @model_validator(mode="after")
    def _words_in_both_languages(self) -> Called:
        if self.kind is None and not (self.zh and self.en):
            raise ValueError(_EXPECTED)
        return self


_EXPECTED = (
    f"{', '.join(get_args(TextKind)[:-1])} or {get_args(TextKind)[-1]}, "
    "or your own words: {zh: 札记, measure: 篇, en: note, plural: notes}"
)
