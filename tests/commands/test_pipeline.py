"""The pipeline as a whole: the same bytes everywhere, the last good output always."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest
from jianzhu.compile import compile_edition
from jianzhu.site.build import make_site
from jianzhu.site.pages import render
from jianzhu.site.publish import generated_folder
from jianzhu.storage.digest import folder_digest
from jianzhu.storage.lock import VARIABLE, one_at_a_time

from tests.command import begin, run
from tests.folders import check_sums, digests_of
from tests.project_copy import copy_project


def output_of(project: Path) -> tuple[dict[str, str], ...]:
    return digests_of(generated_folder(project)), digests_of(project / "docs"), digests_of(project / "site")


def test_two_clones_in_different_places_give_identical_bytes(root, site, tmp_path):
    """One is that of the site, with Python's own seed for hashes; the other is made in another zone and locale."""
    project = copy_project(root, tmp_path / "b")
    result = run(project, "pages", PYTHONHASHSEED="1", TZ="America/New_York", LC_ALL="C")
    assert result.returncode == 0, result.stderr
    pages = digests_of(generated_folder(project))
    assert pages == digests_of(generated_folder(site.parent))
    assert "data/segments.json" in pages


def test_the_order_of_work_does_not_matter(root, files):
    with ProcessPoolExecutor(max_workers=2) as executor:
        spread, _ = compile_edition(root, each=executor.map)
    assert render(spread) == files


def test_nothing_of_the_machine_is_in_the_output(root, files):
    for path, text in files.items():
        assert str(root) not in text, path


@pytest.fixture(scope="module")
def project(root, tmp_path_factory):
    """A copy of the project with the small edition in it, built once."""
    project = copy_project(root, tmp_path_factory.mktemp("project"))
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    assert make_site(project, progress=lambda _: None)
    return project


def test_a_second_build_of_the_same_has_nothing_to_do(project):
    assert not make_site(project, progress=lambda _: None)


def test_a_failed_build_leaves_the_last_good_output(project):
    notes = project / "seeds/articles/craze/notes.yml"
    good, before = notes.read_text(encoding="utf-8"), output_of(project)
    notes.write_text(good.replace("exact: 算力", "exact: 没有的词"), encoding="utf-8")
    result = run(project, "site")
    notes.write_text(good, encoding="utf-8")
    assert result.returncode == 1
    assert "[quote-missing]" in result.stderr + result.stdout
    assert output_of(project) == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_build_leaves_the_last_good_site(project, number):
    before = digests_of(project / "site")
    about = project / "docs/zh/about.md"
    about.write_text(about.read_text(encoding="utf-8") + f"\n{number}\n", encoding="utf-8")
    process = begin(project, "site")
    time.sleep(1.0)
    os.killpg(process.pid, number)
    assert process.wait(timeout=60) != 0
    assert digests_of(project / "site") == before


def test_what_a_terminated_command_has_started_ends_with_it(project):
    """Where only the command is told to end, as a process manager does, MkDocs does not go on behind it."""
    about = project / "docs/zh/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nterminated\n", encoding="utf-8")
    command = [sys.executable, "scripts/build.py", "site"]
    process = subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert "INFO" in process.stderr.readline()  # MkDocs has begun
    process.terminate()
    process.communicate()
    assert process.returncode == 128 + signal.SIGTERM
    with one_at_a_time(project, "pages", pytest.fail):
        pass


def test_the_digest_sees_every_change(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/x").write_text("1")
    digests = {folder_digest(tmp_path, "a")}
    (tmp_path / "a/x").write_text("2")
    digests.add(folder_digest(tmp_path, "a"))
    (tmp_path / "a/x").rename(tmp_path / "a/y")
    digests.add(folder_digest(tmp_path, "a"))
    assert len(digests) == 3


def test_mkdocs_itself_waits_for_its_turn_and_the_next_site_is_made_anew(project):
    """What it writes into site/ by itself is not what `site` has checked."""
    command = [sys.executable, "-m", "mkdocs", "build"]
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    with one_at_a_time(project, "epub"):
        process = subprocess.Popen(command, cwd=project, env=environment, stderr=subprocess.PIPE, text=True)
        for line in process.stderr:
            if "(`epub`) has been running" in line:
                break
        else:
            pytest.fail("it did not wait")
        assert f"process {os.getpid()} " in line
    process.communicate()
    assert process.returncode == 0
    assert make_site(project, progress=lambda _: None)


def test_two_commands_at_once_take_turns(project):
    """However they are started: both end well, and the bundle is that of the whole site."""
    about = project / "docs/zh/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\nat once\n", encoding="utf-8")
    processes = [begin(project, command) for command in ("site", "bundle", "epub")]
    assert [process.wait() for process in processes] == [0, 0, 0]
    check_sums(project / "dist")
    (zipped,) = (project / "dist").glob("*.zip")
    with zipfile.ZipFile(zipped) as archive:
        pages = {name.partition("/")[2] for name in archive.namelist() if name.endswith(".html")}
        (about,) = (
            archive.read(name) for name in archive.namelist() if name.endswith("/about.html") and "/en/" not in name
        )
    assert pages == {path for path in digests_of(project / "site") if path.endswith(".html") and path != "404.html"}
    assert b"at once" in about
    assert not make_site(project, progress=lambda _: None)


def _forget_reloading(site: Path) -> None:
    """Take out of a site that was served what loads its pages anew."""
    (site / "assets/javascripts/reload.js").unlink()
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"\s*<script defer src=\"[^\"]*/reload\.js\"></script>", "", text), encoding="utf-8")


SERVE = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pathlib import Path
sys.path.insert(0, sys.argv[1] + "/scripts")
from jianzhu.storage import lock

project, site = Path(sys.argv[1]), sys.argv[2]
for wording in ("鳄鱼的说法", "另一种说法"):  # the first has a character whose other form nothing else needs
    ideas = project / "seeds/glossary/ideas.yml"
    ideas.write_text(ideas.read_text(encoding="utf-8").replace("模型。", wording).replace("鳄鱼的说法", wording), encoding="utf-8")
    config = load_config(str(project / "mkdocs.yml"), site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    assert not lock._held, "between its builds, serve lets other commands in"

notes = project / "seeds/articles/craze/notes.yml"
good = notes.read_text(encoding="utf-8")
notes.write_text(good.replace("exact: 算力", "exact: 没有的词"), encoding="utf-8")
build(config)  # the last good pages stay
assert not lock._held, "nor does a failed one keep them out"
notes.write_text(good, encoding="utf-8")

from jianzhu.site.cache import CACHE
assert CACHE._pages, "nothing was kept, so nothing was spared"
"""


@pytest.mark.slow
def test_what_is_spared_while_serving_changes_nothing(root, tmp_path):
    """Two builds in one process with an edit between them give the site that one build gives."""
    project = copy_project(root, tmp_path / "project")
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    command = [sys.executable, "-W", "error::UserWarning", "-c", SERVE, str(project), str(tmp_path / "served")]
    served = subprocess.run(command, capture_output=True, text=True, check=False)
    assert served.returncode == 0, served.stderr
    _forget_reloading(tmp_path / "served")
    assert make_site(project, progress=lambda _: None)
    differing = {
        path
        for path, digest in (digests_of(project / "site").items() ^ digests_of(tmp_path / "served").items())
        if not path.startswith("sitemap")
    }
    assert not differing
    assert "另一种说法" in (project / "site/glossary/large-model.html").read_text(encoding="utf-8")
