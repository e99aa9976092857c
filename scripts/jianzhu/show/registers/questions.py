"""Questions: what several articles answer, alike or differently, with the passages that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.source.quote import Stretch, split_at_quotes
from jianzhu.source.records.registers import PositionRecord, QuestionRecord, RelationRecord
from jianzhu.source.records.terms import QuestionKind
from jianzhu.source.ref import Ref


@dataclass(frozen=True)
class PassageText:
    """A passage on one side, cut at the words that answer; empty where it is not translated."""

    tag: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A sentence that answers a question, on the side that leads (`main`) and on the other (`facing`)."""

    ref: Ref
    main: PassageText
    facing: PassageText


@dataclass(frozen=True, kw_only=True)
class Position:
    """One answer: that of an article, called `title`, or of a voice in it, with the passages that give it."""

    record: PositionRecord
    title: str
    passages: tuple[Passage, ...]


def questions_by_kind(edition: Edition) -> list[tuple[QuestionKind, list[tuple[str, QuestionRecord]]]]:
    """The questions of each kind that has any, each with its id."""
    groups = [
        (kind, [(name, question) for name, question in edition.questions.items() if question.about == kind])
        for kind in get_args(QuestionKind)
    ]
    return [(kind, questions) for kind, questions in groups if questions]


def positions_of(edition: Edition, question: QuestionRecord, lang: Language, lead: Side) -> list[Position]:
    """The answers to `question` in words of `lang` where `lead` leads, each sentence once."""
    return [
        Position(
            record=position,
            title=edition.short_titles[position.article][lang],
            passages=tuple(
                Passage(
                    ref=ref,
                    main=_passage(edition, position, ref, lead),
                    facing=_passage(edition, position, ref, lead.other),
                )
                for ref in dict.fromkeys(passage.segment for passage in position.passages)
            ),
        )
        for position in question.positions
    ]


def _passage(edition: Edition, position: PositionRecord, ref: Ref, side: Side) -> PassageText:
    targets = [passage for passage in position.passages if passage.segment == ref]
    quotes = [quote for target in targets if (quote := target.quote(side))]
    text = edition.sentences[ref].text_on(side) or ""
    return PassageText(edition.by_slug[position.article].tag(side), split_at_quotes(text, quotes))


def relations_within(edition: Edition, question: QuestionRecord) -> list[tuple[str, RelationRecord]]:
    """The cross-references between two passages that answer `question`."""
    passages = {target.segment for position in question.positions for target in position.passages}
    return [
        (name, relation)
        for name, relation in edition.relations.items()
        if relation.source in passages and relation.target in passages
    ]
