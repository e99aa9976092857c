"""Coverage page: what of each article is translated, recorded and reviewed, and what is dismissed and why."""

from __future__ import annotations

from collections.abc import Mapping

from jianzhu.annotate.coverage import coverage
from jianzhu.annotate.relate import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.site.pages.page import Reviewable, fill


def coverage_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The coverage page, by path below the folder of the language."""
    rows = [(article, coverage(article), _links(edition, article.slug)) for article in edition.articles]
    notes = {name: note for article in edition.articles for name, note in article.notes.items()}
    registers: list[tuple[str, str, Mapping[str, Reviewable]]] = [
        ("concepts", "glossary/index.md", edition.concepts),
        ("events", "timeline/index.md", edition.events),
        ("claims", "claims/index.md", edition.claims),
        ("relations", "map.md", edition.relations),
        ("questions", "questions/index.md", edition.questions),
        ("notes", "", notes),
    ]
    found = edition.occurrences.values()
    return {
        "coverage.md": fill(
            "coverage.md.j2",
            lang,
            rows=rows,
            titles=edition.titles(lang),
            registers=[(name, href, len(records), _reviewed(records)) for name, href, records in registers],
            concepts=len(edition.concepts),
            linked={side: sum(any(o.lang == side for o in group) for group in found) for side in LANGUAGES},
        )
    }


def _links(edition: Edition, slug: str) -> int:
    """How many relations touch the article."""
    ends = ((relation.source, relation.target) for relation in edition.relations.values())
    return sum(slug in {end.article for end in pair} for pair in ends)


def _reviewed(records: Mapping[str, Reviewable]) -> int:
    return sum(record.status == "reviewed" for record in records.values())
