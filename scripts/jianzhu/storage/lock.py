"""Lock: only one command at a time writes into a project's folder.

The system's own lock on `.build/lock` is held, which ends with the process whatever happens to it, so that a dead process
never blocks a living one. The file says who holds it, for processes that wait. A command that a command starts (MkDocs, with our
hook in it) is let through, and keeps the lock should the first one be killed before it.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from jianzhu.storage.files import clear_leftovers, make_folder
from jianzhu.storage.transaction import Report, report_to_stderr

#: Tells a child process that its parent holds the lock: the file descriptor of the lock, where
#: descriptors are inherited, and the content of the lock file.
VARIABLE = "JIANZHU_LOCK"
#: What file systems answer that know no locks.
_NO_LOCKS = (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL)


@dataclass
class _Held:
    """A lock of this process: its file descriptor, the content of the file, and the number of nested blocks."""

    handle: int
    note: str
    depth: int = 1


_held: dict[Path, _Held] = {}


@contextmanager
def one_at_a_time(root: Path, command: str, report: Report = report_to_stderr) -> Iterator[None]:
    """Hold the lock of the project below `root` while the block runs.

    A waiting process reports which `command` holds it, and since when.

    Blocks may be nested. Raises OSError where the lock's file cannot be made, KeyboardInterrupt on Ctrl-C.
    """
    acquire(root, command, report)
    try:
        yield
    finally:
        release(root)


def acquire(root: Path, command: str, report: Report = report_to_stderr) -> None:
    """Take the lock, and wait for it where another process holds it; to be given back by `release`, as often."""
    key = root.resolve()
    if key in _held:
        _held[key].depth += 1
        return
    path = root / ".build" / "lock"
    if _is_ours(path):
        return
    make_folder(path.parent)
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(handle, path, report)
            # If the folder was cleaned up while we waited, we hold the lock of a deleted file: try again.
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                break
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    note = json.dumps({"process": os.getpid(), "command": command, "since": time.time()})
    with contextlib.suppress(OSError):  # on a full disk, waiting processes report less
        os.ftruncate(handle, 0)
        os.write(handle, note.encode())
    _held[key] = _Held(handle, note)
    clear_leftovers(root)


def release(root: Path, *, entirely: bool = False) -> None:
    """Give back what `acquire` took, once or `entirely`; where nothing is held, nothing."""
    key = root.resolve()
    held = _held.get(key)
    if held is None:
        return
    held.depth = 0 if entirely else held.depth - 1
    if held.depth == 0:
        del _held[key]
        with contextlib.suppress(OSError):
            os.ftruncate(held.handle, 0)
        os.close(held.handle)


def for_child(root: Path) -> tuple[Mapping[str, str], tuple[int, ...]]:
    """What a command that the holder starts is to be given: environment, and open files, where they can be handed on."""
    held = _held[root.resolve()]
    return {VARIABLE: f"{held.handle} {held.note}"}, (held.handle,) if os.name == "posix" else ()


def _is_ours(path: Path) -> bool:
    """True where the process that holds the lock has started this one."""
    handle, _, note = os.environ.get(VARIABLE, "").partition(" ")
    if os.name != "posix":
        return bool(note) and _note(path) == note
    try:
        return os.path.samestat(os.fstat(int(handle)), path.stat())
    except (OSError, ValueError, OverflowError):
        return False


def _note(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _take(handle: int, path: Path, report: Report) -> None:
    try:
        if not _lock(handle, wait=False):
            report(f"{_holder(path)}; this command waits until it is done (Ctrl-C to cancel)")
            _lock(handle, wait=True)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
        report("this folder's file system does not support locks: run only one command at a time in it")


def _holder(path: Path) -> str:
    """A sentence about the process that holds the lock."""
    try:
        note = json.loads(_note(path))
        for_seconds = max(0, round(time.time() - note["since"]))
        return f"process {note['process']} (`{note['command']}`) has been running in this folder for {for_seconds} s"
    except (ValueError, KeyError, TypeError):
        return "another process is running in this folder"


if sys.platform == "win32":
    import msvcrt

    #: Windows locks bytes, and keeps others from reading them: one far behind the note.
    _BYTE = 1 << 30

    def _lock(handle: int, wait: bool) -> bool:
        while True:
            os.lseek(handle, _BYTE, os.SEEK_SET)
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:  # LK_LOCK gives up after ten seconds
                if not wait:
                    return False
            else:
                os.lseek(handle, 0, os.SEEK_SET)
                return True

else:
    import fcntl

    def _lock(handle: int, wait: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True
