"""Publish: the new set of generated files or the old one, never a mixture, and apart from what people write."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.site import build as room
from jianzhu.site.build import make_site
from jianzhu.site.publish import GENERATED, generated_folder, publish
from jianzhu.storage.files import restore_folder, swap_folder

from tests.failing import Crash
from tests.folders import files_of

OLD = {"zh/index.md": "old", "zh/articles/a.md": "a", "zh/articles/gone.md": "gone", "data/build.json": "{}"}
NEW = {"zh/index.md": "new", "zh/articles/a.md": "a", "en/articles/b/c.md": "c", "data/build.json": "{1}"}


def generated(root: Path) -> dict[str, str]:
    return {path: data.decode() for path, data in files_of(generated_folder(root)).items()}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    publish(tmp_path, OLD)
    return tmp_path


def test_publishing_makes_exactly_these_files_and_nothing_beside_them(published):
    publish(published, NEW)
    assert generated(published) == NEW
    assert [path.name for path in generated_folder(published).parent.iterdir()] == ["docs"]


def test_git_ignores_what_is_generated_by_one_line_and_clean_removes_it(root):
    top = GENERATED.partition("/")[0] + "/"
    assert [line for line in (root / ".gitignore").read_text().splitlines() if "docs" in line or line == top] == [top]
    (recipe,) = [line for line in (root / "Makefile").read_text().splitlines() if line.startswith("\trm -rf")]
    assert top.strip("/") in recipe.split()
    assert "docs" not in recipe


@pytest.mark.parametrize("path", ["../seeds/x", "zh/../../x", "/etc/x"])
def test_a_path_that_leads_out_of_the_folder_is_refused(published, path):
    with pytest.raises(ValueError, match="must stay in"):
        publish(published, NEW | {path: "x"})
    assert generated(published) == OLD


def test_the_same_files_are_not_written_again(published):
    path = generated_folder(published) / "zh/articles/a.md"
    os.utime(path, (1, 1))
    publish(published, OLD)
    assert path.stat().st_mtime == 1


def test_a_cut_within_the_swap_is_put_right_by_the_next_command_even_if_that_fails(small, monkeypatch):
    replace = os.replace

    def cut(source, target):
        if Path(source).name.endswith(".partial"):
            raise Crash
        replace(source, target)

    publish(small, OLD)
    with monkeypatch.context() as patch, pytest.raises(Crash):
        patch.setattr(os, "replace", cut)
        publish(small, NEW)
    (small / "seeds/edition.yml").unlink()
    assert cli.main(["--root", str(small), "pages"]) == 1
    assert generated(small) == OLD


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


def test_what_lies_behind_a_link_in_the_place_of_the_folder_is_neither_deleted_nor_written(tmp_path):
    root, theirs = tmp_path / "root", tmp_path / "theirs"
    (theirs / "zh").mkdir(parents=True)
    (theirs / "zh/index.md").write_text("theirs")
    generated_folder(root).parent.mkdir(parents=True)
    generated_folder(root).symlink_to(theirs)
    with pytest.raises(OSError, match="symbolic link"):
        publish(root, NEW)
    assert generated_folder(root).is_symlink()
    assert files_of(theirs) == {"zh/index.md": b"theirs"}


def test_links_among_the_generated_files_go_with_them_and_what_is_behind_them_stays(tmp_path):
    publish(tmp_path, OLD)
    folder, foreign = generated_folder(tmp_path), tmp_path / "foreign"
    foreign.mkdir()
    (foreign / "theirs").write_text("old")  # as the file that the link stands for
    (folder / "zh/articles/theirs").symlink_to(foreign)
    (folder / "zh/index.md").unlink()
    (folder / "zh/index.md").symlink_to(foreign / "theirs")
    for files in (OLD, NEW):
        publish(tmp_path, files)
        assert files_of(folder) == {path: text.encode() for path, text in files.items()}
        assert not [path for path in folder.rglob("*") if path.is_symlink()]
    assert files_of(foreign) == {"theirs": b"old"}


def test_a_link_in_the_place_of_the_site_is_refused_before_anything_is_built(tmp_path, monkeypatch):
    monkeypatch.setattr(room.subprocess, "run", lambda *_, **__: pytest.fail("MkDocs was started"))
    (tmp_path / "theirs").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="symbolic link"):
        make_site(tmp_path, lambda _: None)
