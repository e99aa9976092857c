"""Withheld: the registers without what they say of articles that are in no output."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from jianzhu.source.records import EditionRecord, EventRecord, QuestionRecord
from jianzhu.source.seeds import Registers


def without_articles(registers: Registers, slugs: Collection[str]) -> Registers:
    """`registers` without what points into the articles `slugs`: evidence and answers, claims and relations; and without
    events that have no other evidence and questions that have fewer than two other answers."""
    if not slugs:
        return registers
    events = ((name, _event(event, slugs)) for name, event in registers.events.items())
    questions = ((name, _question(question, slugs)) for name, question in registers.questions.items())
    return replace(
        registers,
        events={name: event for name, event in events if event},
        claims={name: claim for name, claim in registers.claims.items() if claim.target.segment.article not in slugs},
        relations={
            name: relation
            for name, relation in registers.relations.items()
            if relation.source.article not in slugs and relation.target.article not in slugs
        },
        questions={name: question for name, question in questions if question},
    )


def front_without(record: EditionRecord, registers: Registers, kept: Registers) -> EditionRecord:
    """`record` without the questions of the front page that are in `registers` and no longer in `kept`."""
    questions = tuple(q for q in record.questions if q in kept.questions or q not in registers.questions)
    return record if questions == record.questions else record.model_copy(update={"questions": questions})


def _event(event: EventRecord, slugs: Collection[str]) -> EventRecord | None:
    evidence = tuple(target for target in event.evidence if target.segment.article not in slugs)
    return event.model_copy(update={"evidence": evidence}) if evidence else None


def _question(question: QuestionRecord, slugs: Collection[str]) -> QuestionRecord | None:
    positions = tuple(position for position in question.positions if position.article not in slugs)
    return question.model_copy(update={"positions": positions}) if len(positions) > 1 else None
