"""Citations: which records rest on which sources; sources that are cited and not there, or there and not cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from jianzhu.annotate.article import Article
from jianzhu.source.places import mentions
from jianzhu.source.problems import Problem
from jianzhu.source.records import Citations, ConceptRecord
from jianzhu.source.seeds import Registers, Seeds
from jianzhu.source.unknown import unknown_source
from jianzhu.source.yamlfile import YamlFile

#: What can cite a source.
CitingKind = Literal["article", "concept", "event", "claim", "relation", "note", "emendation"]


@dataclass(frozen=True, order=True)
class Citing:
    """What cites a source: its kind, the article it belongs to (empty for what belongs to several), and its id there.

    An article has no id of its own.
    """

    what: CitingKind
    article: str
    name: str


def cited_in(
    registers: Registers, concepts: Mapping[str, ConceptRecord], articles: Sequence[Article]
) -> dict[str, tuple[Citing, ...]]:
    """By the ids of the sources: what cites each, in the order of articles, glossary, events, claims and relations."""
    found: dict[str, dict[Citing, None]] = defaultdict(dict)
    for citing, citations in _citing(registers, concepts, articles):
        for citation in citations:
            found[citation.source][citing] = None
    return {name: tuple(group) for name, group in sorted(found.items())}


def _citing(
    registers: Registers, concepts: Mapping[str, ConceptRecord], articles: Sequence[Article]
) -> Iterator[tuple[Citing, Citations]]:
    for article in articles:
        yield Citing("article", article.slug, ""), article.record.sources
        for emendation in article.emendations:
            yield Citing("emendation", article.slug, emendation.id), emendation.sources
        for name, note in article.notes.items():
            yield Citing("note", article.slug, name), note.sources
    for name, concept in concepts.items():
        yield Citing("concept", "", name), concept.sources
    for name, event in registers.events.items():
        yield Citing("event", "", name), event.sources
    for name, claim in registers.claims.items():
        yield Citing("claim", claim.target.segment.article, name), claim.sources
    for name, relation in registers.relations.items():
        yield Citing("relation", "", name), relation.sources


def source_problems(seeds: Seeds) -> Iterator[Problem]:
    """A problem for each citation of a source that is not there, and for each source that nothing cites."""
    file = seeds.registers.files.get("sources.yml")
    recorded = file.data if file and isinstance(file.data, dict) else {}
    cited: set[str] = set()
    for path, other in _files(seeds):
        for mention in mentions(path, other.data):
            if mention.what != "source" or mention.defines:
                continue
            cited.add(mention.name)
            if mention.name not in recorded:
                yield unknown_source(other.location(*mention.key), mention.name, [*map(str, recorded)])
    if file is None or seeds.unread or not seeds.vocabulary.whole:
        return
    for name in seeds.registers.sources:
        if name not in cited:
            yield Problem(
                file.location(name),
                "source-unused",
                wrong=f"nothing cites the source {name!r}",
                expected="sources that a note, an event or another record rests on",
                advice="name it under `sources` of what rests on it, or remove the entry",
            )


def _files(seeds: Seeds) -> Iterator[tuple[str, YamlFile]]:
    """Every file that can cite a source, by its path below seeds/."""
    yield from seeds.registers.files.items()
    yield from seeds.vocabulary.files.items()
    for folder in seeds.folders:
        for name, file in folder.files.items():
            yield f"articles/{folder.slug}/{name}", file
