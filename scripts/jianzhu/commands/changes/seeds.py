"""Seeds: where the sentences of an article stand in its file."""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.annotate.segment import Alignment
from jianzhu.compile import align_article
from jianzhu.repair.edits import Change, changes
from jianzhu.repair.emendation import LEFT_OUT, RECORDED
from jianzhu.repair.repair import Repaired
from jianzhu.repair.seed import read_seed
from jianzhu.source.problems import EditionError
from jianzhu.source.quote import context
from jianzhu.source.seeds import Folder
from jianzhu.source.yamlfile import Key

#: So many characters at least begin or end a part of a file.
_WORDS = 12


@dataclass(frozen=True)
class SeedText:
    """The seed of an article as text, how it was repaired, and its segments."""

    text: str
    repaired: Repaired
    alignment: Alignment

    @property
    def _changes(self) -> tuple[Change, ...]:
        return changes(self.text, self.repaired.layers)

    @property
    def order(self) -> list[str]:
        """The ids of the segments in the order of the text."""
        return [segment.id for block in self.alignment.blocks for segment in block.segments]

    def span(self, segment_id: str) -> tuple[int, int]:
        """Where the words of a segment begin and end in the seed, in code points."""
        segment = next(one for block in self.alignment.blocks for one in block.segments if one.id == segment_id)
        text = segment.text
        start = segment.start + len(text) - len(text.lstrip())
        end = segment.end - (len(text) - len(text.rstrip()))
        return self._place(start, at_end=False), self._place(end, at_end=True)

    def _place(self, at: int, *, at_end: bool) -> int:
        """Where `at` of the printed text is in the seed; within a change, the side of it that is outside of what ends there."""
        shift = 0
        for change in self._changes:
            if at < change.start or (at == change.start and (at_end or (not change.sic and not change.corr))):
                break
            if at < change.end:
                return change.seed_start + (len(change.sic) if at_end else 0)
            if at == change.start == change.end and not at_end:
                shift = change.seed_start + len(change.sic) - change.end
                continue
            shift = change.seed_start + len(change.sic) - change.end
        return at + shift

    def records(self) -> dict[tuple[str, Key], tuple[int, int]]:
        """Where each emendation and omission stands in the seed, by its file and key."""
        found: dict[tuple[str, Key], tuple[int, int]] = {}
        for edit in self.repaired.layers[0]:
            if edit.rule.startswith(RECORDED):
                found["emendations.yml", (int(edit.rule.removeprefix(RECORDED)),)] = edit.start, edit.end
            elif edit.rule.startswith(LEFT_OUT):
                found["article.yml", ("leftOut", int(edit.rule.removeprefix(LEFT_OUT)))] = edit.start, edit.end
        return found

    def quote(self, at: int, *, at_end: bool) -> dict[str, str]:
        """A quote of the words that begin (or, `at_end`, end) at `at` and stand once in the seed."""
        if at_end:
            start = max(0, at - _WORDS, self.text.rfind("\n", 0, at) + 1)
            exact = self.text[start:at]
        else:
            line = self.text.find("\n", at)
            exact = self.text[at : min(at + _WORDS, line if line > at else len(self.text))]
            start = at
        return self.whole(start, start + len(exact))

    def whole(self, start: int, end: int) -> dict[str, str]:
        """A quote of the words from `start` to `end` of the seed, with as much around them as it takes."""
        exact = self.text[start:end]
        prefix, suffix = context(self.text, start, len(exact))
        return {name: said for name, said in (("exact", exact), ("prefix", prefix), ("suffix", suffix)) if said}


def seed_text(folder: Folder) -> SeedText:
    """The seed of the article in `folder`. Raises EditionError where it cannot be read."""
    witness, problems = read_seed(folder)
    aligned, found = align_article(folder)
    if witness is None or aligned is None:
        raise EditionError([*problems, *found])
    return SeedText(witness.text, *aligned)
