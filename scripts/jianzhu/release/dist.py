"""Release: the files of an edition in dist/: their name and date, atomic writing, checksums."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from jianzhu.source.load import load_edition
from jianzhu.source.records import EditionRecord
from jianzhu.storage.files import NO_DATE
from jianzhu.storage.transaction import Output, is_plain

DIST = "dist"
SUMS = "SHA256SUMS"
#: The last second that a zip can hold.
_LAST_DATE = 4354819199
#: How many characters of the title a file is named by: systems allow 255 bytes for a whole name.
_STEM = 80


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
        """The English title (its beginning, where it is long) and the version, in characters that every file system keeps."""
        plain = unicodedata.normalize("NFKD", self.record.title.en).encode("ascii", "ignore").decode().lower()
        words = re.sub("[^a-z0-9]+", "-", plain)[:_STEM].strip("-")
        return f"{words or 'edition'}-{self.version}"


def release_of(root: Path, environment: Mapping[str, str] = os.environ) -> Release:
    """The release of the edition below `root`, of the version in its pyproject.toml, or where it has none, of the day in
    edition.yml.

    Its time is SOURCE_DATE_EPOCH (reproducible-builds.org), or where that is not set the day at which the editors say that
    the edition is. Raises EditionError for an edition.yml that cannot be read, ReleaseError for a version or a date that
    cannot.
    """
    record, project = load_edition(root), root / "pyproject.toml"
    return Release(record, _version(project) if project.exists() else record.modified, _time(environment, record))


def _version(path: Path) -> str:
    try:
        version = tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"]
        if not re.fullmatch(r"[0-9A-Za-z.+-]+", str(version)):
            raise ValueError(f"not a version: {version!r}")
        return str(version)
    except (OSError, ValueError, KeyError) as error:
        wrong = f"pyproject.toml does not give the version of the release ({type(error).__name__}: {error})"
        raise ReleaseError(wrong, 'a line `version = "1.2.3"` below [project]', "fix the file") from error


def _time(environment: Mapping[str, str], record: EditionRecord) -> datetime:
    if "SOURCE_DATE_EPOCH" not in environment:
        return max(datetime.fromisoformat(record.modified).replace(tzinfo=UTC), datetime.fromtimestamp(NO_DATE, UTC))
    given = environment["SOURCE_DATE_EPOCH"]
    if not re.fullmatch("[0-9]{1,10}", given) or not NO_DATE <= int(given) <= _LAST_DATE:
        wrong = f"SOURCE_DATE_EPOCH is {given!r}"
        expected = f"whole seconds since 1970 that a zip can hold, {NO_DATE} (1980) to {_LAST_DATE} (2107)"
        raise ReleaseError(wrong, expected, "set it to such a value, or unset it to use `modified` in edition.yml")
    return datetime.fromtimestamp(int(given), UTC)


def dist_output(root: Path) -> Output:
    """dist/ below `root`: the files of a release and their sums take their places together."""
    return Output(root / DIST)


def write_release(root: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write `files` by name into dist/ below `root`, and the sums; gives their paths. Raises OSError where that fails.

    All are on the disk before the first takes its place: dist/ is as it was, or new.
    """
    output = dist_output(root)
    with output.begun():
        for name, data in files.items():
            with output.stage(name) as file:
                file.write(data)
        commit_release(output)
    return [output.folder / name for name in files]


def commit_release(output: Output) -> None:
    """Put what is staged into dist/, with the file SUMS for `sha256sum -c`: every file that a release has there, by name."""
    paths = {
        path.name: path for folder in (output.folder, output.staging) for path in folder.iterdir() if path.is_file()
    }
    released = [path for name, path in sorted(paths.items()) if name != SUMS and is_plain(name)]
    with output.stage(SUMS) as out:
        out.write("".join(map(sum_of, released)).encode())
    output.commit()


def sum_of(path: Path) -> str:
    """The line of SUMS for the file `path`."""
    with path.open("rb") as file:
        return sum_line(hashlib.file_digest(file, "sha256").hexdigest(), path.name)


def sum_line(digest: str, name: str) -> str:
    """A line as `sha256sum` writes and `sha256sum --check` reads it."""
    return f"{digest}  {name}\n"
