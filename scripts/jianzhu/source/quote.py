"""Quote: find the one place that a TextQuoteSelector means (W3C Web Annotation, section 4.2.4).

Never fuzzy: a quote that occurs nowhere, or more than once, is a problem for the editor.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import Quote

#: Characters shown on each side of a candidate.
CONTEXT = 8

#: A quote copied from the page has full-width marks where the seed has ASCII, and the reverse.
_ONE_WIDTH = str.maketrans(",:;?!().", "，：；？！（）。")


#: As many quotes are looked for one by one; more are found in one reading of the text.
_FEW = 32
#: How many first characters distinguish quotes from each other.
_BEGINNING = 4


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[int, ...]:
    """Every offset in `text` where `exact` stands between `prefix` and `suffix` (code points, overlaps included)."""
    return tuple(at + len(prefix) for at in _offsets(text, prefix + exact + suffix))


def _offsets(text: str, words: str) -> tuple[int, ...]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return tuple(found)


def find_words(text: str, wanted: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Every offset in `text` of each of `wanted` (code points, overlaps included).

    However many are wanted, the text is read a few times and not once for each.
    """
    words = set(wanted)
    if len(words) <= _FEW:
        return {word: _offsets(text, word) for word in words}
    found: dict[str, list[int]] = {word: [] for word in words}
    by_beginning: dict[int, dict[str, list[str]]] = {}
    for word in words:
        beginning = word[:_BEGINNING]
        by_beginning.setdefault(len(beginning), {}).setdefault(beginning, []).append(word)
    for length, beginnings in by_beginning.items():
        for at in range(len(text) - length + 1):
            for word in beginnings.get(text[at : at + length], ()):
                if text.startswith(word, at):
                    found[word].append(at)
    return {word: tuple(offsets) for word, offsets in found.items()}


@lru_cache(maxsize=8)
def _one_width(text: str) -> str:
    return text.translate(_ONE_WIDTH)


def locate_quote(
    text: str,
    quote: Quote,
    location: Location,
    where: str,
    elsewhere: Mapping[str, str] | None = None,
    known: Mapping[str, tuple[int, ...]] | None = None,
) -> int | Problem:
    """The one offset of `quote` in `text`, or the problem to report at `location`.

    `where` names the text for the reader of the message; `elsewhere` holds other texts by name, which are searched for
    candidates when the quote is missing here. `known` is what `find_words` found in `text`, prefixes and suffixes included.
    """
    words, exact = quote.whole, quote.exact
    found = tuple(at + len(quote.prefix) for at in (known[words] if known is not None else _offsets(text, words)))
    if len(found) == 1:
        return found[0]
    if found:
        shown = "; ".join(_around(text, at, len(exact)) for at in found[:5])
        return Problem(
            location,
            "quote-ambiguous",
            wrong=f"{words!r} occurs {len(found)} times in {where}: {shown}",
            expected="words that occur there once",
            advice="add prefix or suffix from one of the candidates",
        )
    others = [name for name, other in (elsewhere or {}).items() if exact in other]
    near = _one_width(text).find(exact.translate(_ONE_WIDTH))
    if exact not in text and near >= 0:
        hint = f"only the width of a punctuation mark differs: the text has {text[near : near + len(exact)]!r}"
    elif exact in text:
        hint = "the words are there, but not between this prefix and suffix: copy them from the text"
    elif others:
        hint = f"the words are in {', '.join(others[:5])}: refer to that"
    else:
        hint = f"copy the words from {where}, which begins {text[:30]!r}"
    return Problem(
        location,
        "quote-missing",
        wrong=f"{words!r} is not in {where}",
        expected="the exact words of the text",
        advice=hint,
    )


def context(text: str, at: int, length: int) -> tuple[str, str]:
    """The shortest prefix and suffix that the words at `at` need to be the only ones in `text`."""
    exact = text[at : at + length]
    for reach in range(len(text) + 1):
        before, behind = text[max(0, at - reach) : at], text[at + length : at + length + reach]
        for prefix, suffix in ((before, ""), ("", behind), (before, behind)):
            if len(find_quote(text, exact, prefix, suffix)) == 1:
                return prefix, suffix
    return "", ""


@dataclass(frozen=True)
class Stretch:
    """Some words of a sentence; `hit` are those that a quote names."""

    text: str
    hit: bool


def split_at_quotes(text: str, quotes: Iterable[Quote]) -> tuple[Stretch, ...]:
    """`text` cut at the words that `quotes` name; where two overlap, the later one begins where the first ends.

    A quote that is nowhere names nothing. No stretch is empty.
    """
    matches = [(find_quote(text, quote.exact, quote.prefix, quote.suffix), len(quote.exact)) for quote in quotes]
    found, at = [], 0
    for start, end in sorted((starts[0], starts[0] + length) for starts, length in matches if starts):
        if end > at:
            found += [Stretch(text[at : max(at, start)], False), Stretch(text[max(at, start) : end], True)]
            at = end
    return tuple(stretch for stretch in (*found, Stretch(text[at:], False)) if stretch.text)


def _around(text: str, at: int, length: int) -> str:
    before, after = text[max(0, at - CONTEXT) : at], text[at + length : at + length + CONTEXT]
    return f"{before}[{text[at : at + length]}]{after}".replace("\n", "⏎")
