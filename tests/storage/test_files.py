"""Files: whole or not there, whatever fails; what fails is told with its place."""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from jianzhu.release.dist import write_release
from jianzhu.storage import files as room
from jianzhu.storage.files import (
    clear_leftovers,
    explain,
    renewed_folder,
    restore_folder,
    swap_folder,
    whole_file,
    whole_folder,
)

from tests.failing import Crash, failing_at, steps_of
from tests.folders import files_of

OLD = {"old/a": b"old", "old/b/c": b"old"}


def fill(folder: Path, text: str) -> None:
    (folder / "b").mkdir(parents=True)
    for name in ("a", "b/c"):
        (folder / name).write_text(text)


def rewrite(folder: Path) -> None:
    with whole_file(folder / "old/a") as file:
        file.write(b"new")


def begin(folder: Path) -> None:
    with whole_folder(folder / "sub/new") as made:
        fill(made, "new")


def renew(folder: Path) -> None:
    with renewed_folder(folder / "old") as made:
        fill(made, "new")


def swap(folder: Path) -> None:
    fill(folder / "made", "new")
    swap_folder(folder / "made", folder / "old")


#: What is done, what stands there then, and what may lie beside it where it fails.
DEEDS = [
    (rewrite, OLD | {"old/a": b"new"}, ()),
    (begin, OLD | {"sub/new/a": b"new", "sub/new/b/c": b"new"}, ()),
    (renew, {"old/a": b"new", "old/b/c": b"new"}, (".old.partial/",)),
    (swap, {"old/a": b"new", "old/b/c": b"new"}, ("made/",)),
]


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EIO, "I/O"), Crash()]
)
@pytest.mark.parametrize(("deed", "new", "beside"), DEEDS, ids=lambda value: getattr(value, "__name__", ""))
def test_whichever_step_fails_the_old_is_there_or_the_new(tmp_path, deed, new, beside, error):
    fill(tmp_path / "x/old", "old")
    total = steps_of(lambda: deed(tmp_path / "x"))
    assert files_of(tmp_path / "x") == new
    assert total >= 4  # something to sync, its folder, a rename
    for number in range(total):
        place = tmp_path / str(number)
        fill(place / "old", "old")
        failed = False
        try:
            with failing_at(number, error):
                deed(place)
        except type(error):
            failed = True
        clear_leftovers_of(place)
        there = {name: data for name, data in files_of(place).items() if not name.startswith(beside)}
        assert there in ((OLD, new) if failed else (new,)), number  # what is only cleared up may fail unheard


def clear_leftovers_of(place: Path) -> None:
    """What the next command does first."""
    (place.parent / "root").mkdir(exist_ok=True)
    os.rename(place, place.parent / "root/seeds")
    clear_leftovers(place.parent / "root")
    os.rename(place.parent / "root/seeds", place)
    restore_folder(place / "old")


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit(3), ValueError])
@pytest.mark.parametrize("make", [whole_file, whole_folder, renewed_folder])
def test_what_is_broken_off_leaves_nothing(tmp_path, make, error):
    with pytest.raises((KeyboardInterrupt, SystemExit, ValueError)), make(tmp_path / "new"):
        raise error
    assert list(tmp_path.iterdir()) == []


def test_a_swap_that_fails_half_way_is_taken_back_at_once(tmp_path, monkeypatch):
    fill(tmp_path / "old", "old")
    fill(tmp_path / "made", "new")
    replace = os.replace

    def fail(source, target):
        if Path(source).name == "made":
            raise OSError(errno.EIO, "I/O")
        replace(source, target)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="I/O"):
        swap_folder(tmp_path / "made", tmp_path / "old")
    assert files_of(tmp_path / "old") == {"a": b"old", "b/c": b"old"}


@pytest.fixture
def steps(monkeypatch) -> list[str]:
    """What is synced and what is renamed to what, in order."""
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not tell which file is synced")
    told: list[str] = []
    fsync = os.fsync

    def sync(handle):
        told.append(Path(os.readlink(f"/proc/self/fd/{handle}")).name)
        fsync(handle)

    def renaming(function):
        def rename(source, target):
            told.append(f"→ {Path(target).name}")
            function(source, target)

        return rename

    monkeypatch.setattr(os, "fsync", sync)
    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, renaming(getattr(os, name)))
    return told


def test_everything_is_on_the_disk_before_it_has_its_name(tmp_path, steps):
    """A name that is on the disk before the bytes would show an empty file after a power cut."""
    with whole_folder(tmp_path / "new") as made:
        fill(made, "x")
    at = steps.index("→ new")
    assert {"a", "b", "c", ".new.partial"} <= set(steps[:at])
    assert steps[at + 1 :] == [tmp_path.name]


def test_all_files_of_a_set_are_on_the_disk_before_their_plan_and_the_plan_before_they_move(tmp_path, steps):
    write_release(tmp_path, {"a.epub": b"a", "b.epub": b"b"})
    plan, first = steps.index("→ .plan.json"), min(steps.index("→ a.epub"), steps.index("→ b.epub"))
    assert {"a.epub", "b.epub", "SHA256SUMS", ".next"} <= set(steps[:plan])
    assert steps[plan - 1 : plan + 2] == ["..plan.json.partial", "→ .plan.json", "dist"]
    assert plan + 1 < first
    assert "dist" in steps[max(steps.index("→ a.epub"), steps.index("→ b.epub")) :]


def test_a_link_in_the_place_of_a_folder_is_refused_and_what_is_behind_it_stays(tmp_path):
    fill(tmp_path / "foreign", "foreign")
    fill(tmp_path / "new", "new")
    (tmp_path / "site").symlink_to(tmp_path / "foreign")
    with pytest.raises(OSError, match="symbolic link"):
        swap_folder(tmp_path / "new", tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert files_of(tmp_path / "foreign") == {"a": b"foreign", "b/c": b"foreign"}


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            errno.ENOSPC,
            r"No space left on device\n +expected: space for everything; [0-9.]+ MB are free there\n.* free some",
        ),
        (errno.EDQUOT, "Disk quota exceeded\n +expected: space"),
        (errno.EFBIG, "File too large\n +expected: space"),
        (errno.EROFS, "Read-only file system\n +expected: a writable disk\n.* remount"),
        (errno.EACCES, "Permission denied\n +expected: a file or folder that this user may"),
        (errno.ENAMETOOLONG, "File name too long\n +expected: names of at most 255 bytes.*\n.* shorter name"),
        (errno.ENOTDIR, "Not a directory\n +expected: a file where the command needs a file"),
        (errno.EXDEV, "Invalid cross-device link\n +expected: a folder on the same disk"),
        (errno.EIO, "Input/output error\n +expected: a disk that can be read"),
    ],
)
def test_what_fails_is_explained(tmp_path, monkeypatch, number, said):
    good = tmp_path / "dist/x.zip"
    good.parent.mkdir()
    good.write_text("good")

    def fail(handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(room.os, "fsync", fail)
    with pytest.raises(OSError, match=re.escape(os.strerror(number))) as caught, whole_file(good) as file:
        file.write(b"better")
    monkeypatch.undo()
    assert files_of(tmp_path) == {"dist/x.zip": b"good"}
    text = explain(caught.value, tmp_path)
    assert re.match(rf"dist/x\.zip: {said}", text), text
    assert text.endswith("then run the command again; the last good output is unchanged")
