"""Release: what is handed out of an edition, in dist/: its name and date, files that are whole or not there, their sums."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from edition.parse import parse_record
from edition.problems import EditionError
from edition.publish import signals_held
from edition.records import EditionRecord
from edition.yamlfile import read_yaml

DIST = "dist"
SUMS = "SHA256SUMS"
#: The first second a zip can tell (APPNOTE 4.4.6). It says “no date”, and is the same for everybody.
NO_DATE = 315532800
#: The last second a zip can tell.
_LAST_DATE = 4354819199
_PARTIAL = ".partial"


class ReleaseError(Exception):
    """A release that cannot be made: what is wrong, what was expected, what to do next."""

    def __init__(self, wrong: str, expected: str, advice: str) -> None:
        super().__init__(f"{wrong}\n    expected: {expected}\n    to do:    {advice}")


@dataclass(frozen=True)
class Release:
    """What is made of the edition: `stem` names its files, `time` dates what is in them."""

    record: EditionRecord
    version: str
    time: datetime

    @property
    def stem(self) -> str:
        """The English title and the version, in characters that every file system and every unzipper keeps."""
        plain = unicodedata.normalize("NFKD", self.record.title.en).encode("ascii", "ignore").decode().lower()
        return f"{re.sub('[^a-z0-9]+', '-', plain).strip('-') or 'edition'}-{self.version}"


def release_of(root: Path, environment: Mapping[str, str] = os.environ) -> Release:
    """The release of the edition below `root`, of the version in its pyproject.toml.

    Its time is SOURCE_DATE_EPOCH (reproducible-builds.org), or where that is not set the day at which the editors say that
    the edition is. Raises EditionError for an edition.yml that cannot be read, ReleaseError for a version or a date that
    cannot.
    """
    file, problems = read_yaml(root, "seeds/edition.yml")
    record = None if problems else parse_record(file, EditionRecord, problems)
    if record is None:
        raise EditionError(problems)
    return Release(record, _version(root / "pyproject.toml"), _time(environment, record))


def _version(path: Path) -> str:
    try:
        version = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"]
        if not re.fullmatch(r"[0-9A-Za-z.+-]+", str(version)):
            raise ValueError(f"not a version: {version!r}")
        return str(version)
    except (OSError, ValueError, KeyError) as error:
        wrong = f"pyproject.toml does not tell the version of the release ({type(error).__name__}: {error})"
        raise ReleaseError(wrong, 'a line `version = "1.2.3"` below [project]', "mend the file") from error


def _time(environment: Mapping[str, str], record: EditionRecord) -> datetime:
    if "SOURCE_DATE_EPOCH" not in environment:
        return max(datetime.fromisoformat(record.modified).replace(tzinfo=UTC), datetime.fromtimestamp(NO_DATE, UTC))
    told = environment["SOURCE_DATE_EPOCH"]
    if not re.fullmatch("[0-9]{1,10}", told) or not NO_DATE <= int(told) <= _LAST_DATE:
        wrong = f"SOURCE_DATE_EPOCH is {told!r}"
        expected = f"whole seconds since 1970 that a zip can tell, {NO_DATE} (1980) to {_LAST_DATE} (2107)"
        raise ReleaseError(wrong, expected, "set it so, or unset it: the date is `modified` in edition.yml then")
    return datetime.fromtimestamp(int(told), UTC)


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write, which takes the place of `path` when the block ends well, and is gone when it does not.

    Whatever happens, `path` is what it was or whole; what a killed run left is cleared by the next. Makes the folder. Raises
    ReleaseError where the folder cannot be written, or its disk is full.
    """
    partial = path.with_name(f".{path.name}{_PARTIAL}")
    with _explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            with signals_held():
                os.replace(partial, path)
                _sync(path.parent)
        finally:
            partial.unlink(missing_ok=True)


def write_release(dist: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write `files` by name into `dist`, and the sums; gives their paths. Raises as `whole_file` does.

    All are whole on the disk before the first takes its place, so a full disk leaves `dist` as it was. Each takes its place by
    itself: where that fails between two of them, the files that have done so stay, and SUMS is still that of the old ones.
    """
    paths = [dist / name for name in files]
    with ExitStack() as stack:
        opened = [stack.enter_context(whole_file(path)) for path in paths]
        for path, file, data in zip(paths, opened, files.values(), strict=True):
            with _explained(path):
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
    write_sums(dist)
    return paths


def write_sums(dist: Path) -> None:
    """Write the file SUMS into `dist`, for `sha256sum -c`: every file there that a release has, by name.

    To be called after each file that is put there. Raises ReleaseError as `whole_file` does.
    """
    files = sorted(path for path in dist.iterdir() if path.is_file() and path.name != SUMS and path.name[0] != ".")
    with whole_file(dist / SUMS) as out:
        out.write("".join(map(sum_of, files)).encode())


def sum_of(path: Path) -> str:
    """The line of SUMS for the file `path`."""
    with path.open("rb") as file:
        return sum_line(hashlib.file_digest(file, "sha256").hexdigest(), path.name)


def sum_line(digest: str, name: str) -> str:
    """A line as `sha256sum` writes and `sha256sum --check` reads it."""
    return f"{digest}  {name}\n"


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell as ReleaseError why `path` could not be written; what fails elsewhere is not blamed on it."""
    place = f"{path.parent.name}/{path.name}"
    try:
        yield
    except OSError as error:
        if error.filename and not Path(error.filename).is_relative_to(path.parent):
            raise
        wrong = f"{place} cannot be written: {error.strerror or error}"
        kept = f"; {place} is as it was" if path.exists() else ""
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            free = shutil.disk_usage(_existing(path.parent)).free
            expected = f"room for the whole of it; {free / 1e6:.1f} MB are free"
            raise ReleaseError(wrong, expected, f"free some room there and make it again{kept}") from error
        expected = f"a folder that this user may write: {path.parent}"
        raise ReleaseError(wrong, expected, f"change its permissions, or mount it to be written{kept}") from error


def _existing(folder: Path) -> Path:
    return next(place for place in (folder, *folder.parents) if place.exists())


def _sync(folder: Path) -> None:
    """Have the new name on the disk too, where folders can be opened for that (not on Windows)."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
