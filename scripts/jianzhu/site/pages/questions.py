"""Question pages: where the articles agree and where they contradict each other, with the passages side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.relate import Edition
from jianzhu.language import Language
from jianzhu.show.escape import Markdown, markdown_inline
from jianzhu.site.charts.charts import question_charts
from jianzhu.site.pages.fragment import fragment
from jianzhu.site.pages.markdown import span
from jianzhu.site.pages.page import fill
from jianzhu.source.quote import split_at_quotes
from jianzhu.source.records import Bilingual, PositionRecord, QuestionKind, QuestionRecord, RelationRecord, RemoteTarget


@dataclass(frozen=True)
class Passage:
    """A sentence that answers a question, in both languages, with the words that do so marked."""

    segment: str
    main: Markdown
    facing: Markdown


@dataclass(frozen=True)
class Position:
    """One answer: who gives it (`voice`, if not the author), in which article, in a few words and in the passages."""

    article: str
    title: Bilingual
    record: PositionRecord
    passages: tuple[Passage, ...]


def question_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The index of questions with the matrix of positions, and a page for each, by path below the folder of the language."""
    groups = [
        (kind, [(name, question) for name, question in edition.questions.items() if question.about == kind])
        for kind in get_args(QuestionKind)
    ]
    groups = [group for group in groups if group[1]]
    titles = edition.titles(lang)
    stances = {name: _stances(question) for name, question in edition.questions.items()}
    matrices = [
        (kind, fragment("matrix.html.j2", lang, kind=kind, members=members, titles=titles, stances=stances))
        for kind, members in groups
    ]
    pages = {"questions/index.md": fill("questions.md.j2", lang, matrices=matrices)}
    order = [name for _, members in groups for name, _ in members]
    for name, before, behind in zip(order, [None, *order], [*order[1:], None], strict=False):
        question = edition.questions[name]
        pages[f"questions/{name}.md"] = fill(
            "question.md.j2",
            lang,
            question=question,
            positions=[_position(edition, position, lang) for position in question.positions],
            charts=question_charts(edition, name, lang),
            relations=_relations(edition, question),
            concepts=[(concept, edition.concepts[concept]) for concept in question.concepts],
            titles=titles,
            beside=[
                (sign, other, edition.questions[other].label) for sign, other in (("←", before), ("→", behind)) if other
            ],
        )
    return pages


def _stances(question: QuestionRecord) -> dict[str, list[PositionRecord]]:
    """The answers by article."""
    stances: dict[str, list[PositionRecord]] = {}
    for position in question.positions:
        stances.setdefault(position.article, []).append(position)
    return stances


def _position(edition: Edition, position: PositionRecord, lang: Language) -> Position:
    article, sentences = edition.by_slug[position.article], edition.sentences
    passages = []
    for ref in dict.fromkeys(passage.segment for passage in position.passages):
        targets = [passage for passage in position.passages if passage.segment == ref]
        main, facing = (
            span(_quoted(sentences[ref].text_in(side) or "", targets, side), f'lang="{article.record.tag(side)}"')
            for side in (lang, lang.other)
        )
        passages.append(Passage(ref.segment, main, facing))
    return Position(position.article, edition.short_titles[position.article], position, tuple(passages))


def _quoted(text: str, targets: Iterable[RemoteTarget], lang: Language) -> Markdown:
    """The sentence in `lang` with the words marked that answer the question."""
    quotes = [quote for target in targets if (quote := target.quote(lang))]
    return Markdown(
        "".join(
            span(part.text, ".hit") if part.hit else markdown_inline(part.text)
            for part in split_at_quotes(text, quotes)
        )
    )


def _relations(edition: Edition, question: QuestionRecord) -> list[tuple[str, RelationRecord]]:
    """The cross-references between two passages that answer the question."""
    passages = {target.segment for position in question.positions for target in position.passages}
    return [
        (name, relation)
        for name, relation in edition.relations.items()
        if relation.source in passages and relation.target in passages
    ]
