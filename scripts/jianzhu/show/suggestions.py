"""Suggestions: what waits for an editor, as the page of a draft shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.suggested import Suggested, SuggestedPlace
from jianzhu.language import Side
from jianzhu.source.suggested import ProposalKind


@dataclass(frozen=True, kw_only=True)
class SuggestionLine:
    """A suggestion in the list: the sentence that it is about, the words, the tag of their language, and the evidence."""

    segment: str
    words: str
    tag: str
    because: str


def suggestion_groups(article: Article) -> list[tuple[ProposalKind, list[SuggestionLine]]]:
    """What is suggested for `article`, by kind and in the order of the text."""
    at = {sentence.id: number for number, sentence in enumerate(article.sentences)}
    found: dict[ProposalKind, list[tuple[int, int, SuggestionLine]]] = {kind: [] for kind in ProposalKind}
    for suggested in article.suggested:
        places = [place for place in _places(article, suggested) if place.ref.segment in at]
        if places:
            first = min(places, key=lambda place: (not place.side.is_source, at[place.ref.segment], place.start))
            line = SuggestionLine(
                segment=first.ref.segment,
                words=first.words,
                tag=article.tag(first.side),
                because=suggested.suggestion.because,
            )
            found[suggested.kind].append((at[line.segment], first.start, line))
    return [
        (kind, [line for *_, line in sorted(lines, key=lambda one: one[:2])]) for kind, lines in found.items() if lines
    ]


def with_suggestions(article: Article) -> Article:
    """`article` with the words that something is suggested for marked, each with the kind."""
    marks: dict[tuple[str, Side], list[Mark]] = {}
    for suggested in article.suggested:
        for place in _places(article, suggested):
            if place.words:
                mark = Mark(place.start, place.end, "suggestion", suggested.kind)
                marks.setdefault((place.ref.segment, place.side), []).append(mark)
    if not marks:
        return article
    return replace(article, blocks=tuple(_block(block, marks) for block in article.blocks))


def _places(article: Article, suggested: Suggested) -> Iterable[SuggestedPlace]:
    return (place for place in suggested.places if place.ref.article == article.slug)


def _block(block: TextBlock, marks: dict[tuple[str, Side], list[Mark]]) -> TextBlock:
    return replace(block, sentences=tuple(_sentence(sentence, marks) for sentence in block.sentences))


def _sentence(sentence: Sentence, marks: dict[tuple[str, Side], list[Mark]]) -> Sentence:
    own, facing = (marks.get((sentence.id, side), ()) for side in (Side.SOURCE, Side.TRANSLATION))
    return replace(sentence, marks=(*sentence.marks, *own), translation_marks=(*sentence.translation_marks, *facing))
