"""Runs: so many characters or words in a row, by which the same phrase is found in another text."""

from __future__ import annotations

import re

from jianzhu.text.folding import compact, spaced

#: What counts as one: a character without spaces around it, a word or number in Latin letters.
_UNIT = re.compile(r"[a-z0-9.%$€£¥₩°+‰]+|.", re.DOTALL)


def units(text: str, *, by_words: bool) -> list[str]:
    """The folded units of `text`: its words; without `by_words` its characters, where a Latin word or a number is one."""
    return spaced(text).split() if by_words else _UNIT.findall(compact(text))


def runs(text: str, size: int, *, by_words: bool) -> list[str]:
    """Every `size` units of `text` in a row, in their order."""
    found = units(text, by_words=by_words)
    glue = " " if by_words else ""
    return [glue.join(found[at : at + size]) for at in range(len(found) - size + 1)]
