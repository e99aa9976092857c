"""Publish: put finished files into docs/, all or nothing.

Files that have not changed are not touched, so that a watching server does not stir.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath

from jianzhu.language import LANGUAGES
from jianzhu.storage.files import refuse_link
from jianzhu.storage.transaction import Output, Tell, is_inside, tell_editor

#: Folders and files below docs/ that belong to the pipeline; everything else there is written by hand.
GENERATED = (
    "data",
    *(
        f"{lang}/{name}"
        for lang in LANGUAGES
        for name in (
            "index.md",
            "articles",
            "glossary",
            "timeline",
            "claims",
            "questions",
            "map.md",
            "apparatus",
            "coverage.md",
            "download.md",
        )
    ),
)


def docs_output(root: Path, tell: Tell = tell_editor) -> Output:
    """docs/ below `root`, of which the pipeline owns what GENERATED names."""
    work = root / ".build"
    return Output(root / "docs", work / "next", work / "plan.json", is_generated, tell)


def is_generated(path: str) -> bool:
    """True where `path` below docs/ is the pipeline's."""
    return is_inside(path) and any(PurePosixPath(path).is_relative_to(own) for own in GENERATED)


def publish(root: Path, files: Mapping[str, str], tell: Tell = tell_editor) -> None:
    """Make `files` (path below docs/ -> text) the generated part of docs/ below `root`; old generated files go.

    Raises ValueError for a path outside of GENERATED, OSError as `Output.resume` does, and where a symbolic link is in the
    place of a generated folder.
    """
    for path in files:
        if not is_generated(path):
            raise ValueError(f"{path} is not a generated path")
    output = docs_output(root, tell)
    refuse_link(output.folder)
    with output.begun():
        present = set(_generated_files(output.folder))
        changed = {path: data for path, text in files.items() if not _same(output.folder / path, data := text.encode())}
        stale = present - set(files)
        for path, data in sorted(changed.items()):
            with output.stage(path) as file:
                file.write(data)
        if changed or stale:
            output.commit(stale)
    _drop_empty_folders(output.folder)


def folder_digest(root: Path, *names: str, but: Collection[str] = ()) -> str:
    """SHA-256 in hex over the paths and bytes of the files and folders `names` below `root`.

    Python's caches are left out, and what stands at or below the paths `but`.
    """
    digest = hashlib.sha256()
    for name in names:
        place = root / name
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        for file in files:
            path = file.relative_to(root)
            if "__pycache__" in file.parts or any(part.as_posix() in but for part in (path, *path.parents)):
                continue
            data = file.read_bytes()
            digest.update(os.fsencode(path.as_posix()) + f"\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _generated_files(docs: Path) -> Iterator[str]:
    """The pipeline's files in `docs`. Raises OSError where a link could lead to files of somebody else."""
    for own in GENERATED:
        place = docs / own
        refuse_link(place.parent)
        if place.is_symlink() or place.is_file():
            # A link in the place of a file is itself replaced or removed, and never followed.
            if place.is_dir():
                refuse_link(place)
            yield own
        for parent, folders, names in os.walk(place):
            for name in folders:
                refuse_link(Path(parent) / name)
            yield from ((Path(parent) / name).relative_to(docs).as_posix() for name in names)


def _drop_empty_folders(docs: Path) -> None:
    for own in GENERATED:
        for folder in sorted((docs / own).rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
