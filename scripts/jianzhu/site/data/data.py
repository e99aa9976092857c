"""Data: the edition as JSON files after the contract, with their JSON Schemas (draft 2020-12)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from importlib.metadata import version
from typing import Any

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.changes import current, place_of
from jianzhu.site.data.contract import (
    CONTRACT,
    FILES,
    ArticleDatum,
    AsksDatum,
    BuildDatum,
    ChangeDatum,
    ClaimDatum,
    ConceptDatum,
    EmendationDatum,
    EventDatum,
    LabelDatum,
    NoteDatum,
    OccurrenceDatum,
    Pair,
    PlaceDatum,
    PositionDatum,
    QuestionDatum,
    RelationDatum,
    SegmentDatum,
    SummaryDatum,
    schema,
)
from jianzhu.site.data.pair import pair
from jianzhu.site.data.sources import cited, source_datum
from jianzhu.site.data.structure import block_datum, sentence_fields
from jianzhu.source.records import Addressed, ChangeRecord, RemoteTarget, Summary, Target
from jianzhu.source.ref import Ref

#: The libraries whose version can change what is published.
LIBRARIES = ("edtf", "opencc", "pydantic")


def data_files(edition: Edition) -> dict[str, str]:
    """data/<name>.json and data/schema/<name>.json for every file of the contract."""
    content: dict[str, Any] = {
        "articles": tuple(_article(edition, article) for article in edition.articles),
        "segments": tuple(datum for article in edition.articles for datum in _segments(edition, article)),
        "glossary": tuple(_concept(edition, name) for name in edition.concepts),
        "events": tuple(_event(edition, name) for name in edition.events),
        "claims": tuple(_claim(edition, name) for name in edition.claims),
        "relations": tuple(_relation(edition, name) for name in edition.relations),
        "questions": tuple(_question(edition, name) for name in edition.questions),
        "sources": tuple(source_datum(name, record) for name, record in edition.sources.items()),
        "emendations": tuple(datum for article in edition.articles for datum in _emendations(article)),
        "notes": tuple(datum for article in edition.articles for datum in _notes(article)),
        "changes": tuple(_changes(edition)),
    }
    content["build"] = BuildDatum(
        contract=CONTRACT,
        versions={name: version(name) for name in LIBRARIES},
        counts=row_counts(edition),
    )
    files = {}
    for name, adapter in FILES.items():
        files[f"data/{name}.json"] = _json(
            adapter.dump_python(content[name], mode="json", by_alias=True, exclude_unset=True)
        )
        files[f"data/schema/{name}.json"] = _json(schema(name, edition.kinds))
    return files


def row_counts(edition: Edition) -> dict[str, int]:
    """How many rows each file of the contract has."""
    return {
        "articles": len(edition.articles),
        "segments": len(edition.sentences),
        "glossary": len(edition.concepts),
        "events": len(edition.events),
        "claims": len(edition.claims),
        "relations": len(edition.relations),
        "questions": len(edition.questions),
        "sources": len(edition.sources),
        "emendations": sum(len(article.emendations) for article in edition.articles),
        "notes": sum(len(article.notes) for article in edition.articles),
        "changes": sum(1 + len(change.segments) for change in edition.history.changes),
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _urls(edition: Edition, path: str) -> Pair:
    return Pair(zh=f"{edition.folder(Language.ZH)}{path}", en=f"{edition.folder(Language.EN)}{path}")


def _article(edition: Edition, article: Article) -> ArticleDatum:
    record = article.record
    return ArticleDatum(
        id=article.slug,
        slug=article.slug,
        status="draft" if record.status == "draft" else "published",
        title=pair(record.title),
        title_source=record.title_source,
        author=pair(record.author),
        publisher=pair(record.publisher),
        date=record.date,
        script=record.script,
        language=article.source_tag,
        translation_language=article.tag(Side.TRANSLATION),
        sha256=record.source.sha256,
        encoding=record.source.encoding or "",
        description=pair(record.description),
        summary=_summary(record.summary),
        rights=pair(record.rights),
        url=_urls(edition, f"articles/{article.slug}.html"),
        segments=tuple(sentence.ref for sentence in article.sentences),
        blocks=tuple(map(block_datum, article.blocks)),
        withdrawn=dict(sorted(article.withdrawn.items())),
        sources=cited(record.sources),
    )


def _segments(edition: Edition, article: Article) -> Iterator[SegmentDatum]:
    for block in article.blocks:
        for sentence in block.sentences:
            yield SegmentDatum(
                id=sentence.ref,
                article=article.slug,
                kind=block.kind,
                text=sentence.text_on(Side.SOURCE) or "",
                translation=sentence.translation,
                translation_status=sentence.translation_status,
                url=_urls(edition, f"articles/{article.slug}.html#{sentence.id}"),
                **sentence_fields(sentence),
            )


def _concept(edition: Edition, name: str) -> ConceptDatum:
    concept = edition.concepts[name]
    return ConceptDatum(
        id=name,
        type=concept.type,
        pref_label=LabelDatum(
            zh_hans=concept.pref_label.zh_hans,
            zh_hant=concept.pref_label.zh_hant,
            en=concept.pref_label.en,
            others=dict(concept.pref_label.others),
        ),
        alt_label=concept.alt_label,
        hidden_label=concept.hidden_label,
        pinyin=concept.pinyin,
        definition=pair(concept.definition),
        broader=concept.broader,
        related=concept.related,
        status=concept.status,
        occurrences=tuple(
            OccurrenceDatum(
                segment=o.sentence.ref, lang=edition.texts[o.side].code, start=o.start, end=o.end, exact=o.exact
            )
            for o in edition.occurrences[name]
        ),
        url=_urls(edition, f"glossary/{name}.html"),
        sources=cited(concept.sources),
    )


def _event(edition: Edition, name: str) -> EventDatum:
    event = edition.events[name]
    return EventDatum(
        id=name,
        edtf=event.edtf,
        kind=event.kind,
        label=pair(event.label),
        segments=tuple(target.segment for target in event.evidence),
        concepts=event.concepts,
        resolution=pair(event.resolution),
        status=event.status,
        url=_urls(edition, f"timeline/index.html#{name}"),
        sources=cited(event.sources),
    )


def _claim(edition: Edition, name: str) -> ClaimDatum:
    claim = edition.claims[name]
    return ClaimDatum(
        id=name,
        label=pair(claim.label),
        subject=claim.subject,
        value=_number(claim.value),
        min=_number(claim.min),
        max=_number(claim.max),
        hedge=claim.hedge,
        unit=claim.unit,
        as_of=claim.as_of,
        asserted_by=pair(claim.asserted_by),
        segment=claim.target.segment,
        exact=_place(claim.target).exact,
        repeats=tuple(map(_place, claim.repeats)),
        status=claim.status,
        sources=cited(claim.sources),
    )


def _place(target: RemoteTarget) -> PlaceDatum:
    return PlaceDatum(segment=target.segment, exact=_exact(target))


def _exact(target: Target | RemoteTarget) -> str | None:
    """The words of the source that `target` quotes; None for a whole sentence."""
    quote = target.quote(Side.SOURCE)
    return quote.exact if quote else None


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where `value` is, else the nearest double."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _relation(edition: Edition, name: str) -> RelationDatum:
    relation = edition.relations[name]
    return RelationDatum(
        id=name,
        type=relation.type,
        source=relation.source,
        target=relation.target,
        rationale=pair(relation.rationale),
        status=relation.status,
        sources=cited(relation.sources),
    )


def _question(edition: Edition, name: str) -> QuestionDatum:
    question = edition.questions[name]
    return QuestionDatum(
        id=name,
        label=pair(question.label),
        asks=AsksDatum(zh=question.asks.zh, en=question.asks.en),
        about=question.about,
        verdict=question.verdict,
        finding=pair(question.finding),
        positions=tuple(
            PositionDatum(
                article=position.article,
                voice=pair(position.voice),
                stance=pair(position.stance),
                passages=tuple(map(_place, position.passages)),
            )
            for position in question.positions
        ),
        concepts=question.concepts,
        status=question.status,
        url=_urls(edition, f"questions/{name}.html"),
    )


def _summary(summary: Summary | None) -> SummaryDatum | None:
    if summary is None:
        return None
    return SummaryDatum(
        thesis=pair(summary.thesis), steps=tuple(map(pair, summary.steps)), against=pair(summary.against)
    )


def _emendations(article: Article) -> Iterator[EmendationDatum]:
    for emendation in article.emendations:
        owner = article.emendation_segments[emendation.id]
        yield EmendationDatum(
            id=f"{article.slug}:{emendation.id}",
            article=article.slug,
            segment=Ref(article.slug, owner) if owner else None,
            sic=emendation.sic,
            corr=emendation.corr,
            reason=emendation.reason,
            cert=emendation.cert,
            resp=emendation.resp,
            rules=emendation.rules,
            seed_start=emendation.seed_start,
            why=pair(emendation.why),
            sources=cited(emendation.sources),
        )


def _notes(article: Article) -> Iterator[NoteDatum]:
    for name, note in sorted(article.notes.items()):
        yield NoteDatum(
            id=f"{article.slug}:{name}",
            segment=Ref(article.slug, note.segment),
            exact=_exact(note),
            kind=note.kind,
            cert=note.cert,
            status=note.status,
            body=pair(note.body),
            sources=cited(note.sources),
        )


def _changes(edition: Edition) -> Iterator[ChangeDatum]:
    """The changes in the order of their record; of an article that was joined to another, its segments follow."""
    for change in edition.history.changes:
        yield _change(edition, change, change.what, change.source, change.target)
        for name, ref in change.segments.items():
            yield _change(edition, change, "segment", f"{change.source}:{name}", str(ref))


def _change(edition: Edition, change: ChangeRecord, what: Addressed, old: str, new: str | None) -> ChangeDatum:
    successor = current(edition, what, new or old)
    place = place_of(edition, what, successor, Language.ZH) if successor else None
    return ChangeDatum(
        date=change.date,
        kind=change.kind,
        what=what,
        source=old,
        to=new,
        successor=successor,
        label=pair(change.label) if what == change.what else None,
        url=_urls(edition, place.address) if place else None,
    )
