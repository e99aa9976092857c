"""Accept and reject: what an editor makes of suggestions: records, or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from jianzhu.annotate.suggested import Suggested
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.compile import Compilation
from jianzhu.source.problems import EditionError, Location, Problem, count_of
from jianzhu.source.seeds import ARTICLES, SEEDS
from jianzhu.source.suggested import BECAUSE, ProposalKind, Register, Suggestion
from jianzhu.source.yamledit import YamlEdit

#: What of an entry of a translation was suggested.
_TRANSLATED = ("status", BECAUSE, "marks", "numbersDiffer")


def chosen(
    compilation: Compilation, what: str, name: str | None, kinds: Sequence[ProposalKind], *, every: bool
) -> list[Suggested]:
    """The suggestions that are meant: the one of the register `what` called `name`; else those of the article `what` that are of
    `kinds`, or `every` one. Raises EditionError where there is none.
    """
    if name is not None:
        return _named(compilation.suggested, what, name)
    state = compilation.state_of(what)
    location = Location(f"{ARTICLES}/{what}/article.yml")
    counts = Counter(one.kind for one in state.suggested)
    there = ", ".join(f"{kind} {counts[kind]}" for kind in ProposalKind if counts[kind])
    if not there:
        raise refuse(
            location,
            f"no suggestion waits in {what}",
            "an article with suggestions",
            f"`jianzhu suggest {what}` shows what could be suggested",
        )
    if not kinds and not every:
        raise refuse(
            location,
            f"{count_of(len(state.suggested), 'suggestion')} in {what}, and not said which",
            f"--kind with one of those that wait ({there}), or --all",
            "name the kinds, or a register and an id: `jianzhu accept events <id>`",
        )
    found = [one for one in state.suggested if every or one.kind in kinds]
    if not found:
        wrong = f"no suggestion of the kind {' or '.join(kinds)} waits in {what}"
        raise refuse(location, wrong, f"one of those that wait: {there}", "name another kind")
    return found


def _named(suggested: Iterable[Suggested], register: str, name: str) -> list[Suggested]:
    own = [one for one in suggested if one.suggestion.register == register]
    found = [one for one in own if one.name == name]
    if register not in {*Register}:
        wrong, expected = f"there is no register {register!r}", f"one of {', '.join(Register)}"
        raise refuse(Location(SEEDS), wrong, expected, "name an article alone, or a register and an id")
    if not found:
        place = Location(own[0].suggestion.path if own else SEEDS)
        waiting = ", ".join(one.name for one in own[:12]) + (" …" if len(own) > 12 else "")
        raise refuse(
            place,
            f"no suggestion {name!r} waits in {register}",
            f"one of those that wait: {waiting or 'none does'}",
            "take its id from the file; in a file of an article it is <article>:<id>, of a mark <article>:<segment>",
        )
    return found


def accept(draft: Draft, found: Sequence[Suggested], *, complete: bool = False) -> None:
    """Make records of the suggestions `found`; with `complete`, only of those that lack nothing and are not wrong.

    Raises EditionError with all that they lack.
    """
    ready = [one for one in found if not _missing(one)]
    left = [problem for one in found for problem in _missing(one)]
    if left and not (complete and ready):
        raise EditionError(left, full=True)
    _edit(draft, ready, make_records)
    rest = f"; {len(found) - len(ready)} left, which lack something" if left else ""
    draft.told.append(f"{_told(ready)} accepted{rest}.")


def reject(draft: Draft, found: Sequence[Suggested]) -> None:
    """Delete the suggestions `found`; comments stay, and so does the place of a translation."""
    _edit(draft, found, take_out)
    draft.told.append(f"{_told(found)} rejected.")


def _missing(suggested: Suggested) -> tuple[Problem, ...]:
    return (*suggested.wrong, *suggested.suggestion.gaps)


def _told(found: Sequence[Suggested]) -> str:
    counts = Counter(one.kind for one in found)
    kinds = ", ".join(f"{kind} {counts[kind]}" for kind in ProposalKind if counts[kind])
    return f"{count_of(len(found), 'suggestion')} ({kinds})"


def _edit(draft: Draft, found: Iterable[Suggested], change: _Change) -> None:
    """Have `change` made to each file that has some of `found`."""
    by_path: dict[str, list[Suggestion]] = {}
    for one in found:
        by_path.setdefault(one.suggestion.path.removeprefix(f"{SEEDS}/"), []).append(one.suggestion)
    for path, own in by_path.items():
        draft.edit(path, partial(change, found=own))


def make_records(edit: YamlEdit, found: Sequence[Suggestion]) -> None:
    """Make records of the suggestions `found`, which are in the file of `edit`."""
    for suggestion in found:
        key = suggestion.key
        if suggestion.register is Register.TRANSLATION:
            edit.replace((*key, "status"), "draft")
            edit.remove((*key, BECAUSE), comments=False)
        else:
            edit.remove((*key, "status"), (*key, BECAUSE), comments=False)


def take_out(edit: YamlEdit, found: Sequence[Suggestion]) -> None:
    """Take the suggestions `found` out of the file of `edit`; the sentence of a translation is to be translated again."""
    for suggestion in found:
        if suggestion.register is Register.TRANSLATION:
            entry: Mapping[str, Any] = edit.data[suggestion.key[0]]
            edit.remove(*((*suggestion.key, name) for name in _TRANSLATED if name in entry), comments=False)
            if "text" in entry:
                edit.clear((*suggestion.key, "text"))
    others = [suggestion.key for suggestion in found if suggestion.register is not Register.TRANSLATION]
    if others:
        edit.remove(*others, comments=False)


class _Change(Protocol):
    def __call__(self, edit: YamlEdit, found: Sequence[Suggestion]) -> None: ...
