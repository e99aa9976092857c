"""Status: how far the articles are, as a table of articles and steps, as data, and one article in detail."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from jianzhu.annotate.coverage import Coverage, Tally
from jianzhu.annotate.states import ArticleState
from jianzhu.commands.table import shortened, table
from jianzhu.commands.todo import Task, task_lines, tasks_of
from jianzhu.source.suggested import ProposalKind

#: The columns of a terminal that the title of an article may take.
_TITLE = 24
_HEAD = ("article", "title", "status", "damaged", "segments", "translated", "reviewed", "dates", "quantities", "concepts",
         "notes", "suggested", "next")  # fmt: skip
_NONE = "–"


def status_data(states: Sequence[ArticleState]) -> str:
    """How far the articles of `states` are, as JSON."""
    return json.dumps([_datum(state) for state in states], ensure_ascii=False, indent=2)


def status_table(states: Sequence[ArticleState]) -> str:
    """A line for each of `states`, a column for each step; dates and quantities: settled of those found."""
    if not states:
        return "no articles yet: `jianzhu add <slug> <file>` begins one"
    rows = [_HEAD, *(_row(state) for state in states)]
    return table(rows, [3 <= column <= 11 for column in range(len(_HEAD))])


def _row(state: ArticleState) -> tuple[str, ...]:
    covered, tasks = state.covered, tasks_of(state)
    head = (state.slug, shortened(state.title.zh, _TITLE), state.status)
    after = tasks[0].name if tasks else _NONE
    if covered is None:
        return (*head, *[_NONE] * 8, str(len(state.suggested)), after)
    return (
        *head,
        str(state.damaged),
        _of(state.recorded, covered.segments),
        _of(covered.translated, covered.segments),
        _of(covered.reviewed, covered.segments),
        _of(covered.dates.settled, covered.dates.found),
        _of(covered.quantities.settled, covered.quantities.found),
        str(covered.concepts),
        str(covered.notes),
        str(len(state.suggested)),
        after,
    )


def _of(done: int, total: int) -> str:
    return f"{done}/{total}"


def status_details(state: ArticleState) -> str:
    """How far the article of `state` is, and what is still to do, in order."""
    covered = state.covered
    lines = [f"{state.slug}: {state.title.zh} ({state.status})", ""]
    if covered:
        lines.append(table([(name, _of(done, total)) for name, done, total in _counts(state, covered)], [False, True]))
        lines += [f"concepts named: {covered.concepts}", f"places that look damaged: {state.damaged}"]
        if covered.quantities.passing:
            lines.append(f"quantities that tell no figure: {len(covered.quantities.passing)}")
        if state.suggested:
            lines.append(f"suggestions that wait: {_by_kind(state)}")
        lines.append("")
    tasks = tasks_of(state)
    if state.status == "draft" and not state.shown:
        lines.append("It is left out of the site and the books until its files can be read.")
    lines += ["To do:", *task_lines(tasks)] if tasks else ["Nothing is to do."]
    return "\n".join(lines)


def _kinds(state: ArticleState) -> dict[str, int]:
    """How many suggestions of each kind wait, in the order of the kinds."""
    counts = Counter(one.kind for one in state.suggested)
    return {kind.value: counts[kind] for kind in ProposalKind if counts[kind]}


def _by_kind(state: ArticleState) -> str:
    return f"{len(state.suggested)} ({', '.join(f'{kind} {count}' for kind, count in _kinds(state).items())})"


def _counts(state: ArticleState, covered: Coverage) -> list[tuple[str, int, int]]:
    return [
        ("segments recorded", state.recorded, covered.segments),
        ("translated", covered.translated, covered.segments),
        ("reviewed", covered.reviewed, covered.segments),
        ("dates settled", covered.dates.settled, covered.dates.found),
        ("quantities settled", covered.quantities.settled, covered.quantities.found),
        ("notes reviewed", covered.notes_reviewed, covered.notes),
    ]


def _datum(state: ArticleState) -> dict[str, object]:
    covered = state.covered
    datum: dict[str, object] = {
        "slug": state.slug,
        "title": {"zh": state.title.zh, "en": state.title.en},
        "status": state.status,
        "shown": state.shown,
        "problems": len(state.problems) + len(state.gaps),
        "suggestions": {"count": len(state.suggested), "kinds": _kinds(state)},
        "tasks": [_task(task) for task in tasks_of(state)],
    }
    if covered:
        datum |= {
            "damaged": state.damaged,
            "segments": {
                "count": covered.segments,
                "recorded": state.recorded,
                "translated": covered.translated,
                "reviewed": covered.reviewed,
            },
            "dates": _tally(covered.dates),
            "quantities": _tally(covered.quantities),
            "concepts": covered.concepts,
            "notes": {"count": covered.notes, "reviewed": covered.notes_reviewed},
        }
    return datum


def _task(task: Task) -> dict[str, str]:
    return {"name": task.name, "what": task.words, "where": str(task.location or "")}


def _tally(tally: Tally) -> dict[str, int]:
    return {
        "found": tally.found,
        "recorded": len(tally.recorded),
        "dismissed": len(tally.dismissed),
        "open": len(tally.open),
        "passing": len(tally.passing),
    }
