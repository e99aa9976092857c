"""Words: how proposed concepts, names and idioms compare with those of the editors."""

from __future__ import annotations

from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.suggest.proposal import ProposalKind

from bench.suggest.score import Held, Score, Tally, by_place, meet


def concepts(held: Held) -> Score:
    """Every mention of a concept, on the source, that another article names too."""
    tally = Tally()
    proposed = by_place(held.found, ProposalKind.CONCEPT)
    for edited, raw in zip(held.edited.sentences, held.raw.sentences, strict=True):
        own = [mark for mark in edited.marks if mark.kind == "concept"]
        marked = [mark for mark in raw.marks if mark.kind == "concept"]
        offered = [
            Mark(place.start, place.end, "concept", str(proposal.fields.get("concept", "")))
            for proposal, place in proposed.get(edited.ref, ())
            if raw.text[place.start : place.end] == place.words
        ]
        denied = Covered(mark for mark in offered if not mark.ref)
        given = [mark for mark in (*marked, *offered) if mark.ref and not denied.first(mark)]
        for mark in own:
            if mark.ref in held.edition.concepts and any(
                one.article.slug != held.edited.slug for one in held.full.occurrences[mark.ref]
            ):
                line = f"{edited.ref} {edited.text[mark.start : mark.end]} {mark.ref}"
                tally.recorded(line, found=any(one.ref == mark.ref and meet(one, mark) for one in given))
        for mark in given:
            met = [one for one in own if meet(one, mark)]
            line = f"{edited.ref} {edited.text[mark.start : mark.end]} {mark.ref}"
            tally.proposed(line, right=bool(met))
            if met and all(one.ref != mark.ref and one.ref in held.edition.concepts for one in met):
                tally.wrong.append(f"{line}: the editors have {met[0].ref}")
    return tally.score


def _glossary(held: Held, kind: ProposalKind, *types: str) -> Score:
    """Concepts of `types` that only this article names; found where a proposal of the kind stands at one of their places."""
    tally = Tally()
    own = {
        name: [one for one in occurrences if one.side.is_source]
        for name, occurrences in held.full.occurrences.items()
        if name not in held.edition.concepts and held.full.concepts[name].type in types
    }
    places = [(proposal, place) for proposal in held.found if proposal.kind is kind for place in proposal.places]
    for name, occurrences in own.items():
        met = any(place.segment == one.sentence.ref and meet(place, one) for one in occurrences for _, place in places)
        if occurrences:
            tally.recorded(f"{name} {occurrences[0].exact}", found=met)
    concepts = [one for name in own for one in own[name]]
    for proposal in held.found:
        if proposal.kind is kind:
            met = any(
                place.segment == one.sentence.ref and meet(place, one) for one in concepts for place in proposal.places
            )
            tally.proposed(f"{proposal.places[0].segment} {proposal.places[0].words}", right=met)
    return tally.score


def idioms(held: Held) -> Score:
    return _glossary(held, ProposalKind.IDIOM, "idiom")


def names(held: Held) -> Score:
    return _glossary(held, ProposalKind.NAME, "person", "organization", "model", "place", "work")
