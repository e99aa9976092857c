"""Relate: the articles as one edition: concordance, timeline, claims, and links between passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from jianzhu.annotate.anchor import Pointer
from jianzhu.annotate.article import Article
from jianzhu.annotate.citations import cited_in, source_problems
from jianzhu.annotate.edition import Edition, Occurrence
from jianzhu.annotate.history import make_history
from jianzhu.annotate.withheld import front_without, without_articles
from jianzhu.language import Side
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import (
    ConceptRecord,
)
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import Registers, Seeds, Vocabulary
from jianzhu.source.unknown import unknown_article, unknown_concept
from jianzhu.text.edtf import edtf_bounds

K = TypeVar("K")
T = TypeVar("T")


def pointers_by_article(registers: Registers) -> dict[str, tuple[Pointer, ...]]:
    """What events, claims and questions point to, by the slug of the article they point into."""
    pointers: dict[str, list[Pointer]] = defaultdict(list)
    for event_id, event in registers.events.items():
        for index, target in enumerate(event.evidence):
            locations = registers.files["events.yml"].locations(event_id, "evidence", index)
            pointers[target.segment.article].append(Pointer("event", event_id, target, locations))
    for claim_id, claim in registers.claims.items():
        keys = [("target",), *(("repeats", index) for index in range(len(claim.repeats)))]
        for key, target in zip(keys, claim.targets, strict=True):
            locations = registers.files["claims.yml"].locations(claim_id, *key)
            pointers[target.segment.article].append(Pointer("claim", claim_id, target, locations))
    for question_id, question in registers.questions.items():
        for number, position in enumerate(question.positions):
            for index, passage in enumerate(position.passages):
                locations = registers.files["questions.yml"].locations(
                    question_id, "positions", number, "passages", index
                )
                pointers[position.article].append(Pointer("question", question_id, passage, locations))
    return {slug: tuple(found) for slug, found in pointers.items()}


def relate(
    seeds: Seeds, articles: Sequence[Article], withheld: Collection[str] = ()
) -> tuple[Edition | None, list[Problem]]:
    """The edition of `articles`, and a problem for every reference that cannot be resolved; None where edition.yml could not
    be read. What the registers say of the articles `withheld` is not in it.
    """
    registers, concepts = without_articles(seeds.registers, withheld), seeds.vocabulary.concepts
    made = {article.slug for article in articles}
    # What points into an article that could not be read is not to blame.
    unread = seeds.unread | {folder.slug for folder in seeds.folders} - made
    history, unresolved = make_history(seeds, articles)
    problems = [
        *unresolved,
        *_unknown_concepts(seeds),
        # Where a question’s answers stand in its file is known of all of them only.
        *_unknown_articles(seeds.registers, made, unread.union(withheld)),
        *_unknown_relation_ends(registers, articles, unread),
        *source_problems(seeds),
        *_unknown_on_the_front(seeds, articles, unread, withheld),
    ]
    if seeds.record is None:
        return None, problems
    occurrences = _occurrences(concepts, articles)
    timeline = tuple(sorted(registers.events, key=lambda name: (edtf_bounds(registers.events[name].edtf), name)))
    claims = dict(sorted(registers.claims.items()))
    edition = Edition(
        kinds=seeds.kinds,
        record=front_without(seeds.record, seeds.registers, registers),
        articles=tuple(articles),
        concepts=concepts,
        events=dict(sorted(registers.events.items())),
        claims=claims,
        relations=dict(sorted(registers.relations.items())),
        questions=dict(sorted(registers.questions.items())),
        sources=registers.sources,
        cited_in=cited_in(registers, concepts, articles),
        forms=registers.forms,
        timeline=timeline,
        occurrences=occurrences,
        neighbors=_neighbors(concepts),
        events_of=_index((concept, name) for name in timeline for concept in registers.events[name].concepts),
        claims_of=_index((claim.subject, name) for name, claim in claims.items() if claim.subject),
        events_in=_index(
            (target.segment.article, name) for name in timeline for target in registers.events[name].evidence
        ),
        claims_in=_index((target.segment.article, name) for name, claim in claims.items() for target in claim.targets),
        relations_of=_index(
            (end, (name, other))
            for name, relation in sorted(registers.relations.items())
            for end, other in ((relation.source, relation.target), (relation.target, relation.source))
        ),
        questions_of=_index(
            (passage.segment, name)
            for name, question in sorted(registers.questions.items())
            for position in question.positions
            for passage in position.passages
        ),
        questions_about=_index(
            (concept, name) for name, question in sorted(registers.questions.items()) for concept in question.concepts
        ),
        short_titles={article.slug: article.record.short_title or article.record.title for article in articles},
        history=history,
        by_slug={article.slug: article for article in articles},
        sentences={sentence.ref: sentence for article in articles for sentence in article.sentences},
    )
    return edition, problems


def _index(pairs: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """What belongs to each key, in the order given, each once."""
    found: dict[K, dict[T, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _occurrences(
    concepts: Mapping[str, ConceptRecord], articles: Sequence[Article]
) -> dict[str, tuple[Occurrence, ...]]:
    found: dict[str, list[Occurrence]] = {name: [] for name in concepts}
    for article in articles:
        for sentence in article.sentences:
            for side in Side:
                marks = sentence.marks_on(side)
                for mark in sorted((mark for mark in marks if mark.kind == "concept"), key=lambda mark: mark.start):
                    if mark.ref in found:
                        found[mark.ref].append(Occurrence(sentence, article, side, mark.start, mark.end))
    return {name: tuple(occurrences) for name, occurrences in found.items()}


def _neighbors(concepts: Mapping[str, ConceptRecord]) -> dict[str, tuple[str, ...]]:
    """skos:related is symmetric, and skos:broader has an inverse that nobody writes down."""
    found: dict[str, set[str]] = {name: set() for name in concepts}
    for name, concept in concepts.items():
        for other in concept.related:
            found[name].add(other)
            found.get(other, set()).add(name)
        for other in concept.broader:
            found.get(other, set()).add(name)
    return {name: tuple(sorted(others & concepts.keys() - {name})) for name, others in found.items()}


def _unknown_concepts(seeds: Seeds) -> Iterator[Problem]:
    vocabulary, registers = seeds.vocabulary, seeds.registers
    if not vocabulary.whole:
        return
    for location, name in _concept_references(vocabulary, registers, seeds):
        if name not in vocabulary.concepts and name not in vocabulary.unread:
            yield unknown_concept(location, name, vocabulary.concepts, vocabulary.suggested)


def _concept_references(vocabulary: Vocabulary, registers: Registers, seeds: Seeds) -> Iterator[tuple[Location, str]]:
    for concept_id, concept in vocabulary.concepts.items():
        for name in (*concept.broader, *concept.related):
            yield vocabulary.locations[concept_id], name
    for event_id, event in registers.events.items():
        for index, name in enumerate(event.concepts):
            yield registers.files["events.yml"].location(event_id, "concepts", index), name
    for claim_id, claim in registers.claims.items():
        if claim.subject:
            yield registers.files["claims.yml"].location(claim_id, "subject"), claim.subject
    for question_id, question in registers.questions.items():
        for index, name in enumerate(question.concepts):
            yield registers.files["questions.yml"].location(question_id, "concepts", index), name
    for folder in seeds.folders:
        for index, mark in enumerate(folder.marks):
            if mark.concept:
                yield folder.location("marks.yml", index, "concept"), mark.concept


def _unknown_articles(registers: Registers, slugs: set[str], unread: Collection[str]) -> Iterator[Problem]:
    for slug, pointers in pointers_by_article(registers).items():
        if slug not in slugs and slug not in unread:
            yield from (unknown_article(pointer.locations["segment"], slug, slugs) for pointer in pointers)


def _unknown_relation_ends(
    registers: Registers, articles: Sequence[Article], unread: Collection[str]
) -> Iterator[Problem]:
    known = {article.slug: {sentence.id for sentence in article.sentences} for article in articles}
    last = {slug: last_segment(names) for slug, names in known.items()}
    for relation_id, relation in registers.relations.items():
        for end in ("source", "target"):
            ref: Ref = getattr(relation, end)
            slug, name = ref.article, ref.segment
            location = registers.files["relations.yml"].location(relation_id, end)
            if slug in unread:
                continue
            if slug not in known:
                yield unknown_article(location, slug, known)
            elif name not in known[slug]:
                yield unknown_segment(location, name, slug, last[slug])


def _unknown_on_the_front(
    seeds: Seeds, articles: Sequence[Article], unread: Collection[str], withheld: Collection[str]
) -> Iterator[Problem]:
    """What edition.yml wants to show and is not there."""
    record, file, questions = seeds.record, seeds.record_file, seeds.registers.questions
    if record is None:
        return
    # A question that could not be read is not to blame.
    asked = seeds.registers.files["questions.yml"].data or {}
    known = {article.slug: {sentence.id for sentence in article.sentences} for article in articles}
    last = {slug: last_segment(names) for slug, names in known.items()}
    slug, name = (record.specimen.article, record.specimen.segment) if record.specimen else ("", "")
    if slug in withheld:
        yield Problem(
            file.location("specimen"),
            "segment-unknown",
            wrong=f"the front page shows a sentence of {slug}, which is not part of the edition yet",
            expected="a sentence of an article that is shown",
            advice=f"choose another sentence; `jianzhu status {slug}` shows what the article lacks",
        )
    elif slug and slug not in known and slug not in unread:
        yield unknown_article(file.location("specimen"), slug, known)
    elif slug in known and name not in known[slug]:
        yield unknown_segment(file.location("specimen"), name, slug, last[slug])
    for index, name in enumerate(record.questions):
        if name not in questions and name not in asked:
            yield Problem(
                file.location("questions", index),
                "question-unknown",
                wrong=f"there is no question {name!r}",
                expected="an id from seeds/questions.yml",
                advice="use an id from there, or remove the line",
            )
