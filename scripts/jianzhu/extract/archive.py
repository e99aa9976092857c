"""Archive: the files in a ZIP (DOCX, EPUB), none of them larger than a text can be."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable

from jianzhu.extract.extraction import UnreadableFile

#: Limits against archives that are made to grow: how many files, bytes of one and of all, and how often it can be packed smaller.
_MOST_FILES = 20_000
_LARGEST_FILE = 96 * 2**20
_LARGEST = 512 * 2**20
_SMALLEST_RATIO = 400
#: Below this size no file is a bomb.
_HARMLESS = 8 * 2**20


class Archive:
    """A ZIP whose files are read on demand."""

    def __init__(self, data: bytes) -> None:
        """Raises UnreadableFile where `data` is no ZIP, is encrypted, or would grow too large."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, zipfile.LargeZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise _damaged(str(error)) from error
        if len(members) > _MOST_FILES or sum(member.file_size for member in members) > _LARGEST:
            raise UnreadableFile(
                "the archive unpacks to more than any text needs",
                f"at most {_MOST_FILES} files and {_LARGEST >> 20} MB",
                "check where the file comes from",
            )
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes:
        """The file `name`. Raises UnreadableFile where it is missing, damaged, encrypted or too large."""
        try:
            member = self._zip.getinfo(name)
        except KeyError:
            raise _damaged(f"{name} is missing in it") from None
        is_bomb = member.file_size > _HARMLESS and member.file_size > _SMALLEST_RATIO * max(member.compress_size, 1)
        if member.file_size > _LARGEST_FILE or is_bomb:
            raise UnreadableFile(
                f"{name} in it unpacks to {member.file_size:,} bytes",
                f"files of at most {_LARGEST_FILE >> 20} MB, packed as text or images are",
                "check where the file comes from",
            )
        if member.flag_bits & 1:
            raise UnreadableFile(f"{name} in it is encrypted", "a file without a password", "remove the password")
        try:
            with self._zip.open(member) as file:
                data = file.read(_LARGEST_FILE + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            RuntimeError,
            OSError,
            EOFError,
            ValueError,
        ) as error:
            raise _damaged(f"{name} in it is damaged ({error})") from error
        if len(data) > _LARGEST_FILE:
            raise _damaged(f"{name} in it is larger than it says")
        return data

    def get(self, name: str) -> bytes | None:
        """The file `name`, or None where there is none."""
        return self.read(name) if name in self.names else None

    def changed(self, change: Callable[[str, bytes], bytes]) -> io.BytesIO:
        """The archive with each file as `change` makes it, uncompressed."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as made:
            for name in sorted(self.names):
                if not name.endswith("/"):
                    made.writestr(zipfile.ZipInfo(name), change(name, self.read(name)))
        target.seek(0)
        return target


def refuse_entities(name: str, data: bytes) -> None:
    """Raise UnreadableFile for XML that could define entities, which can grow without end; office formats have none."""
    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data.replace(b"\0", b""), re.IGNORECASE):
        raise UnreadableFile(f"{name} in it has a document type", "XML without <!DOCTYPE", "save the document again")


def _damaged(wrong: str) -> UnreadableFile:
    return UnreadableFile(f"the archive is damaged: {wrong}", "a whole ZIP archive", "get an undamaged file")
