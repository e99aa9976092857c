"""Registers: what is said across the articles: questions, cross-references, timeline, claims and glossary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from jianzhu.annotate.edition import Edition
from jianzhu.books.addresses import mention_address, suffix
from jianzhu.books.document import ContentDocument, TocEntry
from jianzhu.books.xhtml import fill
from jianzhu.language import Language, Side
from jianzhu.show.messages import book_messages
from jianzhu.show.registers.claims import claims_by_dimension
from jianzhu.show.registers.glossary import concepts_by_type
from jianzhu.show.registers.questions import positions_of, questions_by_kind
from jianzhu.show.registers.references import by_pair, references
from jianzhu.show.registers.sources import listed_sources, short_reference
from jianzhu.show.registers.timeline import events_by_year
from jianzhu.show.texts import text_words
from jianzhu.source.records.registers import ConceptRecord


@dataclass(frozen=True, kw_only=True)
class GlossaryTerm:
    """A concept in the glossary; `aliases` each with its language, `mentions` by article: its slug and the address."""

    id: str
    record: ConceptRecord
    aliases: tuple[tuple[str, str], ...]
    related: tuple[str, ...]
    mentions: tuple[tuple[str, str], ...]


def questions_document(edition: Edition, lang: Language, lead: Side) -> ContentDocument:
    """What the articles answer alike and differently, by kind of question, with the passages."""
    groups = [
        (kind, [(name, question, positions_of(edition, question, lang, lead)) for name, question in members])
        for kind, members in questions_by_kind(edition)
    ]
    path, t = "questions.xhtml", book_messages(lang)
    entries = tuple(
        TocEntry(question.label[lang], f"{path}#question-{name}")
        for _, members in groups
        for name, question, _ in members
    )
    text = fill("questions.xhtml.j2", lang, groups=groups, edition=edition)
    return ContentDocument(path, text, TocEntry(t["questions"], path, entries=entries))


def references_document(edition: Edition, lang: Language, lead: Side) -> ContentDocument:
    """All cross-references by the pair of articles that they link, in reading order, with both passages."""
    groups = by_pair(edition, references(edition, lang, lead))
    text = fill(
        "references.xhtml.j2", lang, groups=groups, edition=edition, texts=text_words(edition.record.called, lang)
    )
    return ContentDocument("references.xhtml", text, TocEntry(book_messages(lang)["relations"], "references.xhtml"))


def timeline_document(edition: Edition, lang: Language) -> ContentDocument:
    """The events in the order of time, by year, each with its evidence."""
    text = fill(
        "timeline.xhtml.j2",
        lang,
        years=events_by_year(edition),
        edition=edition,
        texts=text_words(edition.record.called, lang),
    )
    return ContentDocument("timeline.xhtml", text, TocEntry(book_messages(lang)["timeline"], "timeline.xhtml"))


def claims_document(edition: Edition, lang: Language, lead: Side) -> ContentDocument:
    """The figures by what they measure, the smallest first, each with who says so, as of when, and where."""
    groups = claims_by_dimension(edition)
    path, t = "claims.xhtml", book_messages(lang)
    entries = tuple(TocEntry(edition.kinds.dimensions[kind].heading[lang], f"{path}#{kind}") for kind, _ in groups)
    text = fill("claims.xhtml.j2", lang, groups=groups, edition=edition, lead=lead)
    return ContentDocument(path, text, TocEntry(t["claims"], path, entries=entries))


def bibliography_document(edition: Edition, lang: Language) -> ContentDocument:
    """The sources that the notes cite and others rest on, each in full."""
    listed = listed_sources(edition, lang)
    text = fill("bibliography.xhtml.j2", lang, listed=listed, short=partial(short_reference, lang=lang))
    title = book_messages(lang)["bibliography"]
    return ContentDocument("bibliography.xhtml", text, TocEntry(title, "bibliography.xhtml"))


def glossary_documents(edition: Edition, lang: Language, lead: Side) -> list[ContentDocument]:
    """The concepts, a document for each type, with their names, definition, and where the articles name them first.

    One document for all would be too large for the memory of small e-readers. The first stands for all in the contents.
    """
    groups = concepts_by_type(edition, lang)
    t, paths = book_messages(lang), {kind: f"glossary-{kind}.xhtml" for kind, _ in groups}
    entry = TocEntry(
        t["glossary"],
        next(iter(paths.values()), ""),
        entries=tuple(TocEntry(edition.kinds.concepts[kind].heading[lang], path) for kind, path in paths.items()),
    )
    documents: list[ContentDocument] = []
    for kind, names in groups:
        terms = [_term(edition, name, lead) for name in names]
        text = fill("glossary.xhtml.j2", lang, kind=kind, terms=terms, edition=edition)
        first = not documents
        documents.append(ContentDocument(paths[kind], text, entry if first else None, "glossary" if first else ""))
    return documents


def _term(edition: Edition, name: str, lead: Side) -> GlossaryTerm:
    concept = edition.concepts[name]
    related = dict.fromkeys((*concept.broader, *edition.neighbors[name]))
    return GlossaryTerm(
        id=name,
        record=concept,
        aliases=concept.aliases(edition.texts),
        related=tuple(other for other in related if other in edition.concepts and other != name),
        mentions=tuple(_mentions(edition, name, lead)),
    )


def _mentions(edition: Edition, name: str, lead: Side) -> Iterator[tuple[str, str]]:
    """The articles that name the concept, with the address of the first time: on the side that leads, if they do."""
    sides: dict[str, set[Side]] = {}
    for found in edition.occurrences[name]:
        sides.setdefault(found.article.slug, set()).add(found.side)
    for slug, named in sides.items():
        side = lead if lead in named else min(named)
        yield slug, mention_address(slug, name, suffix(edition.texts, side, lead))
