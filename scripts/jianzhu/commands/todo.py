"""To do: what stands between an article and its publication, as an editor reads it: a line for each step, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jianzhu.annotate.states import ArticleState, StepName
from jianzhu.source.problems import CODES, Location, Problem, count_of

#: What to do for problems of a code, of which there are `count`; the article is `slug`, its counts are in `of`.
_WORDS: Mapping[str, str] = {
    "damage": "{places} damaged: correct in emendations.yml, or accept in article.yml",
    "segment-unrecorded": "give its segments permanent ids: `jianzhu segments {slug}`",
    "manifest-stale": "record its segments as they are now: `jianzhu segments {slug}`",
    "suggestion-open": "accept or reject {suggestions}: `jianzhu accept {slug} --kind …`, `jianzhu reject {slug} --kind …`",
    "suggestion-invalid": "correct {problems} in suggestions",
    "untranslated": "translate {missing} of {segments} sentences: `jianzhu translation {slug}` adds the entries to en.yml",
    "translation-stale": "compare {count} with sentences that have changed (en.yml)",
    "translation-han": "translate Chinese words left in {count} (en.yml)",
    "numbers-differ": "compare the numbers in {count} with the source (en.yml)",
    "date-open": "record {dates} in events.yml, or dismiss them in marks.yml",
    "quantity-open": "record {quantities} in claims.yml, or dismiss them in marks.yml",
    "label-undecided": "decide in marks.yml what {words} mean",
    "review-open": "review translations and notes: `status: reviewed` in en.yml and notes.yml",
}
#: What each step is called where there is room for a word or two.
NAMES: Mapping[StepName, str] = {
    "read": "correct its files",
    "repair": "repair the text",
    "segments": "record segments",
    "record": "fill in article.yml",
    "suggestions": "decide on suggestions",
    "translation": "translate",
    "dates": "record dates",
    "quantities": "record quantities",
    "concepts": "decide labels",
    "references": "correct references",
    "review": "review",
}


#: How the gaps of a record end.
_MISSING = ": missing"


@dataclass(frozen=True, kw_only=True)
class Task:
    """A step that is still to take: its `name` in a word or two, `words` that say what to do, and where it begins."""

    name: str
    words: str
    location: Location | None


def tasks_of(state: ArticleState) -> list[Task]:
    """What is to do until the article of `state` is published and without problems."""
    tasks = [
        Task(name=NAMES[step], words=_words(step, problems, state), location=problems[0].location)
        for step, problems in state.steps.items()
    ]
    if state.status != "published":
        location = Location(f"seeds/articles/{state.slug}/article.yml")
        tasks.append(Task(name="publish", words="write `status: published` in article.yml", location=location))
    return tasks


def task_lines(tasks: Sequence[Task]) -> Iterator[str]:
    """`tasks` as numbered lines, each with the file and line where it begins."""
    for number, task in enumerate(tasks, 1):
        yield f"  {number}. {task.words}" + (f" ({task.location})" if task.location else "")


def _words(step: StepName, problems: Sequence[Problem], state: ArticleState) -> str:
    gaps = [problem.wrong.removesuffix(_MISSING) for problem in state.gaps] if step == "record" else []
    counts = Counter(problem.code for problem in problems if problem not in state.gaps)
    filled = [f"fill in {_some(gaps)}"] if gaps else []
    return "; ".join([*filled, *(_of_code(code, count, state) for code, count in counts.items())])


def _of_code(code: str, count: int, state: ArticleState) -> str:
    covered = state.covered
    words = _WORDS.get(code, "settle {problems} of a kind: " + CODES[code].replace("{", "{{").replace("}", "}}"))
    return words.format(
        slug=state.slug,
        count=count_of(count, "translation"),
        problems=count_of(count, "problem"),
        places=f"{count_of(count, 'place')} look{'s' if count == 1 else ''}",
        dates=count_of(count, "date"),
        quantities=count_of(count, "quantity").replace("quantitys", "quantities"),
        words=count_of(count, "label"),
        suggestions=count_of(len(state.suggested), "suggestion"),
        missing=covered.segments - covered.translated if covered else "all",
        segments=covered.segments if covered else "its",
    )


def _some(names: Sequence[str], shown: int = 8) -> str:
    more = len(names) - shown
    return ", ".join(names[:shown]) + (f" and {more} more" if more > 0 else "")
