"""Links: from a sentence to the passages that answer it, and to the questions that it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jianzhu.annotate.article import Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.quotations import Quotation, quotation_of
from jianzhu.source.records.terms import RelationType, Status
from jianzhu.source.ref import Ref


@dataclass(frozen=True, kw_only=True)
class Link:
    """A link from the sentence `own`: to the sentence `ref` by a relation of some `type`, or, without these, to a question.

    `name` is the id of the relation or question, `title` what the end of the link is called.
    """

    name: str
    own: Ref
    title: str
    status: Status
    type: RelationType | None = None
    ref: Ref | None = None
    quotation: Quotation | None = None
    reason: str = ""


def links_of(edition: Edition, sentence: Sentence, lang: Language, lead: Side) -> Iterator[Link]:
    """The links from `sentence` in words of `lang`, with quotations of the side `lead`; relations before questions."""
    for name, other in edition.relations_of.get(sentence.ref, ()):
        relation = edition.relations[name]
        yield Link(
            name=name,
            own=sentence.ref,
            title=f"{edition.short_titles[other.article][lang]} {other.segment}",
            status=relation.status,
            type=relation.type,
            ref=other,
            quotation=quotation_of(edition, other, lead),
            reason=relation.rationale[lang],
        )
    for name in edition.questions_of.get(sentence.ref, ()):
        question = edition.questions[name]
        yield Link(name=name, own=sentence.ref, title=question.label[lang], status=question.status)
