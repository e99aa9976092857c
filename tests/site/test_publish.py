"""Publish: the new set of files or the old one, never a mixture that stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jianzhu.site.publish import docs_output, publish
from jianzhu.storage import transaction as room
from jianzhu.storage.files import restore_folder, swap_folder

OLD = {"zh/index.md": "old", "zh/articles/a.md": "a", "zh/articles/gone.md": "gone", "data/build.json": "{}"}
NEW = {"zh/index.md": "new", "zh/articles/a.md": "a", "en/articles/b/c.md": "c", "data/build.json": "{1}"}


class PowerCut(BaseException):
    """Nothing in the code may catch it."""


def generated(root: Path) -> dict[str, str]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text() for path in docs.rglob("*") if path.is_file()}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    publish(tmp_path, OLD)
    return tmp_path


def test_publishing_makes_exactly_these_files(published):
    publish(published, NEW)
    assert generated(published) == NEW
    assert not (published / "docs/zh/articles/gone.md").exists()


def test_hand_written_files_are_not_touched(published):
    (published / "docs/zh/about.md").write_text("by hand")
    publish(published, NEW)
    assert generated(published) == NEW | {"zh/about.md": "by hand"}


def test_a_path_outside_of_the_generated_folders_is_refused(published):
    for path in ("zh/about.md", "../seeds/x", "zh/articlesx/a.md"):
        with pytest.raises(ValueError, match="generated"):
            publish(published, NEW | {path: "x"})
    assert generated(published) == OLD


def test_unchanged_files_are_not_written_again(published):
    path = published / "docs/zh/articles/a.md"
    os.utime(path, (1, 1))
    publish(published, NEW)
    assert path.stat().st_mtime == 1


def test_a_cut_before_the_plan_leaves_the_old_set(published, monkeypatch):
    def cut(*_):
        raise PowerCut

    monkeypatch.setattr(room.os, "replace", cut)
    with pytest.raises(PowerCut):
        publish(published, NEW)
    assert generated(published) == OLD


@pytest.mark.parametrize("steps", range(1, 5))
def test_a_cut_within_the_plan_is_made_good_by_the_next_run(published, monkeypatch, steps):
    replace, count = os.replace, 0

    def cut(*arguments):
        nonlocal count
        count += 1
        if count > steps:
            raise PowerCut
        replace(*arguments)

    with monkeypatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr(room.os, "replace", cut)
        publish(published, NEW)
        raise PowerCut  # the last number of steps is the whole plan
    docs_output(published).resume()
    assert generated(published) == NEW


def test_a_file_that_was_lost_before_its_turn_is_told_and_made_good_by_the_next_run(published, monkeypatch):
    def cut(*_):
        raise PowerCut

    with monkeypatch.context() as patch, pytest.raises(PowerCut):
        patch.setattr(room.Output, "resume", lambda output: output.plan.exists() and cut())
        publish(published, NEW)
    (published / ".build/next/en/articles/b/c.md").unlink()
    with pytest.raises(FileNotFoundError, match="run the command again") as told:
        publish(published, NEW)
    assert told.value.filename == str(published / "docs/en/articles/b/c.md")
    publish(published, NEW)
    assert generated(published) == NEW


def test_folders_are_swapped_whole(tmp_path):
    new, old = tmp_path / "new", tmp_path / "site"
    for folder, text in ((new, "new"), (old, "old")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    swap_folder(new, old)
    assert (old / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_swap_cut_short_is_restored(tmp_path):
    last = tmp_path / "site.last"
    last.mkdir()
    (last / "index.html").write_text("old")
    restore_folder(tmp_path / "site")
    assert (tmp_path / "site/index.html").read_text() == "old"
