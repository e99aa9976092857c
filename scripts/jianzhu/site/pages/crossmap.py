"""Map of cross-references: the articles around a circle, their links as arcs between sentences, and the same as a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.relate import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages
from jianzhu.show.quotations import quotation_of
from jianzhu.site.charts.circle import Arc, Strip, arcs, strips
from jianzhu.site.pages.filters import Choice, article_choice, filters, status_choices
from jianzhu.site.pages.fragment import fragment
from jianzhu.site.pages.page import fill
from jianzhu.source.records import RelationRecord, RelationType
from jianzhu.source.ref import Ref


@dataclass(frozen=True)
class End:
    """One end of a cross-reference: its sentence, shortened, in the page's language."""

    article: str
    segment: str
    title: str
    quotation: str
    lang: str


@dataclass(frozen=True)
class Link:
    """A cross-reference with both its passages."""

    name: str
    record: RelationRecord
    ends: tuple[End, End]


@dataclass(frozen=True)
class Drawn:
    """A cross-reference as an arc; `label` is what it is called by those who do not see it."""

    name: str
    type: str
    arc: Arc
    label: str


def map_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The map and the list of all cross-references, by path below the folder of the language."""
    order = {ref: place for place, ref in enumerate(edition.sentences)}
    links = sorted(_links(edition, lang), key=lambda link: sorted(order[ref] for ref in _refs(link.record)))
    t = messages(lang)
    counts = Counter(link.record.type for link in links)
    types = [(kind, counts[kind]) for kind in get_args(RelationType) if counts[kind]]
    choices = [
        Choice("type", t["kind"], [(kind, t.word("RelationType", kind)) for kind, _ in types]),
        article_choice(edition, lang),
        *status_choices(edition.relations.values(), lang),
    ]
    page = fill(
        "map.md.j2",
        lang,
        picture=fragment("map.html.j2", lang, strips=_strips(edition, lang), drawn=_drawn(edition, links, lang)),
        legend=fragment("map_legend.html.j2", lang, types=types),
        filters=filters("relations", lang, choices),
        count=len(edition.articles),
        groups=_by_pair(edition, links),
        titles=edition.titles(lang),
    )
    return {"map.md": page}


def _refs(relation: RelationRecord) -> tuple[Ref, Ref]:
    return relation.source, relation.target


def _links(edition: Edition, lang: Language) -> list[Link]:
    return [
        Link(
            name,
            relation,
            (_end(edition, relation.source, lang), _end(edition, relation.target, lang)),
        )
        for name, relation in edition.relations.items()
    ]


def _end(edition: Edition, ref: Ref, lang: Language) -> End:
    quotation = quotation_of(edition, ref, lang)
    return End(ref.article, ref.segment, edition.short_titles[ref.article][lang], quotation.text, quotation.tag)


def _sizes(edition: Edition) -> list[tuple[str, int]]:
    """How many sentences each article has."""
    return [(article.slug, sum(1 for _ in article.sentences)) for article in edition.articles]


def _strips(edition: Edition, lang: Language) -> list[Strip]:
    return strips(_sizes(edition), edition.titles(lang), lang)


def _drawn(edition: Edition, links: list[Link], lang: Language) -> list[Drawn]:
    places = {
        sentence.ref: (article.slug, number)
        for article in edition.articles
        for number, sentence in enumerate(article.sentences)
    }
    drawn = arcs(_sizes(edition), [(places[link.record.source], places[link.record.target]) for link in links])
    t = messages(lang)
    return [
        Drawn(
            link.name,
            link.record.type,
            arc,
            t.plain("labeled", label=t.word("RelationType", link.record.type), value=_named(link)),
        )
        for link, arc in zip(links, drawn, strict=True)
    ]


def _named(link: Link) -> str:
    return " ↔ ".join(f"{end.title} {end.segment}" for end in link.ends)


def _by_pair(edition: Edition, links: list[Link]) -> Mapping[tuple[str, str], list[Link]]:
    """The cross-references by the two articles they link, in the order of the articles; within one article last."""
    slugs = [article.slug for article in edition.articles]
    pairs = [(a, b) for n, a in enumerate(slugs) for b in slugs[n + 1 :]] + [(slug, slug) for slug in slugs]
    groups: dict[tuple[str, str], list[Link]] = {pair: [] for pair in pairs}
    for link in links:
        first, second = sorted((end.article for end in link.ends), key=slugs.index)
        groups[first, second].append(link)
    return {pair: members for pair, members in groups.items() if members}
