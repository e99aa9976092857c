"""Proposal: what the tool would record of a place, and why. An editor accepts it, edits it or throws it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jianzhu.source.ref import Ref
from jianzhu.source.suggested import ProposalKind, Register

__all__ = ["Place", "Proposal", "ProposalKind", "Register"]


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
