"""Home: what the edition is, and the way into it."""

from __future__ import annotations

from edition.relate import Edition
from edition.render.page import fill


def home_page(edition: Edition, lang: str) -> dict[str, str]:
    """The front page, by path below docs/<lang>/."""
    sentences = [sentence for article in edition.articles for sentence in article.sentences]
    return {
        "index.md": fill(
            "home.md.j2",
            lang,
            articles=edition.articles,
            counts=[
                (len(sentences), "sentences", "articles/index.md"),
                (len(edition.concepts), "concepts", "glossary/index.md"),
                (len(edition.events), "events", "timeline/index.md"),
                (sum(len(article.emendations) for article in edition.articles), "emendations", "apparatus/index.md"),
            ],
        )
    }
