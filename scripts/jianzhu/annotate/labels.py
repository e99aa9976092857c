"""Labels: where a text calls a concept by one of its names.

The longest label that begins at a place wins, and words that the editor listed as meaning something else (`notIn`) win
in the same way and mark nothing. Chinese is compared after folding to simplified characters, one to one, so that both
scripts find the same concept and offsets stay valid. Latin labels match whole words in their own case; the words of
one written all in lower case may begin with capitals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from jianzhu.text.characters import fold_script

#: Not inside a longer Latin word, and not the beginning or end of a number or version (GPT in GPT-4, 3.5 in 13.5).
_WORD_START = r"(?<![A-Za-z0-9])(?<![0-9][.,-])"
_WORD_END = r"(?![A-Za-z0-9])(?![.,-][0-9])"


class Labeled(Protocol):
    """What has names: a concept."""

    @property
    def labels(self) -> tuple[str, ...]: ...

    @property
    def not_in(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class LabelHit:
    """A label at `start` to `end` (code points); more than one concept means that an editor has to decide."""

    start: int
    end: int
    concepts: tuple[str, ...]


class LabelFinder:
    """Finds all labels of a vocabulary in one pass; make it once and use it for every text."""

    def __init__(self, concepts: Mapping[str, Labeled]) -> None:
        owners: dict[str, set[str]] = defaultdict(set)
        for concept_id, concept in concepts.items():
            for label in concept.labels:
                owners[_fold(label)].add(concept_id)
            for word in concept.not_in:
                owners[_fold(word)]  # a word without owner: found, and marked as nothing
        self._owners = {label: tuple(sorted(ids)) for label, ids in owners.items()}
        by_first: dict[str, list[str]] = defaultdict(list)
        for label in sorted(owners, key=lambda label: (-len(label), label)):
            for first in _first_characters(label):
                by_first[first].append(_label_pattern(label))
        # One small pattern for each first character, compiled when it is first needed: most places of a text need
        # none of them, and what goes to another process stays small.
        self._sources = {first: "|".join(patterns) for first, patterns in by_first.items()}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__ | {"_patterns": {}}

    def _pattern(self, first: str) -> re.Pattern[str] | None:
        if first not in self._patterns and first in self._sources:
            self._patterns[first] = re.compile(self._sources[first])
        return self._patterns.get(first)

    def find(self, text: str) -> tuple[LabelHit, ...]:
        """Every label in `text`, left to right, none overlapping."""
        hits, folded, done = [], _fold(text), 0
        for at, character in enumerate(folded):
            pattern = self._pattern(character) if at >= done else None
            match = pattern.match(folded, at) if pattern else None
            if not match:
                continue
            form, done = match[0], match.end()
            owners = self._owners[form] if form in self._owners else self._owners.get(form.lower(), ())
            if owners:
                hits.append(LabelHit(match.start(), match.end(), owners))
        return tuple(hits)


def _fold(text: str) -> str:
    """One script and one form of apostrophe, length kept."""
    return fold_script(text).replace("’", "'")


def _first_characters(label: str) -> str:
    """The characters that `label` may begin with."""
    return label[0] + label[0].upper() if _is_small_latin(label) else label[0]


def _is_small_latin(label: str) -> bool:
    return label[0].isascii() and label[0].isalpha() and label == label.lower()


def _label_pattern(label: str) -> str:
    pattern = re.escape(label)
    if _is_small_latin(label):
        pattern = re.sub(r"(?<![a-z])[a-z]", lambda match: f"[{match[0]}{match[0].upper()}]", pattern)
    start = _WORD_START if label[0].isascii() and label[0].isalnum() else ""
    end = _WORD_END if label[-1].isascii() and label[-1].isalnum() else ""
    return f"{start}{pattern}{end}"
