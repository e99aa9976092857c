"""Likeness: which sentences have rare words and concepts in common, by an index and never all with all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt

from jianzhu.annotate.article import Sentence
from jianzhu.language import TextLanguages
from jianzhu.suggest.runs import runs
from jianzhu.text.folding import spaced

#: A feature of more sentences than this says nothing of any.
_COMMON = 200
#: How much more than words a concept in common says.
_CONCEPT = 2.0
#: Words of fewer letters say nothing.
_WORD = 4


class Likeness:
    """An index of sentences by what they have: pairs of characters or words in each language, and concepts."""

    def __init__(self, sentences: Iterable[Sentence], own: Sequence[Sentence], texts: TextLanguages) -> None:
        """Of `sentences`, to be asked which of them are like one of `own`, which count for how rare a feature is."""
        self._texts = texts
        self._sentences = [*sentences]
        made = [features(sentence, texts) for sentence in self._sentences]
        found = [*made, *(features(sentence, texts) for sentence in own)]
        self._frequency = Counter(name for one in found for name in one)
        self._size = len(found)
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, one in enumerate(made):
            for name, weight in self._weights(one).items():
                if self._frequency[name] <= _COMMON:
                    self._holders[name].append((number, weight))

    def like(self, sentence: Sentence, least: float) -> Iterator[tuple[Sentence, float]]:
        """The sentences whose likeness to `sentence` is `least` or more (1 is the same), the most like first."""
        scores: dict[int, float] = defaultdict(float)
        for name, weight in self._weights(features(sentence, self._texts)).items():
            for number, other in self._holders.get(name, ()):
                scores[number] += weight * other
        for number, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
            if score < least:
                return
            yield self._sentences[number], score

    def rarest(self, one: Sentence, other: Sentence, most: int) -> Sequence[str]:
        """Up to `most` words and concepts that the two have in common, the rarest first, each once."""
        common = features(one, self._texts).keys() & features(other, self._texts).keys()
        names = (name[2:] for name in sorted(common, key=lambda name: (self._frequency[name], name)))
        return list(dict.fromkeys(names))[:most]

    def _weights(self, found: Mapping[str, int]) -> Mapping[str, float]:
        weights = {
            name: (1 + log(count))
            * log((self._size + 1) / max(1, self._frequency[name]))
            * (_CONCEPT if name[0] == "c" else 1)
            for name, count in found.items()
        }
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {name: weight / length for name, weight in weights.items()}


def features(sentence: Sentence, texts: TextLanguages) -> Counter[str]:
    """What `sentence` has in common with others like it, each with its count."""
    found: Counter[str] = Counter()
    for text, language, key in (
        (sentence.text, texts.source, "s"),
        (sentence.translation or "", texts.translation, "t"),
    ):
        if language.spaces_words:
            found.update(f"{key}:{word}" for word in spaced(text).split() if len(word) >= _WORD)
        else:
            found.update(f"{key}:{pair}" for pair in runs(text, 2, by_words=False))
    found.update(f"c:{mark.ref}" for mark in sentence.marks if mark.kind == "concept")
    return found
