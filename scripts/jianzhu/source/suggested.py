"""Suggested: entries of the seeds that wait for an editor, and the words for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jianzhu.source.problems import Location, Problem
from jianzhu.source.yamlfile import Key, YamlFile

#: The status of a suggestion, and the key that has its evidence.
SUGGESTED = "suggested"
BECAUSE = "because"


class Register(StrEnum):
    """Where something is recorded: a register of the edition, or a file of an article."""

    GLOSSARY = "glossary"
    EVENTS = "events"
    CLAIMS = "claims"
    RELATIONS = "relations"
    QUESTIONS = "questions"
    NOTES = "notes"
    MARKS = "marks"
    TRANSLATION = "translation"

    @property
    def in_article(self) -> bool:
        """True where each article has a file of its own for it."""
        return self in (Register.NOTES, Register.MARKS, Register.TRANSLATION)


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


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """An entry of `register` that waits for an editor.

    `id` is its key, empty in a list, and `key` its place in `file`, of which `slug` is the article (empty where the file is the
    edition's). `fields` are what it says, without `status` and `because`. `wrong` is what is not as it must be, and `gaps` what
    it lacks to be accepted.
    """

    register: Register
    id: str
    slug: str
    file: YamlFile
    key: Key
    fields: Mapping[str, Any]
    because: str
    wrong: tuple[Problem, ...]
    gaps: tuple[Problem, ...]

    @property
    def path(self) -> str:
        """The path of its file below the project’s root."""
        return self.file.path

    @property
    def location(self) -> Location:
        """Where it begins."""
        return self.file.location(*self.key)
