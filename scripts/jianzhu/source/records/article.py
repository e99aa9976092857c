"""The records in the folder of one article: the article, its emendations, segments, translation and notes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from jianzhu.language import Side
from jianzhu.source.records.sources import Citations
from jianzhu.source.records.terms import (
    ArticleStatus,
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
    Successor,
    Target,
    Text,
    Words,
)
from jianzhu.text.characters import Script
from jianzhu.text.structure import MAY_BE_EMPTY, BlockKind

#: The formats that raw articles come in.
Format = Literal["text", "markdown", "html", "docx", "epub", "pdf"]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
_WITH_ENCODING = ("text", "markdown", "html")


class SeedPart(Record):
    """The part of a seed that is the article, where a file holds several: the words that it begins with, and that it ends with."""

    begins: Quote | None = None
    ends: Quote | None = None


class Source(Record):
    """Where the seed's bytes are and what they must be; for every format but plain text also what extract.yml must be."""

    file: FileName = "source.txt"
    format: Format = "text"
    #: Of a text file; None for the others.
    encoding: Text | None = None
    #: Of plain text: whether a line is a paragraph, or a part of one that was cut to a width.
    lines: Literal["paragraphs", "wrapped"] = "paragraphs"
    sha256: Sha256
    extraction: Sha256 | None = None
    part: SeedPart | None = None

    @model_validator(mode="after")
    def _complete(self) -> Source:
        if (self.encoding is not None) != (self.format in _WITH_ENCODING):
            raise ValueError("text, markdown and html have an encoding, docx, epub and pdf have none")
        if (self.extraction is not None) != (self.format != "text"):
            raise ValueError("every format but text has the SHA-256 of extract.yml as extraction")
        return self


class ImageRecord(Record):
    """An image of the text: its file in images/, its address in the seed, the SHA-256 of the file, and whose it is.

    Without `sha256` the file is not there yet; `omitted` is why it is left out for good.
    """

    file: FileName
    from_: Text = Field(alias="from")
    sha256: Sha256 | None = None
    rights: Bilingual | None = None
    omitted: Bilingual | None = None

    @model_validator(mode="after")
    def _there_or_not(self) -> ImageRecord:
        if self.sha256 is not None and self.omitted is not None:
            raise ValueError("an image has a sha256, or is omitted: not both")
        return self


class LeftOut(Record):
    """A stretch of the seed that is not the author's and is not printed."""

    sic: SeedText
    prefix: str = ""
    suffix: str = ""
    why: Bilingual

    @property
    def quote(self) -> Quote:
        """The words of the seed that are left out."""
        return Quote(exact=self.sic, prefix=self.prefix, suffix=self.suffix)


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
    """article.yml: what is known about one article.

    What may be None is known of a published article (`REQUIRED`), and of another one as soon as an editor writes it.
    """

    number: int
    status: ArticleStatus = "published"
    title: Bilingual
    #: A title for narrow columns; default: the title.
    short_title: Bilingual | None = None
    title_source: Literal["seed", "supplied"] | None = None
    author: Bilingual | None = None
    publisher: Bilingual | None = None
    date: Edtf | None = None
    date_note: Bilingual | None = None
    #: Of a Chinese text; other languages have none.
    script: Script | None = None
    source: Source
    rights: Bilingual | None = None
    description: Bilingual | None = None
    summary: Summary | None = None
    left_out: tuple[LeftOut, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    #: Copies of the text itself and what is known of it.
    sources: Citations = ()
    images: tuple[ImageRecord, ...] = ()


#: The keys that article.yml must have by the status of the article; the model requires those of every status itself.
REQUIRED: Mapping[ArticleStatus, tuple[str, ...]] = {
    "raw": (),
    "draft": ("title",),
    "published": ("title", "titleSource", "date", "dateNote", "rights", "description"),
}


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
    sources: Citations = ()

    @property
    def quote(self) -> Quote:
        """The words of the seed that are replaced."""
        return Quote(exact=self.sic, prefix=self.prefix, suffix=self.suffix)


class ManifestBlock(Record):
    """segments.yml, one block: its kind and its segments, id -> printed text as last recorded.

    `level` and `label` as in `jianzhu.text.structure.Passage`.
    """

    kind: BlockKind
    level: int | None = Field(default=None, ge=1, le=6)
    label: Words = ""
    segments: dict[SegmentId, SeedText]

    @model_validator(mode="after")
    def _what_the_kind_allows(self) -> ManifestBlock:
        if self.kind == "heading" and self.level is None:
            raise ValueError("a heading has a level from 1 to 6")
        if self.kind not in ("heading", "list") and self.level is not None:
            raise ValueError("only headings and the items of a list have a level")
        if self.kind == "heading" and len(self.segments) != 1:
            raise ValueError("a heading is one segment")
        if self.kind not in MAY_BE_EMPTY and not self.segments:
            raise ValueError(f"a block without segments is one of {', '.join(sorted(MAY_BE_EMPTY))}")
        return self


class ManifestRecord(Record):
    """segments.yml: the permanent ids in reading order."""

    blocks: tuple[ManifestBlock, ...] = ()
    #: From a retired id to the segment that says now what it said, here or in another article, or to none.
    withdrawn: dict[SegmentId, Successor | None] = {}
    #: The number of the next new segment: no number is given twice.
    next: int = Field(default=1, ge=1, le=9_999_999)


def _quote(value: object) -> object:
    return {"exact": value} if isinstance(value, str) else value


#: Words of a translation: as they are, or as a quote where they stand there more than once.
PlacedWords = Annotated[Quote, BeforeValidator(_quote)]


class TranslationRecord(Record):
    """en.yml (or that of another language), one entry: the translation and the hash of the source text it was made from.

    Without `text` it is not begun. `marks` are the words at which stands what the author set apart in the source, in its order,
    None for what has no place (`jianzhu.annotate.placing`). `numbers_differ` is why its numbers are the source's, where the two
    are read as different ones.
    """

    source: Hash | None = None
    text: Text | None = None
    marks: tuple[PlacedWords | None, ...] = ()
    numbers_differ: Text | None = None
    status: Status = "draft"

    @property
    def begun(self) -> bool:
        """True where there is a translation yet."""
        return self.text is not None

    @property
    def words(self) -> str:
        """The translation; empty where none is begun."""
        return self.text or ""


class NoteRecord(Target):
    """notes.yml, one entry."""

    kind: NoteKind
    body: Bilingual
    sources: Citations = ()
    cert: Certainty = "high"
    status: Status = "draft"


class MarkRecord(Target):
    """marks.yml, one entry: an editor's decision what the words mean; without a concept, that they mean none.

    `dismissed` decides of a date or quantity in the source that it is nothing to record, and why.
    """

    concept: Slug | None = None
    dismissed: Dismissal | None = None
    status: Status = "draft"

    @model_validator(mode="after")
    def _one_decision(self) -> MarkRecord:
        if self.dismissed and (self.concept or self.quote(Side.TRANSLATION) or not self.quote(Side.SOURCE)):
            raise ValueError(
                "a dismissal quotes the words of a date or quantity in the source, and has neither a quote of the translation "
                "nor a concept"
            )
        return self
