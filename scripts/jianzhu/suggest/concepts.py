"""Concepts: what words mean here, by what the editors decided of the same words in other articles.

A label of a single concept is marked by rule and needs no proposal. What is left are labels of several concepts, labels that
the editors have found to mean none, and words that are no label but were marked as a concept's.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.language import Side
from jianzhu.source.quote import find_words
from jianzhu.suggest.places import counted, others, place_of, quote_of, shown, whole
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.text.characters import fold_script

#: As many sentences are named as evidence.
_EXAMPLES = 3
_LATIN = re.compile(r"[A-Za-z0-9]")


@dataclass
class _Uses:
    """What words mean in other articles: how often each concept (empty: none, by an editor's decision), and where; `plain` is
    how often they stand there without a mark or decision."""

    meant: Counter[str] = field(default_factory=Counter)
    where: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    plain: int = 0


def concepts(edition: Edition, article: Article) -> Iterator[Proposal]:
    """A decision for words of `article`, on either side, whose meaning the editors decided in other articles of `edition`."""
    ambiguous = LabelFinder(edition.concepts)
    for side in Side:
        known = _uses(edition, article, side)
        for sentence in article.sentences:
            text = sentence.text_on(side)
            if text:
                yield from _of_sentence(edition, article, sentence, side, known, ambiguous)


def _of_sentence(
    edition: Edition,
    article: Article,
    sentence: Sentence,
    side: Side,
    known: Mapping[str, _Uses],
    labels: LabelFinder,
) -> Iterator[Proposal]:
    text = sentence.text_on(side) or ""
    marks = [mark for mark in sentence.marks_on(side) if mark.kind == "concept"]
    marked = Covered(marks)
    decided = Covered(mark for own, mark in sentence.unlinked if own is side)
    several = {(hit.start, hit.end): hit.concepts for hit in labels.find(text) if len(hit.concepts) > 1}
    places = {*_places(text, known), *several}
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        span = Mark(start, end, "concept", "")
        uses = known.get(_fold(text[start:end]), _Uses())
        mark = marked.first(span)
        if decided.first(span) or (mark and (mark.rule != "label" or (mark.start, mark.end) != (start, end))):
            continue
        concept = _choice(edition, article, uses, several.get((start, end), ()), mark)
        if concept is not None and (
            side.is_source or not concept or (start, end) in several or _is_untold(sentence, concept)
        ):
            decided.add(span)
            yield _proposal(article, sentence, side, span, concept, uses)


def _is_untold(sentence: Sentence, concept: str) -> bool:
    """Whether the source of `sentence` names `concept` and its translation, as it is marked, does not."""
    named, told = (
        any(mark.kind == "concept" and mark.ref == concept for mark in marks)
        for marks in (sentence.marks, sentence.translation_marks)
    )
    return named and not told


def _choice(
    edition: Edition, article: Article, uses: _Uses, candidates: Collection[str], mark: Mark | None
) -> str | None:
    """The concept that the words mean, by most decisions; empty where they mean none; None where nothing is to propose."""
    if mark:
        # A label of one concept: to propose is only that it means nothing.
        return "" if uses.meant[""] > uses.meant[mark.ref] else None
    if candidates:
        ranked = uses.meant.most_common(2)
        if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
            return ranked[0][0]
        named = Counter(
            mark.ref for sentence in article.sentences for mark in sentence.marks if mark.ref in candidates
        ).most_common(2)
        return named[0][0] if len(named) == 1 else None
    best, count = max(uses.meant.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return best if best in edition.concepts and 2 * count > uses.meant.total() + uses.plain else None


def _proposal(article: Article, sentence: Sentence, side: Side, span: Mark, concept: str, uses: _Uses) -> Proposal:
    text, code = sentence.text_on(side) or "", article.texts[side].code
    words = text[span.start : span.end]
    if side.is_source:
        place = place_of(sentence, span.start, span.end)
    else:
        source = next((mark for mark in sentence.marks if mark.kind == "concept" and mark.ref == concept), None)
        place = place_of(sentence, source.start, source.end) if source else whole(sentence)
    evidence = uses.where.get(concept, [])
    if evidence:
        parts = [f"{counted(count, 'time')} {name or 'no concept'}" for name, count in uses.meant.most_common()] + (
            [f"{counted(uses.plain, 'time')} without a mark"] if uses.plain else []
        )
        where = ", ".join(str(one.segment) for one in evidence[:_EXAMPLES])
        because = f"other articles have ‘{words}’ as {', '.join(parts)}: {where}"
    else:
        because = (
            f"no other article decides ‘{words}’; of what it may mean, this one names only {concept}: {shown(text)}"
        )
    return Proposal(
        kind=ProposalKind.CONCEPT,
        register=Register.MARKS,
        id="",
        places=(place,),
        others=tuple(evidence[:_EXAMPLES]),
        because=because,
        fields={"segment": sentence.id, code: quote_of(text, span.start, span.end)}
        | ({"concept": concept} if concept else {}),
    )


def _uses(edition: Edition, article: Article, side: Side) -> Mapping[str, _Uses]:
    """By the words, folded, on `side` of which an editor of another article decided anything: what they mean there."""
    rest = [sentence for sentence in others(edition, article) if sentence.text_on(side)]
    wanted = {
        word
        for sentence in rest
        for mark in _decisions(sentence, side)
        if len(word := _fold((sentence.text_on(side) or "")[mark.start : mark.end])) > 1
    }
    found = {word: _Uses() for word in wanted}
    for sentence in rest:
        text = sentence.text_on(side) or ""
        marked = Covered(mark for mark in sentence.marks_on(side) if mark.kind == "concept")
        decided = Covered(mark for own, mark in sentence.unlinked if own is side)
        for start, end in _places(text, found):
            span = Mark(start, end, "concept", "")
            uses, mark = found[_fold(text[start:end])], marked.first(span)
            if not mark and not decided.first(span):
                uses.plain += 1
                continue
            if mark and (mark.start, mark.end) != (start, end):
                continue  # part of a longer word
            concept = mark.ref if mark else ""
            uses.meant[concept] += 1
            uses.where[concept].append(place_of(sentence, start, end) if side.is_source else whole(sentence))
    return found


def _decisions(sentence: Sentence, side: Side) -> Iterator[Mark]:
    yield from (mark for mark in sentence.marks_on(side) if mark.kind == "concept" and not mark.rule)
    yield from (mark for own, mark in sentence.unlinked if own is side)


def _places(text: str, words: Collection[str]) -> list[tuple[int, int]]:
    """Where any of `words` stands in `text`; in Latin letters, as whole words."""
    folded = _fold(text)
    return [
        (start, start + len(word))
        for word, starts in find_words(folded, words).items()
        for start in starts
        if not _inside(folded, start, start + len(word))
    ]


def _inside(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` begin or end within a Latin word."""
    return any(
        0 < at < len(text) and _LATIN.match(text[at - 1]) is not None and _LATIN.match(text[at]) is not None
        for at in (start, end)
    )


def _fold(text: str) -> str:
    return fold_script(text).lower()
