"""Names: of files that every system can hold, so that an edition can be moved, packed and unpacked anywhere."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from jianzhu.source.problems import Location, Problem
from jianzhu.text.characters import UNPRINTABLE, name_of

#: Windows keeps these for devices, with whatever behind a dot (Microsoft, “Naming Files, Paths, and Namespaces”).
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_LONGEST = 200


def name_fault(name: str) -> str | None:
    """Why some system cannot hold a file of this `name`, as the end of a sentence; None where all can."""
    if not is_utf8(name):
        return "is not UTF-8"
    if found := UNPRINTABLE.search(name) or re.search("[\t\r\n]", name):
        return f"contains {name_of(found[0])}"
    if found := _FORBIDDEN.search(name):
        return f"contains {found[0]!r}, which Windows does not allow"
    if name[-1:] in (".", " "):
        return "ends in a dot or a space, which Windows drops"
    if _DEVICE.fullmatch(name):
        return "is reserved by Windows for a device"
    return f"is longer than {_LONGEST} bytes" if len(name.encode()) > _LONGEST else None


def printable(name: str) -> str:
    """A file's `name` as it can be printed on a line: what cannot is written out."""
    return "".join(f"\\x{ord(c) & 0xFF:02x}" if UNPRINTABLE.match(c) or c in "\t\r\n" else c for c in name)


def is_utf8(name: str) -> bool:
    """True where the bytes of a file's `name` are UTF-8; Python holds other bytes as halves of characters."""
    return not any("\ud800" <= character <= "\udfff" for character in name)


def name_problems(root: Path, top: str) -> Iterator[Problem]:
    """Files and folders below `top` of the project `root` whose names are faulty, or differ by case alone, or cannot be listed."""
    if not (root / top).exists():
        wrong, expected = "there is no such folder", "the folder with the texts and everything editors write about them"
        yield Problem(
            Location(top),
            "file-missing",
            wrong=wrong,
            expected=expected,
            advice="give the project’s folder with --root, or restore the folder",
        )
        return
    unread: list[OSError] = []
    for parent, folders, files in os.walk(root / top, onerror=unread.append):
        base = Path(parent).relative_to(root).as_posix()
        seen: dict[str, str] = {}
        for name in sorted((*folders, *files)):
            fault = name_fault(name)
            folded = unicodedata.normalize("NFC", name).casefold()
            if fault is None and folded in seen:
                fault = f"is the same as {seen[folded]!r} on systems that ignore case"
            seen.setdefault(folded, name)
            if fault:
                yield Problem(
                    Location(f"{base}/{printable(name)}"),
                    "file-name",
                    wrong=f"this name {fault}",
                    expected="a name that every system allows: UTF-8, no control characters, "
                    "not differing from another by case alone",
                    advice="rename it, or move it out of seeds/ if it is not part of the edition",
                )
    for error in unread:
        location = Path(os.fsdecode(error.filename)).relative_to(root).as_posix()
        yield unreadable(Location(location), error)


def unreadable(location: Location, error: OSError) -> Problem:
    """The problem of a file or folder that is there, and that the system does not let us read."""
    return Problem(
        location,
        "file-unreadable",
        wrong=f"cannot be read: {error.strerror or error}",
        expected="a file or folder of the expected kind that this user may read",
        advice="change its permissions, or move away whatever is in its place",
    )
