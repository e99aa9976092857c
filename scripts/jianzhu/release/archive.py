"""Archive: a zip whose bytes depend on nothing but what is put in."""

from __future__ import annotations

import zipfile
from contextlib import suppress
from datetime import datetime
from types import TracebackType
from typing import BinaryIO, Self

#: A file that everyone may read and its owner write, as Unix says it (stat.S_IFREG | 0o644).
_MODE = 0o100644
_UNIX = 3


class Archive:
    """A zip to be written to a file, member by member, all in one `folder` if it is named, with one date and one mode.

    Deflate's output is zlib's: another zlib may pack the same bytes otherwise. Nothing else of a machine is in the zip.
    """

    def __init__(self, file: BinaryIO, folder: str, time: datetime) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._folder = f"{folder}/" if folder else ""
        self._time = time.timetuple()[:6]

    def add(self, name: str, data: bytes, deflated: bool = True) -> int:
        """Put `data` in as the file `name` of the folder; gives the bytes it takes."""
        info = zipfile.ZipInfo(self._folder + name, self._time)
        info.compress_type = zipfile.ZIP_DEFLATED if deflated else zipfile.ZIP_STORED
        info.create_system = _UNIX
        info.external_attr = _MODE << 16
        self._zip.writestr(info, data, compresslevel=9)
        return info.compress_size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._zip.close()
            return
        # Broken off: the file will not be kept, and may not be writable any more. Unclosed, it would complain at the end.
        with suppress(OSError, ValueError):
            self._zip.close()
