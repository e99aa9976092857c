"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping

from jianzhu.text.characters import CLOSING, OPENING

SENTENCE_END = "。！？"


def split_sentences(text: str, lang: str = "zh") -> tuple[str, ...]:
    """`text` (one block) in the language with the code `lang`, cut behind its sentences; the parts joined are the text."""
    return RULES.get(lang, _western)(text)


def _chinese(text: str) -> tuple[str, ...]:
    """A sentence ends with 。！？, and with what closes behind it. Quotations and brackets are kept whole; behind one that
    ends with its own stop a sentence ends only if a colon led into it, for else its sentence goes on (“……。”他说。).
    """
    parts, start, at, open_at = [], 0, 0, []
    while at < len(text):
        character = text[at]
        at += 1
        if character in OPENING:
            open_at.append(at - 1)
            continue
        led_in = False
        # A mark closes only its own kind: the apostrophe of let’s is also a closing quotation mark.
        if open_at and character in CLOSING and OPENING.index(text[open_at[-1]]) == CLOSING.index(character):
            opening = open_at.pop()
            led_in = text[at - 2] in SENTENCE_END + ".?!" and text[opening - 1 : opening] == "："
        if open_at or not (character in SENTENCE_END or led_in):
            continue
        while at < len(text) and text[at] in SENTENCE_END + CLOSING + " ":
            at += 1
        parts.append(text[start:at])
        start = at
    return tuple([*parts, text[start:]] if text[start:] else parts)


_WESTERN_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\da-z_])")


def _western(text: str) -> tuple[str, ...]:
    """A sentence ends with . ! ? or …, and with what closes behind it, before a space and a capital letter."""
    cuts = [0, *(match.end() for match in _WESTERN_END.finditer(text)), len(text)]
    return tuple(text[start:end] for start, end in itertools.pairwise(cuts) if start < end)


#: By the code of a language: what cuts its texts.
RULES: Mapping[str, Callable[[str], tuple[str, ...]]] = {"zh": _chinese, "lzh": _chinese, "ja": _chinese}
