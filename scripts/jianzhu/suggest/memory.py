"""Memory: a translation made before of the same or nearly the same sentence, for one that has none."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.suggest.places import others, whole
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.text.folding import compact, spaced
from jianzhu.text.numbers import numbers_apart

#: The least share of the characters, folded, that the two have in common.
_NEARLY = 0.75
#: How many sentences are compared with one, and in how many a pair of characters may stand that finds them.
_CANDIDATES, _COMMON = 5, 400
#: Longer sentences are only found where they are the same: to compare them takes too long.
_LONGEST = 600
#: A sentence of fewer characters is only found where it is the same.
_SHORT = 6


def memory(edition: Edition, article: Article) -> Iterator[Proposal]:
    """The translation of the most similar sentence for each sentence of `article` without one."""
    wanted = [sentence for sentence in article.sentences if not sentence.translation and sentence.translatable]
    if not wanted:
        return
    made = [
        sentence
        for sentence in itertools.chain(others(edition, article), article.sentences)
        if sentence.translation and sentence.translatable
    ]
    same: dict[str, Sentence] = {}
    for sentence in made:
        same.setdefault(_folded(sentence), sentence)
    holders = _holders(made, wanted)
    for sentence in wanted:
        folded = _folded(sentence)
        if folded and folded in same:
            yield _proposal(article, sentence, same[folded], 1.0)
        elif _SHORT <= len(folded) <= _LONGEST:
            best = max(_nearest(folded, holders), key=lambda pair: pair[0], default=(0.0, None))
            if best[0] >= _NEARLY and best[1]:
                yield _proposal(article, sentence, best[1], best[0])


def _folded(sentence: Sentence) -> str:
    return compact(sentence.text) or spaced(sentence.text)


def _holders(made: Sequence[Sentence], wanted: Sequence[Sentence]) -> Mapping[str, Sequence[Sentence]]:
    """By each pair of characters in `wanted`: those of `made` with it."""
    asked = {pair for sentence in wanted for pair in _pairs(_folded(sentence))}
    found: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in made:
        for pair in _pairs(_folded(sentence)) & asked:
            found[pair].append(sentence)
    return found


def _nearest(folded: str, holders: Mapping[str, Sequence[Sentence]]) -> Iterator[tuple[float, Sentence]]:
    """The sentences with most pairs of characters in common with `folded`, each with the share that is the same."""
    votes: Counter[Sentence] = Counter()
    for pair in sorted(_pairs(folded)):
        if len(holders.get(pair, ())) <= _COMMON:
            votes.update(holders.get(pair, ()))
    for sentence, _ in votes.most_common(_CANDIDATES):
        other = _folded(sentence)
        if len(other) <= _LONGEST:
            yield SequenceMatcher(None, folded, other, autojunk=False).ratio(), sentence


def _pairs(folded: str) -> set[str]:
    return {folded[at : at + 2] for at in range(len(folded) - 1)}


def _proposal(article: Article, sentence: Sentence, other: Sentence, ratio: float) -> Proposal:
    codes = article.texts.codes
    if sentence.text.strip() == other.text.strip():
        because = f"{other.ref} is the same sentence"
    elif ratio == 1:
        because = f"{other.ref} differs in its marks or script only: {difference(other.text, sentence.text)}"
    else:
        because = f"{other.ref} is {ratio:.0%} the same: {difference(other.text, sentence.text)}"
    apart = numbers_apart(sentence.text, other.translation or "", codes)
    if any(apart):
        because += "; the numbers differ"
    return Proposal(
        kind=ProposalKind.TRANSLATION,
        register=Register.TRANSLATION,
        id=sentence.id,
        places=(whole(sentence),),
        others=(whole(other),),
        because=because,
        fields={"text": other.translation or ""},
    )


def difference(old: str, new: str) -> str:
    """`new` with what it lacks of `old` as [-…-] and what it adds as {+…+}, by characters, or words where they are spaced."""
    pieces = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
    before, after = pieces.findall(old.strip()), pieces.findall(new.strip())
    parts = []
    for change, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if change == "equal":
            parts.append("".join(before[start:end]))
            continue
        gone, come = "".join(before[start:end]), "".join(after[begin:stop])
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{come}+}}" if come else ""))
    return " ".join("".join(parts).split())
