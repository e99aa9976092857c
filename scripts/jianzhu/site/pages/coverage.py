"""Coverage page: what of each article is translated, recorded and reviewed, and what is dismissed and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import Coverage, Tally, coverage
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.texts import text_words
from jianzhu.site.markup.page import Reviewable, fill


@dataclass(frozen=True)
class CoverageRow:
    """An article with its coverage, and how many cross-references touch it."""

    article: Article
    coverage: Coverage
    links: int

    @property
    def tallies(self) -> tuple[Tally, Tally]:
        """What has become of its dates and of its quantities."""
        return self.coverage.dates, self.coverage.quantities


def coverage_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The coverage page, by path below the folder of the language."""
    rows = [_row(edition, article) for article in edition.articles]
    notes = {name: note for article in edition.articles for name, note in article.notes.items()}
    registers: list[tuple[str, str, Mapping[str, Reviewable]]] = [
        ("concepts", "glossary/index.md", edition.concepts),
        ("events", "timeline/index.md", edition.events),
        ("claims", "claims/index.md", edition.claims),
        ("relations", "map.md", edition.relations),
        ("questions", "questions/index.md", edition.questions),
        ("notes", "", notes),
    ]
    named = edition.occurrences.values()
    return {
        "coverage.md": fill(
            "coverage.md.j2",
            lang,
            texts=text_words(edition.record.called, lang),
            rows=rows,
            titles=edition.titles(lang),
            registers=[(name, href, len(records), _reviewed(records)) for name, href, records in registers],
            concepts=len(edition.concepts),
            linked={side: sum(any(o.side is side for o in group) for group in named) for side in Side},
            with_chinese=sum(row.coverage.with_chinese for row in rows),
            open=[(row.article, found) for row in rows for tally in row.tallies for found in tally.open],
            dismissed=[(row.article, found) for row in rows for tally in row.tallies for found in tally.dismissed],
        )
    }


def _row(edition: Edition, article: Article) -> CoverageRow:
    return CoverageRow(article, coverage(article, edition.record.complete), _links(edition, article.slug))


def _links(edition: Edition, slug: str) -> int:
    """How many relations touch the article."""
    ends = ((relation.source, relation.target) for relation in edition.relations.values())
    return sum(slug in {end.article for end in pair} for pair in ends)


def _reviewed(records: Mapping[str, Reviewable]) -> int:
    return sum(record.status == "reviewed" for record in records.values())


PAGES = {"coverage.md": coverage_page}
