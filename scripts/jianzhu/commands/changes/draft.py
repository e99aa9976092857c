"""Draft: the files of seeds/ with changes that are not written yet; they are checked as a whole, and written together or not."""

from __future__ import annotations

import difflib
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from jianzhu.annotate.edition import Edition
from jianzhu.annotate.states import is_readable
from jianzhu.compile import Compilation, compile_seeds
from jianzhu.source.load import load_seeds
from jianzhu.source.places import Mention, article_of, mentions
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import Addressed
from jianzhu.source.ref import split_id
from jianzhu.source.seeds import CHANGES, SEEDS, Seeds
from jianzhu.source.yamledit import YamlEdit, flow
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.storage.lock import one_at_a_time
from jianzhu.storage.transaction import Output

#: The head of changes.yml where a command begins it.
HEADER = (
    "# What was renamed, split, joined, moved, deleted or updated, the oldest first; old addresses lead on by it.\n"
)


@dataclass
class Draft:
    """The seeds below `root` as they are to be. Paths are those below seeds/.

    Raises EditionError where a problem in the edition is fatal: what cannot be read would be left behind.
    """

    root: Path
    day: str
    edition: Edition = field(init=False)
    compilation: Compilation = field(init=False)
    problems: list[Problem] = field(init=False)
    #: What the command tells besides the lines that it changes.
    told: list[str] = field(init=False, default_factory=list)
    _new: dict[str, bytes | None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.compilation = compile_seeds(self.root)
        self.problems = list(self.compilation.problems)
        fatal = [problem for problem in self.problems if problem.fatal]
        if self.compilation.edition is None or fatal:
            raise EditionError(fatal)
        self.edition = self.compilation.edition

    @cached_property
    def seeds(self) -> Seeds:
        """The records as they were before any change."""
        return load_seeds(self.root)[0]

    def paths(self) -> list[str]:
        """All files that are to be there, sorted."""
        base = self.root / SEEDS
        there = {
            path.relative_to(base).as_posix()
            for path in base.rglob("*")
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(base).parts)
        }
        return sorted({*there, *self._new} - {path for path, data in self._new.items() if data is None})

    def read(self, path: str) -> bytes:
        """The bytes that the file at `path` is to have. Raises FileNotFoundError."""
        data = self._new[path] if path in self._new else (self.root / SEEDS / path).read_bytes()
        if data is None:
            raise FileNotFoundError(path)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Make `data` what the file at `path` is to have."""
        self._new[path] = data

    def delete(self, path: str) -> None:
        """Take the file at `path` away."""
        self._new[path] = None

    def data(self, path: str) -> Any:
        """What the YAML file at `path` is to say."""
        return parse_yaml(self.read(path).decode("utf-8"), f"{SEEDS}/{path}")[0].data

    def edit(self, path: str, change: Callable[[YamlEdit], None]) -> None:
        """Change the YAML file at `path` in place."""
        edit = YamlEdit(self.read(path).decode("utf-8"), f"{SEEDS}/{path}")
        change(edit)
        self.write(path, edit.result().encode())

    def sort(self, path: str, name: str) -> None:
        """Bring the entry `name` of the file at `path` to its place among sorted ones."""
        self.write(path, YamlEdit(self.read(path).decode("utf-8"), f"{SEEDS}/{path}").sort(name).encode())

    def mentions(self) -> Iterator[Mention]:
        """Everything that the files name, in the order of the files."""
        for path in self.paths():
            if path.endswith(".yml"):
                yield from mentions(path, self.data(path))

    def find(self, what: Addressed, name: str) -> list[Mention]:
        """Where `name` of the kind `what` is named, what is within it included, but not where it is defined."""
        within = f"{name}:"
        return [
            mention
            for mention in self.mentions()
            if not mention.defines
            and (
                (mention.what == what and mention.name == name)
                or (what == "article" and mention.name.startswith(within) and article_of(mention.path) != name)
            )
        ]

    def redirect(self, names: dict[tuple[Addressed, str], str]) -> None:
        """Have everything that names one of `names` name what it leads to; what an article's name leads to, its segments do.

        A list that names the same twice afterwards has it once, and nothing names itself.
        """
        by_path: dict[str, list[tuple[Mention, str]]] = {}
        for mention in self.mentions():
            new = names.get((mention.what, mention.name))
            article, rest = split_id(mention.name)
            if new is None and article and ("article", article) in names:
                new = f"{names['article', article]}:{rest}"
            if new is not None:
                by_path.setdefault(mention.path, []).append((mention, new))
        for path, found in by_path.items():
            self._rewrite(path, found)

    def _rewrite(self, path: str, found: list[tuple[Mention, str]]) -> None:
        data, renamed = self.data(path), []

        def rewrite(edit: YamlEdit) -> None:
            for mention, new in found:
                written = mention.written(new)
                if mention.named:
                    if mention.key[-1] != written:
                        edit.rename(mention.key, written)
                        renamed.append(written)
                    continue
                values = _at(data, mention.key[:-1])
                in_list = isinstance(values, list) and mention.what == "concept"
                if in_list and (written in values or written == mention.key[0]):
                    edit.remove(mention.key)
                elif _at(data, mention.key) != written:
                    edit.replace(mention.key, written)

        self.edit(path, rewrite)
        for name in renamed:
            self.sort(path, name)

    def record(self, entry: dict[str, Any]) -> None:
        """Append `entry` to changes.yml, dated."""
        path = CHANGES.removeprefix(f"{SEEDS}/")
        whole = {"date": self.day, **entry}
        lines = [
            f"{'- ' if not index else '  '}{_line(name, value)}" for index, (name, value) in enumerate(whole.items())
        ]
        if path not in self.paths():
            self.write(path, HEADER.encode())
        self.edit(path, lambda edit: edit.append("\n".join(lines), [whole]))

    def location(self, mention: Mention) -> Location:
        """Where `mention` is in the file as it is to be."""
        file, _ = parse_yaml(self.read(mention.path).decode("utf-8"), f"{SEEDS}/{mention.path}")
        return file.location(*mention.key)

    # What becomes of it

    def finish(self, *, dry_run: bool) -> str:
        """Check the draft, write it unless `dry_run`, and give what has changed, line by line.

        Raises EditionError, and writes nothing, where the edition would have problems that stop a build, or an article that could
        be read could not be.
        """
        changed = {path: data for path, data in self._new.items() if data != self._before(path)}
        to_do = self._new_problems(changed)
        lines = [*self.told, *self._difference(changed)]
        if to_do:
            lines += ["", "For an editor to do:", *map(str, to_do)]
        if dry_run:
            return "\n".join([*lines, "", "Nothing is written: this was a dry run."])
        output = seeds_of(self.root)
        with output.begun():
            for path, data in changed.items():
                if data is not None:
                    with output.stage(path) as file:
                        file.write(data)
            output.commit(removed=[path for path, data in changed.items() if data is None])
        return "\n".join(lines)

    def _before(self, path: str) -> bytes | None:
        try:
            return (self.root / SEEDS / path).read_bytes()
        except FileNotFoundError:
            return None

    def _new_problems(self, changed: dict[str, bytes | None]) -> list[Problem]:
        """The problems that the edition would have, and has not. Raises EditionError where one of them is fatal."""
        trial = self.root / ".build" / ".changes.partial"
        shutil.rmtree(trial, ignore_errors=True)
        try:
            for path in self.paths():
                place = trial / SEEDS / path
                place.parent.mkdir(parents=True, exist_ok=True)
                if path in changed:
                    place.write_bytes(self.read(path))
                else:
                    _link(self.root / SEEDS / path, place)
            (trial / SEEDS).mkdir(parents=True, exist_ok=True)
            compilation = compile_seeds(trial)
        finally:
            shutil.rmtree(trial, ignore_errors=True)
        found = compilation.problems
        if fatal := [problem for problem in (*found, *self._unreadable(compilation)) if problem.fatal]:
            raise EditionError(fatal)
        known = Counter((problem.code, problem.wrong) for problem in self.problems)
        # What waits for an editor is what the command has just written.
        others = (problem for problem in found if problem.code != "suggestion-open")
        fresh = [problem for problem in others if not known[problem.code, problem.wrong]]
        more = Counter(problem.code for problem in found) - Counter(problem.code for problem in self.problems)
        return [problem for problem in fresh if more[problem.code]]

    def _unreadable(self, compilation: Compilation) -> Iterator[Problem]:
        """The problems of articles that are not published, that could be read and no longer can."""
        readable = {state.slug for state in self.compilation.unfinished if is_readable(state.problems)}
        for state in compilation.unfinished:
            if state.slug in readable and not is_readable(state.problems):
                yield from state.problems

    def _difference(self, changed: dict[str, bytes | None]) -> Iterator[str]:
        """The lines that differ, each with its file and number; files that moved as they were, by name."""
        gone = {data: path for path in changed if changed[path] is None and (data := self._before(path))}
        for path, data in sorted(changed.items()):
            if data is None:
                if path not in gone.values() or not any(new == self._before(path) for new in changed.values()):
                    yield f"{SEEDS}/{path} is deleted"
                continue
            if data in gone and self._before(path) is None:
                yield f"{SEEDS}/{gone[data]} → {SEEDS}/{path}"
            elif path.endswith(".yml"):
                yield from _lines(path, (self._before(path) or b"").decode("utf-8"), data.decode("utf-8"))
            else:
                yield f"{SEEDS}/{path}: {len(data):,} bytes"


def change(root: Path, name: str, day: str, work: Callable[[Draft], None], *, dry_run: bool) -> str:
    """Do `work` on a draft of the edition below `root`, as the command `name`; the answer says what has changed."""
    with one_at_a_time(root, name):
        seeds_of(root).resume()
        draft = Draft(root, day)
        work(draft)
        return draft.finish(dry_run=dry_run)


def seeds_of(root: Path) -> Output:
    """The files below seeds/, which change together."""
    return Output(root / SEEDS, nested=True)


def resume(root: Path) -> None:
    """End what a command that was cut short (a power cut) has begun to write into seeds/ below `root`."""
    if seeds_of(root).plan.exists():
        with one_at_a_time(root, "resume"):
            seeds_of(root).resume()


def refuse(location: Location, wrong: str, expected: str, advice: str) -> EditionError:
    """What to raise where a change cannot be made."""
    return EditionError([Problem(location, "record-invalid", wrong=wrong, expected=expected, advice=advice)])


def _link(source: Path, place: Path) -> None:
    """Have the file `source` at `place` too, without copying it where the system can."""
    with suppress(OSError):
        os.link(source, place)
        return
    shutil.copyfile(source, place)


def _at(data: Any, key: Iterable[str | int]) -> Any:
    for part in key:
        data = data[part]
    return data


def _line(name: str, value: Any) -> str:
    return f"{name}: {flow(value)}"


def _lines(path: str, old: str, new: str) -> Iterator[str]:
    """The lines of `old` and `new` that differ, below the place of each in the new file."""
    before, after = old.splitlines(), new.splitlines()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind != "equal":
            yield f"{SEEDS}/{path}:{new_from + 1}"
            yield from (f"  - {line}" for line in before[old_from:old_to])
            yield from (f"  + {line}" for line in after[new_from:new_to])
