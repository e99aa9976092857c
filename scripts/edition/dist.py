"""Dist: finished files that readers take along, all of them new or all of them the last good ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from edition.epub import epub_files
from edition.pipeline import compile_edition
from edition.problems import EditionError, Problem
from edition.publish import signals_held


def make_books(root: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The books of the edition in seeds/ below `root` by the name of the file, and the editorial problems.

    Writes nothing; raises EditionError for fatal problems.
    """
    edition, problems = compile_edition(root)
    if any(problem.fatal for problem in problems):
        raise EditionError(problems)
    return epub_files(edition), problems


def write_whole(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write `files` beside their places in `folder`, and put them there when all are on the disk; gives their paths.

    Raises OSError where that fails: then the last good files stand.
    """
    beside = folder / ".partial"
    # What a run left that was cut short.
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        for name, data in files.items():
            with (beside / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        with signals_held():
            for name in files:
                os.replace(beside / name, folder / name)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return [folder / name for name in files]
