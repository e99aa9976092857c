"""Coverage: how much of an article's content the editors have recorded, and what is still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.annotate.spans import Covered
from jianzhu.annotate.translation import untranslated_words
from jianzhu.source.problems import Problem
from jianzhu.source.records.registers import Complete
from jianzhu.source.seeds import Folder, Seeds
from jianzhu.text.figures import passing

#: What a new edition asks for.
_NEW = Complete()

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
    """What has become of the dates, or of the quantities, that the rules find in an article.

    `passing` are quantities that tell no figure, where the edition asks for figures only.
    """

    recorded: tuple[Found, ...]
    dismissed: tuple[Found, ...]
    open: tuple[Found, ...]
    passing: tuple[Found, ...] = ()

    @property
    def settled(self) -> int:
        """How many are recorded or dismissed."""
        return len(self.recorded) + len(self.dismissed)

    @property
    def found(self) -> int:
        """How many there are to record or dismiss."""
        return self.settled + len(self.open)


@dataclass(frozen=True)
class Coverage:
    """Counts of one article: its segments by state of translation, the concepts that it names, its notes, dates and quantities.
    Segments that are the same in every language are not counted.

    `with_chinese` are translations with Chinese characters left in them.
    """

    segments: int
    translated: int
    reviewed: int
    with_chinese: int
    concepts: int
    notes: int
    notes_reviewed: int
    dates: Tally
    quantities: Tally


def coverage(article: Article, complete: Complete = _NEW) -> Coverage:
    """The coverage of `article`. A date is recorded by an event, a quantity by a claim, that quotes some of its words;
    `complete` says which quantities count."""
    sentences = tuple(article.sentences)
    states = [sentence.translation_status for sentence in sentences if sentence.translatable]
    return Coverage(
        segments=len(states),
        translated=len(states) - states.count("missing"),
        reviewed=states.count("reviewed"),
        with_chinese=sum(
            bool(untranslated_words(sentence.translation or "", article.texts))
            for sentence in sentences
            if sentence.translatable
        ),
        concepts=len({mark.ref for mark in marks_of(article) if mark.kind == "concept"}),
        notes=len(article.notes),
        notes_reviewed=sum(note.status == "reviewed" for note in article.notes.values()),
        dates=_tally(sentences, "date"),
        quantities=_figures(_tally(sentences, "quantity"), article.texts.source.code)
        if complete.quantities == "figures"
        else _tally(sentences, "quantity"),
    )


def marks_of(article: Article) -> Iterator[Mark]:
    """All marks on the sentences of `article` and on their translations."""
    return (mark for sentence in article.sentences for mark in (*sentence.marks, *sentence.translation_marks))


def _figures(tally: Tally, lang: str) -> Tally:
    """`tally`, of a text in the language of the code `lang`, with those of its open quantities set apart that tell no figure."""
    idle = tuple(found for found in tally.open if passing(found.sentence.text, found.mark.start, found.mark.end, lang))
    return replace(tally, open=tuple(found for found in tally.open if found not in idle), passing=idle)


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


def is_asked(problem: Problem, complete: Complete) -> bool:
    """False for a `problem` of something that the edition does not ask for."""
    return problem.code != "untranslated" or complete.translation == "all"


def open_problems(folder: Folder, article: Article, complete: Complete) -> Iterator[Problem]:
    """What `article` lacks of what the edition asks for: every date and quantity that is neither recorded nor dismissed,
    and every translation and note that is not reviewed."""
    covered = coverage(article, complete)
    if complete.dates == "all":
        yield from (_open(folder, found) for found in covered.dates.open)
    if complete.quantities != "none":
        yield from (_open(folder, found) for found in covered.quantities.open)
    if complete.review == "all":
        yield from _unreviewed(folder, covered)


def unlinked_problems(seeds: Seeds, articles: Iterable[Article]) -> Iterator[Problem]:
    """Every concept that none of `articles` names."""
    named = {mark.ref for article in articles for mark in marks_of(article) if mark.kind == "concept"}
    for name in seeds.vocabulary.concepts:
        if name not in named:
            yield Problem(
                seeds.vocabulary.locations[name],
                "concept-unlinked",
                wrong=f"no text names {name!r}",
                expected="a concept that an article names by one of its labels",
                advice="add the text's word for it as altLabel, mark the words in marks.yml, or remove the concept",
            )


def _unreviewed(folder: Folder, covered: Coverage) -> Iterator[Problem]:
    counts = (
        ("en.yml", covered.segments, covered.reviewed, "translations"),
        ("notes.yml", covered.notes, covered.notes_reviewed, "notes"),
    )
    for file, count, reviewed, name in counts:
        if reviewed < count:
            yield Problem(
                folder.location(file),
                "review-open",
                wrong=f"{count - reviewed} of {count} {name} of {folder.slug} are not reviewed",
                expected="a review of each",
                advice="read each beside its source, and write `status: reviewed`",
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
