"""Shorthand: texts in short signs for what they hold most often, since each file of texts is compressed by itself.

A sign is one character, of one or two bytes in UTF-8. It stands for a character in the first column, and for a word with the space
before it in the second. What would be read as a sign and is none stands behind ESCAPE.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

ESCAPE = "\u00a1"
#: Signs of one byte that a script can hold as they are, and of two bytes.
_SHORT = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\"&'<>\\")
_LONG = "".join(chr(code) for code in range(0xA2, 0x800))
_WORD = re.compile(r" ?[^ \t]+")


@dataclass(frozen=True)
class Shorthand:
    """What each sign stands for, in the two columns of a row."""

    characters: Mapping[str, str]
    words: Mapping[str, str]

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> Shorthand:
        """The signs for rows such as these, each with the texts of its columns."""
        characters, words = Counter[str](), Counter[str]()
        for first, second in rows:
            characters.update(first)
            words.update(_WORD.findall(second))
        ranked = sorted(characters, key=lambda one: (-characters[one], one))
        own = dict(zip(_SHORT + _LONG, (one for one in ranked if one not in "\t "), strict=False))
        # A sign that is itself in the texts would be escaped there.
        free = [sign for sign in _LONG if not any(sign in word for word in words)] if words else []
        saved = {word: count * (len(word.encode()) - 2) - len(word.encode()) for word, count in words.items()}
        best = sorted((word for word in saved if saved[word] > 0), key=lambda word: (-saved[word], word))[: len(free)]
        by_use = sorted(best, key=lambda word: (-words[word], word))
        return cls(own, dict(zip(free, by_use, strict=False)))

    def first(self, text: str) -> str:
        """A text of the first column in signs."""
        return text.translate(self._translation)

    def second(self, text: str) -> str:
        """A text of the second column in signs."""
        return _WORD.sub(lambda match: self._signs.get(match[0]) or match[0].translate(self._escaped), text)

    @property
    def payload(self) -> str:
        """Three lines: the characters, in the order of their signs; the signs that no word has; the words, with tabs between."""
        last = max(self.words, default="")
        free = "".join(sign for sign in _LONG if sign <= last and sign not in self.words)
        return "\n".join(("".join(self.characters.values()), free, "\t".join(self.words.values())))

    @cached_property
    def _translation(self) -> Mapping[int, str]:
        strange = {ord(sign): ESCAPE + sign for sign in _SHORT + _LONG + ESCAPE}
        return strange | {ord(meant): sign for sign, meant in self.characters.items()}

    @cached_property
    def _signs(self) -> Mapping[str, str]:
        return {meant: sign for sign, meant in self.words.items()}

    @cached_property
    def _escaped(self) -> Mapping[int, str]:
        return {ord(sign): ESCAPE + sign for sign in (*self.words, ESCAPE)}
