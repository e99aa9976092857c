"""The pipeline: from seeds/ to the finished edition and its files, in the order of the rooms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from edition.annotate import Article, Pointer, annotate
from edition.annotate.labels import LabelFinder
from edition.coverage import coverage_problems
from edition.forms import edition_texts, idle_corrections
from edition.load import Folder, Sources, load_sources
from edition.lock import one_at_a_time
from edition.manifest import manifest_problems
from edition.problems import EditionError, Place, Problem
from edition.publish import folder_digest, publish
from edition.read import ENCODINGS, UndecodableSeed, Witness, read_witness, sha256
from edition.relate import Edition, pointers_by_article, relate
from edition.render import render
from edition.render.words import WORDS
from edition.repair import Repaired, repair
from edition.repair.detect import detect
from edition.search import search_files
from edition.segment import Alignment, align, propose_blocks
from edition.transaction import Tell, tell_editor

#: How the work on articles is spread: the builtin `map`, or the `map` of a `concurrent.futures.Executor`.
Each = Callable[..., Iterable[tuple[Article | None, list[Problem]]]]


def build(root: Path, each: Each = map, tell: Tell = tell_editor) -> list[Problem]:
    """Render the edition below `root` into docs/. Gives the editorial problems; raises EditionError for fatal ones.
    What happens on the way (waiting for another command) goes to `tell`.

    Nothing is written before everything is gathered and checked: a failed build leaves docs/ as it was.
    """
    with one_at_a_time(root, "pages", tell):
        edition, problems = compile_edition(root, each)
        if any(problem.fatal for problem in problems):
            raise EditionError(problems)
        publish(root, render(edition) | search_files(edition), tell)
        _latest[root] = edition
        return problems


def built_edition(root: Path) -> Edition:
    """The edition that this process has built last, or that of seeds/ as they are."""
    return _latest.get(root) or compile_edition(root)[0]


def build_if_changed(root: Path, tell: Tell = tell_editor) -> list[Problem]:
    """`build`, unless this process has built the same seeds already; then no problems are told again."""
    digest = folder_digest(root, "seeds", "scripts/edition")
    if _built.get(root) == digest:
        return []
    problems = build(root, tell=tell)
    _built[root] = digest
    return problems


#: What this process has rendered: project root -> digest of its seeds, and what was made of them.
_built: dict[Path, str] = {}
_latest: dict[Path, Edition] = {}


def compile_edition(root: Path, each: Each = map) -> tuple[Edition, list[Problem]]:
    """The edition in seeds/ below `root`, and every problem in it, sorted by place. Reads, and writes nothing."""
    sources, problems = load_sources(root)
    articles, found = compile_articles(sources, each)
    edition, unrelated = relate(sources, articles)
    problems = [*problems, *found, *unrelated]
    # What could not be read would be missed everywhere.
    if not any(problem.fatal for problem in problems):
        problems += coverage_problems(sources, edition)
        problems += idle_corrections(sources.registers, edition, [*edition_texts(edition, WORDS)])
    return edition, sorted(set(problems))


def compile_articles(sources: Sources, each: Each = map) -> tuple[list[Article], list[Problem]]:
    """All articles of `sources` that can be made, in their order, and the problems of each."""
    pointers = pointers_by_article(sources.registers)
    work = partial(compile_article, LabelFinder(sources.vocabulary.concepts))
    results = list(each(work, sources.folders, [pointers.get(folder.slug, ()) for folder in sources.folders]))
    return [article for article, _ in results if article], [problem for _, found in results for problem in found]


def compile_article(
    finder: LabelFinder, folder: Folder, pointers: Sequence[Pointer]
) -> tuple[Article | None, list[Problem]]:
    """One article from its folder, the vocabulary and what points into it; None where its seed cannot be read."""
    aligned, problems = align_article(folder)
    if aligned is None:
        return None, problems
    repaired, alignment = aligned
    article, unanchored = annotate(folder, repaired, alignment, finder, pointers)
    return article, [*problems, *damage_problems(folder, repaired), *unanchored]


def align_article(folder: Folder) -> tuple[tuple[Repaired, Alignment] | None, list[Problem]]:
    """The folder's printed text and its segments with their ids; None where its seed cannot be read."""
    witness, problems = read_seed(folder)
    if witness is None:
        return None, problems
    repaired, unplaced = repair(witness, folder)
    alignment = align(propose_blocks(repaired.text, folder.title), folder.manifest)
    return (repaired, alignment), [*unplaced, *manifest_problems(folder, alignment)]


def read_seed(folder: Folder) -> tuple[Witness | None, list[Problem]]:
    """The folder's seed as its record says it is to be read; None, with the problem, where it is not that seed.

    What another seed would lead to (stale segments and translations) is not told: none of it should be mended.
    """
    source = folder.article.source
    if sha256(folder.seed) != source.sha256:
        return None, [
            Problem(
                folder.place("article.yml", "source", "sha256"),
                "seed-changed",
                f"{source.file} has the SHA-256 {sha256(folder.seed)}",
                source.sha256,
                "put back the seed as received; what is to read differently belongs into emendations.yml",
            )
        ]
    place = folder.place("article.yml", "source", "encoding")
    try:
        return read_witness(folder.seed, source.encoding), []
    except UndecodableSeed as error:
        wrong = f"{source.file}, line {error.line}: {error}"
        advice = "name the right encoding (`scripts/build.py add` proposes one), or get an undamaged file"
        return None, [Problem(place, "seed-undecodable", wrong, f"bytes of {source.encoding}", advice)]
    except LookupError:
        wrong = f"seeds are not read as {source.encoding!r}"
        expected = f"one of {', '.join(ENCODINGS)}"
        return None, [Problem(place, "record-invalid", wrong, expected, "name one of these encodings")]


def damage_problems(folder: Folder, repaired: Repaired) -> list[Problem]:
    """What the detector suspects and no editor has accepted, and acceptances that accept nothing."""
    accepted = {record.text: index for index, record in enumerate(folder.article.accepted)}
    findings = detect(repaired.text)
    suspicious = [finding for finding in findings if finding.exact not in accepted]
    lines = seed_lines(repaired, [finding.start for finding in suspicious])
    problems = []
    for finding, line in zip(suspicious, lines, strict=True):
        around = repaired.text[max(0, finding.start - 10) : finding.start + len(finding.exact) + 10].replace("\n", "⏎")
        problems.append(
            Problem(
                Place(folder.seed_path, line),
                "damage",
                f"{finding.exact!r} looks like {finding.looks_like}: …{around}…",
                "text as an author writes it",
                "add an emendation, or accept the reading under `accepted:` in article.yml with the reason",
            )
        )
    found = {finding.exact for finding in findings}
    for text, index in accepted.items():
        if text not in found:
            problems.append(
                Problem(
                    folder.place("article.yml", "accepted", index),
                    "acceptance-idle",
                    f"{text!r} is accepted, but nothing suspicious reads so",
                    "the exact characters that a damage report names",
                    "take the entry out, or copy the characters from the report",
                )
            )
    return problems


def seed_lines(repaired: Repaired, starts: Sequence[int]) -> Iterator[int]:
    """The lines of the seed from which the printed characters at `starts`, in ascending order, come."""
    emendations, line, done = iter(repaired.emendations), 1, 0
    emendation = next(emendations, None)
    for start in starts:
        line += repaired.text.count("\n", done, start)
        done = start
        while emendation is not None and emendation.start <= start:
            line += emendation.sic.count("\n") - emendation.corr.count("\n")
            emendation = next(emendations, None)
        yield line
