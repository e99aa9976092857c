"""Table: the coverage of the articles, as `check` prints it."""

from __future__ import annotations

from collections.abc import Iterable

from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import coverage


def coverage_table(articles: Iterable[Article]) -> str:
    """The coverage of `articles` as lines of text: what `check` prints. Dates and quantities: settled of those found."""
    rows: list[tuple[str, ...]] = [("", "segments", "translated", "reviewed", "dates", "quantities", "notes")]
    for article in articles:
        covered = coverage(article)
        settled = (f"{tally.found - len(tally.open)}/{tally.found}" for tally in (covered.dates, covered.quantities))
        counts = (str(count) for count in (covered.segments, covered.translated, covered.reviewed))
        rows.append((article.slug, *counts, *settled, str(covered.notes)))
    first, *widths = (max(map(len, column)) for column in zip(*rows, strict=True))
    return "\n".join(
        f"{name:<{first}}  " + "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))
        for name, *cells in rows
    )
