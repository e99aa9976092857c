"""Language: the languages of an edition, as values. Whatever differs by language is asked of them, or looked up by their code.

A `Language` is one of the interface: the pages are written in it, and editors write in it. A `TextLanguage` is what the articles
are written in or translated to; an edition has one for each `Side`, and these may be others than those of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Language(StrEnum):
    """A language of the interface by its code, which records, data and addresses use as a key."""

    ZH = "zh"
    EN = "en"

    @property
    def code(self) -> Literal["zh", "en"]:
        """Its code as the published data has it."""
        return "zh" if self is Language.ZH else "en"

    @property
    def other(self) -> Language:
        """The other language of the interface."""
        return Language.EN if self is Language.ZH else Language.ZH

    @property
    def tag(self) -> str:
        """Its tag (BCP 47) for what the editors write in it; an article has the tag of its own language."""
        return _TAGS[self]

    @property
    def spaces_words(self) -> bool:
        """Whether its words are separated by spaces, so that a text may be cut at one."""
        return self is Language.EN


#: The languages of the interface, in the order in which records and data have them.
LANGUAGES = tuple(Language)
_TAGS = {Language.ZH: "zh-Hans", Language.EN: "en"}


class Side(StrEnum):
    """One of the two texts of an article: the author's, or its translation."""

    SOURCE = "source"
    TRANSLATION = "translation"

    @property
    def is_source(self) -> bool:
        """Whether it is the author's text."""
        return self is Side.SOURCE

    @property
    def other(self) -> Side:
        """The other text."""
        return Side.TRANSLATION if self is Side.SOURCE else Side.SOURCE


#: Chinese: modern and classical, which share their characters and their punctuation.
_CHINESE = frozenset({"zh", "lzh"})
#: Languages that are written without spaces between words.
_UNSPACED = _CHINESE | {"yue", "ja", "th", "lo", "km", "my", "bo", "dz"}
_SCRIPTS = frozenset({"Hans", "Hant"})


@dataclass(frozen=True)
class TextLanguage:
    """A language of texts by its tag (BCP 47): `zh`, `zh-Hant`, `lzh`, `en`, `ja`."""

    tag: str

    @property
    def code(self) -> str:
        """The code of the language alone, as quotes and files of translations are named: `zh` of `zh-Hant`."""
        return self.tag.partition("-")[0].lower()

    @property
    def is_chinese(self) -> bool:
        """Whether it is Chinese, so that its script matters and can be changed."""
        return self.code in _CHINESE

    @property
    def spaces_words(self) -> bool:
        """Whether its words are separated by spaces, so that a text may be cut at one, and sentences are joined by one."""
        return self.code not in _UNSPACED

    @property
    def interface(self) -> Language | None:
        """The language of the interface that its readers know, in which editors write of its texts; None if it is neither."""
        return next(
            (lang for lang in LANGUAGES if lang.code == self.code or (self.is_chinese and lang is Language.ZH)), None
        )

    @property
    def script(self) -> str:
        """The script of Chinese as its tag has it, `Hans` if it has none; empty for other languages."""
        if not self.is_chinese:
            return ""
        return next((part for part in self.tag.split("-")[1:] if part in _SCRIPTS), "Hans")

    def written(self, script: str | None = None) -> str:
        """Its tag for a text in `script` (`zh-Hans` or `zh-Hant`); only Chinese is told apart so."""
        return f"{self.code}-{script.removeprefix('zh-') if script else self.script}" if self.is_chinese else self.tag

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True)
class TextLanguages:
    """The language of the articles and that of their translations."""

    source: TextLanguage = TextLanguage("zh")
    translation: TextLanguage = TextLanguage("en")

    def __getitem__(self, side: Side) -> TextLanguage:
        return self.source if side.is_source else self.translation

    @property
    def codes(self) -> tuple[str, str]:
        """Their codes, that of the source first."""
        return self.source.code, self.translation.code

    def side_of(self, code: str) -> Side | None:
        """The side whose language has `code`; None for any other language."""
        return next((side for side in Side if self[side].code == code), None)

    def lead(self, lang: Language) -> Side:
        """The side that leads on a page in `lang`: that in its language; classical Chinese counts as Chinese where modern
        Chinese is on neither side. In a language of neither side the source leads.
        """
        exact = self.side_of(lang.code)
        if exact is not None:
            return exact
        near = next((side for side in Side if lang is Language.ZH and self[side].is_chinese), None)
        return near or Side.SOURCE

    def reader(self, side: Side, top: Language) -> Language:
        """The language of the interface for those who read `side` first: its own, else that of the other side, else `top`."""
        return self[side].interface or self[side.other].interface or top


#: Languages that an edition has unless it names others.
DEFAULT_TEXTS = TextLanguages()
