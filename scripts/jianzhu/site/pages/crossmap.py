"""Map of cross-references: the articles around a circle, their links as arcs between sentences, and the same as a list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import get_args

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages
from jianzhu.show.registers.references import Reference, by_pair, references
from jianzhu.show.registers.sources import cited
from jianzhu.show.texts import text_words
from jianzhu.site.charts.circle import Arc, Strip, arcs, strips
from jianzhu.site.markup.filters import Choice, article_choice, filters, status_choices
from jianzhu.site.markup.fragment import fragment
from jianzhu.site.markup.page import fill
from jianzhu.source.records.terms import RelationType


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A cross-reference as an arc; `label` is what it is called by those who do not see it."""

    name: str
    type: str
    arc: Arc
    label: str


def map_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The map and the list of all cross-references, by path below the folder of the language."""
    found = references(edition, lang, edition.lead(lang))
    t = messages(lang)
    counts = Counter(reference.record.type for reference in found)
    types = [(kind, counts[kind]) for kind in get_args(RelationType) if counts[kind]]
    choices = [
        Choice("type", t["kind"], [(kind, t.word("RelationType", kind)) for kind, _ in types]),
        article_choice(edition, lang),
        *status_choices(edition.relations.values(), lang),
    ]
    page = fill(
        "map.md.j2",
        lang,
        texts=text_words(edition.record.called, lang),
        picture=fragment("map.html.j2", lang, strips=_strips(edition, lang), drawn=_drawn(edition, found, lang)),
        legend=fragment("map_legend.html.j2", lang, types=types),
        tests=fragment("relation_tests.html.j2", lang, types=types),
        filters=filters("relations", lang, choices),
        count=len(edition.articles),
        cited=partial(cited, edition.sources, lang=lang),
        groups=by_pair(edition, found),
        titles=edition.titles(lang),
    )
    return {"map.md": page}


def _sizes(edition: Edition) -> list[tuple[str, int]]:
    """How many sentences each article has."""
    return [(article.slug, sum(1 for _ in article.sentences)) for article in edition.articles]


def _strips(edition: Edition, lang: Language) -> list[Strip]:
    return strips(_sizes(edition), edition.titles(lang), lang)


def _drawn(edition: Edition, found: list[Reference], lang: Language) -> list[Drawn]:
    places = {
        sentence.ref: (article.slug, number)
        for article in edition.articles
        for number, sentence in enumerate(article.sentences)
    }
    drawn = arcs(_sizes(edition), [(places[r.record.source], places[r.record.target]) for r in found])
    t = messages(lang)
    return [
        Drawn(
            name=reference.name,
            type=reference.record.type,
            arc=arc,
            label=t.plain("labeled", label=t.word("RelationType", reference.record.type), value=_named(reference)),
        )
        for reference, arc in zip(found, drawn, strict=True)
    ]


def _named(reference: Reference) -> str:
    return " ↔ ".join(f"{end.title} {end.ref.segment}" for end in reference.ends)


PAGES = {"map.md": map_page}
