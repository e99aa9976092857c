"""Language: the two languages of an edition, as values: the one its articles are written in and the one they are translated to.

Whatever differs by language is asked of the value, or looked up by it; no other module compares codes.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Language(StrEnum):
    """A language by its code, which records, data and addresses use as a key."""

    ZH = "zh"
    EN = "en"

    @property
    def code(self) -> Literal["zh", "en"]:
        """Its code as the published data has it."""
        return "zh" if self is Language.ZH else "en"

    @property
    def is_source(self) -> bool:
        """Whether the articles are written in it; else it is that of the translation."""
        return self is SOURCE

    @property
    def other(self) -> Language:
        """The other language of the edition."""
        return TRANSLATION if self is SOURCE else SOURCE

    @property
    def tag(self) -> str:
        """Its tag (BCP 47) for what the editors write in it; an article has the tag of its own script."""
        return _TAGS[self]

    @property
    def spaces_words(self) -> bool:
        """Whether its words are separated by spaces, so that a text may be cut at one."""
        return self is Language.EN

    @property
    def folder(self) -> str:
        """Where its pages lie below the site: those of the source stand at the top."""
        return "" if self is SOURCE else f"{self}/"


SOURCE, TRANSLATION = Language.ZH, Language.EN
LANGUAGES = (SOURCE, TRANSLATION)
_TAGS = {Language.ZH: "zh-Hans", Language.EN: "en"}
