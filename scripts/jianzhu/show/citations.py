"""Citations: how a sentence is cited."""

from __future__ import annotations

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages


def citation(edition: Edition, article: Article, segment: str, lang: Language) -> str:
    """The citation of a sentence up to its address, as the page of the article gives it to be copied."""
    t, record = messages(lang), article.record
    return t.plain(
        "citation",
        author=t.plain("citation_author", author=record.author[lang]) if record.author else "",
        title=record.title[lang],
        year=t.plain("citation_year", year=record.date[:4]) if record.date else t.plain("undated"),
        segment=segment,
        edition=edition.record.title[lang],
    )
