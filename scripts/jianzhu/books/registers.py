"""Registers: what is said across the articles: questions, cross-references, timeline, claims and glossary."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.relate import Edition
from jianzhu.books.chapters import mention_address
from jianzhu.books.document import Document, Entry
from jianzhu.books.xhtml import fill
from jianzhu.language import Language
from jianzhu.show.glossary import sort_key
from jianzhu.show.messages import book_messages
from jianzhu.show.quotations import quotation_of
from jianzhu.source.quote import Stretch, split_at_quotes
from jianzhu.source.records import ConceptRecord, ConceptType, PositionRecord, QuestionKind, RelationRecord
from jianzhu.source.ref import Ref
from jianzhu.text.edtf import edtf_beginning
from jianzhu.text.units import Dimension, dimension


@dataclass(frozen=True)
class Passage:
    """A sentence that answers a question, in both languages, the one that leads first, each with its tag."""

    ref: Ref
    texts: tuple[tuple[str, tuple[Stretch, ...]], ...]


@dataclass(frozen=True)
class End:
    """One end of a cross-reference."""

    ref: Ref
    quotation: str
    lang: str


@dataclass(frozen=True)
class Term:
    """A concept in the glossary; `aliases` each with its language, `mentions` by article: its slug and the address."""

    id: str
    record: ConceptRecord
    aliases: tuple[tuple[str, str], ...]
    related: tuple[str, ...]
    mentions: tuple[tuple[str, str], ...]


def questions_document(edition: Edition, lang: Language) -> Document:
    """What the articles answer alike and differently, by kind of question, with the passages."""
    kinds = [
        (kind, [(name, question) for name, question in edition.questions.items() if question.about == kind])
        for kind in get_args(QuestionKind)
    ]
    groups = [
        (
            kind,
            [(name, question, [_position(edition, p, lang) for p in question.positions]) for name, question in found],
        )
        for kind, found in kinds
        if found
    ]
    path, t = "questions.xhtml", book_messages(lang)
    entries = tuple(
        Entry(question.label[lang], f"{path}#question-{name}") for _, found in groups for name, question, _ in found
    )
    text = fill("questions.xhtml.j2", lang, groups=groups, edition=edition)
    return Document(path, text, Entry(t["questions"], path, entries=entries))


def _position(edition: Edition, position: PositionRecord, lang: Language) -> tuple[PositionRecord, list[Passage]]:
    article = edition.by_slug[position.article]
    passages = []
    for ref in dict.fromkeys(passage.segment for passage in position.passages):
        targets, sentence = [p for p in position.passages if p.segment == ref], edition.sentences[ref]
        texts = []
        for side in (lang, lang.other):
            quotes = [quote for target in targets if (quote := target.quote(side))]
            texts.append((article.record.tag(side), split_at_quotes(sentence.text_in(side) or "", quotes)))
        passages.append(Passage(ref, tuple((tag, marked) for tag, marked in texts if marked)))
    return position, passages


def references_document(edition: Edition, lang: Language) -> Document:
    """All cross-references by the pair of articles that they join, in reading order, with both passages."""
    order = {ref: place for place, ref in enumerate(edition.sentences)}
    numbers = {article.slug: number for number, article in enumerate(edition.articles)}

    def pair(relation: RelationRecord) -> tuple[str, ...]:
        return tuple(sorted((ref.article for ref in (relation.source, relation.target)), key=numbers.__getitem__))

    def place(item: tuple[str, RelationRecord]) -> tuple[tuple[int, ...], int, int, str]:
        relation = item[1]
        slugs = tuple(numbers[slug] for slug in pair(relation))
        return slugs, order[relation.source], order[relation.target], item[0]

    relations = sorted(edition.relations.items(), key=place)
    groups = [
        (slugs, [(name, relation, _ends(edition, relation, lang)) for name, relation in members])
        for slugs, members in itertools.groupby(relations, key=lambda item: pair(item[1]))
    ]
    text = fill("references.xhtml.j2", lang, groups=groups, edition=edition)
    return Document("references.xhtml", text, Entry(book_messages(lang)["relations"], "references.xhtml"))


def _ends(edition: Edition, relation: RelationRecord, lang: Language) -> list[End]:
    found = [(ref, quotation_of(edition, ref, lang)) for ref in (relation.source, relation.target)]
    return [End(ref, quotation.text, quotation.tag) for ref, quotation in found]


def timeline_document(edition: Edition, lang: Language) -> Document:
    """The events in the order of time, by year, each with its evidence."""
    events = [(name, edition.events[name]) for name in edition.timeline]
    years = [
        (year, list(members))
        for year, members in itertools.groupby(events, key=lambda item: edtf_beginning(item[1].edtf)[0])
    ]
    text = fill("timeline.xhtml.j2", lang, years=years, edition=edition)
    return Document("timeline.xhtml", text, Entry(book_messages(lang)["timeline"], "timeline.xhtml"))


def claims_document(edition: Edition, lang: Language) -> Document:
    """The figures by what they measure, the smallest first, each with who says so, as of when, and where."""
    claims = sorted(edition.claims.items(), key=lambda item: (*item[1].quantity.order, item[0]))
    groups = [
        (kind, [(name, claim) for name, claim in claims if dimension(claim.unit) == kind])
        for kind in get_args(Dimension)
    ]
    groups = [(kind, found) for kind, found in groups if found]
    path, t = "claims.xhtml", book_messages(lang)
    entries = tuple(Entry(t.word("Dimension", kind), f"{path}#{kind}") for kind, _ in groups)
    text = fill("claims.xhtml.j2", lang, groups=groups, edition=edition)
    return Document(path, text, Entry(t["claims"], path, entries=entries))


def glossary_documents(edition: Edition, lang: Language) -> list[Document]:
    """The concepts, a document for each type, with their names, definition, and where the articles name them first.

    One document for all would be too large for the memory of small e-readers. The first stands for all in the contents.
    """
    order = sorted(edition.concepts, key=lambda name: (sort_key(edition.concepts[name], lang), name))
    groups = [
        (kind, [_term(edition, name, lang) for name in order if edition.concepts[name].type == kind])
        for kind in get_args(ConceptType)
    ]
    groups = [(kind, terms) for kind, terms in groups if terms]
    t, paths = book_messages(lang), {kind: f"glossary-{kind}.xhtml" for kind, _ in groups}
    entry = Entry(
        t["glossary"],
        next(iter(paths.values()), ""),
        entries=tuple(Entry(t.word("ConceptType", k), p) for k, p in paths.items()),
    )
    return [
        Document(
            paths[kind],
            fill("glossary.xhtml.j2", lang, kind=kind, terms=terms, edition=edition),
            None if number else entry,
            "" if number else "glossary",
        )
        for number, (kind, terms) in enumerate(groups)
    ]


def _term(edition: Edition, name: str, lang: Language) -> Term:
    concept = edition.concepts[name]
    related = dict.fromkeys((*concept.broader, *edition.neighbors[name]))
    return Term(
        name,
        concept,
        concept.aliases,
        tuple(other for other in related if other in edition.concepts and other != name),
        tuple(_mentions(edition, name, lang)),
    )


def _mentions(edition: Edition, name: str, lang: Language) -> Iterator[tuple[str, str]]:
    """The articles that name the concept, with the address of the first time: in the language that leads, if they do."""
    sides: dict[str, set[Language]] = {}
    for found in edition.occurrences[name]:
        sides.setdefault(found.article.slug, set()).add(found.lang)
    for slug, named in sides.items():
        yield slug, mention_address(slug, name, lang if lang in named else min(named), lang)
