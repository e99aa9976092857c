"""A new edition: it has no problems, its pages say what it is called, and nothing of another edition."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from datetime import date

import pytest
import yaml
from jianzhu.commands.new import languages_of, new_edition
from jianzhu.compile import compile_edition
from jianzhu.site.pages import render
from jianzhu.source.problems import EditionError

from tests.folders import files_of

TODAY = date(2024, 2, 29)


def begin(folder, source="zh", translation="en", **titles):
    new_edition(folder, titles, languages_of(source, translation), TODAY)
    return folder


@pytest.mark.parametrize(
    ("source", "translation", "articles"),
    [("zh", "en", 1), ("zh-Hant", "en", 1), ("lzh-Hant", "en", 1), ("en", "zh", 1), ("ja", "en", 0), ("zh", "fr", 0)],
)
def test_it_has_no_problems(tmp_path, source, translation, articles):
    """And a specimen, where there is one in its languages."""
    edition, problems = compile_edition(begin(tmp_path / "edition", source, translation))
    assert problems == []
    assert len(edition.articles) == articles
    assert render(edition)


def test_its_names_are_what_it_is_given(tmp_path):
    edition, _ = compile_edition(begin(tmp_path / "edition", zh='他说："好"', en="# Yes: no"))
    assert (edition.record.title.zh, edition.record.title.en) == ('他说："好"', "# Yes: no")


def test_without_names_it_is_called_like_its_folder(tmp_path):
    edition, _ = compile_edition(begin(tmp_path / "old-poems"))
    assert edition.record.title.en == "Old Poems"


def test_the_same_day_gives_the_same_files(tmp_path):
    assert files_of(begin(tmp_path / "one/x")) == files_of(begin(tmp_path / "two/x"))


def test_a_folder_with_something_in_it_is_refused_and_kept(tmp_path):
    (tmp_path / "mine").write_text("kept")
    with pytest.raises(EditionError, match="not empty: it has mine"):
        begin(tmp_path)
    assert files_of(tmp_path) == {"mine": b"kept"}


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_it_has_the_handbook_in_both_languages(root, tmp_path, name):
    handbook = begin(tmp_path / "edition") / "seeds" / name
    assert handbook.read_bytes() == (root / "seeds" / name).read_bytes()


def test_an_empty_folder_is_filled(tmp_path):
    begin(tmp_path)
    assert {"mkdocs.yml", "seeds", "docs", ".gitignore"} <= {path.name for path in tmp_path.iterdir()}
    assert not (tmp_path / ".new").exists()


@pytest.mark.parametrize(("source", "translation"), [("zh", "zh-Hant"), ("Chinese", "en"), ("zh", "")])
def test_languages_that_are_none_are_refused(source, translation):
    if translation:
        with pytest.raises(EditionError, match="are not the languages of an edition"):
            languages_of(source, translation)
    else:
        assert languages_of(source, None).translation.code == "en"


def test_its_mkdocs_file_is_that_of_this_project(root, tmp_path):
    """But for the pages that only those read who work on the engine."""
    read = [yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8")) for folder in (begin(tmp_path / "x"), root)]
    assert read[0] == {key: value for key, value in read[1].items() if key != "exclude_docs"}


def test_it_is_served_and_a_mistake_leaves_the_last_good_pages(root, tmp_path):
    """The server builds under the lock itself: the command that starts it has none to hand on."""
    folder = begin(tmp_path / "edition")
    notes = folder / "seeds/articles/specimen/notes.yml"
    environment = os.environ | {"PYTHONPATH": str(root / "scripts"), "PYTHONUNBUFFERED": "1"}
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "jianzhu", "--root", str(folder), "serve", "--address", address]
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True)
    try:
        assert any(f"Serving on http://{address}" in line for line in process.stderr)
        notes.write_text(notes.read_text(encoding="utf-8") + "broken: [\n", encoding="utf-8")
        assert any("the pages stay as they were" in line for line in process.stderr)
        assert any("notes.yml:11: [yaml-syntax]" in line for line in process.stderr)
        assert any("Reloading browsers" in line for line in process.stderr)
        with urllib.request.urlopen(f"http://{address}/index.html", timeout=60) as page:
            assert "永久的编号和译文" in page.read().decode()
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate()
