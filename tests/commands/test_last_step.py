"""Whichever step of a command is its last: what is on the disk is the old or the new."""

from __future__ import annotations

import errno
import shutil
import subprocess
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.release.dist import dist_output, write_release
from jianzhu.site import build as room
from jianzhu.site.build import make_site
from jianzhu.site.publish import generated_folder, publish
from jianzhu.storage.files import clear_leftovers, restore_folder

from tests.failing import Crash, failing_at, steps_of
from tests.folders import files_of, seeds_of

FULL = OSError(errno.ENOSPC, "No space left on device")


def add(root: Path) -> int:
    return cli.main(["--root", str(root), "add", "wave", str(root / "wave.txt")])


def segments(root: Path) -> int:
    return cli.main(["--root", str(root), "segments", "craze"])


def translation(root: Path) -> int:
    return cli.main(["--root", str(root), "translation", "craze"])


@pytest.mark.parametrize("error", [FULL, Crash()], ids=["full", "killed"])
@pytest.mark.parametrize("command", [add, segments, translation])
def test_whichever_step_is_the_last_an_article_is_old_or_new(edited, tmp_path, command, error, capsys):
    old, done = seeds_of(edited), tmp_path / "done"
    shutil.copytree(edited, done)
    total = steps_of(lambda: command(done))
    new = seeds_of(done)
    assert old != new
    assert total >= 6
    for number in range(total):
        place = tmp_path / str(number)
        shutil.copytree(edited, place)
        try:
            with failing_at(number, error):
                status = command(place)
        except Crash:
            status = 1
        left = {path: data for path, data in seeds_of(place).items() if "/." not in path}
        assert left in ((new,) if status == 0 else (old, new)), number
        if left == old:
            assert command(place) == 0
        else:
            cli.main(["--root", str(place), "translation", "craze"])
        assert not [path for path in seeds_of(place) if "/." in path], "what was left is cleared"
        if left == old:
            assert seeds_of(place) == new
        shutil.rmtree(place)
    assert "Traceback" not in capsys.readouterr().err


PAGES = [
    {"zh/index.md": "old", "zh/articles/a.md": "a", "data/x.json": "{}"},
    {"zh/index.md": "new", "data/y/z.json": "{1}"},
]


BOOKS = [{"a.zh.epub": b"old", "a.en.epub": b"old"}, {"a.zh.epub": b"new", "a.en.epub": b"new"}]


def dist_of(root: Path) -> Path:
    """dist/ after what the next command does first."""
    clear_leftovers(root)
    with dist_output(root).begun():
        return root / "dist"


def pages_of(root: Path) -> Path:
    """The generated files after what the next command does first."""
    restore_folder(generated_folder(root))
    return generated_folder(root)


@pytest.mark.parametrize("error", [FULL, Crash()], ids=["full", "killed"])
@pytest.mark.parametrize(("write", "sets", "folder"), [(publish, PAGES, pages_of), (write_release, BOOKS, dist_of)])
def test_whichever_step_is_the_last_a_set_of_files_is_old_or_new_to_the_next_run(tmp_path, write, sets, folder, error):
    states = []
    for files in sets:
        write(tmp_path / "done", files)
        states.append(files_of(folder(tmp_path / "done")))
    write(tmp_path / "old", sets[0])
    shutil.copytree(tmp_path / "old", tmp_path / "counted")
    total = steps_of(lambda: write(tmp_path / "counted", sets[1]))
    assert total >= 12
    for number in range(total):
        place = tmp_path / str(number)
        shutil.copytree(tmp_path / "old", place)
        try:
            with failing_at(number, error):
                write(place, sets[1])
        except (Crash, OSError):
            pass
        assert files_of(folder(place)) in states, number
        write(place, sets[1])
        assert files_of(folder(place)) == states[1], number


@pytest.mark.parametrize("error", [FULL, Crash()], ids=["full", "killed"])
def test_whichever_step_is_the_last_the_site_is_old_or_new(tmp_path, monkeypatch, error):
    """MkDocs is played by a function: what it writes is not what is asked here."""
    wanted = "old"

    def mkdocs(command, **_):
        site = Path(command[command.index("--site-dir") + 1])
        with pytest.MonkeyPatch.context() as patch:
            patch.undo()
            site.mkdir(parents=True, exist_ok=True)
            for name in ("index.html", "404.html"):
                Path(site / name).write_text(wanted)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(room.subprocess, "run", mkdocs)

    def make(root: Path, text: str) -> None:
        nonlocal wanted
        wanted = text
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        (root / "seeds/x").write_text(text)
        make_site(root, lambda _: None)

    def site_of(root: Path) -> dict[str, bytes]:
        return files_of(root / ("site" if (root / "site").exists() else "site.last"))

    old, new = ({"index.html": text, "404.html": text} for text in (b"old", b"new"))
    make(tmp_path / "counted", "old")
    total = steps_of(lambda: make(tmp_path / "counted", "new"))
    assert total >= 12
    for number in range(total):
        place = tmp_path / str(number)
        make(place, "old")
        try:
            with failing_at(number, error):
                make(place, "new")
        except (Crash, OSError):
            pass
        assert site_of(place) in (old, new), number
        make(place, "new")
        assert files_of(place / "site") == new, number
        assert not (place / "site.last").exists()
