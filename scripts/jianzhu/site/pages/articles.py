"""Article pages: source and translation beside each other, with the editors' notes, and the list of articles."""

from __future__ import annotations

from functools import partial

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.blocks import is_title
from jianzhu.show.changes import departures, former_anchors, former_ids
from jianzhu.show.counts import progress_of
from jianzhu.show.groups import groups_of
from jianzhu.show.inlines import author_note, inlines_of
from jianzhu.show.notes import notes_by_segment
from jianzhu.show.suggestions import suggestion_groups, with_suggestions
from jianzhu.show.texts import text_words
from jianzhu.site.markup.blocks import drafts_among, image_of, is_shown, page_block
from jianzhu.site.markup.page import fill


def article_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The list of articles and one page for each, by path below the folder of the language."""
    pages = {
        "articles/index.md": fill(
            "articles.md.j2", lang, articles=edition.articles, texts=text_words(edition.record.called, lang)
        )
    }
    for article in edition.articles:
        pages[f"articles/{article.slug}.md"] = _article_page(edition, article, lang)
    return pages


def _article_page(edition: Edition, article: Article, lang: Language) -> str:
    notes, inlines = notes_by_segment(article), inlines_of(article)
    shown = (block for block in with_suggestions(article).blocks if is_shown(block))
    blocks = [page_block(edition, article, block, notes, lang, inlines) for block in shown]
    title = blocks.pop(0) if blocks and is_title(blocks[0].pair) else None
    marks = {mark for sentence in article.sentences for mark in (*sentence.marks, *sentence.translation_marks)}
    refs = {kind: {mark.ref for mark in marks if mark.kind == kind} for kind in ("concept", "emendation")}
    position = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    events = [(name, edition.events[name]) for name in edition.events_in.get(article.slug, ())]
    claims = [(name, edition.claims[name]) for name in edition.claims_in.get(article.slug, ())]
    return fill(
        "article.md.j2",
        lang,
        kinds=edition.kinds,
        texts=text_words(edition.record.called, lang),
        edition=edition.record,
        lead=edition.lead(lang),
        article=article,
        title=title,
        groups=groups_of(blocks, article.structured),
        image=partial(image_of, edition, article, lang=lang),
        note=partial(author_note, inlines),
        events=[
            (name, event, [target.segment for target in event.evidence if target.segment in position])
            for name, event in events
        ],
        claims=sorted(claims, key=lambda item: position[item[1].target.segment]),
        concepts=[(name, edition.concepts[name]) for name in sorted(refs["concept"])],
        drafts=any(True for _ in drafts_among(edition, article, marks)),
        emendations=[e for e in article.emendations if e.id in refs["emendation"]],
        progress=progress_of(article.sentences),
        suggestions=suggestion_groups(article),
        former=partial(former_ids, edition),
        former_anchors=partial(former_anchors, edition),
        departures=list(departures(edition, article.slug, lang)),
    )


PAGES = {"articles/index.md": article_pages}
