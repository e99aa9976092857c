"""Inlines: what the author set apart within sentences, as pages and books show it: where links lead, which sign has which note."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args
from urllib.parse import quote, urlsplit

from jianzhu.annotate.article import Article
from jianzhu.annotate.marks import Mark
from jianzhu.language import Side
from jianzhu.show.blocks import Line, Pair
from jianzhu.text.structure import InlineKind

#: The kinds of marks that are the author's.
AUTHORS: frozenset[str] = frozenset(get_args(InlineKind))
#: What an author's link may open; anything else (javascript:, data:, file:) is shown as text.
_SCHEMES = frozenset({"http", "https", "mailto"})
#: Characters that stand in an address as they are; any other is written as RFC 3986 has it, and what is written so stays.
_PLAIN = "!#$%&'()*+,/:;=?@~"
_PLACE = re.compile(r"#(s\d+)\Z")
#: A line end or a tab in an address is dropped by browsers, and may hide a scheme from others.
_UNSEEN = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Sign:
    """The first sign of a note: where it stands, and what it says."""

    segment: str
    offset: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Inlines:
    """What marks of an article lead to. `numbers` has the number of each of the author's notes by its label, `signed` for
    each label and side its first sign; `places` are the ids of sentences.
    """

    numbers: Mapping[str, int]
    signed: Mapping[tuple[str, Side], Sign]
    places: frozenset[str]

    def href(self, mark: Mark, text: str) -> str:
        """Where the author's link or address `mark`, which stands on the words `text`, leads; empty if nowhere safe."""
        if mark.kind == "link":
            place = _PLACE.fullmatch(mark.ref)
            return mark.ref if place and place[1] in self.places else outward(mark.ref)
        return outward(text) if mark.kind == "address" else ""

    def note(self, mark: Mark) -> int | None:
        """The number of the author's note that the sign `mark` refers to; None where there is no such note."""
        return self.numbers.get(mark.ref) if mark.kind == "footnote" else None

    def leads_back(self, mark: Mark, line: Line, lead: Side) -> bool:
        """Whether the note of the sign `mark` on `line` leads back to it where `lead` leads: to its first sign there, or to
        that on the other side where it has none.
        """
        side = lead if (mark.ref, lead) in self.signed else lead.other
        first = self.signed.get((mark.ref, side))
        place = (line.id, mark.start + line.offset)
        return first is not None and line.side is side and (first.segment, first.offset) == place


def inlines_of(article: Article) -> Inlines:
    """What the marks of `article` lead to."""
    labels = dict.fromkeys(block.label for block in article.blocks if block.kind == "footnote" and block.label)
    signed: dict[tuple[str, Side], Sign] = {}
    for sentence in article.sentences:
        for side in Side:
            text = sentence.text_on(side) or ""
            for mark in _signs(sentence.marks_on(side)):
                sign = Sign(sentence.id, mark.start, text[mark.start : mark.end].strip())
                signed.setdefault((mark.ref, side), sign)
    return Inlines(
        numbers={label: number for number, label in enumerate(labels, 1)},
        signed=signed,
        places=frozenset(sentence.id for sentence in article.sentences),
    )


@dataclass(frozen=True, kw_only=True)
class AuthorNote:
    """A note of the author: its `number`, and the `sign` that leads to it, where its text does not begin with that itself."""

    number: int
    sign: str


def author_note(inlines: Inlines, pair: Pair) -> AuthorNote | None:
    """What belongs to the note `pair`, on a page or in a book; None where no sign leads to it."""
    lead = pair.main[0].side if pair.main else Side.SOURCE
    first = inlines.signed.get((pair.label, lead)) or inlines.signed.get((pair.label, lead.other))
    number = inlines.numbers.get(pair.label)
    if number is None or first is None:
        return None
    begun = any(line.text.lstrip().startswith(first.words) for line in (*pair.main[:1], *pair.facing[:1]))
    return AuthorNote(number=number, sign="" if begun else first.words)


def _signs(marks: Iterable[Mark]) -> list[Mark]:
    return sorted((mark for mark in marks if mark.kind == "footnote"), key=lambda mark: mark.start)


def outward(address: str) -> str:
    """`address` as a link to another site or a letter may have it; empty where it is neither."""
    address = address.strip()
    if _UNSEEN.search(address):
        return ""
    if re.match(r"www\.[^/]+\.", address, re.IGNORECASE):
        address = f"https://{address}"
    elif re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", address):
        address = f"mailto:{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not (parts.path if parts.scheme == "mailto" else parts.netloc):
        return ""
    return quote(address, safe=_PLAIN, errors="replace")
