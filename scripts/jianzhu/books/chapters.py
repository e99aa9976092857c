"""Chapters: one document an article: its summary, its blocks in both languages, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.books.addresses import chapter_path, suffix
from jianzhu.books.document import ContentDocument, TocEntry
from jianzhu.books.footnotes import Footnote, footnotes
from jianzhu.books.sentences import Piece, Sign, first_mentions, pieces
from jianzhu.books.xhtml import fill
from jianzhu.language import LANGUAGES, Language, Side
from jianzhu.show.blocks import Line, Pair, title_and_pairs
from jianzhu.show.messages import book_messages

#: Segment and side -> the sentence as pieces.
PiecesByText = Mapping[tuple[str, Side], Sequence[Piece]]


def chapters(edition: Edition, lang: Language, lead: Side) -> list[ContentDocument]:
    """The articles in their order."""
    return [_chapter(edition, article, lang, lead) for article in edition.articles]


def _chapter(edition: Edition, article: Article, lang: Language, lead: Side) -> ContentDocument:
    notes = footnotes(edition, article, lang, lead)
    title, pairs = title_and_pairs(article, lead)
    path = chapter_path(article.slug)
    text = fill(
        "chapter.xhtml.j2",
        lang,
        edition=edition,
        article=article,
        title=title,
        pairs=pairs,
        pieces=_pieces(article, [*([title] if title else []), *pairs], notes, lang, lead),
        footnotes=notes,
        langs={one: article.title_tag(one) for one in LANGUAGES},
        suffixes={side: suffix(article.texts, side, lead) for side in Side},
        other=lang.other,
    )
    headings = tuple(_entry(path, pair.main[0], lang) for pair in pairs if pair.kind == "heading")
    return ContentDocument(path, text, TocEntry(article.record.title[lang], path, article.title_tag(lang), headings))


def _entry(path: str, line: Line, lang: Language) -> TocEntry:
    """A heading in the table of contents; in the language that leads, it says so where it is not translated."""
    if line.state == "missing":
        return TocEntry(book_messages(lang)["not_translated"], f"{path}#{line.id}", lang.tag)
    return TocEntry(line.text, f"{path}#{line.id}", line.tag)


def _pieces(
    article: Article, pairs: Sequence[Pair], notes: Sequence[Footnote], lang: Language, lead: Side
) -> PiecesByText:
    """Every sentence on both sides, cut at its links and signs; what is not translated is a message that says so."""
    signs: dict[tuple[str, Side], list[tuple[int, Sign]]] = {}
    for note in notes:
        signs.setdefault((note.segment, note.side), []).append((note.at, Sign(note.id, note.sign, note.kind)))
    links = first_mentions(article, lead)
    found = {}
    for line in (line for pair in pairs for line in (*pair.main, *pair.facing)):
        key = (line.id, line.side)
        if line.state == "missing":
            said = book_messages(lang)["not_translated"]
            found[key] = pieces(said, (), [(len(said), sign) for _, sign in signs.get(key, ())])
        else:
            found[key] = pieces(line.text, links.get(key, ()), signs.get(key, ()))
    return found
