"""Files: atomic writes. A file is complete and on the disk, or absent; the next run cleans up after a killed one.

A file or folder is first made beside its place, under the name that `partial_of` gives, then synced, then renamed: the only
step that readers can see. OSError is raised as it comes, but always with the name of the file; `explain` puts it in words.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

#: What files are dated that have no date: the first second that a zip can hold (APPNOTE 4.4.6), the same everywhere.
NO_DATE = 315532800
_PARTIAL = ".partial"
#: Where commands make files and folders; `**` is any depth.
_PLACES = (".build", "dist", "seeds/**")
#: Syncs wait for the disk: many at once cost it one wait.
_SYNCS = 16
#: How a file is opened to be synced: Windows wants to write it, elsewhere it may be one that nobody may write.
_FILE_FLAGS = os.O_RDWR if os.name == "nt" else os.O_RDONLY


def partial_of(path: Path) -> Path:
    """Where `path` is made before it takes its place."""
    return path.with_name(f".{path.name}{_PARTIAL}")


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` when the block ends well, and is gone when it does not.

    Makes the folder. Raises OSError with the name `path` where it cannot be written: `path` is what it was then.
    """
    partial = partial_of(path)
    with _named(path):
        make_folder(path.parent)
        try:
            with partial.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            with signals_held():
                os.replace(partial, path)
                sync_folder(path.parent)
        finally:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Make `path` a file of `data`. Raises as `whole_file` does."""
    with whole_file(path) as file:
        file.write(data)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `path` when the block ends well, and is gone when it does not.

    Raises OSError, as `whole_file` does, also where `path` is there already and not empty.
    """
    partial = partial_of(path)
    with _named(path):
        shutil.rmtree(partial, ignore_errors=True)
        make_folder(partial)
        try:
            yield partial
            sync_tree(partial)
            with signals_held():
                os.rename(partial, path)
                sync_folder(path.parent)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


@contextmanager
def renewed_folder(path: Path) -> Iterator[Path]:
    """An empty folder to fill, which takes the place of the folder `path` when the block ends well, and is gone when it does not.

    Raises OSError, as `whole_file` does, also where a symbolic link is in its place.
    """
    partial = partial_of(path)
    with _named(path):
        shutil.rmtree(partial, ignore_errors=True)
        make_folder(partial)
        try:
            yield partial
            swap_folder(partial, path)
        finally:
            shutil.rmtree(partial, ignore_errors=True)


def swap_folder(new: Path, old: Path) -> None:
    """Put the folder `new` in the place of `old`. Afterwards one of them is there, or `old` at `last_of` for `restore_folder`.

    Raises OSError where `old` is no folder, or cannot be moved.
    """
    refuse_link(old)
    last = last_of(old)
    sync_tree(new)
    with signals_held():
        shutil.rmtree(last, ignore_errors=True)
        if old.exists():
            os.replace(old, last)
        try:
            os.replace(new, old)
        except OSError:
            restore_folder(old)
            raise
        sync_folder(old.parent)
    shutil.rmtree(last, ignore_errors=True)


def restore_folder(old: Path) -> None:
    """Bring back `old` where a swap was cut short, and clear what a finished one has left."""
    last = last_of(old)
    if old.exists():
        shutil.rmtree(last, ignore_errors=True)
    elif last.exists():
        os.replace(last, old)
        sync_folder(old.parent)


def last_of(folder: Path) -> Path:
    """Where the folder stands while another takes its place."""
    return folder.with_name(folder.name + ".last")


def refuse_link(path: Path) -> None:
    """Raise OSError where `path` is a symbolic link: what lies behind it is not this project's to replace or delete."""
    if path.is_symlink():
        raise OSError(errno.ENOTDIR, "A symbolic link is in the place of a folder", str(path))


def make_folder(folder: Path) -> None:
    """Make `folder` and what is missing above it, on the disk too. Raises OSError where a file is in its place."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` on the disk, where folders can be opened for that (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        _sync(folder, os.O_RDONLY | os.O_DIRECTORY)


def sync_tree(folder: Path) -> None:
    """Have everything below `folder`, and its names, on the disk. Raises OSError with the name of what cannot be."""
    folders = [Path(parent) for parent, _, _ in os.walk(folder)]
    files = [path for parent in folders for path in parent.iterdir() if path.is_file()]
    with ThreadPoolExecutor(_SYNCS) as pool:
        list(pool.map(lambda file: _sync(file, _FILE_FLAGS), files))
        list(pool.map(sync_folder, folders))


def _sync(path: Path, flags: int) -> None:
    handle = os.open(path, flags)
    try:
        with _named(path):
            os.fsync(handle)
    finally:
        os.close(handle)


def clear_leftovers(root: Path) -> None:
    """Remove what runs that were killed have left unfinished below `root`. For who holds the lock of `root` alone."""
    for place in _PLACES:
        for path in root.glob(f"{place}/.*{_PARTIAL}"):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


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


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Have an OSError of the block that names no file, or an unfinished one, name `path`, or the file's place below it."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename, error.filename2 = str(path), None
        elif not isinstance(error.filename, int) and (
            (name := Path(os.fsdecode(error.filename))).is_relative_to(partial_of(path))
        ):
            error.filename, error.filename2 = str(path / name.relative_to(partial_of(path))), None
        raise


#: What was expected, and what to do, by the kind of failure.
_ADVICE = {
    (errno.ENOSPC, errno.EDQUOT, errno.EFBIG): ("space for everything; {free} are free there", "free some disk space"),
    (errno.EACCES, errno.EPERM): (
        "a file or folder that this user may read and write",
        "change its permissions, or run the command as its owner",
    ),
    (errno.EROFS,): ("a writable disk", "remount it read-write, or work on a copy of the project"),
    (errno.ENOENT,): ("a file or folder of this name", "restore it, or correct the name"),
    (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY): (
        "a file where the command needs a file, a folder where it needs a folder",
        "move away what is there now",
    ),
    (errno.ENAMETOOLONG,): ("names of at most 255 bytes, in folders that are not too deep", "choose a shorter name"),
    (errno.EXDEV,): ("a folder on the same disk as the project", "replace the link or mount with a folder"),
}
_OTHER = ("a disk that can be read and written", "check the disk and the path")


def explain(error: OSError, root: Path | None = None) -> str:
    """A message for `error`: the path (relative to `root` if it is below it), what failed, what was expected, what to do."""
    filename = error.filename2 or error.filename
    path = Path(os.fsdecode(filename)) if filename is not None and not isinstance(filename, int) else None
    name = "standard output" if path is None else str(path)
    if path is not None and root is not None and path.absolute().is_relative_to(root.absolute()):
        name = path.absolute().relative_to(root.absolute()).as_posix()
    expected, advice = next((words for codes, words in _ADVICE.items() if error.errno in codes), _OTHER)
    free = f"{shutil.disk_usage(_existing(path or Path())).free / 1e6:.1f} MB" if "{free}" in expected else ""
    return (
        f"{name}: {error.strerror or error}\n    expected: {expected.format(free=free)}"
        f"\n    to do:    {advice}, then run the command again; the last good output is unchanged"
    )


def _existing(path: Path) -> Path:
    return next(folder for folder in (path, *path.absolute().parents) if folder.exists())
