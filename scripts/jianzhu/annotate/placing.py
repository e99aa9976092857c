"""Placing: where in a translation stands what the author set apart in the source.

A footnote’s sign, code, a formula and an address are the same in both, and are found by that. Of the rest, the record of a
translation quotes the words in the order of the source; what it does not name is found where the whole sentence is set apart,
or where the same words stand in both, once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from jianzhu.annotate.inlines import Authored
from jianzhu.annotate.spans import Covered
from jianzhu.source.problems import Location, Problem
from jianzhu.source.quote import locate_quote
from jianzhu.source.records import TranslationRecord
from jianzhu.text.addresses import protected
from jianzhu.text.structure import PROTECTED_INLINES, Inline, InlineKind

#: The same in every language.
ITSELF: frozenset[InlineKind] = PROTECTED_INLINES | {"footnote"}


def quoted_inlines(sentence: Authored) -> list[Inline]:
    """What of the source’s inlines the record of a translation names, in this order."""
    return [inline for inline in sentence.inlines if inline.kind not in ITSELF]


def place_inlines(
    name: str, sentence: Authored, record: TranslationRecord, text: str, locate: Callable[..., Location]
) -> tuple[tuple[Inline, ...], list[Problem]]:
    """The inlines of the translation `text` of the segment `name`, in its order, and a problem for what has no place.

    `locate` gives the location of a key of the `record`, and without a key its own.
    """
    problems: list[Problem] = []
    placed: list[Inline] = []
    taken: Covered[Inline] = Covered()
    for inline in sentence.inlines:
        if inline.kind in ITSELF:
            words = sentence.text[inline.start : inline.end]
            places = (replace(inline, start=at, end=at + len(words)) for at in _places(text, words, inline.kind))
            own = next((place for place in places if taken.first(place) is None), None)
            if own is None:
                problems.append(_missing(name, locate(), inline.kind, words))
                continue
            taken.add(own)
            placed.append(own)
    itself = {(inline.start, inline.end) for inline in sentence.inlines if inline.kind in ITSELF}
    quoted = quoted_inlines(sentence)
    for index, inline in enumerate(quoted):
        words = sentence.text[inline.start : inline.end]
        if index >= len(record.marks):
            start, end = _same(sentence, inline, text)
        elif (quote := record.marks[index]) is None:
            continue
        else:
            found = locate_quote(text, quote, locate("marks", index), f"the translation of {name}")
            if isinstance(found, Problem):
                problems.append(found)
                continue
            start, end = found, found + len(quote.exact)
        if start < end:
            placed.append(replace(inline, start=start, end=end))
        elif inline.kind == "link" and (inline.start, inline.end) not in itself:
            problems.append(_missing(name, locate(), "link", words))
    if len(record.marks) > len(quoted):
        problems.append(_too_many(name, locate("marks"), len(record.marks), len(quoted)))
    problems += _altered(name, locate(), sentence, text)
    return tuple(sorted(placed, key=lambda inline: (inline.start, -inline.end))), problems


def _places(text: str, words: str, kind: InlineKind) -> Iterator[int]:
    """Where `words` stand in `text`. A footnote’s sign that is a number stands behind a word or mark, not in a number."""
    pattern = re.escape(words)
    if kind == "footnote" and words.isalnum() and words.isascii():
        pattern = rf"(?<=[^\s\d]){pattern}(?![A-Za-z0-9])"
    return (match.start() for match in re.finditer(pattern, text))


def _same(sentence: Authored, inline: Inline, text: str) -> tuple[int, int]:
    """Where `inline` is in the translation by itself; an empty stretch where that is not to be seen."""
    outside = sentence.text[: inline.start] + sentence.text[inline.end :]
    if not any(character.isalnum() for character in outside):
        return len(text) - len(text.lstrip()), len(text.rstrip())
    words = sentence.text[inline.start : inline.end]
    at = text.find(words)
    return (at, at + len(words)) if at >= 0 and text.find(words, at + 1) < 0 else (0, 0)


def _altered(name: str, location: Location, sentence: Authored, text: str) -> Iterator[Problem]:
    """Addresses, code and formulas that are found in the source’s own words, and that the translation has not."""
    own: Covered[Inline] = Covered(inline for inline in sentence.inlines if inline.kind in ITSELF)
    for kept in protected(sentence.text):
        words = sentence.text[kept.start : kept.end]
        if kept.kind != "emoji" and own.first(kept) is None and words not in text:
            yield _missing(name, location, kept.kind, words)


_WHAT = {
    "link": "the link",
    "footnote": "the footnote’s sign",
    "code": "the code",
    "formula": "the formula",
    "address": "the address",
}


def _missing(name: str, location: Location, kind: str, words: str) -> Problem:
    is_link = kind == "link"
    return Problem(
        location,
        "inlines-differ",
        wrong=f"{name}: {_WHAT[kind]} {words!r} has no place in the translation",
        expected="every link of the source, at the words that translate its own"
        if is_link
        else "the same characters in the translation",
        advice="list under `marks:` the translated words of what is set apart in the source, in its order (~ for none)"
        if is_link
        else "put it where it belongs, as it stands in the source",
    )


def _too_many(name: str, location: Location, given: int, known: int) -> Problem:
    return Problem(
        location,
        "inlines-differ",
        wrong=f"{name} has {given} marks, but {known} stretches are set apart in the source",
        expected="as many marks as links, emphases and the like in the source, in its order",
        advice="remove what is too much; code, formulas, addresses and footnotes’ signs need no mark",
    )
