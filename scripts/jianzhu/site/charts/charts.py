"""Charts: figures that answer one question, side by side on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.escape import Markdown
from jianzhu.site.charts.scale import Scale, percent, scale_of
from jianzhu.site.markup.fragment import fragment
from jianzhu.source.records.registers import ClaimRecord
from jianzhu.source.records.terms import Quote, RemoteTarget
from jianzhu.source.ref import Ref
from jianzhu.text.units import figure_words


@dataclass(frozen=True, kw_only=True)
class Plotted:
    """A claim on a scale: the sentence it is made in, and where it begins and ends in percent; open ends have arrows."""

    name: str
    record: ClaimRecord
    sentence: Ref
    title: str
    start: str
    end: str
    open_below: bool
    open_above: bool


def edition_charts(edition: Edition, lang: Language) -> list[Markdown]:
    """The charts of all questions, each with a link to its question, as they stand on the page of claims."""
    return [chart for name in edition.questions for chart in question_charts(edition, name, lang, linked=True)]


def question_charts(edition: Edition, name: str, lang: Language, linked: bool = False) -> list[Markdown]:
    """A chart for every unit in which two or more claims answer the question: any where it is about a figure, else
    comparable ones."""
    found = _answers(edition, name)
    by_unit: dict[str, list[tuple[str, Ref]]] = {}
    for claim, sentence in found.items():
        by_unit.setdefault(edition.claims[claim].unit, []).append((claim, sentence))
    question = edition.questions[name]
    link = (name, question.label[lang]) if linked else None
    groups = [group for group in by_unit.values() if len(group) > 1]
    return [
        _chart(edition, group, link, lang)
        for group in groups
        if question.about == "figure" or _comparable(edition, [claim for claim, _ in group])
    ]


def _answers(edition: Edition, name: str) -> Mapping[str, Ref]:
    """The claims in the passages of a question, with the sentence, the smallest first.

    A question about a figure takes every claim of its sentences; any other only those whose words are its answers.
    """
    question = edition.questions[name]
    found: dict[str, Ref] = {}
    for passage in (passage for position in question.positions for passage in position.passages):
        for claim, target in _targets(edition, passage):
            if question.about == "figure" or _overlap(passage.quote(Side.SOURCE), target.quote(Side.SOURCE)):
                found.setdefault(claim, passage.segment)
    return dict(
        sorted(found.items(), key=lambda item: (*edition.claims[item[0]].quantity.order(edition.kinds.units), item[0]))
    )


def _targets(edition: Edition, passage: RemoteTarget) -> Iterator[tuple[str, RemoteTarget]]:
    for claim in edition.claims_in.get(passage.segment.article, ()):
        for target in edition.claims[claim].targets:
            if target.segment == passage.segment:
                yield claim, target


def _overlap(passage: Quote | None, claim: Quote | None) -> bool:
    """True where one of two quotes of a sentence holds the other; a passage without a quote is the whole sentence."""
    return passage is None or claim is None or passage.exact in claim.exact or claim.exact in passage.exact


def _comparable(edition: Edition, claims: Sequence[str]) -> bool:
    """True where two of the claims are about one thing, or about neighbors in the glossary."""
    subjects = [edition.claims[claim].subject for claim in claims]
    return any(a == b or b in edition.neighbors.get(a or "", ()) for a, b in combinations(subjects, 2))


def _chart(
    edition: Edition, group: Sequence[tuple[str, Ref]], question: tuple[str, str] | None, lang: Language
) -> Markdown:
    claims = [edition.claims[name] for name, _ in group]
    scale = scale_of([end for claim in claims for end in (claim.value, claim.min, claim.max) if end is not None])
    rows = [
        _plotted(name, claim, sentence, scale, edition.short_titles[sentence.article][lang])
        for claim, (name, sentence) in zip(claims, group, strict=True)
    ]
    ticks = [(percent(scale.at(tick)), figure_words(tick, lang)) for tick in scale.ticks]
    return fragment(
        "chart.html.j2",
        lang,
        kinds=edition.kinds,
        rows=rows,
        ticks=ticks,
        logarithmic=scale.logarithmic,
        question=question,
    )


def _plotted(name: str, claim: ClaimRecord, sentence: Ref, scale: Scale, title: str) -> Plotted:
    low, high = claim.quantity.ends
    return Plotted(
        name=name,
        record=claim,
        sentence=sentence,
        title=title,
        start=percent(scale.at(low)),
        end=percent(scale.at(high)),
        open_below=claim.value is None and claim.min is None,
        open_above=claim.value is None and claim.max is None,
    )
