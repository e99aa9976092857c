"""Release: its name and date, files that are whole or not there, sums that check."""

from __future__ import annotations

import errno
import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from edition.release import NO_DATE, ReleaseError, release_of, whole_file, write_sums

SUMS = "SHA256SUMS"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check_sums(folder: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("epoch", "time"),
    [
        (None, datetime(2023, 12, 31, tzinfo=UTC)),
        (str(NO_DATE), datetime(1980, 1, 1, tzinfo=UTC)),
        ("1700000000", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ("4354819199", datetime(2107, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_date_is_the_one_that_is_told_or_the_editors(small, epoch, time):
    assert release_of(small, {"SOURCE_DATE_EPOCH": epoch} if epoch else {}).time == time


@pytest.mark.parametrize("epoch", ["", "0", "315532799", "4354819200", "-1", "1.5", "today", "１７００００００００"])
def test_a_date_that_no_zip_can_tell_is_refused(root, epoch):
    with pytest.raises(ReleaseError, match=r"SOURCE_DATE_EPOCH is .*\n +expected: .*\n +to do: "):
        release_of(root, {"SOURCE_DATE_EPOCH": epoch})


def test_the_sums_are_of_all_that_a_release_has(tmp_path):
    for name in ("b.epub", "a.zip", ".c.zip.partial", SUMS):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    write_sums(tmp_path)
    assert [line.split("  ")[1] for line in (tmp_path / SUMS).read_text().splitlines()] == ["a.zip", "b.epub"]
    check_sums(tmp_path)


@pytest.mark.parametrize(
    ("number", "step", "told"),
    [
        (
            errno.ENOSPC,
            "fsync",
            "No space left on device.*room for the whole of it; [0-9.]+ MB are free.*free some room",
        ),
        (errno.EDQUOT, "fsync", "Disk quota exceeded.*room for the whole of it"),
        (errno.EROFS, "open", "Read-only file system.*a folder that this user may write.*permissions, or mount"),
        (errno.EACCES, "open", "Permission denied.*a folder that this user may write"),
        (errno.EACCES, "replace", "Permission denied.*a folder that this user may write"),
    ],
)
def test_a_file_that_cannot_be_written_says_why(tmp_path, monkeypatch, number, step, told):
    good = tmp_path / "dist" / "x.zip"
    good.parent.mkdir()
    good.write_text("good")

    def fail(*arguments, **_):
        raise OSError(number, os.strerror(number), *map(str, arguments[:1] if step == "open" else ()))

    monkeypatch.setattr(*{"open": (Path, "open"), "fsync": (os, "fsync"), "replace": (os, "replace")}[step], fail)
    with pytest.raises(ReleaseError, match=rf"(?s)dist/x\.zip cannot be written: {told}"), whole_file(good) as file:
        file.write(b"better")
    monkeypatch.undo()
    assert files_of(tmp_path) == {"dist/x.zip": b"good"}


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit(3), ValueError])
def test_what_is_broken_off_leaves_nothing(tmp_path, error):
    for name in ("dist/new.zip", "dist/old.zip"):
        (tmp_path / "dist").mkdir(exist_ok=True)
        (tmp_path / "dist/old.zip").write_text("good")
        with pytest.raises((KeyboardInterrupt, SystemExit, ValueError)), whole_file(tmp_path / name) as file:
            file.write(b"half")
            raise error
        assert files_of(tmp_path) == {"dist/old.zip": b"good"}


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "[project", "[project]\nversion = '../1'"])
def test_a_release_without_a_version_is_refused(small, text):
    (small / "pyproject.toml").write_text(text)
    with pytest.raises(ReleaseError, match=r"pyproject.toml does not tell the version"):
        release_of(small)


def test_a_release_is_named_after_its_english_title_and_its_version(root):
    release = release_of(root, {})
    assert release.stem == f"the-war-of-a-hundred-models-{release.version}"
