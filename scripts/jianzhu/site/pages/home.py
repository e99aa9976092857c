"""Home: what the edition is, a specimen of it, the essays, and what they argue about."""

from __future__ import annotations

from jianzhu.annotate.article import Article, TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.counts import counts_of
from jianzhu.show.notes import notes_by_segment
from jianzhu.site.markup.page import fill
from jianzhu.site.pages.articles import page_block

#: What the front page counts, and the page that has all of it.
_COUNTED = {
    "sentences": "articles/index.md",
    "notes": "articles/index.md",
    "concepts": "glossary/index.md",
    "events": "timeline/index.md",
    "claims": "claims/index.md",
    "relations": "map.md",
    "emendations": "apparatus/index.md",
}


def home_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The front page, by path below the folder of the language."""
    article, block = _specimen(edition)
    sentence, counts = block.sentences[0], counts_of(edition)
    named = {mark.ref for mark in (*sentence.marks, *sentence.translation_marks) if mark.kind == "concept"}
    return {
        "index.md": fill(
            "home.md.j2",
            lang,
            record=edition.record,
            articles=edition.articles,
            specimen=page_block(edition, article, block, notes_by_segment(article), lang),
            specimen_ref=sentence.ref,
            concepts=sorted(named),
            questions=[(name, edition.questions[name]) for name in edition.record.questions],
            titles=edition.titles(lang),
            counts=[(counts[name], name, href) for name, href in _COUNTED.items()],
        )
    }


def _specimen(edition: Edition) -> tuple[Article, TextBlock]:
    """The sentence that the front page shows, as a block of its own."""
    article = edition.by_slug[edition.record.specimen.article]
    return article, TextBlock("paragraph", None, (edition.sentences[edition.record.specimen],))


PAGES = {"index.md": home_page}
