"""Copies of the project as people wrote it, without anything generated, to be built in another folder."""

from __future__ import annotations

import shutil
from pathlib import Path

PROJECT = (
    "LICENSE",
    "docs",
    "mkdocs.yml",
    "overrides",
    "pyproject.toml",
    "requirements.txt",
    "scripts",
    "seeds",
    "setup.py",
)


def copy_project(root: Path, to: Path) -> Path:
    """Copy the project below `root` to the folder `to`, which is made; gives `to`."""
    to.mkdir(parents=True, exist_ok=True)
    for name in PROJECT:
        if (root / name).is_dir():
            shutil.copytree(root / name, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(root / name, to / name)
    return to
