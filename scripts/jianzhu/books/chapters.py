"""Chapters: one document an article: its summary, its blocks in both languages, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jianzhu.annotate import Article
from jianzhu.annotate.relate import Edition
from jianzhu.books.document import ContentDocument, TocEntry
from jianzhu.books.footnotes import Footnote, footnotes
from jianzhu.books.sentences import Piece, Sign, first_mentions, pieces
from jianzhu.books.xhtml import chapter_path, fill
from jianzhu.language import LANGUAGES, Language
from jianzhu.show.blocks import Line, Pair, title_and_pairs
from jianzhu.show.messages import book_messages

#: Segment and language -> the sentence as pieces.
PiecesByText = Mapping[tuple[str, Language], Sequence[Piece]]


def chapters(edition: Edition, lang: Language) -> list[ContentDocument]:
    """The articles in their order."""
    return [_chapter(edition, article, lang) for article in edition.articles]


def _chapter(edition: Edition, article: Article, lang: Language) -> ContentDocument:
    notes = footnotes(edition, article, lang)
    title, pairs = title_and_pairs(article, lang)
    path = chapter_path(article.slug)
    text = fill(
        "chapter.xhtml.j2",
        lang,
        edition=edition,
        article=article,
        title=title,
        pairs=pairs,
        pieces=_pieces(article, [*([title] if title else []), *pairs], notes, lang),
        footnotes=notes,
        langs={side: article.record.tag(side) for side in LANGUAGES},
        other=lang.other,
    )
    headings = tuple(_entry(path, pair.main[0], lang) for pair in pairs if pair.kind == "heading")
    return ContentDocument(path, text, TocEntry(article.record.title[lang], path, article.record.tag(lang), headings))


def _entry(path: str, line: Line, lang: Language) -> TocEntry:
    """A heading in the table of contents; in the language that leads, it says so where it is not translated."""
    if line.state == "missing":
        return TocEntry(book_messages(lang)["not_translated"], f"{path}#{line.id}", lang.tag)
    return TocEntry(line.text, f"{path}#{line.id}", line.tag)


def _pieces(article: Article, pairs: Sequence[Pair], notes: Sequence[Footnote], lang: Language) -> PiecesByText:
    """Every sentence in both languages, cut at its links and signs; what is not translated is a message that says so."""
    signs: dict[tuple[str, Language], list[tuple[int, Sign]]] = {}
    for note in notes:
        signs.setdefault((note.segment, note.lang), []).append((note.at, Sign(note.id, note.sign, note.kind)))
    links = first_mentions(article, lang)
    found = {}
    for line in (line for pair in pairs for line in (*pair.main, *pair.facing)):
        key = (line.id, line.lang)
        if line.state == "missing":
            said = book_messages(lang)["not_translated"]
            found[key] = pieces(said, (), [(len(said), sign) for _, sign in signs.get(key, ())])
        else:
            found[key] = pieces(line.text, links.get(key, ()), signs.get(key, ()))
    return found


def mention_address(slug: str, concept: str, side: Language, lang: Language) -> str:
    """Where the article names the concept first in the language `side`, in a book in which `lang` leads."""
    return f"{chapter_path(slug)}#term-{concept}{'' if side == lang else f'-{side}'}"
