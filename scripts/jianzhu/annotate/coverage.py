"""Coverage: how much of an article's content the editors have recorded, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.annotate.spans import Covered
from jianzhu.annotate.translation import untranslated_words
from jianzhu.source.load import Folder, Sources
from jianzhu.source.problems import Problem

#: What the rules find in a sentence, and what records it.
RECORDED_AS: dict[MarkKind, MarkKind] = {"date": "event", "quantity": "claim"}


@dataclass(frozen=True)
class Found:
    """A date or quantity that the rules find in a sentence; its `mark` has the reason in `rule` where it is dismissed."""

    sentence: Sentence
    mark: Mark

    @property
    def exact(self) -> str:
        return self.sentence.text[self.mark.start : self.mark.end]


@dataclass(frozen=True)
class Tally:
    """What has become of the dates, or of the quantities, that the rules find in an article."""

    recorded: tuple[Found, ...]
    dismissed: tuple[Found, ...]
    open: tuple[Found, ...]

    @property
    def found(self) -> int:
        return len(self.recorded) + len(self.dismissed) + len(self.open)


@dataclass(frozen=True)
class Coverage:
    """Counts of one article: its segments by state of translation, the notes on it, its dates and quantities. Segments that
    are the same in every language are not counted.

    `with_chinese` are translations with Chinese characters left in them.
    """

    segments: int
    translated: int
    reviewed: int
    with_chinese: int
    notes: int
    dates: Tally
    quantities: Tally


def coverage(article: Article) -> Coverage:
    """The coverage of `article`. A date is recorded by an event, a quantity by a claim, that quotes some of its words."""
    sentences = tuple(article.sentences)
    states = [sentence.translation_status for sentence in sentences if sentence.translatable]
    return Coverage(
        segments=len(states),
        translated=len(states) - states.count("missing"),
        reviewed=states.count("reviewed"),
        with_chinese=sum(bool(untranslated_words(sentence.translation or "", article.texts)) for sentence in sentences),
        notes=len(article.notes),
        dates=_tally(sentences, "date"),
        quantities=_tally(sentences, "quantity"),
    )


def _tally(sentences: tuple[Sentence, ...], kind: MarkKind) -> Tally:
    recorded: list[Found] = []
    dismissed: list[Found] = []
    left: list[Found] = []
    for sentence in sentences:
        records = Covered(mark for mark in sentence.marks if mark.kind == RECORDED_AS[kind])
        for mark in sentence.marks:
            if mark.kind == kind:
                (recorded if records.first(mark) else left).append(Found(sentence, mark))
        dismissed += [Found(sentence, mark) for mark in sentence.dismissed if mark.kind == kind]
    return Tally(tuple(recorded), tuple(dismissed), tuple(left))


def coverage_problems(sources: Sources, edition: Edition) -> Iterator[Problem]:
    """Every date and quantity that is neither recorded nor dismissed, and every concept that no text names."""
    folders = {folder.slug: folder for folder in sources.folders}
    for article in edition.articles:
        covered = coverage(article)
        for found in (*covered.dates.open, *covered.quantities.open):
            yield _open(folders[article.slug], found)
    for name, occurrences in edition.occurrences.items():
        if not occurrences:
            yield Problem(
                sources.vocabulary.locations[name],
                "concept-unlinked",
                wrong=f"no text names {name!r}",
                expected="a concept that an article names by one of its labels",
                advice="add the text's word for it as altLabel, mark the words in marks.yml, or remove the concept",
            )


def _open(folder: Folder, found: Found) -> Problem:
    kind, name = found.mark.kind, found.sentence.id
    record = RECORDED_AS[kind]
    return Problem(
        folder.segment_location(name),
        f"{kind}-open",
        wrong=f"{found.exact!r} in {found.sentence.ref} is recognized as {found.mark.ref}, but no {record} quotes it",
        expected=f"every {kind} recorded or dismissed",
        advice=f"add {'an event' if record == 'event' else 'a claim'} that quotes it to seeds/{record}s.yml, or an entry "
        f"to seeds/articles/{folder.slug}/marks.yml with segment {name}, {folder.texts.source}: {{exact: {found.exact}}} "
        "and dismissed: <why>",
    )
