"""Notes: what the editors say about the words of a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.quotations import Quotation
from jianzhu.show.registers.sources import Cited, cited
from jianzhu.source.records.article import NoteRecord
from jianzhu.source.records.terms import Certainty, NoteKind, Status

#: Segment id -> the notes on it, each with its id.
NotesBySegment = Mapping[str, Sequence[tuple[str, NoteRecord]]]


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note in one language; `quotation` are the words it is about, in the source where it names none on the side that leads."""

    name: str
    kind: NoteKind
    cert: Certainty
    quotation: Quotation | None
    body: str
    status: Status
    sources: tuple[Cited, ...] = ()


def notes_by_segment(article: Article) -> NotesBySegment:
    """The notes of `article` by the id of the segment they are on."""
    notes: dict[str, list[tuple[str, NoteRecord]]] = defaultdict(list)
    for name, record in article.notes.items():
        notes[record.segment].append((name, record))
    return notes


def note_of(edition: Edition, article: Article, name: str, lang: Language, lead: Side) -> Note:
    """The note `name` of `article` in `lang`, beside a text of which `lead` leads."""
    record = article.notes[name]
    shown = lead if record.quote(lead) else Side.SOURCE
    quote = record.quote(shown)
    return Note(
        name=name,
        kind=record.kind,
        cert=record.cert,
        quotation=Quotation(quote.exact, article.tag(shown)) if quote else None,
        body=record.body[lang],
        status=record.status,
        sources=cited(edition.sources, record.sources, lang),
    )
