"""The records of sources: the works that an edition rests on, in the terms of CSL, and where it cites them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from jianzhu.source.records.edition import WebAddress
from jianzhu.source.records.terms import Bilingual, Day, Edtf, Record, Slug, Text

#: The types of CSL 1.0.2 that an edition cites, https://docs.citationstyles.org/en/stable/specification.html
SourceType = Literal[
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "bill",
    "book",
    "broadcast",
    "chapter",
    "dataset",
    "document",
    "entry-encyclopedia",
    "hearing",
    "interview",
    "legal_case",
    "legislation",
    "motion_picture",
    "paper-conference",
    "patent",
    "post",
    "post-weblog",
    "regulation",
    "report",
    "review",
    "software",
    "song",
    "speech",
    "standard",
    "thesis",
    "treaty",
    "webpage",
]
#: What was opened: the source where it was first published, a copy kept by an archive, one published again, or a translation.
CopyKind = Literal["original", "archive", "reprint", "translation"]


def _name(value: object) -> object:
    return {"zh": value, "en": value} if isinstance(value, str) else value


#: A name that is the same in both languages, or one in each.
Name = Annotated[Bilingual, BeforeValidator(_name)]


class SourceRecord(Record):
    """sources.yml, one entry: a work that was opened, with its address; `says` is what it says of what it is cited for."""

    type: SourceType
    title: Name
    author: tuple[Name, ...] = ()
    #: The newspaper, journal, site or book that it stands in.
    container: Name | None = None
    publisher: Name | None = None
    date: Edtf | None = None
    #: Volume, issue and pages as its catalogs give them: `30 (2017), 5998–6008`.
    part: Text | None = None
    doi: Annotated[Text, StringConstraints(pattern=r"^10\.[0-9]{4,9}/\S+$")] | None = None
    url: WebAddress | None = None
    accessed: Day | None = None
    copy_kind: CopyKind = Field(default="original", alias="copy")
    says: Bilingual | None = None

    @model_validator(mode="after")
    def _opened(self) -> SourceRecord:
        if self.url is not None and self.accessed is None:
            raise ValueError("an address was opened on a day: add `accessed`")
        if self.accessed is not None and self.url is None:
            raise ValueError("`accessed` is the day on which an address was opened: add `url`")
        return self


def _citation(value: object) -> object:
    return {"source": value} if isinstance(value, str) else value


class CitationRecord(Record):
    """A source that a record cites, and where in it: a page, a chapter, a time."""

    source: Slug
    locator: Text | None = None


#: The sources of a record: an id, or an id with a locator.
Citations = tuple[Annotated[CitationRecord, BeforeValidator(_citation)], ...]
