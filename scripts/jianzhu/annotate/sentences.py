"""Sentences: where one ends and the next begins."""

from __future__ import annotations

from jianzhu.text.characters import CLOSING, OPENING

SENTENCE_END = "。！？"


def split_sentences(text: str) -> tuple[str, ...]:
    """`text` (one block) cut behind its sentences; the parts joined are the text.

    A sentence ends with 。！？, and with what closes behind it. Quotations and brackets are kept whole; behind one that
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
