"""The installed package: a wheel has all that the sources have, and its command does what `scripts/build.py` does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from jianzhu.commands import cli

from tests.command import run
from tests.folders import files_of
from tests.project_copy import copy_project


def pip(*arguments: object) -> None:
    """Run pip, which asks no index and isolates no build: all that a build needs is installed."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        *map(str, arguments),
        "--no-deps",
        "--no-index",
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="session")
def wheel(root, once) -> Path:
    """The wheel of the project, built from a copy of it: a build leaves files beside the sources."""

    def build(to: Path) -> None:
        project = copy_project(root, to / "project")
        shutil.copy(root / "README.md", project)
        pip("wheel", project, "--no-build-isolation", "--wheel-dir", to)

    return next(once("wheel", build).glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel, once) -> Path:
    """A folder into which the wheel is installed, and nothing else."""
    return once("installed", lambda to: pip("install", wheel, "--target", to))


def jianzhu(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    """Run the installed command in `folder`, as someone who has no sources."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [installed / "bin/jianzhu", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_has_every_file_of_the_package(root, wheel):
    sources = {f"jianzhu/{path}" for path in files_of(root / "scripts/jianzhu") if "__pycache__" not in path}
    outside = {"overrides": "overrides", "docs/assets": "docs/assets"}
    sources |= {
        f"jianzhu/site/theme/{place}/{path}"
        for place, folder in outside.items()
        for path in files_of(root / folder)
        if not path.endswith((".ts", ".png"))
    }
    sources |= {f"jianzhu/site/theme/seeds/{path.name}" for path in (root / "seeds").glob("README*.md")}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert packed == sources


def test_every_command_is_there(installed, tmp_path):
    result = jianzhu(installed, tmp_path, "--help")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("usage: jianzhu ")
    for name in cli.COMMANDS:
        assert re.search(rf"^ +{name}\b", result.stdout, re.MULTILINE), name


@pytest.mark.parametrize("inside", [True, False], ids=["current folder", "--root"])
def test_an_edition_is_the_current_folder_or_is_named(installed, small, tmp_path, inside):
    result = (
        jianzhu(installed, small, "check") if inside else jianzhu(installed, tmp_path, "--root", str(small), "check")
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith("no problems (articles: ")


@pytest.mark.parametrize(("command", "folder"), [("pages", ".build/docs"), ("epub", "dist")])
def test_what_it_writes_is_what_the_sources_write(root, installed, small, tmp_path, command, folder):
    other = tmp_path / "other"
    shutil.copytree(small, other)
    assert jianzhu(installed, small, command).returncode == 0
    assert run(root, "--root", str(other), command).returncode == 0
    assert files_of(small / folder) == files_of(other / folder) != {}


@pytest.mark.slow
def test_an_edition_is_begun_and_built_without_the_sources(installed, tmp_path):
    """What someone does who has installed the package, in an empty folder."""
    begun = jianzhu(installed, tmp_path, "new", "my-edition", "--title", "我的版本", "--title-en", "Mine")
    assert begun.returncode == 0, begun.stderr
    folder = tmp_path / "my-edition"
    (tmp_path / "raw.txt").write_text("月光\n\n窗外的月光很亮。他说：“明天会下雨。”\n", encoding="utf-8")
    added = jianzhu(installed, folder, "add", "moon", "../raw.txt")
    assert added.returncode == 0, added.stderr
    shutil.rmtree(folder / "seeds/articles/moon")  # its record is not filled in yet
    built = jianzhu(installed, folder, "site")
    assert built.returncode == 0, built.stdout + built.stderr
    page = (folder / "site/en/index.html").read_text(encoding="utf-8")
    assert "<title>Mine</title>" in page
    assert 'href="glossary/index.html"' not in page
    assert (folder / "site/assets/stylesheets/site.css").stat().st_size > 10_000
    assert (folder / "site/assets/images/favicon.svg").is_file()
    assert not (folder / "site/assets/javascripts/reload.js").exists()


@pytest.mark.slow
def test_a_site_is_built_without_the_sources(root, installed, tmp_path):
    """Of the engine the folder of an edition needs only what MkDocs calls; the license comes with the package."""
    project = copy_project(root, tmp_path / "project")
    shutil.rmtree(project / "scripts/jianzhu")
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    (project / "LICENSE").unlink()
    result = jianzhu(installed, project, "site")
    assert result.returncode == 0, result.stdout + result.stderr
    assert (root / "LICENSE").read_text(encoding="utf-8").strip() in (project / "site/NOTICE.txt").read_text(
        encoding="utf-8"
    )
    again = jianzhu(installed, project, "site")
    assert "site/ is up to date" in again.stdout
