"""Generated files: MkDocs gets them beside what people write in docs/, and never in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from jianzhu.site.generated import add_generated, locate_generated
from jianzhu.site.publish import generated_folder, publish
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files

from tests.command import run
from tests.project_copy import copy_project

MADE = {"zh/index.md": "index", "zh/articles/a.md": "a", "zh/articles/b.md": "b", "data/build.json": "{}"}


@pytest.fixture
def published(tmp_path: Path) -> Path:
    publish(tmp_path, MADE)
    return tmp_path


DISTINCT = ["zh/about.md", "zh/articles.md", "zh/articles/new.md", "data/more.json"]
TAKEN = [
    (["zh/index.md", "zh/about.md"], "zh/index.md"),
    (["zh/README.md", "zh/about.md"], "zh/README.md"),  # is published as index.html too
    (["data/build.json", "zh/about.md"], "data/"),
    (["zh/articles/a.md", "zh/articles/b.md", "zh/about.md"], "zh/articles/"),
    (["zh/articles/a.md", "zh/articles/mine.md"], "zh/articles/a.md"),
]


def collect(root: Path, written: list[str]) -> list[str]:
    for path in written:
        place = root / "docs" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("by hand")
    config = MkDocsConfig()
    config.load_dict({"site_name": "x", "docs_dir": str(root / "docs"), "use_directory_urls": False})
    config.validate()
    config.plugins._current_plugin = None  # as it is while MkDocs calls the hook
    files = get_files(config)
    add_generated(files, config, generated_folder(root))
    return sorted(file.src_uri for file in files)


def test_generated_files_stand_beside_those_that_people_write(published):
    assert collect(published, DISTINCT) == sorted([*DISTINCT, *MADE])


def test_a_generated_file_is_read_where_it_stands_and_is_nobodys_to_edit(published):
    """The files are as mkdocs-static-i18n makes them anew: all below docs/."""
    docs = str(published / "docs")
    made, by_hand, theme = (
        File(path, folder, "site", use_directory_urls=False)
        for path, folder in (("zh/index.md", docs), ("zh/about.md", docs), ("data/build.json", None))
    )
    locate_generated(Files([made, by_hand, theme]), generated_folder(published))
    assert (made.content_string, made.edit_uri) == ("index", None)
    assert (by_hand.abs_src_path, by_hand.edit_uri) == (str(published / "docs/zh/about.md"), "zh/about.md")
    assert theme.generated_by is None


@pytest.mark.parametrize(("written", "named"), TAKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_file_in_the_place_of_a_generated_one_is_reported_with_what_to_delete(published, written, named):
    with pytest.raises(PluginError) as caught:
        collect(published, written)
    lines = str(caught.value).splitlines()
    assert lines[1] == f"    docs/{named}"
    assert [line.split(":")[0].strip() for line in lines[2:4]] == ["expected", "to do"]
    assert "delete" in lines[3]


def test_a_message_on_many_files_is_short(tmp_path):
    names = [f"zh/{number:03}.md" for number in range(100)]
    publish(tmp_path, dict.fromkeys(names, "x"))
    with pytest.raises(PluginError) as caught:
        collect(tmp_path, [*names, "zh/about.md"])
    assert "docs/ has 100 files" in str(caught.value)
    assert "and 70 more" in str(caught.value)
    assert len(str(caught.value).splitlines()) < 40


@pytest.mark.slow
def test_docs_generated_by_an_earlier_version_end_the_build_with_what_to_delete(root, tmp_path):
    project = copy_project(root, tmp_path / "project")
    for path in ("zh/index.md", "zh/glossary/openai.md", "data/build.json"):
        (project / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "docs" / path).write_text("old")
    result = run(project, "site")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "\n    docs/data/\n    docs/zh/glossary/\n    docs/zh/index.md\n    expected: " in result.stderr


def test_nothing_in_docs_was_generated(root, files):
    there = {path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*") if path.is_file()}
    assert not there & set(files), "docs/ has generated files of an earlier version: delete them, and commit that"
