"""Check: every problem of what is published, and for each unfinished article what stands between it and its publication."""

from __future__ import annotations

from jianzhu.commands.todo import task_lines, tasks_of
from jianzhu.compile import Compilation
from jianzhu.source.problems import count_of, report


def check(
    compilation: Compilation, slug: str | None = None, *, every: bool = False, full: bool = False
) -> tuple[str, int]:
    """What an editor should know of the edition of `compilation`, or of its article `slug`, and the exit status: 1 for problems.

    Raw and draft articles are told what they lack, which alone is no failure, unless `every`. Of many problems of one kind in
    one file the first few are told, unless `full`. Raises EditionError where there is no such article.
    """
    if slug is not None:
        return _check_article(compilation, slug, full=full)
    failed = compilation.edition is None or bool(compilation.problems)
    parts = [report(compilation.problems, full=full) if failed else _no_problems(compilation)]
    if compilation.unfinished:
        parts += [*_to_do(compilation), _NO_FAILURE if not every else ""]
    return "\n\n".join(part for part in parts if part), int(failed or (every and bool(compilation.unfinished)))


_NO_FAILURE = "Articles that are raw or drafts do not fail the check; with --all they do."


def _no_problems(compilation: Compilation) -> str:
    edition = compilation.edition
    counts = f"articles: {len(edition.articles)}, concepts: {len(edition.concepts)}" if edition else ""
    said = "no problems in what is published" if compilation.unfinished else "no problems"
    return f"{said} ({counts})"


def _to_do(compilation: Compilation) -> list[str]:
    """For each unfinished article its steps to publication, a line each."""
    blocks = []
    for state in compilation.unfinished:
        tasks = tasks_of(state)
        kept = "" if state.shown or state.status == "raw" else ", and left out until its files can be read"
        head = f"{state.slug} is {_KINDS[state.status]}{kept}. To publish it (`jianzhu check {state.slug}` tells each problem):"
        blocks.append("\n".join([head, *task_lines(tasks)]))
    return blocks


_KINDS = {"raw": "raw", "draft": "a draft", "published": "published"}


def _check_article(compilation: Compilation, slug: str, *, full: bool) -> tuple[str, int]:
    state = compilation.state_of(slug)
    problems = [*state.problems, *state.gaps]
    if not problems:
        return f"no problems in {slug}, which is {_KINDS[state.status]}", 0
    tasks = tasks_of(state)
    steps = "\n".join([f"In order ({count_of(len(tasks), 'step')}):", *task_lines(tasks)])
    return f"{report(problems, full=full)}\n\n{steps}", 1
