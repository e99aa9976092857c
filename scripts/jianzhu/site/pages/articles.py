"""Article pages: source and translation beside each other, with the editors' notes, and the list of articles."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.language import Language, Side
from jianzhu.show.blocks import Line, Pair, pair_of
from jianzhu.show.changes import departures, former_anchors, former_ids
from jianzhu.show.counts import progress_of
from jianzhu.show.escape import Markdown
from jianzhu.show.links import Link, links_of
from jianzhu.show.messages import messages
from jianzhu.show.notes import Note, NotesBySegment, note_of, notes_by_segment
from jianzhu.site.markup.markdown import annotated, span
from jianzhu.site.markup.page import Reviewable, fill


@dataclass(frozen=True, kw_only=True)
class PageBlock:
    """A block as a page shows it: both its sides as Markdown, and what stands beside it."""

    pair: Pair
    main: Markdown
    facing: Markdown
    notes: tuple[Note, ...]
    links: tuple[Link, ...]

    @property
    def commented(self) -> bool:
        """Whether anything stands beside it."""
        return bool(self.notes or self.links)


def article_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The list of articles and one page for each, by path below the folder of the language."""
    pages = {"articles/index.md": fill("articles.md.j2", lang, articles=edition.articles)}
    for article in edition.articles:
        pages[f"articles/{article.slug}.md"] = _article_page(edition, article, lang)
    return pages


def _article_page(edition: Edition, article: Article, lang: Language) -> str:
    notes = notes_by_segment(article)
    blocks = [page_block(edition, article, block, notes, lang) for block in article.blocks]
    title = blocks.pop(0) if blocks and blocks[0].pair.level == 1 else None
    marks = {mark for sentence in article.sentences for mark in (*sentence.marks, *sentence.translation_marks)}
    refs = {kind: {mark.ref for mark in marks if mark.kind == kind} for kind in ("concept", "emendation")}
    position = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    events = [(name, edition.events[name]) for name in edition.events_in.get(article.slug, ())]
    claims = [(name, edition.claims[name]) for name in edition.claims_in.get(article.slug, ())]
    return fill(
        "article.md.j2",
        lang,
        edition=edition.record,
        article=article,
        title=title,
        blocks=blocks,
        events=[
            (name, event, [target.segment for target in event.evidence if target.segment in position])
            for name, event in events
        ],
        claims=sorted(claims, key=lambda item: position[item[1].target.segment]),
        concepts=[(name, edition.concepts[name]) for name in sorted(refs["concept"])],
        drafts=any(True for _ in _drafts(edition, article, marks)),
        emendations=[e for e in article.emendations if e.id in refs["emendation"]],
        progress=progress_of(article.sentences),
        former=partial(former_ids, edition),
        former_anchors=partial(former_anchors, edition),
        departures=list(departures(edition, article.slug, lang)),
    )


def page_block(
    edition: Edition, article: Article, block: TextBlock, notes: NotesBySegment, lang: Language
) -> PageBlock:
    """`block` as a page in `lang` shows it."""
    lead = edition.lead(lang)
    pair = pair_of(article, block, lead)
    drafts = set(_drafts(edition, article, (mark for line in (*pair.main, *pair.facing) for mark in line.marks)))
    return PageBlock(
        pair=pair,
        main=_side(pair.main, "." if pair.kind == "heading" else "#", drafts, lang, main=True),
        facing=_side(pair.facing, ".", drafts, lang, main=False),
        notes=tuple(note for sentence in block.sentences for note in _notes(article, sentence, notes, lang, lead)),
        links=tuple(link for sentence in block.sentences for link in links_of(edition, sentence, lang, lead)),
    )


def _side(lines: Sequence[Line], anchor: str, drafts: Container[Mark], lang: Language, *, main: bool) -> Markdown:
    """`lines` as Markdown; before the id of each stands `anchor`: `#` where it has it, `.` where another element does."""
    written = (_sentence(line, f"{anchor}{line.id}", drafts, lang) + _aliases(line, main) for line in lines)
    return Markdown((" " if lines[0].language.spaces_words else "").join(written))


def _sentence(line: Line, attributes: str, drafts: Container[Mark], lang: Language) -> str:
    t = messages(lang)
    if line.state == "missing":
        return span(t["not_translated"], f"{attributes} .missing")
    text = annotated(line.text, line.marks, lang, drafts)
    if line.state == "stale":
        return span(text, f"{attributes} .stale") + span(t["stale"], ".stale-mark")
    return span(text, attributes)


def _aliases(line: Line, main: bool) -> str:
    """Anchors for withdrawn ids that lead to this sentence, so that old addresses still do."""
    return "".join(f'<a id="{name}"></a>' for name in line.replaced if main)


def _drafts(edition: Edition, article: Article, marks: Iterable[Mark]) -> Iterator[Mark]:
    """Those of `marks` that lead to what has not been reviewed."""
    registers: dict[str, Mapping[str, Reviewable]] = {
        "concept": edition.concepts,
        "event": edition.events,
        "claim": edition.claims,
        "note": article.notes,
    }
    for mark in marks:
        if mark.kind in registers and registers[mark.kind][mark.ref].status == "draft":
            yield mark


def _notes(article: Article, sentence: Sentence, notes: NotesBySegment, lang: Language, lead: Side) -> Iterator[Note]:
    """The notes on `sentence` in the order of the words that they are about."""
    order = {
        name: (sentence.text.find(quote.exact) if (quote := record.quote(Side.SOURCE)) else -1, name)
        for name, record in notes.get(sentence.id, ())
    }
    for name in sorted(order, key=lambda name: order[name]):
        yield note_of(article, name, article.notes[name], lang, lead)


PAGES = {"articles/index.md": article_pages}
