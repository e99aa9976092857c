"""Echoes: sentences of other articles that say the same as one of this article, in the same words or nearly so."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.suggest.figures import relation_id
from jianzhu.suggest.likeness import Likeness
from jianzhu.suggest.places import others, shown, whole
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.suggest.runs import runs, units
from jianzhu.text.folding import compact

#: Characters, or words, in a row that two sentences have in common by no coincidence, if few other sentences have them.
_PHRASE = {False: 7, True: 5}
_RARE = 4
#: From which likeness on two sentences are shown to an editor, and from which on they say the same.
_ALIKE, _NEARLY_SAME = 0.12, 0.75
#: How many sentences are shown beside one.
_MOST = 2
#: A sentence of fewer characters says too little.
_SHORT = 8


def echoes(edition: Edition, article: Article) -> Iterator[Proposal]:
    """A relation for each pair of a sentence of `article` and one of another article that are alike and not related yet."""
    own = [sentence for sentence in article.sentences if len(compact(sentence.text)) >= _SHORT]
    rest = [sentence for sentence in others(edition, article) if len(compact(sentence.text)) >= _SHORT]
    likeness = Likeness(rest, own, article.texts)
    phrases = _phrases(own, rest, article.texts.source.spaces_words)
    for sentence in own:
        linked = {other for _, other in edition.relations_of.get(sentence.ref, ())}
        alike = {other.ref: (other, score) for other, score in likeness.like(sentence, _ALIKE)}
        shared = phrases.get(sentence, {})
        chosen = {*shared, *(other for other, _ in [*alike.values()][:_MOST])}
        for other in sorted(chosen, key=lambda one: one.ref):
            if other.ref in linked:
                continue
            score = alike[other.ref][1] if other.ref in alike else 0.0
            if other in shared:
                because = f"‘{shared[other]}’ stands in both"
            else:
                because = f"both have {', '.join(likeness.rarest(sentence, other, 5))}"
            yield Proposal(
                kind=ProposalKind.RELATION,
                register=Register.RELATIONS,
                id=relation_id(sentence.ref, other.ref),
                places=(whole(sentence),),
                others=(whole(other),),
                because=f"{because} (likeness {score:.2f}): {shown(other.text)}",
                fields=({"type": "same-claim"} if score >= _NEARLY_SAME else {})
                | {"source": str(sentence.ref), "target": str(other.ref)},
            )


def _phrases(
    own: Sequence[Sentence], rest: Sequence[Sentence], by_words: bool
) -> Mapping[Sentence, Mapping[Sentence, str]]:
    """For each of `own` those of `rest` with a rare phrase in common, and the first such phrase."""
    size = _PHRASE[by_words]
    holders: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in own:
        for run in dict.fromkeys(runs(sentence.text, size, by_words=by_words)):
            holders[run].append(sentence)
    runs_of = {
        sentence: [run for run in runs(sentence.text, size, by_words=by_words) if run in holders] for sentence in rest
    }
    frequency = Counter(run for found in runs_of.values() for run in {*found})
    met: dict[Sentence, dict[Sentence, str]] = defaultdict(dict)
    for other, found in runs_of.items():
        for run in dict.fromkeys(found):
            if frequency[run] + len(holders[run]) <= _RARE:
                for sentence in holders[run]:
                    met[sentence].setdefault(other, run)
    return {
        sentence: {other: _around(sentence.text, other.text, run, by_words) for other, run in found.items()}
        for sentence, found in met.items()
    }


def _around(one: str, other: str, run: str, by_words: bool) -> str:
    """The phrase that two texts have in common around `run`, where each has it first."""
    size, glue = _PHRASE[by_words], " " if by_words else ""
    first, second = units(one, by_words=by_words), units(other, by_words=by_words)
    at, there = (runs(text, size, by_words=by_words).index(run) for text in (one, other))
    before = itertools.takewhile(
        lambda pair: pair[0] == pair[1], zip(reversed(first[:at]), reversed(second[:there]), strict=False)
    )
    behind = itertools.takewhile(
        lambda pair: pair[0] == pair[1], zip(first[at + size :], second[there + size :], strict=False)
    )
    return glue.join(first[at - len([*before]) : at + size + len([*behind])])
