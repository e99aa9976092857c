"""Clones: the project as git would give it, in another folder, to be built there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

PROJECT = ("docs", "mkdocs.yml", "overrides", "requirements.txt", "scripts", "seeds")


def clone(root: Path, to: Path) -> Path:
    """What git would give: the project without anything generated."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *PROJECT],
        cwd=root, check=True, capture_output=True,
    ).stdout.decode()  # fmt: skip
    for name in filter(None, names.split("\0")):
        if (root / name).is_file():
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(root / name, to / name)
    return to
