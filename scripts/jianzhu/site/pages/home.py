"""Home: what the edition is, a specimen of it, the essays, and what they argue about."""

from __future__ import annotations

from jianzhu.annotate import Article, TextBlock
from jianzhu.annotate.relate import Edition
from jianzhu.language import Language
from jianzhu.site.pages.articles import notes_by_segment, pair_of
from jianzhu.site.pages.page import fill


def home_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The front page, by path below the folder of the language."""
    article, block = _specimen(edition)
    pair = pair_of(edition, article, block, notes_by_segment(article), lang)
    sentence = block.sentences[0]
    named = {mark.ref for mark in (*sentence.marks, *sentence.translation_marks) if mark.kind == "concept"}
    return {
        "index.md": fill(
            "home.md.j2",
            lang,
            record=edition.record,
            articles=edition.articles,
            specimen=(article, sentence.id, pair),
            concepts=sorted(named),
            questions=[(name, edition.questions[name]) for name in edition.record.questions],
            titles=edition.titles(lang),
            counts=[
                (len(edition.sentences), "sentences", "articles/index.md"),
                (sum(len(article.notes) for article in edition.articles), "notes", "articles/index.md"),
                (len(edition.concepts), "concepts", "glossary/index.md"),
                (len(edition.events), "events", "timeline/index.md"),
                (len(edition.claims), "claims", "claims/index.md"),
                (len(edition.relations), "relations", "map.md"),
                (sum(len(article.emendations) for article in edition.articles), "emendations", "apparatus/index.md"),
            ],
        )
    }


def _specimen(edition: Edition) -> tuple[Article, TextBlock]:
    """The sentence that the front page shows, as a block of its own."""
    article = edition.by_slug[edition.record.specimen.article]
    return article, TextBlock("paragraph", None, (edition.sentences[edition.record.specimen],))
