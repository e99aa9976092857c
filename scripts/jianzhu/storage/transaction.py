"""Transaction: several files of a folder replaced together, so that no mixture of old and new ones stays.

The new files are first made in a folder of their own. Only when all are there, and on the disk, is a plan written that
names them; then they take their places one by one, while signals wait. Should even that be cut short (a power cut), the
next run ends what was begun. A plan that cannot be one of ours is told and discarded, and its paths are believed only where
they lead to what the pipeline owns.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from jianzhu.storage.files import make_folder, refuse_link, signals_held, sync_folder, sync_tree, write_file

#: Of the form of a plan; one of another version is not carried out.
VERSION = 2
Tell = Callable[[str], None]
#: Tells on standard error.
tell_editor: Tell = partial(print, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Output:
    """A folder that the pipeline writes into: new files wait in `staging`, the plan stands at `plan`, both on its disk.

    `owns` says of a path below `folder` whether it is the pipeline's.
    """

    folder: Path
    staging: Path
    plan: Path
    owns: Callable[[str], bool]
    tell: Tell = field(default=tell_editor, compare=False)

    @contextmanager
    def begun(self) -> Iterator[None]:
        """The block in which files are staged and committed; where it fails before the commit, nothing of it stays.

        Ends first what a run that was cut short has begun, and clears what it left. Raises as `resume` does.
        """
        self.resume()
        refuse_link(self.staging)
        shutil.rmtree(self.staging, ignore_errors=True)
        try:
            yield
        finally:
            if not self.plan.exists():
                shutil.rmtree(self.staging, ignore_errors=True)

    @contextmanager
    def stage(self, path: str) -> Iterator[BinaryIO]:
        """A file to write, which will be `path` below the folder. Raises OSError that names `path`'s place in the folder."""
        staged = self.staging / path
        try:
            make_folder(self.folder)
            make_folder(staged.parent)
            with staged.open("wb") as file:
                yield file
        except OSError as error:
            if error.filename is None or Path(os.fsdecode(error.filename)).is_relative_to(self.staging):
                error.filename, error.filename2 = str(self.folder / path), None
            raise

    def commit(self, stale: Iterable[str] = ()) -> None:
        """Put all staged files in place and remove the files `stale` of the folder. Raises OSError as `resume` does."""
        staged = sorted(path.relative_to(self.staging).as_posix() for path in _files(self.staging))
        steps = {
            "version": VERSION,
            "changed": {path: _digest(self.staging / path) for path in staged},
            "stale": sorted(stale),
        }
        for path in (*staged, *steps["stale"]):
            self._check(path)
        if self.staging.is_dir():
            sync_tree(self.staging)
        with signals_held():
            # From here on the plan is complete on disk: it is carried out now, or by the next run.
            write_file(self.plan, json.dumps(steps).encode())
            self.resume()

    def resume(self) -> None:
        """Carry out the plan that a run left behind, if there is one.

        Raises FileNotFoundError where a file of the plan is neither staged nor in place already; the next run, which makes
        its own plan, brings it. Raises OSError where a link leads out of the folder, or the disk refuses.
        """
        if not self.plan.exists():
            return
        steps = self._steps()
        if steps is None:
            self.tell(
                f"{self.plan.name} was not written by this version: it is discarded, and everything is written again"
            )
            self.plan.unlink()
            return
        for path in (*steps["changed"], *steps["stale"]):
            self._check(path)
        lost = [path for path, digest in steps["changed"].items() if not self._place(path, digest)]
        for path in steps["stale"]:
            (self.folder / path).unlink(missing_ok=True)
        folders = {(self.folder / path).parent for path in (*steps["changed"], *steps["stale"])}
        for folder in sorted(folder for folder in folders if folder.is_dir()):
            sync_folder(folder)
        self.plan.unlink()
        sync_folder(self.plan.parent)
        shutil.rmtree(self.staging, ignore_errors=True)
        if lost:
            wrong = "It was written, but lost before it was put in place; run the command again"
            raise FileNotFoundError(errno.ENOENT, wrong, str(self.folder / lost[0]))

    def _place(self, path: str, digest: str) -> bool:
        """Put the staged file `path` in place; False where it is lost. A run that was cut short may have done it."""
        if (self.staging / path).exists():
            make_folder((self.folder / path).parent)
            os.replace(self.staging / path, self.folder / path)
            return True
        return (self.folder / path).is_file() and _digest(self.folder / path) == digest

    def _steps(self) -> dict | None:
        """The plan on the disk; None where it is no plan, or one of another version, or leads to what is not ours."""
        try:
            steps = json.loads(self.plan.read_bytes())
        except (ValueError, RecursionError):
            return None
        if not isinstance(steps, dict) or steps.get("version") != VERSION:
            return None
        changed, stale = steps.get("changed"), steps.get("stale")
        if not isinstance(changed, dict) or not isinstance(stale, list):
            return None
        if not all(isinstance(path, str) and is_inside(path) and self.owns(path) for path in (*changed, *stale)):
            return None
        return steps

    def _check(self, path: str) -> None:
        """Raise where a link on the way to `path` leads out of the folder, or ValueError where the path is not ours."""
        if not is_inside(path) or not self.owns(path):
            raise ValueError(f"{path} is not a generated path")
        for parent in list((self.folder / path).parents)[: path.count("/")]:
            refuse_link(parent)


def is_inside(path: str) -> bool:
    """True where the relative `path` stays in its folder on every system, whatever it is joined to."""
    parts = PurePosixPath(path).parts
    odd = "\\:\0" if os.name == "nt" else "\0"
    return bool(parts) and path == "/".join(parts) and not {"..", "/"} & set(parts) and not set(odd) & set(path)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
