"""The data contract: what other programs may rely on under data/ of the site, as models that write their own schemas.

Addresses are relative to the site's base. Offsets count Unicode code points of the sentence's text in their language.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel

from jianzhu.source.records import (
    BlockKind,
    Certainty,
    ConceptType,
    Edtf,
    EventKind,
    NoteKind,
    QuestionKind,
    Reason,
    RelationType,
    Script,
    Slug,
    Status,
    Verdict,
)
from jianzhu.source.ref import Ref


class Datum(BaseModel):
    """Base of all published data: camelCase, nothing beyond what is declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class Pair(Datum):
    """Something in Chinese and in English; null where it is not known or not made yet."""

    zh: str | None
    en: str | None


class SummaryDatum(Datum):
    """The editors' summary of an article."""

    thesis: Pair
    steps: tuple[Pair, ...]
    against: Pair


class ArticleDatum(Datum):
    """One article."""

    id: Slug
    slug: Slug
    title: Pair
    title_source: Literal["seed", "supplied"]
    author: Pair | None
    publisher: Pair | None
    date: Edtf
    script: Script
    sha256: str
    encoding: str
    description: Pair
    summary: SummaryDatum | None
    rights: Pair
    url: Pair
    segments: tuple[Ref, ...]
    withdrawn: dict[str, str | None] = Field(
        description="retired segment ids and the ids that took their place, or null"
    )


class SegmentDatum(Datum):
    """One segment: whole sentences with one permanent id."""

    id: Ref
    article: Slug
    kind: BlockKind
    text: str
    translation: str | None
    translation_status: Literal["missing", "draft", "reviewed", "stale"]
    url: Pair


class LabelDatum(Datum):
    """skos:prefLabel."""

    zh_hans: str = Field(alias="zh-Hans")
    zh_hant: str = Field(alias="zh-Hant")
    en: str


class OccurrenceDatum(Datum):
    """Where a concept is named."""

    segment: Ref
    lang: Literal["zh", "en"]
    start: int = Field(ge=0, description="code points from the beginning of the sentence in `lang`")
    end: int
    exact: str


class ConceptDatum(Datum):
    """One concept (SKOS)."""

    id: Slug
    type: ConceptType
    pref_label: LabelDatum
    alt_label: tuple[str, ...]
    hidden_label: tuple[str, ...]
    pinyin: str | None
    definition: Pair
    broader: tuple[Slug, ...]
    related: tuple[Slug, ...]
    status: Status
    occurrences: tuple[OccurrenceDatum, ...]
    url: Pair


class EventDatum(Datum):
    """One event."""

    id: Slug
    edtf: Edtf
    kind: EventKind
    label: Pair
    segments: tuple[Ref, ...]
    concepts: tuple[Slug, ...]
    resolution: Pair | None
    status: Status
    url: Pair


class PlaceDatum(Datum):
    """Words in a sentence; without them the whole sentence."""

    segment: Ref
    exact: str | None


class ClaimDatum(Datum):
    """Who asserts which quantity: a value, or bounds of it."""

    id: Slug
    label: Pair
    subject: Slug | None
    value: int | float | None
    min: int | float | None
    max: int | float | None
    unit: str
    as_of: Edtf
    asserted_by: Pair
    segment: Ref
    exact: str | None
    repeats: tuple[PlaceDatum, ...] = Field(description="where the same article says the same again")
    status: Status


class RelationDatum(Datum):
    """A typed link from one passage to another."""

    id: Slug
    type: RelationType
    source: Ref
    target: Ref
    rationale: Pair
    status: Status


class PositionDatum(Datum):
    """One answer to a question; `voice` is who gives it, where that is not the article's author."""

    article: Slug
    voice: Pair | None
    stance: Pair
    passages: tuple[PlaceDatum, ...]


class QuestionDatum(Datum):
    """What the articles answer alike or differently, and what the editors make of it."""

    id: Slug
    label: Pair
    about: QuestionKind
    verdict: Verdict
    finding: Pair
    positions: tuple[PositionDatum, ...]
    concepts: tuple[Slug, ...]
    status: Status
    url: Pair


class EmendationDatum(Datum):
    """One difference between seed and page; `seedStart` counts code points of the decoded seed."""

    id: str
    article: Slug
    segment: Ref | None
    sic: str
    corr: str
    reason: Reason
    cert: Certainty
    resp: str
    rules: tuple[str, ...]
    seed_start: int
    why: Pair


class NoteDatum(Datum):
    """One editors' note."""

    id: str
    segment: Ref
    exact: str | None
    kind: NoteKind
    cert: Certainty
    status: Status
    body: Pair


class BuildDatum(Datum):
    """What made the data; nothing in it changes from run to run."""

    contract: int = Field(description="version of this contract; a breaking change raises it")
    versions: dict[str, str]
    counts: dict[str, int]


FILES: dict[str, TypeAdapter[Any]] = {
    "articles": TypeAdapter(tuple[ArticleDatum, ...]),
    "segments": TypeAdapter(tuple[SegmentDatum, ...]),
    "glossary": TypeAdapter(tuple[ConceptDatum, ...]),
    "events": TypeAdapter(tuple[EventDatum, ...]),
    "claims": TypeAdapter(tuple[ClaimDatum, ...]),
    "relations": TypeAdapter(tuple[RelationDatum, ...]),
    "questions": TypeAdapter(tuple[QuestionDatum, ...]),
    "emendations": TypeAdapter(tuple[EmendationDatum, ...]),
    "notes": TypeAdapter(tuple[NoteDatum, ...]),
    "build": TypeAdapter(BuildDatum),
}
