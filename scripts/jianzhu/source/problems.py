"""Problems: the reports to editors, and the register of their codes.

Each code names a directory under tests/problems/ with a broken edition and the report it must give.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass

CODES: Mapping[str, str] = {
    "file-missing": "a file that every article or edition must have is missing",
    "file-unreadable": "a file or folder is there and cannot be read",
    "file-unknown": "nothing reads a file or folder in seeds/",
    "file-name": "some system does not allow the name of a file or folder",
    "yaml-syntax": "a file is not YAML, or not UTF-8",
    "yaml-comment": "` #` in a text without quotes makes a comment of the rest",
    "yaml-duplicate-key": "a mapping has the same key twice",
    "record-unknown-key": "a record has an unknown key",
    "record-invalid": "a record lacks a value or has one of the wrong kind",
    "kind-unknown": "a record has a type, a kind or a unit that the edition does not have",
    "unit-word": "a word writes two units, or is listed twice",
    "unit-word-idle": "no text has a word that kinds.yml lists for a unit",
    "number-repeated": "two articles have the same number",
    "title-differs": "the title that is said to stand in the text is not there",
    "edtf-invalid": "a date is not EDTF (ISO 8601-2)",
    "seed-changed": "the SHA-256 of a seed is not the one in its record",
    "seed-undecodable": "a seed has bytes that its encoding does not allow",
    "extraction-changed": "the SHA-256 of extract.yml is not the one in the article’s record",
    "extraction-differs": "the tool that is installed reads a seed otherwise than extract.yml says",
    "image-missing": "an image of a text is not in the article’s folder",
    "image-changed": "the SHA-256 of an image is not the one in the article’s record",
    "image-unsafe": "an image cannot be shown, or could do more than be shown",
    "image-unrecorded": "an image of a text has no entry in the article’s record",
    "quote-missing": "a quoted passage does not occur in its text",
    "quote-ambiguous": "a quoted passage occurs in its text more than once",
    "emendation-overlap": "two emendations change the same characters",
    "damage": "the printed text still looks damaged",
    "dismissal-idle": "a date or quantity is dismissed where none is found",
    "acceptance-idle": "an acceptance applies to nothing",
    "manifest-stale": "the recorded segments do not match the text",
    "segment-unrecorded": "a segment of the text has no recorded id",
    "segment-unknown": "a reference to a segment that does not exist",
    "segment-vanished": "a published segment is gone and has no redirect",
    "segment-id": "a segment id is malformed, used twice, or reused after withdrawal",
    "translation-stale": "a translation was made from another version of its source",
    "untranslated": "segments of an article have no translation",
    "translation-han": "a translation contains Chinese characters",
    "numbers-differ": "the numbers of a translation differ from its source",
    "inlines-differ": "a link, a footnote’s sign, code, a formula or an address of a sentence has no place in its translation",
    "lines-differ": "a translation has not the lines of its source",
    "footnote-unmatched": "a sign leads to no footnote, or no sign leads to a footnote",
    "date-open": "a date in a text is neither recorded by an event nor dismissed",
    "quantity-open": "a quantity in a text is neither recorded by a claim nor dismissed",
    "review-open": "translations or notes of an article are not reviewed",
    "concept-unlinked": "no text names a concept",
    "form-idle": "a correction in forms.yml changes nothing",
    "concept-label": "a concept lacks a label in one of the languages",
    "concept-unknown": "a reference to a concept that does not exist",
    "question-unknown": "the front page refers to a question that does not exist",
    "claim-hedge": "the words of a claim hedge its figure, and the claim does not",
    "claim-unit": "the words of a claim name another unit",
    "source-unknown": "a reference to a source that does not exist",
    "source-unused": "nothing cites a source",
    "label-undecided": "a label of several concepts occurs in a text, and no entry decides its meaning",
    "mark-overlap": "two concept marks overlap",
    "suggestion-open": "suggestions wait for an editor",
    "suggestion-invalid": "a suggestion breaks a rule of its record, or refers to what is not there",
    "change-unresolved": "a recorded change leads to what is not there",
    "change-reused": "an id that a recorded change has withdrawn is used again",
}

#: Codes that leave the edition readable: a build prints them and goes on, `check` still fails.
EDITORIAL = frozenset(
    {
        "damage",
        "file-unknown",
        "number-repeated",
        "title-differs",
        "extraction-differs",
        "image-missing",
        "image-unrecorded",
        "acceptance-idle",
        "dismissal-idle",
        "manifest-stale",
        "translation-stale",
        "untranslated",
        "translation-han",
        "numbers-differ",
        "inlines-differ",
        "lines-differ",
        "footnote-unmatched",
        "date-open",
        "quantity-open",
        "review-open",
        "concept-unlinked",
        "form-idle",
        "claim-hedge",
        "claim-unit",
        "source-unused",
        "unit-word-idle",
        "label-undecided",
        "suggestion-open",
        "suggestion-invalid",
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
    _: KW_ONLY
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
    """The edition cannot be built; carries every problem found, not only the first, and tells each where it is `full`."""

    def __init__(self, problems: Iterable[Problem], *, full: bool = False) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(report(self.problems, full=full))


#: Of more problems of one kind in one file than `_MANY`, a report shows the first `_FIRST`.
_MANY, _FIRST = 5, 3


def report(problems: Iterable[Problem], *, full: bool = False) -> str:
    """`problems` as text, sorted by location, with a closing count; empty string for none.

    Of many problems of one kind in one file, only the first are shown, and how many more there are, unless `full`.
    """
    ordered = sorted(set(problems))
    if not ordered:
        return ""
    total = Counter((problem.location.path, problem.code) for problem in ordered)
    seen: Counter[tuple[str, str]] = Counter()
    lines = []
    for problem in ordered:
        kind = (problem.location.path, problem.code)
        seen[kind] += 1
        if full or total[kind] <= _MANY or seen[kind] <= _FIRST:
            lines.append(str(problem))
        if not full and total[kind] > _MANY and seen[kind] == _FIRST:
            more = total[kind] - _FIRST
            lines.append(
                f"{problem.location.path}: [{problem.code}] and {more} more like this; `jianzhu check --full` shows all"
            )
    return "\n".join([*lines, count_of(len(ordered), "problem")])


def count_of(number: int, noun: str) -> str:
    """`number` of what `noun` names: 1 problem, 1,200 problems."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def one_of(names: Iterable[str], otherwise: str) -> str:
    """What was expected: one of `names`, or, where there are none, what `otherwise` says."""
    listed = ", ".join(names)
    return f"one of {listed}" if listed else otherwise
