"""The record of changes: what had an address and has another now, or none."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from jianzhu.source.records.terms import (
    Addressed,
    Bilingual,
    ChangeKind,
    Day,
    Record,
    SegmentId,
    Text,
    is_slug,
)
from jianzhu.source.ref import Ref, split_id

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
#: What is known by the article it is in: `<article>:<id>`.
WITHIN = frozenset({"segment", "note"})
#: The kinds of changes after which the old id means nothing by itself, and those after which it must lead on.
GONE = frozenset({"renamed", "joined", "moved", "deleted"})
_LEADS_ON = frozenset({"renamed", "joined", "moved", "split"})


class SeedVersions(Record):
    """The SHA-256 of a seed before and after it was replaced by a new version."""

    old: Sha256
    new: Sha256


class ChangeRecord(Record):
    """changes.yml, one entry: on `date`, `what` with the id `from` was renamed, … to `to`.

    After `split` and `updated` the old id is still there; `to` of a deletion is what readers are led to.
    """

    date: Day
    kind: ChangeKind
    what: Addressed
    source: Text = Field(alias="from")
    target: Text | None = Field(default=None, alias="to")
    #: What it was called.
    label: Bilingual | None = None
    #: Of an article that is gone: where its segments are now.
    segments: dict[SegmentId, Ref] = {}
    seed: SeedVersions | None = None
    why: Bilingual | None = None

    @model_validator(mode="after")
    def _whole(self) -> ChangeRecord:
        for key, name in (("from", self.source), ("to", self.target)):
            if name is not None and not is_address(self.what, name):
                form = "<article>:<segment>" if self.what == "segment" else "<article>:<note>"
                raise ValueError(f"{key}: {form if self.what in WITHIN else 'an id'}; {name!r} is none")
        if self.kind in _LEADS_ON and self.target is None:
            raise ValueError(f"what is {self.kind} has a `to`")
        if self.kind == "updated" and (self.target is not None or self.what != "article" or self.seed is None):
            raise ValueError("an update is of an article, has `seed` with `old` and `new`, and no `to`")
        if self.target == self.source:
            raise ValueError("`from` and `to` are two ids")
        if self.segments and self.what != "article":
            raise ValueError("only an article has `segments`")
        return self


def is_address(what: Addressed, name: str) -> bool:
    """True where `name` can be the id of `what`."""
    if what not in WITHIN:
        return is_slug(name)
    article, rest = split_id(name)
    if what == "note":
        return is_slug(article) and is_slug(rest)
    try:
        return is_slug(Ref.parse(name).article)
    except ValueError:
        return False
