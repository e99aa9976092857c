"""Suggested: a suggestion where it stands: its kind, its places in the texts, and the article that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.language import Side
from jianzhu.source.problems import Problem
from jianzhu.source.ref import Ref
from jianzhu.source.suggested import ProposalKind, Register, Suggestion


@dataclass(frozen=True, kw_only=True)
class SuggestedPlace:
    """The `words` at `start` to `end` (code points) of a sentence’s text on `side`; without words, the whole sentence."""

    ref: Ref
    side: Side = Side.SOURCE
    start: int = 0
    end: int = 0
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Suggested:
    """A suggestion where it stands: its kind, its places, the article that it belongs to, and all that is wrong with it.

    That is the first article that it is about and that is not published, or else the first one; "" where it is about none.
    """

    suggestion: Suggestion
    kind: ProposalKind
    places: tuple[SuggestedPlace, ...]
    article: str
    wrong: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What it is called in its register: its id, with the article where that has a register of its own."""
        own = self.suggestion
        if own.register is Register.MARKS:
            return str(self.places[0].ref) if self.places else f"{own.slug}:"
        return f"{own.slug}:{own.id}" if own.register.in_article else own.id

    def concerns(self, slug: str) -> bool:
        """True where it is about something in the article `slug`."""
        return any(place.ref.article == slug for place in self.places)

    @property
    def words(self) -> str:
        """The words that it is about, or nothing."""
        return next((place.words for place in self.places if place.words), "")
