"""Transaction: several files of a folder replaced together, so that no mixture of old and new ones stays.

For a folder that others keep files in too; one that is all ours is replaced as a whole (`files.renewed_folder`). The new files
are first made in a folder of their own. Only when all are there, and on the disk, is a plan written that names them; then they
take their places one by one, while signals wait. Should even that be cut short (a power cut), the next run ends what was begun.
A plan that cannot be one of ours is reported and discarded.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import BinaryIO

from jianzhu.storage.files import make_folder, refuse_link, signals_held, sync_folder, sync_tree, write_file

#: Of the form of a plan; one of another version is not carried out.
VERSION = 4
Report = Callable[[str], None]
#: Reports on standard error.
report_to_stderr: Report = partial(print, file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Output:
    """A folder that commands write files into, by plain names; hidden ones are the transaction's own.

    With `nested`, names may have folders before them: `articles/my-text/notes.yml`.
    """

    folder: Path
    nested: bool = field(default=False, kw_only=True)
    report: Report = field(default=report_to_stderr, compare=False)

    @property
    def staging(self) -> Path:
        """Where new files wait: on the same disk."""
        return self.folder / ".next"

    @property
    def plan(self) -> Path:
        """The file that names what is to take its place."""
        return self.folder / ".plan.json"

    @contextmanager
    def begun(self) -> Iterator[None]:
        """The block in which files are staged and committed; where it fails before the commit, nothing of it stays.

        Ends first what a run that was cut short has begun, and clears what it left. Raises as `resume` does, and OSError where
        a symbolic link is in the place of the staged files: what lies behind it is not ours.
        """
        refuse_link(self.staging)
        self.resume()
        shutil.rmtree(self.staging, ignore_errors=True)
        try:
            yield
        finally:
            if not self.plan.exists():
                shutil.rmtree(self.staging, ignore_errors=True)

    @contextmanager
    def stage(self, name: str) -> Iterator[BinaryIO]:
        """A file to write, which will be `name` in the folder. Raises OSError that names its place there, ValueError for a
        name that leads elsewhere or is hidden.
        """
        if not self._is_ours(name):
            raise ValueError(f"{name!r} is not the name of a file to be written into {self.folder.name}/")
        try:
            make_folder(self.folder)
            make_folder((self.staging / name).parent)
            with (self.staging / name).open("wb") as file:
                yield file
        except OSError as error:
            if error.filename is None or Path(os.fsdecode(error.filename)).is_relative_to(self.staging):
                error.filename, error.filename2 = str(self.folder / name), None
            raise

    def commit(self, removed: Sequence[str] = ()) -> None:
        """Put all staged files in place, and take away the files `removed`. Raises OSError as `resume` does."""
        make_folder(self.staging)
        paths = sorted(path for path in self.staging.rglob("*") if path.is_file())
        files = {path.relative_to(self.staging).as_posix(): _digest(path) for path in paths}
        sync_tree(self.staging)
        with signals_held():
            # From here on the plan is complete on disk: it is carried out now, or by the next run.
            write_file(self.plan, json.dumps({"version": VERSION, "files": files, "removed": list(removed)}).encode())
            self.resume()

    def resume(self) -> None:
        """Carry out the plan that a run left behind, if there is one.

        Raises FileNotFoundError where a file of the plan is neither staged nor in place already; the next run, which makes
        its own plan, brings it. Raises OSError where the disk refuses.
        """
        if not self.plan.exists():
            return
        plan = self._planned()
        if plan is None:
            self.report(
                f"{self.plan.name} was not written by this version: it is discarded, and everything is written again"
            )
            self.plan.unlink()
            return
        files, removed = plan
        lost = [name for name, digest in files.items() if not self._place(name, digest)]
        for name in removed:
            self._take_away(name)
        for folder in {self.folder, *((self.folder / name).parent for name in files)}:
            sync_folder(folder)
        self.plan.unlink()
        sync_folder(self.folder)
        shutil.rmtree(self.staging, ignore_errors=True)
        if lost:
            wrong = "It was written, but lost before it was put in place; run the command again"
            raise FileNotFoundError(errno.ENOENT, wrong, str(self.folder / lost[0]))

    def _place(self, name: str, digest: str) -> bool:
        """Put the staged file `name` in place; False where it is lost. A run that was cut short may have done it."""
        if (self.staging / name).exists():
            make_folder((self.folder / name).parent)
            os.replace(self.staging / name, self.folder / name)
            return True
        return (self.folder / name).is_file() and _digest(self.folder / name) == digest

    def _is_ours(self, name: str) -> bool:
        return all(map(is_plain, name.split("/"))) if self.nested else is_plain(name)

    def _take_away(self, name: str) -> None:
        """Delete the file `name`, and the folders that are empty then."""
        place = self.folder / name
        place.unlink(missing_ok=True)
        for folder in place.parents:
            if folder == self.folder or not folder.is_dir() or any(folder.iterdir()):
                break
            folder.rmdir()
            sync_folder(folder.parent)

    def _planned(self) -> tuple[dict[str, str], list[str]] | None:
        """The files of the plan on the disk, those to be written with their digests and those to be removed; None where it is
        no plan, or one of another version, or leads elsewhere.
        """
        try:
            plan = json.loads(self.plan.read_bytes())
        except (ValueError, RecursionError):
            return None
        if not isinstance(plan, dict) or plan.get("version") != VERSION or not isinstance(plan.get("files"), dict):
            return None
        files, removed = plan["files"], plan.get("removed")
        if not isinstance(removed, list) or not all(isinstance(name, str) for name in removed):
            return None
        return (files, removed) if all(map(self._is_ours, (*files, *removed))) else None


def is_plain(name: str) -> bool:
    """True where `name` is that of a file in the folder it is joined to, and not hidden."""
    separators = "/\\:\0" if os.name == "nt" else "/\0"
    return bool(name) and not name.startswith(".") and not set(separators) & set(name)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
