"""Problems: what an editor is told, and the register of their codes.

Each code names a directory under tests/problems/ with a broken edition and the report it must give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

CODES: Mapping[str, str] = {
    "file-missing": "a file that every article or edition must have is not there",
    "file-unreadable": "a file or folder is there and cannot be read",
    "file-name": "the name of a file or folder is one that some system cannot hold",
    "yaml-syntax": "a file is not YAML, or not UTF-8",
    "yaml-duplicate-key": "a mapping says the same key twice",
    "record-unknown-key": "a record has a key that no reader would use",
    "record-invalid": "a record lacks a value or has one of the wrong kind",
    "edtf-invalid": "a date is not EDTF (ISO 8601-2)",
    "seed-changed": "the bytes of a seed are not those its record names",
    "seed-undecodable": "a seed has bytes that its encoding does not allow",
    "quote-missing": "a quoted passage is nowhere in the text it should be in",
    "quote-ambiguous": "a quoted passage is in the text more than once",
    "emendation-overlap": "two emendations want to change the same characters",
    "damage": "the printed text still looks damaged",
    "dismissal-idle": "an editor dismisses a date or quantity where none is found",
    "acceptance-idle": "an acceptance of odd characters accepts nothing",
    "manifest-stale": "the recorded segments are not those of the text",
    "segment-unrecorded": "a segment of the text has no recorded id",
    "segment-unknown": "something points to a segment that does not exist",
    "segment-vanished": "a published segment is gone and no redirect says where to",
    "segment-id": "a segment id is malformed, used twice, or used again after withdrawal",
    "translation-stale": "a translation was made from another wording of its source",
    "untranslated": "segments of an article have no translation",
    "translation-han": "a translation has Chinese characters left in it",
    "numbers-differ": "a translation has other numbers than its source",
    "date-open": "a date in a text is no evidence of an event, and no editor has dismissed it",
    "quantity-open": "a quantity in a text is no claim, and no editor has dismissed it",
    "concept-unlinked": "a concept is named by no text",
    "form-idle": "a correction of a form changes nothing",
    "concept-label": "a concept lacks a label in one of the languages",
    "concept-unknown": "something points to a concept that does not exist",
    "question-unknown": "the front page asks a question that does not exist",
    "label-undecided": "a shared label stands in the text and no editor has decided what it means",
    "mark-overlap": "two marks that cannot both be links want the same characters",
}

#: Codes that leave the edition readable: a build prints them and goes on, `check` still fails.
EDITORIAL = frozenset(
    {
        "damage",
        "acceptance-idle",
        "dismissal-idle",
        "manifest-stale",
        "translation-stale",
        "untranslated",
        "translation-han",
        "numbers-differ",
        "date-open",
        "quantity-open",
        "concept-unlinked",
        "form-idle",
        "label-undecided",
    }
)


@dataclass(frozen=True, order=True)
class Location:
    """Where a problem is: a path relative to the project's root and a line counted from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong: where, which code, what is wrong, what was expected, what to do next."""

    location: Location
    code: str
    wrong: str
    expected: str
    advice: str

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such problem code: {self.code}")

    @property
    def fatal(self) -> bool:
        """True where no page can be printed honestly while the problem stands."""
        return self.code not in EDITORIAL

    def __str__(self) -> str:
        return (
            f"{self.location}: [{self.code}] {self.wrong}\n    expected: {self.expected}\n    to do:    {self.advice}"
        )


class EditionError(Exception):
    """The edition cannot be built; carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems))


def report(problems: Iterable[Problem]) -> str:
    """All problems as text, sorted by location, with a closing count; empty string for none."""
    ordered = sorted(set(problems))
    if not ordered:
        return ""
    count = len(ordered)
    return "\n".join([*map(str, ordered), f"{count} problem{'s' if count != 1 else ''}"])
