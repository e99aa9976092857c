"""Blocks: the blocks of an article as its page shows them: both sides as Markdown, and what stands beside them."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote as percent_encoded

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.language import Language, Side
from jianzhu.show.blocks import Line, Pair, gap, pair_of
from jianzhu.show.escape import Markdown
from jianzhu.show.images import FigureImage, figure_image
from jianzhu.show.inlines import Inlines
from jianzhu.show.links import Link, links_of
from jianzhu.show.messages import messages
from jianzhu.show.notes import Note, NotesBySegment, note_of
from jianzhu.site.markup.inlines import Elements
from jianzhu.site.markup.markdown import annotated, span, verbatim
from jianzhu.site.markup.page import Reviewable
from jianzhu.text.unit_table import Units

#: Kinds of blocks that readers see without a word in them.
_WORDLESS = frozenset({"separator", "figure"})


@dataclass(frozen=True, kw_only=True)
class PageBlock:
    """A block as a page shows it: the parts of both its sides as Markdown, and what stands beside it.

    Only verse and tables have more parts than one. Code has but one side.
    """

    pair: Pair
    main_parts: tuple[Markdown, ...]
    facing_parts: tuple[Markdown, ...]
    notes: tuple[Note, ...]
    links: tuple[Link, ...]

    @property
    def main(self) -> Markdown:
        """The side that leads, of a block that has one part."""
        return self.main_parts[0]

    @property
    def facing(self) -> Markdown:
        """The other side."""
        return self.facing_parts[0]

    @property
    def commented(self) -> bool:
        """Whether anything stands beside it."""
        return bool(self.notes or self.links)


@dataclass(frozen=True)
class PageImage:
    """An image on a page, and its address."""

    src: str
    image: FigureImage


def is_shown(block: TextBlock) -> bool:
    """Whether there is anything to show of `block`."""
    return bool(block.sentences) or block.kind in _WORDLESS


def page_block(
    edition: Edition,
    article: Article,
    block: TextBlock,
    notes: NotesBySegment,
    lang: Language,
    inlines: Inlines | None = None,
) -> PageBlock:
    """`block` as a page in `lang` shows it; where nothing is said of the author's `inlines`, without these."""
    lead = edition.lead(lang)
    pair = pair_of(article, block, lead)
    drafts = set(drafts_among(edition, article, (mark for line in (*pair.main, *pair.facing) for mark in line.marks)))
    written = _Written(pair, drafts, lang, lead, inlines, edition.kinds.units)
    main_parts, facing_parts = pair.main_parts, pair.facing_parts
    if pair.kind == "code":
        main_parts, facing_parts = (pair.source,), ()
    return PageBlock(
        pair=pair,
        main_parts=tuple(written.side(part, main=True) for part in main_parts),
        facing_parts=tuple(written.side(part, main=False) for part in facing_parts),
        notes=tuple(
            note for sentence in block.sentences for note in _notes(edition, article, sentence, notes, lang, lead)
        ),
        links=tuple(link for sentence in block.sentences for link in links_of(edition, sentence, lang, lead)),
    )


@dataclass(frozen=True)
class _Written:
    """The sides of `pair` as Markdown, on a page in `lang`."""

    pair: Pair
    drafts: Container[Mark]
    lang: Language
    lead: Side
    inlines: Inlines | None
    units: Units

    def side(self, lines: Sequence[Line], *, main: bool) -> Markdown:
        """`lines` of one side, or of a part of it."""
        written = (
            gap(before, line, "<br>") + self._sentence(line, main) + self._aliases(line, main)
            for before, line in zip((None, *lines), lines, strict=False)
        )
        return Markdown("".join(written))

    def _sentence(self, line: Line, main: bool) -> Markdown:
        # Before the id of a sentence stands `#` where it has it, `.` where another element does.
        has_id = main and not line.continued and self.pair.kind != "heading"
        attributes, t = f"{'#' if has_id else '.'}{line.id}", messages(self.lang)
        if line.state == "missing":
            return span(t["not_translated"], f"{attributes} .missing")
        if self.pair.kind == "code":
            return verbatim(line.text, line.id)
        elements = Elements(self.inlines, line, self.lead) if self.inlines else None
        text = annotated(line.text, line.marks, self.lang, self.units, self.drafts, elements)
        if line.state == "stale":
            return Markdown(span(text, f"{attributes} .stale") + span(t["stale"], ".stale-mark"))
        return span(text, attributes)

    def _aliases(self, line: Line, main: bool) -> str:
        """Anchors for withdrawn ids that lead to this sentence, so that old addresses still do."""
        return "".join(f'<a id="{name}"></a>' for name in line.replaced if main and not line.continued)


def image_of(edition: Edition, article: Article, pair: Pair, *, lang: Language) -> PageImage | None:
    """The image of the figure `pair`, as a page in `lang` shows it; None where there is none."""
    image = figure_image(article, pair)
    if image is None:
        return None
    target = posixpath.relpath(image_path(article.slug, image.name), f"{edition.folder(lang)}articles")
    return PageImage(src=percent_encoded(target), image=image)


def image_path(slug: str, name: str) -> str:
    """Where the image `name` of the article `slug` stands in the site."""
    return f"articles/{slug}/images/{name}"


def drafts_among(edition: Edition, article: Article, marks: Iterable[Mark]) -> Iterator[Mark]:
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


def _notes(
    edition: Edition, article: Article, sentence: Sentence, notes: NotesBySegment, lang: Language, lead: Side
) -> Iterator[Note]:
    """The notes on `sentence` in the order of the words that they are about."""
    order = {
        name: (sentence.text.find(quote.exact) if (quote := record.quote(Side.SOURCE)) else -1, name)
        for name, record in notes.get(sentence.id, ())
    }
    for name in sorted(order, key=lambda name: order[name]):
        yield note_of(edition, article, name, lang, lead)
