"""Proposal: what the tool would record of a place, and why. An editor accepts it, edits it or throws it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from jianzhu.source.ref import Ref


class ProposalKind(StrEnum):
    """What is proposed, in the order in which an editor works through an article."""

    #: What an ambiguous label means here, as other articles decided.
    CONCEPT = "concept"
    #: A person, organization, model, place or work that no entry of the glossary names.
    NAME = "name"
    IDIOM = "idiom"
    #: A date that is no event yet, or nothing to record.
    DATE = "date"
    #: A figure that is no claim yet, or nothing to record.
    QUANTITY = "quantity"
    #: Words that the author quotes.
    QUOTATION = "quotation"
    #: Another article says the same, nearly the same, or another figure of the same thing.
    RELATION = "relation"
    QUESTION = "question"
    #: A translation made before of the same or nearly the same sentence.
    TRANSLATION = "translation"


class Register(StrEnum):
    """Where a proposal would be recorded: a register of the edition, or a file of the article."""

    GLOSSARY = "glossary"
    EVENTS = "events"
    CLAIMS = "claims"
    RELATIONS = "relations"
    QUESTIONS = "questions"
    NOTES = "notes"
    MARKS = "marks"
    TRANSLATION = "translation"


@dataclass(frozen=True, kw_only=True)
class Place:
    """`words` at `start` to `end` (code points) of the source text of a segment."""

    segment: Ref
    start: int
    end: int
    words: str


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What would be recorded, where, and why.

    `places` are those in the article, the first one first, and `others` those in other articles that it rests on. `fields` are
    the keys and values of the record, as they stand in YAML, without `status` and `because`; what only an editor can know is left
    out. `id` is empty in a list. `because` is the evidence in one line, for an editor.
    """

    kind: ProposalKind
    register: Register
    id: str
    places: tuple[Place, ...]
    because: str
    fields: Mapping[str, object]
    others: tuple[Place, ...] = field(default=())
