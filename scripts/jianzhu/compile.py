"""Compile: from seeds/ to the finished edition and every problem in it; later parts read only an Edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from jianzhu.annotate.alignment import manifest_problems
from jianzhu.annotate.anchor import Pointer, annotate
from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import coverage_problems
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.passages import propose
from jianzhu.annotate.relate import pointers_by_article, relate
from jianzhu.annotate.segment import Alignment, align
from jianzhu.extract.problems import image_problems
from jianzhu.repair.damage import damage_problems
from jianzhu.repair.repair import Repaired, repair
from jianzhu.repair.seed import read_seed
from jianzhu.show.messages import page_texts
from jianzhu.show.variants import edition_texts, idle_corrections
from jianzhu.source.load import Folder, Sources, load_sources
from jianzhu.source.problems import EditionError, Problem

#: How the work on articles is spread: the builtin `map`, or the `map` of a `concurrent.futures.Executor`.
Each = Callable[..., Iterable[tuple[Article | None, list[Problem]]]]


def compile_publishable(root: Path, each: Each = map) -> tuple[Edition, list[Problem]]:
    """The edition in seeds/ below `root`, and its problems, sorted by location; EditionError where one of them is fatal."""
    edition, problems = compile_edition(root, each)
    if edition is None or any(problem.fatal for problem in problems):
        raise EditionError(problems)
    return edition, problems


def compile_edition(root: Path, each: Each = map) -> tuple[Edition | None, list[Problem]]:
    """The edition in seeds/ below `root`, and every problem in it, sorted by location. Reads, and writes nothing.

    No edition where edition.yml could not be read; it may be incomplete where a problem is fatal.
    """
    sources, problems = load_sources(root)
    articles, found = compile_articles(sources, each)
    edition, unrelated = relate(sources, articles)
    problems = [*problems, *found, *unrelated]
    # What could not be read would be missed everywhere.
    if edition is not None and not any(problem.fatal for problem in problems):
        problems += coverage_problems(sources, edition)
        problems += idle_corrections(sources.registers, edition, [*edition_texts(edition, page_texts())])
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
    lang = folder.texts.source.code
    repaired, unplaced = repair(witness, folder)
    alignment = align(propose(repaired, folder.title, lang), folder.manifest, lang)
    return (repaired, alignment), [*unplaced, *manifest_problems(folder, alignment), *image_problems(folder)]
