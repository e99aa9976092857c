"""Dismissal: the proposal that a date or quantity is nothing to record."""

from __future__ import annotations

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.marks import Mark
from jianzhu.source.records.terms import Dismissal
from jianzhu.suggest.places import place_of, quote_of
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register


def dismissal(
    kind: ProposalKind, article: Article, sentence: Sentence, mark: Mark, reason: Dismissal, because: str
) -> Proposal:
    """That the date or quantity (`kind`) at `mark` in the source of `sentence` be dismissed for `reason`."""
    return Proposal(
        kind=kind,
        register=Register.MARKS,
        id="",
        places=(place_of(sentence, mark.start, mark.end),),
        because=f"{because}: ‘{sentence.text[mark.start : mark.end]}’ ({mark.ref})",
        fields={
            "segment": sentence.id,
            article.texts.source.code: quote_of(sentence.text, mark.start, mark.end),
            "dismissed": reason,
        },
    )
