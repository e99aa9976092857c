"""Chapters: one document an article: its summary, its blocks in both languages, its footnotes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.books.addresses import chapter_path, image_path, suffix
from jianzhu.books.document import ContentDocument, Resource, TocEntry
from jianzhu.books.footnotes import Footnote, footnotes
from jianzhu.books.sentences import Inline, Piece, Sign, first_mentions, pieces
from jianzhu.books.xhtml import fill
from jianzhu.language import LANGUAGES, Language, Side
from jianzhu.show.blocks import Line, Pair, title_and_pairs
from jianzhu.show.counts import progress_of
from jianzhu.show.groups import groups_of
from jianzhu.show.images import FigureImage, figure_image
from jianzhu.show.inlines import AUTHORS, Inlines, author_note, inlines_of
from jianzhu.show.messages import book_messages

#: Segment, side and offset -> the sentence, or the stretch that begins there, as pieces.
PiecesByText = Mapping[tuple[str, Side, int], Sequence[Piece]]


def chapters(edition: Edition, lang: Language, lead: Side) -> list[ContentDocument]:
    """The articles in their order."""
    return [_chapter(edition, article, lang, lead) for article in edition.articles]


@dataclass(frozen=True)
class BookBlock:
    """A block of a chapter, and the image of a figure with its address in the book."""

    pair: Pair
    image: FigureImage | None
    src: str


def _chapter(edition: Edition, article: Article, lang: Language, lead: Side) -> ContentDocument:
    notes, inlines = footnotes(edition, article, lang, lead), inlines_of(article)
    title, pairs = title_and_pairs(article, lead)
    pairs = [pair for pair in pairs if pair.main or pair.kind in ("separator", "figure")]
    path = chapter_path(article.slug)
    blocks = [_block(article, pair) for pair in pairs]
    text = fill(
        "chapter.xhtml.j2",
        lang,
        edition=edition,
        article=article,
        title=title,
        groups=groups_of(blocks, article.structured),
        pieces=_pieces(article, [*([title] if title else []), *pairs], notes, inlines, lang, lead),
        note=partial(author_note, inlines),
        footnotes=notes,
        progress=progress_of(article.sentences),
        langs={one: article.title_tag(one) for one in LANGUAGES},
        suffixes={side: suffix(article.texts, side, lead) for side in Side},
        other=lang.other,
    )
    headings = tuple(_entry(path, pair.main[0], lang) for pair in pairs if pair.kind == "heading")
    return ContentDocument(
        path,
        text,
        TocEntry(article.record.title[lang], path, article.title_tag(lang), headings),
        images=tuple(Resource(block.src, block.image.path, block.image.media_type) for block in blocks if block.image),
    )


def _block(article: Article, pair: Pair) -> BookBlock:
    image = figure_image(article, pair)
    return BookBlock(pair, image, quote(image_path(article.slug, image.name)) if image else "")


def _entry(path: str, line: Line, lang: Language) -> TocEntry:
    """A heading in the table of contents; in the language that leads, it says so where it is not translated."""
    if line.state == "missing":
        return TocEntry(book_messages(lang)["not_translated"], f"{path}#{line.id}", lang.tag)
    return TocEntry(line.text, f"{path}#{line.id}", line.tag)


def _pieces(
    article: Article, pairs: Sequence[Pair], notes: Sequence[Footnote], inlines: Inlines, lang: Language, lead: Side
) -> PiecesByText:
    """Every sentence on both sides, or every stretch of one, cut at its links and signs; what is not translated is a message
    that says so.
    """
    signs: dict[tuple[str, Side], list[tuple[int, Sign]]] = {}
    for note in notes:
        signs.setdefault((note.segment, note.side), []).append((note.at, Sign(note.id, note.sign, note.kind)))
    links = first_mentions(article, lead)
    stretches: dict[tuple[str, Side], list[Line]] = {}
    for pair in pairs:
        for line in itertools.chain(*pair.main_parts, *pair.facing_parts):
            stretches.setdefault((line.id, line.side), []).append(line)
    found = {}
    for key, lines in stretches.items():
        for line, own in zip(lines, _divided(lines, signs.get(key, ())), strict=True):
            if line.state == "missing":
                said = book_messages(lang)["not_translated"]
                found[*key, line.offset] = pieces(said, (), [(len(said), sign) for _, sign in own])
                continue
            mentions = [
                (start - line.offset, end - line.offset, concept)
                for start, end, concept in links.get(key, ())
                if line.offset <= start and end <= line.offset + len(line.text)
            ]
            marks = [mark for mark in line.marks if mark.kind in AUTHORS]
            resolve = partial(_inline, inlines, line, lead)
            found[*key, line.offset] = pieces(line.text, mentions, own, marks, resolve)
    return found


def _divided(lines: Sequence[Line], signs: Iterable[tuple[int, Sign]]) -> list[list[tuple[int, Sign]]]:
    """`signs` by the stretch of their sentence that they stand behind words of, each with its offset there."""
    found: list[list[tuple[int, Sign]]] = [[] for _ in lines]
    for at, sign in signs:
        number = max((n for n, line in enumerate(lines) if line.offset < at), default=0)
        found[number].append((min(at - lines[number].offset, len(lines[number].text)), sign))
    return found


def _inline(inlines: Inlines, line: Line, lead: Side, mark: Mark, words: str) -> Inline:
    """What a book in which `lead` leads shows of the author's `mark` on `words` of `line`."""
    number = inlines.note(mark)
    if number is None:
        reading = mark.ref if mark.kind == "ruby" else ""
        return Inline(kind=mark.kind, href=inlines.href(mark, words), reading=reading)
    own = f"to-footnote-{number}" if inlines.leads_back(mark, line, lead) else ""
    return Inline(kind="footnote", href=f"#footnote-{number}", id=own)
