"""Sentences: where one ends and the next begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jianzhu.annotate.western import split_western
from jianzhu.text.characters import CLOSING, OPENING

SENTENCE_END = "。！？"
#: Names that have a mark of exclamation in them: Yahoo！奇摩.
NAMES_WITH_STOPS = ("Yahoo", "Yum", "Jeopardy", "Wham", "Oklahoma", "Mamma Mia")
#: What a sentence ends with besides its stop: more stops, what closes, spaces.
_TAIL = frozenset(SENTENCE_END + CLOSING + ' "\u3000')
#: The sign of a footnote behind a stop belongs to the sentence before it; one in a circle only at the end, for else it counts
#: the parts of a list.
_SIGN = re.compile(r"(?:[\[［〔]\d{1,3}[\]］〕]|[⁰¹²³⁴-⁹]{1,3})+[ \u3000]*|[①-⑳]\Z")
#: Brackets that can hold a sentence of their own, in front of another.
_ASIDE = "（【("
_STOPPED = SENTENCE_END + "….?!"


def split_sentences(text: str, lang: str = "zh") -> tuple[str, ...]:
    """`text` (one block) in the language with the code `lang`, cut behind its sentences; the parts joined are the text."""
    return RULES.get(lang, split_western)(text)


def _chinese(text: str) -> tuple[str, ...]:
    """A sentence ends with 。！？, and with what closes behind it. Quotations and brackets are kept whole; what opens and is never
    closed is none. Behind a quotation that ends with its own stop a sentence ends only if a colon led into it, for else its
    sentence goes on (“……。”他说。); behind brackets only if its sentence began with them.
    """
    partner = _pairs(text)
    parts, start, at = [], 0, 0
    while at < len(text):
        character, end = text[at], partner.get(at)
        if end is not None:
            stopped = text[end - 1] in _STOPPED
            ends = stopped and (
                text[at - 1 : at] == "：" or (character in _ASIDE and not text[start:at].strip() and end - at > 1)
            )
            at = end + 1
        else:
            ends = character in SENTENCE_END and not (character == "！" and text.endswith(NAMES_WITH_STOPS, 0, at))
            at += 1
        if not ends:
            continue
        while at < len(text) and text[at] in _TAIL and at not in partner:
            at += 1
        sign = _SIGN.match(text, at)
        if sign:
            at = sign.end()
        parts.append(text[start:at])
        start = at
    return tuple([*parts, text[start:]] if text[start:] else parts)


def _pairs(text: str) -> Mapping[int, int]:
    """Where something opens that closes again, and where: quotation marks, brackets, and straight quotation marks."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    #: How many of `opened` are of a kind: what closes nothing need not be looked for.
    count = dict.fromkeys(range(len(OPENING)), 0)
    straight = [at for at, character in enumerate(text) if character == '"']
    for at, character in enumerate(text):
        if character in OPENING:
            opened.append(at)
            count[OPENING.index(character)] += 1
        elif character in CLOSING and count[kind := CLOSING.index(character)]:
            # A mark closes only its own kind, and what was opened within it and is still open is never closed: the
            # apostrophe of let’s is also a closing quotation mark.
            while (inner := OPENING.index(text[opened[-1]])) != kind:
                opened.pop()
                count[inner] -= 1
            count[kind] -= 1
            pairs[opened.pop()] = at
    pairs.update(zip(straight[::2], straight[1::2], strict=False))
    return pairs


#: By the code of a language: what cuts its texts; where there is none, full stops and spaces do.
RULES: Mapping[str, Callable[[str], tuple[str, ...]]] = {"zh": _chinese, "lzh": _chinese, "ja": _chinese}
