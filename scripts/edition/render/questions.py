"""Question pages: where the articles agree and where they contradict each other, with the passages side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from edition.annotate import Sentence
from edition.records import Bilingual, PositionRecord, QuestionKind, QuestionRecord, RelationRecord
from edition.relate import Edition
from edition.render.markdown import Markdown, escape_inline, span
from edition.render.page import fill


@dataclass(frozen=True)
class Passage:
    """A sentence that answers a question, in both languages, with the words that do so marked."""

    segment: str
    zh: Markdown
    en: Markdown


@dataclass(frozen=True)
class Position:
    """One answer: who gives it (`voice`, if not the author), in which article, in a few words and in the passages."""

    article: str
    title: Bilingual
    script: str
    record: PositionRecord
    passages: tuple[Passage, ...]


def question_pages(edition: Edition, lang: str) -> dict[str, str]:
    """The index of questions with the matrix of positions, and a page for each, by path below docs/<lang>/."""
    sentences = {sentence.ref: sentence for article in edition.articles for sentence in article.sentences}
    groups = [
        (kind, [(name, question) for name, question in edition.questions.items() if question.about == kind])
        for kind in get_args(QuestionKind)
    ]
    index = fill(
        "questions.md.j2",
        lang,
        groups=[group for group in groups if group[1]],
        articles=edition.articles,
        stances={name: _stances(question) for name, question in edition.questions.items()},
    )
    pages = {"questions/index.md": index}
    for name, question in edition.questions.items():
        pages[f"questions/{name}.md"] = fill(
            "question.md.j2",
            lang,
            question=question,
            positions=[_position(edition, position, sentences) for position in question.positions],
            relations=_relations(edition, question),
            concepts=[(concept, edition.concepts[concept]) for concept in question.concepts],
            titles={slug: title[lang] for slug, title in edition.titles.items()},
        )
    return pages


def _stances(question: QuestionRecord) -> dict[str, list[PositionRecord]]:
    """The answers by article."""
    stances: dict[str, list[PositionRecord]] = {}
    for position in question.positions:
        stances.setdefault(position.article, []).append(position)
    return stances


def _position(edition: Edition, position: PositionRecord, sentences: dict[str, Sentence]) -> Position:
    article = next(article for article in edition.articles if article.slug == position.article)
    passages = []
    for target in position.passages:
        sentence = sentences[target.segment]
        zh = _quoted(sentence.text, target.zh.exact if target.zh else "")
        en = _quoted(sentence.translation or "", target.en.exact if target.en else "")
        passages.append(Passage(target.segment.partition(":")[2], zh, en))
    return Position(position.article, article.record.title, article.record.script, position, tuple(passages))


def _quoted(text: str, exact: str) -> Markdown:
    """The sentence with its telling words marked; without them, the sentence."""
    if not exact:
        return escape_inline(text)
    before, _, behind = text.partition(exact)
    return Markdown(escape_inline(before) + span(escape_inline(exact), ".hit") + escape_inline(behind))


def _relations(edition: Edition, question: QuestionRecord) -> list[tuple[str, RelationRecord]]:
    """The cross-references between two passages that answer the question."""
    passages = {target.segment for position in question.positions for target in position.passages}
    return [
        (name, relation)
        for name, relation in edition.relations.items()
        if relation.source in passages and relation.target in passages
    ]
