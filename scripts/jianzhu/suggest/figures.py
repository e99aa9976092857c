"""Figures: what other articles say of the same subject in the same unit; the same figure, or another one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.language import Side
from jianzhu.source.records.registers import ClaimRecord
from jianzhu.source.ref import Ref
from jianzhu.suggest.marked import Marked
from jianzhu.suggest.places import id_of, quote_of, whole
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.suggest.quantities import subject_of
from jianzhu.text.units import parse_quantity

#: What is counted of so many things that two figures with the same subject rarely answer the same question.
_MOST = 3
#: As much of the name of another article or of a concept is part of an id.
_SHORT = 30


def opposed(edition: Edition, article: Article) -> Iterator[Proposal]:
    """For figures of `article` whose subject has a claim in the same unit in another article: a relation where the figures
    are the same, a question where they differ."""
    known: dict[tuple[str, str], list[ClaimRecord]] = defaultdict(list)
    for claim in edition.claims.values():
        if claim.subject and claim.target.segment.article != article.slug:
            known[claim.subject, claim.unit].append(claim)
    asked = {ref for ref in edition.questions_of if ref.article == article.slug}
    told: set[tuple[Ref, Ref]] = set()
    for sentence in article.sentences:
        marked = Marked(sentence)
        linked = {other for _, other in edition.relations_of.get(sentence.ref, ())}
        for mark in sorted((one for one in sentence.marks if one.kind == "quantity"), key=lambda one: one.start):
            quantity, subject = parse_quantity(mark.ref), subject_of(marked, mark)
            claims = known.get((subject or "", quantity.unit), [])
            if not 0 < len(claims) <= _MOST:
                continue
            for claim in claims:
                other = claim.target.segment
                if (sentence.ref, other) in told or other not in edition.sentences:
                    continue
                told.add((sentence.ref, other))
                same = claim.quantity.ends == quantity.ends
                if other in linked or (sentence.ref in asked and not same):
                    continue
                because = (
                    f"{subject}, in the same unit: here {quantity}, in {other} {claim.quantity} ({claim.label.en})"
                )
                there = edition.sentences[other]
                yield (
                    same_claim(sentence, there, because)
                    if same
                    else _question(article, sentence, (mark.start, mark.end), there, claim, because)
                )


def same_claim(sentence: Sentence, other: Sentence, because: str) -> Proposal:
    """The relation that `sentence` and `other` claim the same."""
    return Proposal(
        kind=ProposalKind.RELATION,
        register=Register.RELATIONS,
        id=relation_id(sentence.ref, other.ref),
        places=(whole(sentence),),
        others=(whole(other),),
        because=because,
        fields={"type": "same-claim", "source": str(sentence.ref), "target": str(other.ref)},
    )


def relation_id(source: Ref, target: Ref) -> str:
    """An id for the relation of two passages."""
    return id_of(source.article, source.segment, target.article[:_SHORT].strip("-"), target.segment)


def _question(
    article: Article,
    sentence: Sentence,
    words: tuple[int, int],
    other: Sentence,
    claim: ClaimRecord,
    because: str,
) -> Proposal:
    code = article.texts.source.code
    passages: Sequence[dict[str, object]] = (
        {"segment": str(sentence.ref), code: quote_of(sentence.text, *words)},
        {"segment": str(other.ref)} | _quote_there(claim, code),
    )
    return Proposal(
        kind=ProposalKind.QUESTION,
        register=Register.QUESTIONS,
        id=id_of(article.slug, sentence.id, (claim.subject or "")[:_SHORT].strip("-")),
        places=(Place(segment=sentence.ref, start=words[0], end=words[1], words=sentence.text[slice(*words)]),),
        others=(whole(other),),
        because=because,
        fields={
            "about": "figure",
            "positions": [
                {"article": ref.article, "passages": [passage]}
                for ref, passage in zip((sentence.ref, other.ref), passages, strict=True)
            ],
            "concepts": [claim.subject],
        },
    )


def _quote_there(claim: ClaimRecord, code: str) -> dict[str, object]:
    quote = claim.target.quote(Side.SOURCE)
    return {code: quote.model_dump(exclude_defaults=True)} if quote else {}
