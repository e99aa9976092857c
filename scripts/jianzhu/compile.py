"""Compile: from seeds/ to the finished edition and every problem in it; later parts read only an Edition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from jianzhu.annotate.alignment import manifest_problems, title_problems
from jianzhu.annotate.anchor import Pointer, annotate
from jianzhu.annotate.article import Article
from jianzhu.annotate.claim_words import claim_problems
from jianzhu.annotate.coverage import is_asked, open_problems, unlinked_problems
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.passages import propose
from jianzhu.annotate.relate import pointers_by_article, relate
from jianzhu.annotate.segment import Alignment, align
from jianzhu.annotate.states import ArticleState, article_states, can_be_shown, is_readable, problems_by_article
from jianzhu.annotate.suggested import Suggested
from jianzhu.annotate.suggestions import place_suggestions, waiting
from jianzhu.annotate.unit_words import idle_words
from jianzhu.extract.problems import image_problems
from jianzhu.repair.damage import damage_problems
from jianzhu.repair.repair import Repaired, repair
from jianzhu.repair.seed import read_seed
from jianzhu.show.messages import page_texts
from jianzhu.show.variants import edition_texts, idle_corrections
from jianzhu.source.load import load_seeds
from jianzhu.source.problems import EditionError, Location, Problem, one_of
from jianzhu.source.records.registers import Complete
from jianzhu.source.seeds import ARTICLES, Folder, Seeds

#: How the work on articles is spread: the builtin `map`, or the `map` of a `concurrent.futures.Executor`.
Each = Callable[..., Iterable[tuple[Article | None, list[Problem]]]]


@dataclass(frozen=True)
class Compilation:
    """What seeds/ make: the edition of the articles that are shown, its problems, and the state of every article.

    `problems` has none of raw and draft articles: those are in their states, and stop nobody. `suggested` is what waits for an
    editor. There is no edition where
    edition.yml could not be read; it may be incomplete where a problem is fatal.
    """

    edition: Edition | None
    problems: tuple[Problem, ...]
    states: tuple[ArticleState, ...]
    suggested: tuple[Suggested, ...] = ()

    @property
    def unfinished(self) -> tuple[ArticleState, ...]:
        """The states of the articles that are not published."""
        return tuple(state for state in self.states if state.status != "published")

    def state_of(self, slug: str) -> ArticleState:
        """The state of the article `slug`. Raises EditionError where there is none."""
        for state in self.states:
            if state.slug == slug:
                return state
        raise EditionError([_no_article(slug, [state.slug for state in self.states])])

    def with_problems(self, problems: Iterable[Problem]) -> Compilation:
        """With more `problems`, which go to the articles in whose folders they are."""
        found = problems_by_article(problems, [state.slug for state in self.states])
        unfinished = {state.slug for state in self.unfinished}
        own = [problem for slug, group in found.items() if slug not in unfinished for problem in group]
        states = (
            replace(state, problems=tuple(sorted({*state.problems, *found[state.slug]}))) for state in self.states
        )
        return replace(self, problems=tuple(sorted({*self.problems, *own})), states=tuple(states))


def _no_article(slug: str, slugs: Iterable[str]) -> Problem:
    return Problem(
        Location(f"{ARTICLES}/{slug}/article.yml"),
        "file-missing",
        wrong=f"there is no article {slug!r}",
        expected=one_of(slugs, "an article; there are none yet"),
        advice="`jianzhu status` lists the articles",
    )


def compile_publishable(root: Path, each: Each = map) -> tuple[Edition, list[Problem]]:
    """The edition in seeds/ below `root`, and its problems, sorted by location; EditionError where one of them is fatal."""
    edition, problems = compile_edition(root, each)
    if edition is None or any(problem.fatal for problem in problems):
        raise EditionError(problems)
    return edition, problems


def compile_edition(root: Path, each: Each = map) -> tuple[Edition | None, list[Problem]]:
    """The edition in seeds/ below `root`, and every problem that concerns it, sorted by location, as in `Compilation`."""
    compilation = compile_seeds(root, each)
    return compilation.edition, list(compilation.problems)


def compile_seeds(root: Path, each: Each = map) -> Compilation:
    """All of seeds/ below `root`, with the state of every article. Reads, and writes nothing."""
    seeds, problems = load_seeds(root)
    complete = seeds.record.complete if seeds.record else Complete()
    found = problems_by_article(problems, seeds.statuses)
    made: dict[str, Article] = {}
    for folder, (article, own) in zip(seeds.folders, _compile_folders(seeds, each), strict=True):
        found[folder.slug] += [problem for problem in own if is_asked(problem, complete)]
        if article is not None:
            made[folder.slug] = article
    suggested = place_suggestions(seeds, made)
    for slug, waits in waiting(suggested).items():
        found[slug] += waits
    for slug, article in made.items():
        if seeds.statuses[slug] == "draft":
            made[slug] = replace(article, suggested=tuple(one for one in suggested if one.concerns(slug)))
    unfinished = {slug for slug, status in seeds.statuses.items() if status != "published"}
    edition = _relate_shown(seeds, made, found)
    published = [problem for slug, own in found.items() if slug not in unfinished for problem in own]
    # What could not be read would be missed everywhere.
    if edition is not None and not any(problem.fatal for problem in published):
        for folder in seeds.folders:
            if folder.slug in made and is_readable(found[folder.slug]):
                found[folder.slug] += open_problems(folder, made[folder.slug], complete)
        if complete.concepts == "all":
            found[""] += unlinked_problems(seeds, made.values())
        found[""] += idle_words(seeds, edition)
        found[""] += claim_problems(seeds.registers, edition)
        found[""] += idle_corrections(seeds.registers, edition, [*edition_texts(edition, page_texts())])
    published = [problem for slug, own in found.items() if slug not in unfinished for problem in own]
    states = article_states(seeds, made, found, complete, suggested)
    return Compilation(edition, tuple(sorted(set(published))), states, suggested)


def _relate_shown(seeds: Seeds, made: Mapping[str, Article], found: Mapping[str, list[Problem]]) -> Edition | None:
    """The edition of those of the articles `made` that can be shown; what is wrong with it goes to `found`, by article."""
    while True:
        withheld = {
            slug for slug, status in seeds.statuses.items() if not can_be_shown(status, made.get(slug), found[slug])
        }
        edition, unrelated = relate(
            seeds, [article for slug, article in made.items() if slug not in withheld], withheld
        )
        by_article = problems_by_article(unrelated, seeds.statuses)
        for slug, problems in by_article.items():
            found[slug].extend(problem for problem in problems if problem not in found[slug])
        # A draft may turn out here to refer to what is not there, and take its words in the registers with it.
        if all(
            can_be_shown(status, made.get(slug), found[slug])
            for slug, status in seeds.statuses.items()
            if slug not in withheld
        ):
            return edition


def _compile_folders(seeds: Seeds, each: Each) -> list[tuple[Article | None, list[Problem]]]:
    """What `compile_article` makes of each folder of `seeds`."""
    pointers = pointers_by_article(seeds.registers)
    work = partial(compile_article, LabelFinder(seeds.vocabulary.concepts))
    return list(each(work, seeds.folders, [pointers.get(folder.slug, ()) for folder in seeds.folders]))


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
    return (repaired, alignment), [
        *unplaced,
        *manifest_problems(folder, alignment),
        *title_problems(folder, alignment),
        *image_problems(folder),
    ]
