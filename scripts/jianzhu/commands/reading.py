"""Reading: whether the tools that are installed still read every raw file as it was read before."""

from __future__ import annotations

from pathlib import Path

from jianzhu.extract.problems import reading_problems
from jianzhu.source.load import load_seeds
from jianzhu.source.problems import Problem


def all_reading_problems(root: Path) -> list[Problem]:
    """The problems of all articles below `root` whose raw file is read otherwise now."""
    seeds, _ = load_seeds(root)
    return [problem for folder in seeds.folders for problem in reading_problems(folder)]
