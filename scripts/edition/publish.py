"""Publish: put finished files into docs/, all or nothing.

All files are first written beside docs/, in .build/next. Only when the whole set is there does it replace the old one,
file by file, while signals wait; should even that be cut short (a power cut), the next run ends what was begun. Files
that have not changed are not touched, so that a watching server does not stir.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

#: Folders and files below docs/ that belong to the pipeline; everything else there is written by hand.
GENERATED = (
    "data",
    *(
        f"{lang}/{name}"
        for lang in ("zh", "en")
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


def publish(root: Path, files: Mapping[str, str]) -> None:
    """Make `files` (path below docs/ -> text) the generated part of docs/ below `root`; old generated files go.

    Raises ValueError for a path outside of GENERATED, FileNotFoundError as `resume` does.
    """
    for path in files:
        if not any(PurePosixPath(path).is_relative_to(own) for own in GENERATED):
            raise ValueError(f"{path} is not a generated path")
    resume(root)
    docs, next_docs = root / "docs", root / ".build" / "next"
    shutil.rmtree(next_docs, ignore_errors=True)
    changed: dict[str, str] = {}
    for path, text in sorted(files.items()):
        data = text.encode("utf-8")
        if not _same(docs / path, data):
            (next_docs / path).parent.mkdir(parents=True, exist_ok=True)
            (next_docs / path).write_bytes(data)
            changed[path] = hashlib.sha256(data).hexdigest()
    stale = [path for path in _generated_files(docs) if path not in files]
    if not changed and not stale:
        return
    with signals_held():
        # From here on the plan is complete on disk: it is carried out now, or by the next run.
        plan = root / ".build" / "plan.json"
        partial = plan.with_suffix(".partial")
        partial.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps({"changed": changed, "stale": stale}), encoding="utf-8")
        os.replace(partial, plan)
        resume(root)


def resume(root: Path) -> None:
    """Carry out the plan that a run left behind, if there is one.

    Raises FileNotFoundError where a file of the plan is neither in .build/next nor in docs/ already; the next run, which
    makes its own plan, brings it.
    """
    plan = root / ".build" / "plan.json"
    if not plan.exists():
        return
    steps = json.loads(plan.read_text(encoding="utf-8"))
    docs, next_docs = root / "docs", root / ".build" / "next"
    lost = []
    for path, digest in steps["changed"].items():
        if (next_docs / path).exists():
            (docs / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(next_docs / path, docs / path)
        elif not _has_digest(docs / path, digest):  # else a run that was cut short has put it there
            lost.append(path)
    for path in steps["stale"]:
        (docs / path).unlink(missing_ok=True)
    _drop_empty_folders(docs)
    plan.unlink()
    shutil.rmtree(next_docs, ignore_errors=True)
    if lost:
        wrong = "it was rendered, but has gone from .build/next before it was put in place; build again"
        raise FileNotFoundError(errno.ENOENT, wrong, f"docs/{lost[0]}")


def swap_folder(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`; whatever happens, one of them stands there or `old` with .last behind."""
    last = old.with_name(old.name + ".last")
    with signals_held():
        shutil.rmtree(last, ignore_errors=True)
        if old.exists():
            os.replace(old, last)
        os.replace(new, old)
    shutil.rmtree(last, ignore_errors=True)


def restore_folder(old: Path) -> None:
    """Bring back `old` where a swap was cut short."""
    last = old.with_name(old.name + ".last")
    if last.exists() and not old.exists():
        os.replace(last, old)


@contextmanager
def signals_held() -> Iterator[None]:
    """Let Ctrl-C and termination wait until the block is done; they are delivered then. Where signals cannot be held, nothing."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
            digest.update(f"{path.as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _has_digest(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _generated_files(docs: Path) -> list[str]:
    found = []
    for own in GENERATED:
        place = docs / own
        files = [place] if place.is_file() else sorted(path for path in place.rglob("*") if path.is_file())
        found += [file.relative_to(docs).as_posix() for file in files]
    return found


def _drop_empty_folders(docs: Path) -> None:
    for own in GENERATED:
        for folder in sorted((docs / own).rglob("*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
