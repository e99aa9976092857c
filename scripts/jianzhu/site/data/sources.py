"""Sources: the works that the edition rests on, and where records cite them, as data."""

from __future__ import annotations

from jianzhu.site.data.contract import CitationDatum, Pair, SourceDatum
from jianzhu.source.records import Bilingual, Citations, SourceRecord


def cited(citations: Citations) -> tuple[CitationDatum, ...]:
    """What a record rests on, in its order."""
    return tuple(CitationDatum(source=one.source, locator=one.locator) for one in citations)


def source_datum(name: str, record: SourceRecord) -> SourceDatum:
    """The source `name` as data."""
    return SourceDatum(
        id=name,
        type=record.type,
        author=tuple(_pair(author) for author in record.author),
        title=_pair(record.title),
        container_title=_pair(record.container) if record.container else None,
        publisher=_pair(record.publisher) if record.publisher else None,
        issued=record.date,
        part=record.part,
        doi=record.doi,
        url=record.url,
        accessed=record.accessed,
        copy_kind=record.copy_kind,
        says=_pair(record.says) if record.says else None,
    )


def _pair(text: Bilingual) -> Pair:
    return Pair(zh=text.zh, en=text.en)
