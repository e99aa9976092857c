"""Score: what of a kind was recorded and found, and what was proposed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.source.ref import Ref
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind


class Held(Protocol):
    """A held-out article; see `bench.suggest.HeldOut`."""

    @property
    def full(self) -> Edition: ...
    @property
    def edited(self) -> Article: ...
    @property
    def edition(self) -> Edition: ...
    @property
    def raw(self) -> Article: ...
    @property
    def found(self) -> tuple[Proposal, ...]: ...
    @property
    def untranslated(self) -> tuple[Proposal, ...]: ...


class Score(NamedTuple):
    """What was recorded and found or missed; and of what was proposed, what is recorded, what is not, and what is wrong."""

    found: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def recall(self) -> float | None:
        return _share(len(self.found), len(self.missed))

    @property
    def precision(self) -> float | None:
        return _share(len(self.right), len(self.extra))

    @property
    def wrong_share(self) -> float | None:
        return _share(len(self.wrong), len(self.right) - len(self.wrong))

    def differences(self) -> Iterator[str]:
        """What was missed, proposed for nothing, or is wrong."""
        for name in ("missed", "extra", "wrong"):
            yield from (f"{name}: {line}" for line in getattr(self, name))


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None


class Tally:
    """A Score while it is counted."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.missed: list[str] = []
        self.right: list[str] = []
        self.extra: list[str] = []
        self.wrong: list[str] = []

    def recorded(self, line: str, *, found: bool) -> None:
        (self.found if found else self.missed).append(line)

    def proposed(self, line: str, *, right: bool) -> None:
        (self.right if right else self.extra).append(line)

    @property
    def score(self) -> Score:
        return Score(*map(tuple, (self.found, self.missed, self.right, self.extra, self.wrong)))


class Stretch(Protocol):
    """From `start` to `end` of a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def meet(one: Stretch, other: Stretch) -> bool:
    """Whether the two share characters."""
    return one.start < other.end and other.start < one.end


def by_place(found: tuple[Proposal, ...], kind: ProposalKind) -> dict[Ref, list[tuple[Proposal, Place]]]:
    """The proposals of `kind` by the sentence of each of their places."""
    places: dict[Ref, list[tuple[Proposal, Place]]] = {}
    for proposal in found:
        if proposal.kind is kind:
            for place in proposal.places:
                places.setdefault(place.segment, []).append((proposal, place))
    return places
