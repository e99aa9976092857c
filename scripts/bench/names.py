"""Names: how many of the names of an article are proposed when the glossary does not have them, and how many proposals are right.

Each article in turn is taken as new: its glossary has only what other articles name. What is to be found are the entries of a
type that has names, which no other article names in its source text. A proposal is right where one of its labels is one of
theirs; a real name that the editors did not record counts as wrong. The glossary is held out, the rules are not: they were made
with these articles at hand, so that a text that nobody has looked at gives lower figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.marks import Mark
from jianzhu.compile import compile_edition
from jianzhu.suggest.names import names, recognizer
from jianzhu.suggest.names.mention import NameType
from jianzhu.suggest.proposal import Proposal
from jianzhu.text.characters import fold_script

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class NamesMeasured:
    """Of one article: `found` of the `truth` names to be found; `right` of the `proposed` ones. `missed` and `wrong` are words."""

    article: str
    found: int
    truth: int
    right: int
    proposed: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


def measure_names(edition: Edition) -> Iterator[NamesMeasured]:
    """How well the names of each article of `edition` are found without it."""
    for article in edition.articles:
        own = _only_here(edition, article)
        labels = {concept: _labels(edition, article, concept) for concept in own}
        proposals = names(*held_out(edition, article))
        forms = [_forms(proposal) for proposal in proposals]
        proposed, true = set().union(*forms), set().union(*labels.values())
        missed = [concept for concept in own if not labels[concept] & proposed]
        wrong = [proposal for proposal, form in zip(proposals, forms, strict=True) if not form & true]
        yield NamesMeasured(
            article=article.slug,
            found=len(own) - len(missed),
            truth=len(own),
            right=len(proposals) - len(wrong),
            proposed=len(proposals),
            missed=tuple(edition.concepts[concept].labels[0] for concept in missed),
            wrong=tuple(proposal.places[0].words for proposal in wrong),
        )


def held_out(edition: Edition, article: Article) -> tuple[Edition, Article]:
    """`edition` and `article` as they are before an editor has begun with it: with the entries that other articles name."""
    known = {
        concept: record
        for concept, record in edition.concepts.items()
        if any(one.side.is_source and one.article.slug != article.slug for one in edition.occurrences[concept])
    }
    finder = LabelFinder(known)
    blocks = tuple(
        replace(block, sentences=tuple(_marked(sentence, finder) for sentence in block.sentences))
        for block in article.blocks
    )
    return replace(edition, concepts=known), replace(article, blocks=blocks)


def _marked(sentence: Sentence, finder: LabelFinder) -> Sentence:
    """`sentence` with the marks of concepts that rules find."""

    def marks(text: str, old: tuple[Mark, ...]) -> tuple[Mark, ...]:
        kept = [mark for mark in old if mark.kind != "concept"]
        hits = [hit for hit in finder.find(text) if len(hit.concepts) == 1]
        return (*kept, *(Mark(hit.start, hit.end, "concept", hit.concepts[0], "label") for hit in hits))

    return replace(
        sentence,
        marks=marks(sentence.text, sentence.marks),
        translation_marks=marks(sentence.translation or "", sentence.translation_marks),
    )


def _only_here(edition: Edition, article: Article) -> list[str]:
    """The names that only the source text of `article` has."""
    types = {kind.value for kind in NameType}
    return [
        concept
        for concept, record in edition.concepts.items()
        if record.type in types
        and {one.article.slug for one in edition.occurrences[concept] if one.side.is_source} == {article.slug}
    ]


def _labels(edition: Edition, article: Article, concept: str) -> set[str]:
    exact = {
        one.exact for one in edition.occurrences[concept] if one.side.is_source and one.article.slug == article.slug
    }
    return set(map(fold_script, (*edition.concepts[concept].labels, *exact)))


def _forms(proposal: Proposal) -> set[str]:
    return {fold_script(place.words) for place in proposal.places}


def main() -> None:
    """Print the figures of each article, and the words that were missed or wrong."""
    edition, _ = compile_edition(ROOT)
    assert edition is not None
    rows = list(measure_names(edition))
    print(recognizer())
    for row in rows:
        print(f"{row.article}: found {row.found} of {row.truth}, right {row.right} of {row.proposed}")
        print(f"  missed: {'、'.join(row.missed)}\n  wrong: {'、'.join(row.wrong)}")
    found, truth = sum(row.found for row in rows), sum(row.truth for row in rows)
    right, proposed = sum(row.right for row in rows), sum(row.proposed for row in rows)
    print(f"all: found {found} of {truth} ({found / truth:.1%}), right {right} of {proposed} ({right / proposed:.1%})")


if __name__ == "__main__":
    main()
