"""Mention: words of a sentence that a rule takes for a name, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameType(StrEnum):
    """What a name is of: the types of the glossary that are named."""

    PERSON = "person"
    ORGANIZATION = "organization"
    MODEL = "model"
    PLACE = "place"
    WORK = "work"


@dataclass(frozen=True)
class Rule:
    """How a name is recognized. A `weight` of 1 is enough, less needs another rule; `because` tells an editor the evidence."""

    because: str
    weight: float = 1.0


@dataclass(frozen=True)
class Mention:
    """A name at `start` to `end` (code points) of a text."""

    start: int
    end: int
    type: NameType
    rule: Rule


@dataclass(frozen=True)
class Known:
    """What the glossary names at `start` to `end` (code points) of a text; `type` is None where that is no name."""

    start: int
    end: int
    type: NameType | None
