"""Chapters: one document an article: its summary, its blocks in both languages, its footnotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate import Article, Sentence, TextBlock
from jianzhu.annotate.relate import Edition
from jianzhu.books.document import Document, Entry
from jianzhu.books.footnotes import Footnote, footnotes
from jianzhu.books.sentences import Line, Sign, first_mentions, pieces
from jianzhu.books.xhtml import chapter_path, fill
from jianzhu.language import LANGUAGES, Language
from jianzhu.show.messages import book_messages

#: What stands in the text of a segment in a language: the words that lead to the glossary (start, end, concept), and
#: the signs, each with the offset it stands behind.
LinksByText = Mapping[tuple[str, Language], Sequence[tuple[int, int, str]]]
SignsByText = Mapping[tuple[str, Language], Sequence[tuple[int, Sign]]]


@dataclass(frozen=True)
class Pair:
    """A block in the language that leads (`main`) and in the other; `numbers` are those of its sentences."""

    kind: str
    level: int | None
    main: tuple[Line, ...]
    facing: tuple[Line, ...]
    numbers: str


def chapters(edition: Edition, lang: Language) -> list[Document]:
    """The articles in their order."""
    return [_chapter(edition, article, lang) for article in edition.articles]


def _chapter(edition: Edition, article: Article, lang: Language) -> Document:
    notes = footnotes(edition, article, lang)
    pairs = _pairs(article, notes, lang)
    title = pairs.pop(0) if pairs and pairs[0].level == 1 else None
    script = article.record.tag(lang)
    path = chapter_path(article.slug)
    text = fill(
        "chapter.xhtml.j2",
        lang,
        edition=edition,
        article=article,
        title=title,
        pairs=pairs,
        footnotes=notes,
        langs={side: article.record.tag(side) for side in LANGUAGES},
        other=lang.other,
    )
    headings = [
        Entry(_plain(pair.main[0]), f"{path}#{pair.main[0].id}", pair.main[0].lang)
        for pair in pairs
        if pair.kind == "heading"
    ]
    return Document(path, text, Entry(article.record.title[lang], path, script, tuple(headings)))


def _pairs(article: Article, notes: Sequence[Footnote], lang: Language) -> list[Pair]:
    signs: dict[tuple[str, Language], list[tuple[int, Sign]]] = {}
    for note in notes:
        signs.setdefault((note.segment, note.lang), []).append((note.at, Sign(note.id, note.sign, note.kind)))
    links = first_mentions(article, lang)
    return [_pair(article, block, links, signs, lang) for block in article.blocks]


def _pair(article: Article, block: TextBlock, links: LinksByText, signs: SignsByText, lang: Language) -> Pair:
    ids = [sentence.id for sentence in block.sentences]
    main, facing = (
        tuple(_line(article, sentence, side, links, signs, lang) for sentence in block.sentences)
        for side in (lang, lang.other)
    )
    numbers = ids[0] if len(ids) == 1 else f"{ids[0]}–{ids[-1]}"
    return Pair(block.kind, block.level, main, facing, numbers)


def _line(
    article: Article, sentence: Sentence, side: Language, links: LinksByText, signs: SignsByText, lang: Language
) -> Line:
    """The sentence in the language `side`; where that is not the one that leads, its id says so."""
    anchor = sentence.id if side == lang else f"{sentence.id}-{side}"
    key = (sentence.id, side)
    text = sentence.text_in(side)
    if text is None:
        words = book_messages(lang)["not_translated"]
        behind = [(len(words), sign) for _, sign in signs.get(key, ())]
        return Line(anchor, lang.tag, pieces(words, (), behind), "missing")
    state = "stale" if not side.is_source and sentence.translation_status == "stale" else ""
    return Line(anchor, article.record.tag(side), pieces(text, links.get(key, ()), signs.get(key, ())), state)


def _plain(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces)


def mention_address(slug: str, concept: str, side: Language, lang: Language) -> str:
    """Where the article names the concept first in the language `side`, in a book in which `lang` leads."""
    return f"{chapter_path(slug)}#term-{concept}{'' if side == lang else f'-{side}'}"
