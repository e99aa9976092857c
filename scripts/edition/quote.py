"""Quote: find the one place that a TextQuoteSelector means (W3C Web Annotation, section 4.2.4).

Never fuzzy: a quote that is nowhere, or in two places, is the editor's to mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.problems import Place, Problem
from edition.records import Quote

#: Characters shown on each side of a candidate.
CONTEXT = 8

#: A quote copied from the page has full-width marks where the seed has ASCII, and the reverse.
_ONE_WIDTH = str.maketrans(",:;?!().", "，：；？！（）。")


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "") -> tuple[int, ...]:
    """Every offset in `text` where `exact` stands between `prefix` and `suffix` (code points, overlaps included)."""
    found, at = [], text.find(prefix + exact + suffix)
    while at >= 0:
        found.append(at + len(prefix))
        at = text.find(prefix + exact + suffix, at + 1)
    return tuple(found)


def locate_quote(
    text: str,
    exact: str,
    prefix: str,
    suffix: str,
    place: Place,
    where: str,
    elsewhere: Mapping[str, str] | None = None,
) -> tuple[int | None, Problem | None]:
    """The one offset of the quote in `text`, or the problem to report at `place`.

    `where` names the text for the reader of the message; `elsewhere` holds other texts by name, which are searched for
    candidates when the quote is missing here.
    """
    found = find_quote(text, exact, prefix, suffix)
    if len(found) == 1:
        return found[0], None
    if found:
        shown = "; ".join(_around(text, at, len(exact)) for at in found[:5])
        return None, Problem(
            place,
            "quote-ambiguous",
            f"{prefix + exact + suffix!r} stands {len(found)} times in {where}: {shown}",
            "words that stand there once",
            "add prefix or suffix from one of the candidates",
        )
    others = [name for name, other in (elsewhere or {}).items() if exact in other]
    near = text.translate(_ONE_WIDTH).find(exact.translate(_ONE_WIDTH))
    if not find_quote(text, exact) and near >= 0:
        hint = f"only the width of a mark differs: there it reads {text[near : near + len(exact)]!r}"
    elif find_quote(text, exact):
        hint = "the words are there, but not between this prefix and suffix: copy them from the text"
    elif others:
        hint = f"the words stand in {', '.join(others[:5])}: point there"
    else:
        hint = f"copy the words from {where}, which begins {text[:30]!r}"
    return None, Problem(
        place, "quote-missing", f"{prefix + exact + suffix!r} is not in {where}", "the exact words of the text", hint
    )


@dataclass(frozen=True)
class Stretch:
    """Some words of a sentence; `hit` are those that a quote names."""

    text: str
    hit: bool


def stretches(text: str, quotes: Iterable[Quote]) -> tuple[Stretch, ...]:
    """`text` cut at the words that `quotes` name; where two overlap, the later one begins where the first ends.

    A quote that is nowhere names nothing. No stretch is empty.
    """
    places = [(find_quote(text, quote.exact, quote.prefix, quote.suffix), len(quote.exact)) for quote in quotes]
    found, at = [], 0
    for start, end in sorted((starts[0], starts[0] + length) for starts, length in places if starts):
        if end > at:
            found += [Stretch(text[at : max(at, start)], False), Stretch(text[max(at, start) : end], True)]
            at = end
    return tuple(stretch for stretch in (*found, Stretch(text[at:], False)) if stretch.text)


def _around(text: str, at: int, length: int) -> str:
    before, after = text[max(0, at - CONTEXT) : at], text[at + length : at + length + CONTEXT]
    return f"{before}[{text[at : at + length]}]{after}".replace("\n", "⏎")
