"""Anchor: every mark of an article anchored to one span of one sentence, in the source and in the translation.

What is done here for one article depends only on its folder, on the vocabulary and on what the registers say about it.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Literal

from jianzhu.annotate.article import Article, Image, Sentence, TextBlock
from jianzhu.annotate.dated import dates_of
from jianzhu.annotate.dismissals import locate_dismissals, partition_dismissed
from jianzhu.annotate.footnotes import footnote_problems
from jianzhu.annotate.inlines import Authored, author_marks, authored, readable
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.annotate.placing import place_inlines
from jianzhu.annotate.segment import Alignment
from jianzhu.annotate.spans import Covered
from jianzhu.annotate.translation import translation_problems, translation_status
from jianzhu.language import Side
from jianzhu.repair.emendation import Emendation
from jianzhu.repair.repair import Repaired
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.problems import Location, Problem
from jianzhu.source.quote import find_words, locate_quote
from jianzhu.source.records import Quote, RemoteTarget, Target
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import Folder
from jianzhu.text.quantities import find_quantities
from jianzhu.text.structure import PROTECTED_BLOCKS, Inline


@dataclass(frozen=True)
class Pointer:
    """Something that points into the article: `ref` in the register of `kind`; `locations` of the target and its values.

    A question quotes and leaves no mark.
    """

    kind: MarkKind | Literal["question"]
    ref: str
    target: Target | RemoteTarget
    locations: Mapping[str, Location]


def annotate(
    folder: Folder, repaired: Repaired, alignment: Alignment, finder: LabelFinder, pointers: Sequence[Pointer]
) -> tuple[Article, list[Problem]]:
    """The article with all its marks, and a problem for every reference that cannot be resolved."""
    problems: list[Problem] = []
    texts = {segment.id: segment.text for block in alignment.blocks for segment in block.segments}
    sentences_of = authored(alignment.blocks, repaired.structure)
    problems += footnote_problems(folder, alignment.blocks, sentences_of)
    translations = {name: record.words for name, record in folder.translations.items() if name in texts}
    inlines, misplaced = _translated_inlines(folder, sentences_of, translations)
    problems += [*translation_problems(folder, sentences_of, inlines), *misplaced]
    for name, sentence in sentences_of.items():
        if name not in translations and not sentence.translatable:
            translations[name], inlines[name] = sentence.text, sentence.inlines
    segment_of = _emendation_segments(repaired, alignment)
    emendations: dict[str, list[Emendation]] = {}
    for emendation in repaired.emendations:
        emendations.setdefault(segment_of[emendation.id], []).append(emendation)
    decided = [
        Pointer("concept", mark.concept or "", mark, folder.files["marks.yml"].locations(index))
        for index, mark in enumerate(folder.marks)
        if not mark.dismissed
    ]
    notes = [
        Pointer("note", name, note, folder.files["notes.yml"].locations(name)) for name, note in folder.notes.items()
    ]
    placed, misplaced = _place_pointers((*decided, *notes, *pointers), folder, texts, translations)
    problems += misplaced
    dismissals, misplaced = locate_dismissals(folder, texts, sentences_of)
    problems += misplaced

    def marks_of(name: str, side: Side, text: str, own: Sequence[Inline], before: str) -> tuple[Mark, ...]:
        curated = placed.get((name, side), [])
        found, undecided = _found_marks(
            "" if sentences_of[name].kind in PROTECTED_BLOCKS else readable(text, own),
            before,
            (name, side),
            folder,
            finder,
            curated,
        )
        problems.extend(undecided)
        return (*(mark for mark in (*found, *curated) if mark.ref), *author_marks(text, own))

    blocks = []
    for block in alignment.blocks:
        sentences: list[Sentence] = []
        for segment in block.segments:
            own = _emendation_marks(emendations.get(segment.id, ()), segment.start, segment.end)
            marks, dismissed = partition_dismissed(
                marks_of(
                    segment.id,
                    Side.SOURCE,
                    segment.text,
                    sentences_of[segment.id].inlines,
                    "".join(sentence.text for sentence in sentences[-2:]),
                ),
                dismissals.get(segment.id, ()),
            )
            translation, known = translations.get(segment.id), folder.translations.get(segment.id)
            sentences.append(
                Sentence(
                    id=segment.id,
                    ref=Ref(folder.slug, segment.id),
                    text=segment.text,
                    marks=(*marks, *own),
                    translation=translation,
                    translation_marks=marks_of(
                        segment.id,
                        Side.TRANSLATION,
                        translation,
                        inlines[segment.id],
                        " ".join(sentence.translation or "" for sentence in sentences[-2:]),
                    )
                    if translation
                    else (),
                    translation_status="reviewed"
                    if known is None and translation
                    else translation_status(known, segment.text),
                    dismissed=dismissed,
                    line=segment.line,
                    cell=segment.cell,
                    translatable=sentences_of[segment.id].translatable,
                    unlinked=tuple(
                        (side, mark) for side in Side for mark in placed.get((segment.id, side), ()) if not mark.ref
                    ),
                )
            )
        blocks.append(TextBlock(block.kind, block.level, tuple(sentences), block.label, block.columns))
    article = Article(
        folder.slug,
        folder.article,
        tuple(blocks),
        repaired.emendations,
        segment_of,
        folder.notes,
        folder.manifest.withdrawn,
        folder.texts,
        _images(folder),
    )
    return article, problems


def _images(folder: Folder) -> dict[str, Image]:
    """The images that are there, each with its rights."""
    rights = {record.file: record.rights for record in folder.article.images}
    return {name: Image(path, rights.get(name)) for name, path in folder.images.items()}


def _translated_inlines(
    folder: Folder, sentences: Mapping[str, Authored], translations: Mapping[str, str]
) -> tuple[dict[str, tuple[Inline, ...]], list[Problem]]:
    """What is set apart in each of the `translations`, and what has no place in one that is of its source as it is now."""
    inlines: dict[str, tuple[Inline, ...]] = {}
    problems: list[Problem] = []
    for name, text in translations.items():
        record = folder.translations[name]
        locate = partial(folder.location, folder.translation_file, name)
        inlines[name], found = place_inlines(name, sentences[name], record, text, locate)
        if translation_status(record, sentences[name].text) != "stale":
            problems += found
    return inlines, problems


@dataclass
class _Placed:
    """The marks that pointers leave on one text, and which of its characters are a concept's."""

    marks: list[Mark] = field(default_factory=list)
    concepts: Covered[Mark] = field(default_factory=Covered)


def _place_pointers(
    pointers: Sequence[Pointer], folder: Folder, texts: Mapping[str, str], translations: Mapping[str, str]
) -> tuple[Mapping[tuple[str, Side], Sequence[Mark]], list[Problem]]:
    """The marks of `pointers` by segment and side, and problems for those that cannot be resolved.

    One without words of its own means the whole sentence and has no mark.
    """
    problems: list[Problem] = []
    quoted: list[tuple[Pointer, str, Side, Quote]] = []
    wanted: dict[tuple[str, Side], list[str]] = defaultdict(list)
    texts_of = {Side.SOURCE: texts, Side.TRANSLATION: translations}
    last = last_segment(texts)
    for pointer in pointers:
        name = pointer.target.sentence
        if name not in texts:
            problems.append(unknown_segment(pointer.locations["segment"], name, folder.slug, last))
            continue
        for side in Side:
            quote = pointer.target.quote(side)
            if quote is not None and name in texts_of[side]:
                quoted.append((pointer, name, side, quote))
                wanted[name, side].append(quote.whole)
    known = {(name, side): find_words(texts_of[side][name], words) for (name, side), words in wanted.items()}
    placed: dict[tuple[str, Side], _Placed] = defaultdict(_Placed)
    for pointer, name, side, quote in quoted:
        lang = folder.texts[side].code
        start = locate_quote(
            texts_of[side][name],
            quote,
            pointer.locations[lang],
            f"{Ref(folder.slug, name)} ({lang})",
            texts_of[side],
            known[name, side],
        )
        if isinstance(start, Problem):
            problems.append(start)
        elif pointer.kind != "question":
            mark = Mark(start, start + len(quote.exact), pointer.kind, pointer.ref)
            problems += _put(placed[name, side], mark, quote, pointer.locations[lang], texts_of[side][name])
    return {key: own.marks for key, own in placed.items()}, problems


def _put(placed: _Placed, mark: Mark, quote: Quote, location: Location, text: str) -> Iterator[Problem]:
    """Add `mark` to what is `placed` on `text`, unless it is a concept's and meets another's."""
    rival = placed.concepts.first(mark) if mark.kind == "concept" else None
    if rival:
        yield Problem(
            location,
            "mark-overlap",
            wrong=f"{quote.exact!r} shares characters with {text[rival.start : rival.end]!r}, also marked as a concept",
            expected="words that link to one concept",
            advice="shorten one of the two quotes, or remove one",
        )
        return
    if mark.kind == "concept":
        placed.concepts.add(mark)
    placed.marks.append(mark)


def _found_marks(
    text: str, before: str, place: tuple[str, Side], folder: Folder, finder: LabelFinder, curated: Sequence[Mark]
) -> tuple[list[Mark], list[Problem]]:
    """What the rules find; an editor's decision on the same words goes before a found label, a date before a quantity.

    `place` is the segment and the side; `before` is what stands in front of `text` in its block, which may name the year of a
    date.
    """
    name, side = place
    decided = Covered(mark for mark in curated if mark.kind == "concept")
    marks, problems = [], []
    for hit in finder.find(text):
        if decided.first(hit):
            continue
        if len(hit.concepts) > 1:
            problems.append(_undecided(folder, name, side, text[hit.start : hit.end], hit.concepts))
            continue
        marks.append(Mark(hit.start, hit.end, "concept", hit.concepts[0], "label"))
    lang = folder.texts[side].code
    dates = dates_of(text, lang, folder.article.date, before)
    marks += [Mark(hit.start, hit.end, "date", hit.edtf, hit.rule) for hit in dates]
    dated = Covered(dates)
    # Those of the source are what claims and dismissals account for; a translation says them again.
    found = find_quantities(text, lang, folder.units) if side.is_source else ()
    quantities = [hit for hit in found if not dated.first(hit)]
    marks += [Mark(hit.start, hit.end, "quantity", str(hit), "quantity") for hit in quantities]
    return marks, problems


def _undecided(folder: Folder, name: str, side: Side, words: str, concepts: Sequence[str]) -> Problem:
    return Problem(
        folder.segment_location(name) if side.is_source else folder.location(folder.translation_file, name),
        "label-undecided",
        wrong=f"{words!r} in {Ref(folder.slug, name)} may mean {' or '.join(concepts)}",
        expected="a decision in marks.yml",
        advice=f"add to seeds/articles/{folder.slug}/marks.yml an entry with segment {name}, "
        f"{folder.texts[side]}: {{exact: {words}}}, and the concept meant (none, if it means neither)",
    )


def _emendation_segments(repaired: Repaired, alignment: Alignment) -> dict[str, str]:
    """From each emendation to its segment; one between blocks belongs to the next segment, or the last."""
    segments = [segment for block in alignment.blocks for segment in block.segments]
    ends = [segment.end for segment in segments]
    segment_of: dict[str, str] = {}
    for emendation in repaired.emendations:
        at = min(bisect.bisect_right(ends, emendation.start), len(segments) - 1)
        segment_of[emendation.id] = segments[at].id if segments else ""
    return segment_of


#: Reasons shown in the running text. The others would mark every line; only the apparatus lists them.
SHOWN_REASONS = frozenset({"mojibake", "typo", "script-conversion"})


def _emendation_marks(emendations: Iterable[Emendation], start: int, end: int) -> Iterator[Mark]:
    for emendation in emendations:
        left, right = max(emendation.start, start), min(emendation.end, end)
        if emendation.reason in SHOWN_REASONS and left < right:
            yield Mark(left - start, right - start, "emendation", emendation.id)
