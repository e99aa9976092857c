"""Links: how proposed notes, relations, questions and translations compare with those of the editors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.source.ref import Ref
from jianzhu.suggest.memory import memory
from jianzhu.suggest.proposal import ProposalKind
from jianzhu.text.folding import spaced

from bench.suggest.score import Held, Score, Tally, by_place, meet

_QUOTED = re.compile(r"“[^“”]*”?|「[^「」]*」?|『[^『』]*』?|\"[^\"]*\"")


def quotations(held: Held) -> Score:
    """Notes on words in quotation marks."""
    tally = Tally()
    proposed = by_place(held.found, ProposalKind.QUOTATION)
    for sentence in held.edited.sentences:
        quoted = Covered(Mark(*match.span(), "note", "") for match in _QUOTED.finditer(sentence.text))
        notes = [mark for mark in sentence.marks if mark.kind == "note"]
        here = [place for _, place in proposed.get(sentence.ref, ())]
        for mark in notes:
            if quoted.first(mark):
                line = f"{sentence.ref} {sentence.text[mark.start : mark.end]}"
                tally.recorded(line, found=any(meet(place, mark) for place in here))
        for place in here:
            tally.proposed(f"{sentence.ref} {place.words}", right=any(meet(place, mark) for mark in notes))
    return tally.score


def relations(held: Held) -> Score:
    """Relations to other articles; a pair is also right where an event, a claim’s subject or a question joins the two."""
    tally = Tally()
    slug, full = held.edited.slug, held.full
    proposed = {
        frozenset((str(proposal.fields["source"]), str(proposal.fields["target"])))
        for proposal in held.found
        if proposal.kind is ProposalKind.RELATION
    }
    told = {
        frozenset((str(one.source), str(one.target)))
        for one in full.relations.values()
        if slug in (one.source.article, one.target.article) and one.source.article != one.target.article
    }
    joined = {
        pair
        for group in _joining(full)
        for one in group
        for other in group
        if len(pair := frozenset((one, other))) == 2
    }
    for pair in sorted(told, key=sorted):
        tally.recorded(" – ".join(sorted(pair)), found=pair in proposed)
    for pair in sorted(proposed, key=sorted):
        tally.proposed(" – ".join(sorted(map(str, pair))), right=pair in told or pair in joined)
    return tally.score


def _joining(full: Edition) -> Iterator[set[str]]:
    """The passages that an event tells of, or that answer a question."""
    yield from ({str(target.segment) for target in event.evidence} for event in full.events.values())
    yield from (
        {str(passage.segment) for position in question.positions for passage in position.passages}
        for question in full.questions.values()
    )


def questions(held: Held) -> Score:
    """Passages that a question on a figure, or a contradiction, joins with another article."""
    tally = Tally()
    full, slug = held.full, held.edited.slug
    asked = {
        str(passage.segment)
        for question in full.questions.values()
        if question.about == "figure"
        for position in question.positions
        if position.article == slug
        for passage in position.passages
    }
    asked |= {
        str(end)
        for one in full.relations.values()
        if one.type == "contradicts" and one.source.article != one.target.article
        for end in (one.source, one.target)
        if end.article == slug
    }
    proposed = [str(one.places[0].segment) for one in held.found if one.kind is ProposalKind.QUESTION]
    for name in sorted(asked):
        tally.recorded(name, found=name in proposed)
    for name in proposed:
        tally.proposed(name, right=name in asked)
    return tally.score


#: From this share of the same words on a translation from memory is of use.
_USEFUL = 0.6


def remembered(held: Held) -> Score:
    """Translations, of the article without its own; right where most words are those of the editors."""
    tally = Tally()
    theirs = {sentence.ref: sentence.translation or "" for sentence in held.edited.sentences}
    for proposal in held.untranslated:
        if proposal.kind is ProposalKind.TRANSLATION:
            ref = proposal.places[0].segment
            own, other = spaced(theirs[ref]).split(), spaced(str(proposal.fields["text"])).split()
            share = SequenceMatcher(None, own, other, autojunk=False).ratio()
            tally.proposed(f"{ref} {share:.0%}: {proposal.because}", right=share >= _USEFUL)
    return tally.score


def remembered_edited(held: Held) -> Score:
    """Sentences of the other articles with one character in ten left out: whether their own translation is proposed."""
    tally = Tally()
    own = [one for article in held.edition.articles for one in article.sentences if len(one.text) >= _ENOUGH]
    edited = [replace(one, ref=Ref(held.raw.slug, one.id), text=_shortened(one.text), translation=None) for one in own]
    block = replace(held.raw.blocks[0], sentences=tuple(edited))
    found = {one.places[0].words: one for one in memory(held.edition, replace(held.raw, blocks=(block,)))}
    for one, other in zip(own, edited, strict=True):
        proposal = found.get(other.text.rstrip())
        if one.translation:
            tally.recorded(str(one.ref), found=proposal is not None and proposal.fields["text"] == one.translation)
        if proposal:
            tally.proposed(f"{one.ref}: {proposal.because}", right=proposal.fields["text"] == one.translation)
    return tally.score


#: Shorter sentences are too much changed.
_ENOUGH = 10


def _shortened(text: str) -> str:
    return "".join(character for at, character in enumerate(text) if at % 10 != 7)
