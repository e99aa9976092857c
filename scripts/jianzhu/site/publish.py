"""Publish: the generated Markdown and data, as a folder of their own that is replaced as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from jianzhu.storage.files import renewed_folder

#: Below the project's folder. Nothing that people write stands here, and git ignores it.
GENERATED = ".build/docs"


def generated_folder(root: Path) -> Path:
    """Where the generated files of the project below `root` stand."""
    return root / GENERATED


def publish(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Make `files` (relative path -> text or bytes) the generated files of the project below `root`; all others there go.

    Where they are there already, nothing is written. Raises OSError where the folder cannot be written, or a symbolic link is
    in its place: it is as it was then; where a run was killed between, `restore_folder` brings it back.
    Raises ValueError for a path that leads out of the folder.
    """
    for path in files:
        if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
            raise ValueError(f"{path}: a generated file must stay in {GENERATED}/; give it a relative path without ..")
    folder = generated_folder(root)
    written = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    if not folder.is_symlink() and _bytes(folder) == written:
        return
    with renewed_folder(folder) as fresh:
        for path, data in sorted(written.items()):
            place = fresh / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)


def _bytes(folder: Path) -> dict[str, bytes]:
    """What is in `folder`, by relative path; a link is nothing that was written here."""
    paths = (path for path in folder.rglob("*") if path.is_file() or path.is_symlink())
    return {path.relative_to(folder).as_posix(): b"" if path.is_symlink() else path.read_bytes() for path in paths}
