"""Suggest: everything that the tool would record of an article, each with its evidence."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.suggested import SuggestedPlace
from jianzhu.source.ref import Ref
from jianzhu.suggest.concepts import concepts
from jianzhu.suggest.dates import dates
from jianzhu.suggest.echoes import echoes
from jianzhu.suggest.figures import opposed
from jianzhu.suggest.idioms import idioms
from jianzhu.suggest.memory import memory
from jianzhu.suggest.names import names
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.suggest.quantities import quantities
from jianzhu.suggest.quotations import quotations

Finder = Callable[[Edition, Article], Iterable[Proposal]]
#: What finds proposals; each leaves out what the article's records have.
FINDERS: Sequence[Finder] = (
    concepts,
    names,
    idioms,
    dates,
    quantities,
    quotations,
    # What is known of a pair of passages goes before what is only alike.
    opposed,
    echoes,
    memory,
)
_ORDER = {kind: at for at, kind in enumerate(ProposalKind)}


def proposals(edition: Edition, article: Article) -> tuple[Proposal, ...]:
    """What would be recorded of `article` and is not: by kind, and within it in reading order, each under an id of its own.

    `edition` is the evidence. It may contain the article or not; the article's own sentences are never evidence as another's.
    """
    at = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    waits = _Waiting(article).has
    found = itertools.chain.from_iterable(finder(edition, article) for finder in FINDERS)
    ordered = sorted(
        _once(proposal for proposal in found if not waits(proposal)),
        key=lambda one: (_ORDER[one.kind], at.get(one.places[0].segment, -1), one.places[0].start, one.places[0].end),
    )
    return tuple(_named(ordered, _taken(edition, article)))


class _Waiting:
    """What is suggested of an article already, and waits for an editor."""

    def __init__(self, article: Article) -> None:
        self._places: dict[tuple[ProposalKind, Ref], list[SuggestedPlace]] = defaultdict(list)
        self._pairs: set[frozenset[Ref]] = set()
        for one in article.suggested:
            for place in one.places:
                self._places[one.kind, place.ref].append(place)
            self._pairs.add(frozenset(place.ref for place in one.places))

    def has(self, proposal: Proposal) -> bool:
        """True where something of the kind is suggested of the same words, or of the same passages."""
        first = proposal.places[0]
        if proposal.kind in (ProposalKind.RELATION, ProposalKind.QUESTION):
            return frozenset(place.segment for place in (first, *proposal.others)) in self._pairs
        return any(
            not place.words or not place.side.is_source or (place.start < first.end and first.start < place.end)
            for place in self._places.get((proposal.kind, first.segment), ())
        )


def _once(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """`found` with one relation, the first, for two passages."""
    related: set[frozenset[object]] = set()
    for proposal in found:
        if proposal.register is Register.RELATIONS:
            pair = frozenset((proposal.fields["source"], proposal.fields["target"]))
            if pair in related:
                continue
            related.add(pair)
        yield proposal


def _taken(edition: Edition, article: Article) -> Mapping[Register, set[str]]:
    """The ids that each register has."""
    return {
        Register.GLOSSARY: {*edition.concepts},
        Register.EVENTS: {*edition.events},
        Register.CLAIMS: {*edition.claims},
        Register.RELATIONS: {*edition.relations},
        Register.QUESTIONS: {*edition.questions},
        Register.NOTES: {*article.notes},
    }


def _named(found: Iterable[Proposal], taken: Mapping[Register, set[str]]) -> Iterator[Proposal]:
    """`found` with an id that no other record of its register has."""
    for proposal in found:
        used = taken.get(proposal.register)
        if used is None or not proposal.id:
            yield proposal
            continue
        names = itertools.chain([proposal.id], (f"{proposal.id}-{number}" for number in itertools.count(2)))
        name = next(name for name in names if name not in used)
        used.add(name)
        yield replace(proposal, id=name)
