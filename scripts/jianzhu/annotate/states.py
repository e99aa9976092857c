"""States: how far each article is, step by step, and what stands between it and its publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from jianzhu.annotate.article import Article
from jianzhu.annotate.coverage import Coverage, coverage
from jianzhu.annotate.suggested import Suggested
from jianzhu.source.problems import Problem
from jianzhu.source.records import ArticleStatus, Bilingual
from jianzhu.source.records.registers import Complete
from jianzhu.source.seeds import ARTICLES, Folder, Seeds

#: The steps from a raw text to a published article, in the order in which an editor takes them.
StepName = Literal[
    "read",
    "repair",
    "segments",
    "record",
    "suggestions",
    "translation",
    "dates",
    "quantities",
    "concepts",
    "references",
    "review",
]
STEP_NAMES: tuple[StepName, ...] = get_args(StepName)

#: The step to which a problem of an article belongs; every other code is one of `read`.
_STEP_OF: Mapping[str, StepName] = {
    "title-differs": "record",
    "number-repeated": "record",
    "damage": "repair",
    "acceptance-idle": "repair",
    "emendation-overlap": "repair",
    "segment-unrecorded": "segments",
    "segment-vanished": "segments",
    "segment-id": "segments",
    "manifest-stale": "segments",
    "suggestion-open": "suggestions",
    "suggestion-invalid": "suggestions",
    "untranslated": "translation",
    "translation-stale": "translation",
    "translation-han": "translation",
    "numbers-differ": "translation",
    "date-open": "dates",
    "quantity-open": "quantities",
    "label-undecided": "concepts",
    "mark-overlap": "concepts",
    "concept-unknown": "concepts",
    "quote-missing": "references",
    "quote-ambiguous": "references",
    "segment-unknown": "references",
    "dismissal-idle": "references",
    "review-open": "review",
}

#: Fatal problems with which an unfinished article can be read all the same: its ids are not permanent yet, or a mark is missing.
_BEARABLE = frozenset({"segment-unrecorded", "quote-missing", "quote-ambiguous", "mark-overlap", "emendation-overlap"})


@dataclass(frozen=True, kw_only=True)
class ArticleState:
    """An article of seeds/: its status, what has been made of it, and all its problems, in the order of their location.

    `folder` and `article` are None where they could not be read, and so are its counts (`covered`). `gaps` are what its
    record lacks to be published, and `suggested` what waits for an editor.
    """

    slug: str
    status: ArticleStatus
    folder: Folder | None
    article: Article | None
    covered: Coverage | None
    problems: tuple[Problem, ...]
    suggested: tuple[Suggested, ...] = ()

    @property
    def gaps(self) -> tuple[Problem, ...]:
        return self.folder.gaps if self.folder else ()

    @property
    def title(self) -> Bilingual:
        """Its title, or where that is not known the name of its folder."""
        return self.folder.article.title if self.folder else Bilingual(zh=self.slug, en=self.slug)

    @property
    def shown(self) -> bool:
        """True where it can be part of the output: published, or a draft that can be read."""
        return can_be_shown(self.status, self.article, self.problems)

    @property
    def steps(self) -> Mapping[StepName, tuple[Problem, ...]]:
        """What is to do at each step that is not done, in the order of the steps."""
        todo: dict[StepName, list[Problem]] = {name: [] for name in STEP_NAMES}
        todo["record"] += self.gaps
        for problem in self.problems:
            todo[_STEP_OF.get(problem.code, "read")].append(problem)
        return {name: tuple(problems) for name, problems in todo.items() if problems}

    @property
    def damaged(self) -> int:
        """How many places look damaged."""
        return sum(problem.code == "damage" for problem in self.problems)

    @property
    def recorded(self) -> int:
        """How many of its segments have permanent ids; like `covered`, without those that are the same in every language."""
        if self.article is None or self.folder is None:
            return 0
        known = {name for block in self.folder.manifest.blocks for name in block.segments}
        return sum(sentence.translatable and sentence.id in known for sentence in self.article.sentences)


def can_be_shown(status: ArticleStatus, article: Article | None, problems: Iterable[Problem]) -> bool:
    """True for a published article, whose problems stop the build where they are fatal, and for a draft that can be read."""
    if status == "draft":
        return article is not None and is_readable(problems)
    return status == "published"


def is_readable(problems: Iterable[Problem]) -> bool:
    """True where none of the `problems` of an unfinished article keeps it from being read as far as it is."""
    return not any(problem.fatal and problem.code not in _BEARABLE for problem in problems)


def problems_by_article(problems: Iterable[Problem], slugs: Iterable[str]) -> dict[str, list[Problem]]:
    """`problems` by the article in whose folder they are; under "" those of the rest of seeds/."""
    found: dict[str, list[Problem]] = {"": [], **{slug: [] for slug in slugs}}
    for problem in problems:
        slug = problem.location.path.removeprefix(f"{ARTICLES}/").partition("/")[0]
        found[slug if slug in found and problem.location.path.startswith(f"{ARTICLES}/") else ""].append(problem)
    return found


def article_states(
    seeds: Seeds,
    articles: Mapping[str, Article],
    problems: Mapping[str, Sequence[Problem]],
    complete: Complete,
    suggested: Sequence[Suggested] = (),
) -> tuple[ArticleState, ...]:
    """The states of all articles of `seeds` in their order, those that could not be read last; `complete` is what the
    edition asks of them."""
    folders = {folder.slug: folder for folder in seeds.folders}
    order = (*folders, *(slug for slug in seeds.statuses if slug not in folders))
    return tuple(
        ArticleState(
            slug=slug,
            status=seeds.statuses[slug],
            folder=folders.get(slug),
            article=articles.get(slug),
            covered=coverage(articles[slug], complete) if slug in articles else None,
            problems=tuple(sorted(set(problems[slug]))),
            suggested=tuple(one for one in suggested if one.article == slug),
        )
        for slug in order
    )
