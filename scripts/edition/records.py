"""Records: what the YAML files of seeds/ may say, one model a file or entry.

Field names are the terms of the standards (SKOS, EDTF, W3C Web Annotation) in camelCase, as in the files.
A key that no model knows is an error, so that a slip of the pen is found and not ignored.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from edition.edtf_date import is_edtf
from edition.units import UNITS, Quantity, is_unit

Text = Annotated[str, StringConstraints(min_length=1)]
SegmentId = Annotated[str, StringConstraints(pattern=r"^s[1-9][0-9]{0,6}$")]
#: `<article>:<segment>`, the one permanent id of a sentence across all layers.
SegmentRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+:s[1-9][0-9]{0,6}$")]
#: Enough for any count of anything, and few enough digits for every reader of JSON.
Figure = Annotated[Decimal, Field(max_digits=24, decimal_places=6, allow_inf_nan=False)]
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
Script = Literal["zh-Hans", "zh-Hant"]
Certainty = Literal["high", "medium", "low"]
Status = Literal["draft", "reviewed"]
Reason = Literal["mojibake", "pinyin-gloss", "script-conversion", "typo", "punctuation", "structure", "boilerplate"]
BlockKind = Literal["heading", "paragraph", "quotation", "caption", "byline", "list"]
ConceptType = Literal["person", "organisation", "model", "place", "work", "idea", "idiom"]
NoteKind = Literal["allusion", "wordplay", "background", "fact", "text"]
#: What an event is: a product shown, a company’s move, a finding, an act of a state, words spoken, what a market does, a text.
EventKind = Literal["product", "company", "research", "policy", "remark", "market", "publication", "other"]
#: Why a date or quantity that the rules find is neither an event nor a claim: a span of time that only places an event,
#: part of a name, a manner of speaking, what another figure or its unit means, or the date of a figure.
Dismissal = Literal["span", "name", "rhetoric", "definition", "as-of"]
#: What a question is about, and how the answers to it stand to each other.
QuestionKind = Literal["figure", "date", "attribution", "thesis"]
Verdict = Literal["agree", "differ", "contradict", "open"]
RelationType = Literal[
    "same-claim", "contradicts", "supports", "elaborates", "quotes-same-source", "same-event", "opposes-thesis"
]


def _edtf(text: str) -> str:
    if not is_edtf(text):
        raise PydanticCustomError("edtf", "‘{text}’ is no EDTF date", {"text": text})
    return text


Edtf = Annotated[str, AfterValidator(_edtf)]


def _unit(text: str) -> str:
    if not is_unit(text):
        raise ValueError(f"‘{text}’ is no unit: name one of {', '.join(UNITS)}, or add it to scripts/edition/units.py")
    return text


UnitCode = Annotated[str, AfterValidator(_unit)]

#: Names of pages: what an address can hold, and not that of an index page.
SLUG_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED_SLUGS = frozenset({"index"})


def is_slug(text: str) -> bool:
    """True where `text` can be the id of an article or a concept."""
    return SLUG_PATTERN.fullmatch(text) is not None and text not in RESERVED_SLUGS


def _slug(text: str) -> str:
    if not is_slug(text):
        raise ValueError("an id has lower-case letters, digits and single hyphens, and is not ‘index’")
    return text


Slug = Annotated[str, AfterValidator(_slug)]


class Record(BaseModel):
    """Base of all records: frozen, camelCase in the files, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class Bilingual(Record):
    """The same thing said in Chinese and in English."""

    zh: Text
    en: Text

    def __getitem__(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class EditionRecord(Record):
    """edition.yml: what the edition is called, and what its front page shows of it."""

    title: Bilingual
    line: Bilingual
    #: The sentence that shows on the front page how the edition reads.
    specimen: SegmentRef
    #: The questions that the front page asks.
    questions: tuple[Slug, ...] = ()


class Source(Record):
    """Where the seed's bytes are and what they must be."""

    file: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")] = "source.txt"
    encoding: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class LeftOut(Record):
    """A stretch of the seed that is not the author's and is not printed."""

    sic: Text
    why: Bilingual


class Accepted(Record):
    """A reading that looks like damage and is none."""

    text: Text
    why: Text


class Summary(Record):
    """The editors' summary of an article: its thesis, the steps of its argument, and whom it argues with."""

    thesis: Bilingual
    steps: Annotated[tuple[Bilingual, ...], Field(min_length=2, max_length=6)]
    against: Bilingual


class ArticleRecord(Record):
    """article.yml: what is known about one article."""

    number: int
    title: Bilingual
    #: What the article is called where there is little room; without one, its title.
    short_title: Bilingual | None = None
    title_source: Literal["seed", "supplied"]
    author: Bilingual | None = None
    publisher: Bilingual | None = None
    date: Edtf
    date_note: Bilingual
    script: Script
    source: Source
    rights: Bilingual
    description: Bilingual
    summary: Summary | None = None
    left_out: tuple[LeftOut, ...] = ()
    accepted: tuple[Accepted, ...] = ()


class EmendationRecord(Record):
    """emendations.yml, one entry: the seed's reading and the printed one. The quote is of the seed as received."""

    sic: Text
    corr: str
    prefix: str = ""
    suffix: str = ""
    reason: Reason
    cert: Certainty
    resp: Text = "editors"
    why: Bilingual


class ManifestBlock(Record):
    """segments.yml, one block: its kind and its segments, id -> printed text as last recorded."""

    kind: BlockKind
    level: int | None = Field(default=None, ge=1, le=4)
    segments: dict[SegmentId, Text]

    @model_validator(mode="after")
    def _level_of_headings(self) -> ManifestBlock:
        if (self.kind == "heading") != (self.level is not None):
            raise ValueError("a heading has a level from 1 to 4, and nothing else has one")
        if self.kind == "heading" and len(self.segments) != 1:
            raise ValueError("a heading is one segment")
        return self


class ManifestRecord(Record):
    """segments.yml: the permanent ids in reading order."""

    blocks: tuple[ManifestBlock, ...] = ()
    #: From a retired id to the segment that says now what it said, or to none.
    withdrawn: dict[SegmentId, SegmentId | None] = {}
    #: The number of the next new segment: no number is given twice.
    next: int = Field(default=1, ge=1, le=9_999_999)


class TranslationRecord(Record):
    """en.yml, one entry: the translation and the hash of the source text it was made from.

    `numbers_differ` is why its numbers are the source's, where the two are read as different ones.
    """

    source: Hash | None = None
    text: Text
    numbers_differ: Text | None = None
    status: Status = "draft"


class Quote(Record):
    """A W3C TextQuoteSelector: the exact words and, where they stand more than once, what is around them."""

    exact: Text
    prefix: str = ""
    suffix: str = ""


class Target(Record):
    """A sentence and, if the mark is smaller than that, the words in it, in Chinese and in the translation."""

    segment: SegmentId
    zh: Quote | None = None
    en: Quote | None = None


class RemoteTarget(Target):
    """A target named from outside its article's folder."""

    segment: SegmentRef


class NoteRecord(Target):
    """notes.yml, one entry."""

    kind: NoteKind
    body: Bilingual
    cert: Certainty = "high"
    status: Status = "draft"


class MarkRecord(Target):
    """marks.yml, one entry: an editor's decision what the words mean; without a concept, that they mean none.

    `dismissed` decides of a date or quantity in the source that it is nothing to record, and why.
    """

    concept: Slug | None = None
    dismissed: Dismissal | None = None

    @model_validator(mode="after")
    def _one_decision(self) -> MarkRecord:
        if self.dismissed and (self.concept or self.en or not self.zh):
            raise ValueError(
                "what is dismissed is a date or quantity in the Chinese words: zh, and neither en nor concept"
            )
        return self


class PrefLabel(Record):
    """skos:prefLabel in the three written languages of the edition."""

    zh_hans: Text = Field(alias="zh-Hans")
    zh_hant: Text = Field(alias="zh-Hant")
    en: Text

    def __getitem__(self, lang: str) -> str:
        return {"zh": self.zh_hans, "zh-Hans": self.zh_hans, "zh-Hant": self.zh_hant, "en": self.en}[lang]


Label = Annotated[str, StringConstraints(min_length=2)]


class ConceptRecord(Record):
    """glossary/*.yml, one entry (a skos:Concept)."""

    type: ConceptType
    pref_label: PrefLabel
    alt_label: tuple[Label, ...] = ()
    hidden_label: tuple[Label, ...] = ()
    #: Words that contain a label and mean something else.
    not_in: tuple[Label, ...] = ()
    pinyin: Text | None = None
    definition: Bilingual
    broader: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    status: Status = "draft"

    @property
    def labels(self) -> tuple[str, ...]:
        """Every form by which a text may call this concept, preferred ones first, each once."""
        pref = (self.pref_label.zh_hans, self.pref_label.zh_hant, self.pref_label.en)
        return tuple(dict.fromkeys((*pref, *self.alt_label, *self.hidden_label)))


class EventRecord(Record):
    """events.yml, one entry; `resolution` says how a relative or vague date became this one."""

    edtf: Edtf
    kind: EventKind = "other"
    label: Bilingual
    evidence: Annotated[tuple[RemoteTarget, ...], Field(min_length=1)]
    concepts: tuple[Slug, ...] = ()
    resolution: Bilingual | None = None
    status: Status = "draft"


class ClaimRecord(Record):
    """claims.yml, one entry: who asserts which quantity, as of when, in which words."""

    label: Bilingual
    subject: Slug | None = None
    value: Figure | None = None
    min: Figure | None = None
    max: Figure | None = None
    unit: UnitCode
    as_of: Edtf
    asserted_by: Bilingual
    target: RemoteTarget
    #: Where the same article says the same again.
    repeats: tuple[RemoteTarget, ...] = ()
    status: Status = "draft"

    @model_validator(mode="after")
    def _one_quantity(self) -> ClaimRecord:
        if (self.value is None) == (self.min is None and self.max is None):
            raise ValueError("a claim has either a value, or a min or a max or both")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError("the min of a claim is not above its max")
        return self

    @property
    def quantity(self) -> Quantity:
        return Quantity(self.value, self.min, self.max, self.unit)

    @property
    def targets(self) -> tuple[RemoteTarget, ...]:
        """Every place where the claim is made, the first one first."""
        return (self.target, *self.repeats)


class RelationRecord(Record):
    """relations.yml, one entry: a typed link from one passage to another."""

    type: RelationType
    source: SegmentRef
    target: SegmentRef
    rationale: Bilingual
    status: Status = "draft"

    @model_validator(mode="after")
    def _two_passages(self) -> RelationRecord:
        if self.source == self.target:
            raise ValueError("a relation leads from one passage to another")
        return self


class PositionRecord(Record):
    """One answer to a question: the article it is in, the answer in a few words, and the passages that give it.

    `voice` is who gives it, where that is not the article's author.
    """

    article: Slug
    voice: Bilingual | None = None
    stance: Bilingual
    passages: Annotated[tuple[RemoteTarget, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _own_passages(self) -> PositionRecord:
        for passage in self.passages:
            if passage.segment.partition(":")[0] != self.article:
                raise ValueError(f"the passages of a position are in its article, {self.article}")
        return self


class QuestionRecord(Record):
    """questions.yml, one entry: what the articles answer differently, or alike, and what the editors make of it."""

    label: Bilingual
    about: QuestionKind
    verdict: Verdict
    finding: Bilingual
    positions: Annotated[tuple[PositionRecord, ...], Field(min_length=2)]
    concepts: tuple[Slug, ...] = ()
    status: Status = "draft"
