"""Home: what the edition is, a specimen of it, its articles, and what they argue about."""

from __future__ import annotations

from jianzhu.annotate.article import TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.counts import counts_of
from jianzhu.show.notes import notes_by_segment
from jianzhu.show.texts import text_words
from jianzhu.site.markup.blocks import PageBlock, page_block
from jianzhu.site.markup.page import fill
from jianzhu.source.ref import Ref

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
    ref, counts = edition.record.specimen, counts_of(edition)
    marks = (*edition.sentences[ref].marks, *edition.sentences[ref].translation_marks) if ref else ()
    named = {mark.ref for mark in marks if mark.kind == "concept"}
    return {
        "index.md": fill(
            "home.md.j2",
            lang,
            record=edition.record,
            articles=edition.articles,
            texts=text_words(edition.record.called, lang),
            specimen=_specimen(edition, ref, lang) if ref else None,
            specimen_ref=ref,
            concepts=sorted(named),
            questions=[(name, edition.questions[name]) for name in edition.record.questions],
            titles=edition.titles(lang),
            counts=[(counts[name], name, href) for name, href in _COUNTED.items() if counts[name]],
        )
    }


def _specimen(edition: Edition, ref: Ref, lang: Language) -> PageBlock:
    """The sentence that the front page shows, as a block of its own."""
    article = edition.by_slug[ref.article]
    block = TextBlock("paragraph", None, (edition.sentences[ref],))
    return page_block(edition, article, block, notes_by_segment(article), lang)


PAGES = {"index.md": home_page}
