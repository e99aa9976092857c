"""Dist: finished files that readers take along, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from edition.epub import epub_files
from edition.pipeline import compile_edition
from edition.problems import EditionError, Problem


def make_epubs(root: Path) -> tuple[list[Path], list[Problem]]:
    """Write the books of the edition in seeds/ below `root` into dist/. Gives their paths and the editorial problems.

    Raises EditionError for fatal problems, and OSError where dist/ cannot be written: the last good books stand then.
    """
    edition, problems = compile_edition(root)
    if any(problem.fatal for problem in problems):
        raise EditionError(problems)
    files = epub_files(edition)
    return [write_whole(root / "dist" / name, data) for name, data in files.items()], problems


def write_whole(path: Path, data: bytes) -> Path:
    """Write `data` beside `path` and put it in its place when all of it is on the disk; gives `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, partial = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".partial")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(partial, 0o644)
        os.replace(partial, path)
    except BaseException:
        os.unlink(partial)
        raise
    return path
