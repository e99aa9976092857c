"""The data contract: what other programs may rely on under data/ of the site, as models that write their own schemas and the
page of the contract. Backquotes in descriptions enclose code.

Addresses are relative to the site's base. Offsets count Unicode code points of the sentence's text in their language.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from jianzhu.site.data.contract.base import DESCRIPTION, SECTION, Datum, Pair, PlaceDatum
from jianzhu.site.data.contract.build import BuildDatum
from jianzhu.site.data.contract.changes import ChangeDatum
from jianzhu.site.data.contract.registers import (
    AsksDatum,
    ClaimDatum,
    ConceptDatum,
    EventDatum,
    LabelDatum,
    OccurrenceDatum,
    PositionDatum,
    QuestionDatum,
    RelationDatum,
)
from jianzhu.site.data.contract.sources import CitationDatum, SourceDatum
from jianzhu.site.data.contract.texts import (
    ArticleDatum,
    BlockDatum,
    EmendationDatum,
    InlineDatum,
    NoteDatum,
    SegmentDatum,
    SummaryDatum,
)
from jianzhu.text.kinds import Kinds, ids_of

__all__ = [
    "CONTRACT",
    "DESCRIPTION",
    "FILES",
    "ArticleDatum",
    "AsksDatum",
    "BlockDatum",
    "BuildDatum",
    "ChangeDatum",
    "CitationDatum",
    "ClaimDatum",
    "ConceptDatum",
    "Datum",
    "EmendationDatum",
    "EventDatum",
    "InlineDatum",
    "LabelDatum",
    "NoteDatum",
    "OccurrenceDatum",
    "Pair",
    "PlaceDatum",
    "PositionDatum",
    "QuestionDatum",
    "RelationDatum",
    "SegmentDatum",
    "SourceDatum",
    "SummaryDatum",
    "schema",
]

#: Its version; a change that breaks a reader of the files raises it.
CONTRACT = 2

#: The files below data/ by their names without the extension.
FILES: dict[str, TypeAdapter[Any]] = {
    "articles": TypeAdapter(tuple[ArticleDatum, ...]),
    "segments": TypeAdapter(tuple[SegmentDatum, ...]),
    "glossary": TypeAdapter(tuple[ConceptDatum, ...]),
    "events": TypeAdapter(tuple[EventDatum, ...]),
    "claims": TypeAdapter(tuple[ClaimDatum, ...]),
    "relations": TypeAdapter(tuple[RelationDatum, ...]),
    "questions": TypeAdapter(tuple[QuestionDatum, ...]),
    "sources": TypeAdapter(tuple[SourceDatum, ...]),
    "emendations": TypeAdapter(tuple[EmendationDatum, ...]),
    "notes": TypeAdapter(tuple[NoteDatum, ...]),
    "changes": TypeAdapter(tuple[ChangeDatum, ...]),
    "build": TypeAdapter(BuildDatum),
}


def schema(name: str, kinds: Kinds) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of data/<name>.json in an edition with these `kinds`.

    Raises KeyError for a file that is not in the contract.
    """
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.json"}
    found = head | FILES[name].json_schema(by_alias=True, mode="serialization")
    for model in found.get("$defs", {}).values():
        for value in model["properties"].values():
            if section := value.pop(SECTION, None):
                # In the order in which the keys of all others are.
                listed = sorted({**value, "enum": list(ids_of(kinds, section))}.items())
                value.clear()
                value.update(listed)
    return found
