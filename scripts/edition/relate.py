"""Relate: what the articles say together: the concordance, the timeline, the claims and the links between passages."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.annotate import Article, Lang, Pointer, Sentence, unknown_segment
from edition.edtf_date import edtf_bounds
from edition.load import Registers, Sources, Vocabulary
from edition.problems import Place, Problem
from edition.records import ClaimRecord, ConceptRecord, EventRecord, RelationRecord


@dataclass(frozen=True)
class Occurrence:
    """A concept at `start` to `end` of a sentence's text in `lang` (code points of that text)."""

    sentence: Sentence
    article: Article
    lang: Lang
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole sentence in the language of the occurrence."""
        return self.sentence.text if self.lang == "zh" else self.sentence.translation or ""

    @property
    def exact(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Edition:
    """Everything that is published. Mappings are in the order of their ids; `timeline` in that of time."""

    articles: tuple[Article, ...]
    concepts: Mapping[str, ConceptRecord]
    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    timeline: tuple[str, ...]

    @property
    def sentences(self) -> dict[str, tuple[Article, Sentence]]:
        """Every sentence by its reference, with its article."""
        return {sentence.ref: (article, sentence) for article in self.articles for sentence in article.sentences}


def pointers_by_article(registers: Registers) -> dict[str, tuple[Pointer, ...]]:
    """What events and claims point to, by the slug of the article they point into."""
    pointers: dict[str, list[Pointer]] = defaultdict(list)
    for event_id, event in registers.events.items():
        for index, target in enumerate(event.evidence):
            places = registers.places["events.yml"].places(event_id, "evidence", index)
            pointers[target.segment.partition(":")[0]].append(Pointer("event", event_id, target, places))
    for claim_id, claim in registers.claims.items():
        places = registers.places["claims.yml"].places(claim_id, "target")
        pointers[claim.target.segment.partition(":")[0]].append(Pointer("claim", claim_id, claim.target, places))
    return {slug: tuple(found) for slug, found in pointers.items()}


def relate(sources: Sources, articles: Sequence[Article]) -> tuple[Edition, list[Problem]]:
    """The edition of `articles`, and every reference that leads nowhere."""
    registers, concepts = sources.registers, sources.vocabulary.concepts
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    for article in articles:
        for sentence in article.sentences:
            for lang, marks in (("zh", sentence.marks), ("en", sentence.translation_marks)):
                for mark in sorted((mark for mark in marks if mark.kind == "concept"), key=lambda mark: mark.start):
                    occurrences[mark.ref].append(Occurrence(sentence, article, lang, mark.start, mark.end))
    made = {article.slug for article in articles}
    # What points into an article that could not be read is not to blame.
    unread = sources.unread | {folder.slug for folder in sources.folders} - made
    problems = [
        *_unknown_concepts(sources),
        *_unknown_articles(registers, made, unread),
        *_unknown_relation_ends(registers, articles, unread),
    ]
    edition = Edition(
        articles=tuple(articles),
        concepts=concepts,
        events=dict(sorted(registers.events.items())),
        claims=dict(sorted(registers.claims.items())),
        relations=dict(sorted(registers.relations.items())),
        occurrences={name: tuple(occurrences.get(name, ())) for name in concepts},
        timeline=tuple(sorted(registers.events, key=lambda name: (edtf_bounds(registers.events[name].edtf), name))),
    )
    return edition, problems


def _unknown_concepts(sources: Sources) -> Iterator[Problem]:
    vocabulary, registers = sources.vocabulary, sources.registers
    if not vocabulary.whole:
        return
    for place, name in _concept_references(vocabulary, registers, sources):
        if name not in vocabulary.concepts and name not in vocabulary.unread:
            near = difflib.get_close_matches(name, vocabulary.concepts, 1)
            yield Problem(
                place,
                "concept-unknown",
                f"there is no concept {name!r}",
                "an id from seeds/glossary/",
                f"did you mean {near[0]!r}?" if near else "add the concept to the glossary, or take the reference out",
            )


def _concept_references(vocabulary: Vocabulary, registers: Registers, sources: Sources) -> Iterator[tuple[Place, str]]:
    for concept_id, concept in vocabulary.concepts.items():
        for name in (*concept.broader, *concept.related):
            yield vocabulary.places[concept_id], name
    for event_id, event in registers.events.items():
        for index, name in enumerate(event.concepts):
            yield registers.places["events.yml"].place(event_id, "concepts", index), name
    for claim_id, claim in registers.claims.items():
        if claim.subject:
            yield registers.places["claims.yml"].place(claim_id, "subject"), claim.subject
    for folder in sources.folders:
        for index, mark in enumerate(folder.marks):
            if mark.concept:
                yield folder.place("marks.yml", index, "concept"), mark.concept


def _unknown_articles(registers: Registers, slugs: set[str], unread: Collection[str]) -> Iterator[Problem]:
    for slug, pointers in pointers_by_article(registers).items():
        if slug not in slugs and slug not in unread:
            yield from (_unknown_article(pointer.places["segment"], slug, slugs) for pointer in pointers)


def _unknown_article(place: Place, slug: str, slugs: Iterable[str]) -> Problem:
    return Problem(
        place,
        "segment-unknown",
        f"there is no article {slug!r}",
        f"one of {', '.join(sorted(slugs))}",
        "write the reference as <article>:<segment>",
    )


def _unknown_relation_ends(
    registers: Registers, articles: Sequence[Article], unread: Collection[str]
) -> Iterator[Problem]:
    known = {article.slug: [sentence.id for sentence in article.sentences] for article in articles}
    for relation_id, relation in registers.relations.items():
        for end in ("source", "target"):
            slug, _, name = getattr(relation, end).partition(":")
            place = registers.places["relations.yml"].place(relation_id, end)
            if slug in unread:
                continue
            if slug not in known:
                yield _unknown_article(place, slug, known)
            elif name not in known[slug]:
                yield unknown_segment(place, name, slug, known[slug])
