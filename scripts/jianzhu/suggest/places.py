"""Places: words of a sentence as proposals name and quote them, and the sentences of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.source.quote import context
from jianzhu.source.records.terms import SLUG_LENGTH
from jianzhu.suggest.proposal import Place

#: Where a clause ends.
_STOPS = re.compile(r"[，。；：？！…—\n]|[,;:](?=\s|$)|[.?!](?=[\s”’\"']|$)")
#: What is no part of a clause at its ends.
_OUTSIDE = " \u3000\n“”‘’「」『』\"'"
#: So far around words a rule looks.
_WINDOW = 40
#: A clause reaches so far on either side.
_CLAUSE = 200
#: A clause of fewer characters than this is only a date or a name, and goes with the next one.
_SHORT = 4
#: As many characters of an id are left for a number that tells it from another.
_NUMBER = 5
#: As many characters of a sentence are shown as evidence.
_SHOWN = 60


def place_of(sentence: Sentence, start: int, end: int) -> Place:
    """The words from `start` to `end` of the source text of `sentence`."""
    return Place(segment=sentence.ref, start=start, end=end, words=sentence.text[start:end])


def whole(sentence: Sentence) -> Place:
    """All of the source text of `sentence`, without the space in front of the next one."""
    return place_of(sentence, 0, len(sentence.text.rstrip()))


def quote_of(text: str, start: int, end: int) -> Mapping[str, str]:
    """The words from `start` to `end` of `text` as a quote, with as much around them as it takes."""
    prefix, suffix = context(text, start, end - start)
    around = {"exact": text[start:end], "prefix": prefix, "suffix": suffix}
    return {name: words for name, words in around.items() if words}


def window(text: str, start: int, end: int) -> tuple[str, int, int]:
    """As much of `text` around the words from `start` to `end` as rules look at, and where the words are in it."""
    first = max(0, start - _WINDOW)
    return text[first : end + _WINDOW], start - first, end - first


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the words from `start` to `end` of `text`: where they are all of it, with the next one."""
    begin = max(0, start - _CLAUSE)
    first = max((stop.end() for stop in _STOPS.finditer(text, begin, start)), default=begin)
    stop = _STOPS.search(text, end, min(len(text), end + _CLAUSE))
    last = stop.start() if stop else min(len(text), end + _CLAUSE)
    rest = text[first:start] + text[end:last]
    if stop and len(rest.strip(_OUTSIDE)) < _SHORT and text[stop.start()] not in "。？！.?!\n":
        after = _STOPS.search(text, stop.end(), min(len(text), stop.end() + _CLAUSE))
        last = after.start() if after else last
    while first < start and text[first] in _OUTSIDE:
        first += 1
    while last > end and text[last - 1] in _OUTSIDE:
        last -= 1
    return first, last


def id_of(slug: str, *parts: str) -> str:
    """An id for a record about the article `slug`, which ends in `parts` and is short enough with a number behind it."""
    tail = "-".join(parts)
    return f"{slug[: SLUG_LENGTH - _NUMBER - len(tail) - 1].strip('-')}-{tail}"[: SLUG_LENGTH - _NUMBER].strip("-")


def others(edition: Edition, article: Article) -> Iterator[Sentence]:
    """The sentences of the articles of `edition` that are not `article`."""
    return (sentence for other in edition.articles if other.slug != article.slug for sentence in other.sentences)


def shown(text: str, start: int = 0, end: int = 0) -> str:
    """As much of `text` as an editor needs to see around the words from `start` to `end`, in one line."""
    spare = max(0, _SHOWN - (end - start)) // 2
    first, last = max(0, start - spare), max(end, min(len(text), start + _SHOWN if not end else end + spare))
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text.rstrip()) else ''}"


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with its noun."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"
