"""The bundle as a file: the same bytes from every copy, sums that check, and whole or not there. Of the small edition."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jianzhu.release.archive import Archive
from jianzhu.release.bundle import make_bundle

from tests.command import begin, run
from tests.crawl import Crawl
from tests.folders import SUMS, check_sums, files_of
from tests.project_copy import copy_project

STEM = "a-specimen-0.1.0"
ZIP = f"{STEM}.zip"
#: The date in the small edition's edition.yml.
MODIFIED = (2023, 12, 31, 0, 0, 0)


def small_project(root: Path, to: Path) -> Path:
    """A copy of the project with the small edition in it."""
    project = copy_project(root, to)
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    return project


@pytest.fixture(scope="module")
def project(root, tmp_path_factory) -> Path:
    """A copy of the project with the small edition in it, and its bundle made."""
    project = small_project(root, tmp_path_factory.mktemp("project"))
    result = run(project, "bundle", PYTHONHASHSEED="1", TZ="Asia/Shanghai", LC_ALL="C.UTF-8", USER="one")
    assert result.returncode == 0, result.stdout + result.stderr
    return project


@pytest.fixture
def kept(project):
    """The bundle and its sums are afterwards what they were, and nothing lies beside them."""
    before = files_of(project / "dist")
    assert set(before) == {ZIP, SUMS}
    yield before
    assert files_of(project / "dist") == before


# --- The same bytes ---------------------------------------------------------------------------------------------------


def test_another_clone_elsewhere_gives_the_same_bytes(root, project, tmp_path):
    """Another folder, user name, time zone, locale, hash seed, umask, and another age of the files."""
    other = small_project(root, tmp_path / "另一处 two")
    for path in other.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    mask = os.umask(0o077)
    try:
        result = run(
            other, "bundle", PYTHONHASHSEED="2", TZ="America/New_York", LC_ALL="C", USER="two", HOME=str(tmp_path)
        )
    finally:
        os.umask(mask)
    assert result.returncode == 0, result.stdout + result.stderr
    assert files_of(other / "dist") == files_of(project / "dist")
    assert files_of(other / "site") == files_of(project / "site")


@pytest.mark.slow
def test_the_site_of_another_day_is_the_same(root, tmp_path, monkeypatch):
    """Even where the site has an address, and with it a sitemap that MkDocs would date."""
    sites = []
    for name in ("a", "b"):
        site = small_project(root, tmp_path / name)
        with (site / "seeds" / "edition.yml").open("a", encoding="utf-8") as record:
            record.write("address: https://example.org/books/\n")
        sites.append(site)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    first = make_bundle(sites[0], progress=lambda _: None)
    time.sleep(1.1)  # gzip dates to the second
    second = make_bundle(sites[1], progress=lambda _: None)
    assert files_of(sites[0] / "site") == files_of(sites[1] / "site")
    assert "sitemap.xml.gz" in files_of(sites[0] / "site")
    assert first.sum == second.sum
    with zipfile.ZipFile(first.path) as archive:
        archive.extractall(tmp_path)
    crawl = Crawl(tmp_path / STEM)
    assert crawl.outside == crawl.dead == []
    assert not any("example.org" in path.read_text(encoding="utf-8") for path in (tmp_path / STEM).rglob("*.html"))


def test_members_are_sorted_dated_and_permitted_alike(project):
    with zipfile.ZipFile(project / "dist" / ZIP) as archive:
        members = archive.infolist()
        assert archive.testzip() is None
    names = [member.filename for member in members]
    assert names == [*sorted(names[:-1]), f"{STEM}/SHA256SUMS"]
    assert {name.partition("/")[0] for name in names} == {STEM}
    assert {f"{STEM}/index.html", f"{STEM}/en/index.html", f"{STEM}/README.txt"} <= set(names)
    assert {(m.date_time, m.external_attr >> 16, m.create_system, m.extra) for m in members} == {
        (MODIFIED, stat.S_IFREG | 0o644, 3, b"")
    }


def test_the_time_zone_does_not_matter(monkeypatch, tmp_path):
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    with (
        (tmp_path / "x.zip").open("wb") as file,
        Archive(file, "x", datetime.fromtimestamp(1_700_000_000, UTC)) as archive,
    ):
        archive.add("a", b"a")
    monkeypatch.undo()
    time.tzset()
    assert zipfile.ZipFile(tmp_path / "x.zip").getinfo("x/a").date_time == (2023, 11, 14, 22, 13, 20)


# --- The sums ---------------------------------------------------------------------------------------------------------


def test_the_sums_beside_the_zip_and_within_it_check(project, tmp_path):
    check_sums(project / "dist")
    with zipfile.ZipFile(project / "dist" / ZIP) as archive:
        archive.extractall(tmp_path)
    check_sums(tmp_path / STEM)
    (tmp_path / STEM / "index.html").write_text("changed")
    with pytest.raises(AssertionError):
        check_sums(tmp_path / STEM)


def test_it_is_told_what_is_done_and_how_large_it_is(project, kept):
    result = run(project, "bundle")
    with zipfile.ZipFile(project / "dist" / ZIP) as archive:
        packed = len(archive.namelist()) - 1  # the sums are not told
    for told in (
        f"packed {packed} of {packed} files",
        "pages ",
        "search ",
        "data ",
        "scripts ",
        "styles ",
        f"  {ZIP}\n",
        f"dist/{ZIP} is made: ",
    ):
        assert told in result.stdout
    table = [line.split() for line in result.stdout.split("\n\n")[1].splitlines()]
    rows = {kind: [int(figure.replace(",", "")) for figure in figures] for kind, *figures in table[1:]}
    total = rows.pop("all")
    assert [sum(column) for column in zip(*rows.values(), strict=True)] == total
    assert total[2] < (project / "dist" / ZIP).stat().st_size < 1.5 * total[2]


# --- Whole or not there -----------------------------------------------------------------------------------------------


def limited() -> None:
    """No file of this process may grow beyond 100 kB: to it, the disk is full then."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))


def test_on_a_full_disk_the_last_good_bundle_stays(project, kept):
    command = [sys.executable, str(project / "scripts/build.py"), "bundle"]
    result = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert f"dist/{ZIP}: File too large" in result.stderr
    assert "MB are free" in result.stderr
    assert "the last good output is unchanged" in result.stderr
    assert "Traceback" not in result.stderr


def test_on_a_disk_that_fills_up_while_the_site_is_built_it_says_so(project, kept):
    about = project / "docs/zh/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\nfull\n", encoding="utf-8")
    command = [sys.executable, str(project / "scripts/build.py"), "bundle"]
    result = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
    about.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert ".js: File too large\n    expected: space for everything" in result.stderr
    assert "free some disk space" in result.stderr
    assert "Traceback" not in result.stderr


def test_where_nothing_can_be_written_nobody_waits_for_the_site(root, tmp_path):
    project = small_project(root, tmp_path / "project")
    (project / "dist").write_text("not a folder")
    result = run(project, "bundle")
    assert result.returncode == 1
    assert "dist: File exists\n    expected: a file where the command needs a file" in result.stderr
    assert result.stdout == ""
    assert not (project / "site").exists()


#: Root may write everywhere, unless it lays that right down before it begins.
BOUND = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] if os.geteuid() == 0 else []


@pytest.mark.skipif(
    bool(BOUND) and (not shutil.which("setpriv") or subprocess.run([*BOUND, "true"], check=False).returncode != 0),
    reason="for root every folder can be written, and it may not lay that down here",
)
def test_a_folder_that_may_not_be_written_says_so(project, kept):
    (project / "dist").chmod(0o555)
    command = [*BOUND, sys.executable, str(project / "scripts/build.py"), "bundle"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    (project / "dist").chmod(0o755)
    assert result.returncode == 1
    assert f"dist/{ZIP}: Permission denied" in result.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_killed_run_leaves_the_last_good_bundle_and_the_next_one_clears_up(project, kept, number):
    about = project / "docs/zh/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\n{number}\n", encoding="utf-8")
    process = begin(project, "bundle")
    partial = project / "dist/.next" / ZIP
    while not partial.exists():
        time.sleep(0.02)
    os.killpg(process.pid, number)
    assert process.wait(timeout=60) != 0
    assert (project / "dist" / ZIP).read_bytes() == kept[ZIP]
    check_sums(project / "dist")
    about.write_text(text, encoding="utf-8")
    assert run(project, "bundle").returncode == 0


def test_a_site_that_cannot_be_built_makes_no_bundle(project, kept):
    notes = project / "seeds/articles/craze/notes.yml"
    good = notes.read_text(encoding="utf-8")
    notes.write_text(good.replace("exact: 算力", "exact: 没有的词"), encoding="utf-8")
    result = run(project, "bundle")
    notes.write_text(good, encoding="utf-8")
    assert result.returncode == 1
    assert "[quote-missing]" in result.stdout + result.stderr
