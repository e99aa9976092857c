"""The records in the folder of one article: the article, its emendations, segments, translation and notes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, model_validator

from jianzhu.language import Language
from jianzhu.source.records.terms import (
    Bilingual,
    Certainty,
    Dismissal,
    Edtf,
    FileName,
    Hash,
    NoteKind,
    Quote,
    Reason,
    Record,
    SeedText,
    SegmentId,
    Slug,
    Status,
    Target,
    Text,
    Words,
)
from jianzhu.text.characters import Script
from jianzhu.text.structure import BlockKind


class Source(Record):
    """Where the seed's bytes are and what they must be."""

    file: FileName = "source.txt"
    encoding: Text
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class LeftOut(Record):
    """A stretch of the seed that is not the author's and is not printed."""

    sic: SeedText
    why: Bilingual

    @property
    def quote(self) -> Quote:
        """The words of the seed that are left out."""
        return Quote(exact=self.sic)


class Accepted(Record):
    """A reading that looks like damage and is none."""

    text: SeedText
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
    #: A title for narrow columns; default: the title.
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

    def tag(self, lang: Language) -> str:
        """The tag (BCP 47) of the article's text in `lang`."""
        return self.script if lang.is_source else lang.tag


class EmendationRecord(Record):
    """emendations.yml, one entry: the seed's reading and the printed one. The quote is of the seed as received."""

    sic: SeedText
    corr: Words
    prefix: str = ""
    suffix: str = ""
    reason: Reason
    cert: Certainty
    resp: Text = "editors"
    why: Bilingual

    @property
    def quote(self) -> Quote:
        """The words of the seed that are replaced."""
        return Quote(exact=self.sic, prefix=self.prefix, suffix=self.suffix)


class ManifestBlock(Record):
    """segments.yml, one block: its kind and its segments, id -> printed text as last recorded."""

    kind: BlockKind
    level: int | None = Field(default=None, ge=1, le=4)
    segments: dict[SegmentId, SeedText]

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
    """en.yml, one entry: the translation and the hash of the source text it was made from; without `text`, not begun.

    `numbers_differ` is why its numbers are the source's, where the two are read as different ones.
    """

    source: Hash | None = None
    text: Text | None = None
    numbers_differ: Text | None = None
    status: Status = "draft"

    @property
    def begun(self) -> bool:
        """True where there is a translation yet."""
        return self.text is not None

    @property
    def english(self) -> str:
        """The translation; empty where none is begun."""
        return self.text or ""


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
            raise ValueError("a dismissal has zh, the Chinese words of a date or quantity, and neither en nor concept")
        return self
