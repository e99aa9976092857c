"""Question pages: where the articles agree and where they contradict each other, with the passages side by side."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.registers.questions import positions_of, questions_by_kind, relations_within
from jianzhu.show.texts import text_words
from jianzhu.site.charts.charts import question_charts
from jianzhu.site.markup.fragment import fragment
from jianzhu.site.markup.page import fill
from jianzhu.source.records.registers import PositionRecord, QuestionRecord


def question_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The index of questions with the matrix of positions, and a page for each, by path below the folder of the language."""
    groups = questions_by_kind(edition)
    titles = edition.titles(lang)
    stances = {name: _stances(question) for name, question in edition.questions.items()}
    matrices = [
        (kind, fragment("matrix.html.j2", lang, kind=kind, members=members, titles=titles, stances=stances))
        for kind, members in groups
    ]
    pages = {
        "questions/index.md": fill(
            "questions.md.j2", lang, matrices=matrices, texts=text_words(edition.record.called, lang)
        )
    }
    order = [item for _, members in groups for item in members]
    for number, (name, question) in enumerate(order):
        pages[f"questions/{name}.md"] = fill(
            "question.md.j2",
            lang,
            question=question,
            positions=positions_of(edition, question, lang, edition.lead(lang)),
            charts=question_charts(edition, name, lang),
            relations=relations_within(edition, question),
            concepts=[(concept, edition.concepts[concept]) for concept in question.concepts],
            titles=titles,
            previous=order[number - 1] if number else None,
            next=order[number + 1] if number + 1 < len(order) else None,
        )
    return pages


def _stances(question: QuestionRecord) -> dict[str, list[PositionRecord]]:
    """The answers by article."""
    stances: dict[str, list[PositionRecord]] = {}
    for position in question.positions:
        stances.setdefault(position.article, []).append(position)
    return stances


PAGES = {"questions/index.md": question_pages}
