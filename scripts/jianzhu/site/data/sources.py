"""Sources: the works that the edition rests on, and where records cite them, as data."""

from __future__ import annotations

from jianzhu.site.data.contract import CitationDatum, SourceDatum
from jianzhu.site.data.pair import pair
from jianzhu.source.records import Citations, SourceRecord


def cited(citations: Citations) -> tuple[CitationDatum, ...]:
    """What a record rests on, in its order."""
    return tuple(CitationDatum(source=one.source, locator=one.locator) for one in citations)


def source_datum(name: str, record: SourceRecord) -> SourceDatum:
    """The source `name` as data."""
    return SourceDatum(
        id=name,
        type=record.type,
        author=tuple(map(pair, record.author)),
        title=pair(record.title),
        container_title=pair(record.container),
        publisher=pair(record.publisher),
        issued=record.date,
        part=record.part,
        doi=record.doi,
        url=record.url,
        accessed=record.accessed,
        copy_kind=record.copy_kind,
        says=pair(record.says),
    )
