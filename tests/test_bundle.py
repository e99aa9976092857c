"""The bundle as a file: the same bytes from every clone, sums that check, and whole or not there. Of the small edition."""

from __future__ import annotations

import errno
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
from edition.bundle import make_bundle
from edition.bundle.archive import Archive
from edition.bundle.lean import FOLDER, ICONS, Lean
from edition.release import NO_DATE, ReleaseError, release_of, whole_file, write_sums

from tests.clones import clone
from tests.crawl import Crawl
from tests.test_pipeline import run

STEM = "a-specimen-0.1.0"
ZIP, SUMS = f"{STEM}.zip", "SHA256SUMS"


def small_clone(root: Path, to: Path) -> Path:
    """A clone with the small edition in it."""
    project = clone(root, to)
    shutil.rmtree(project / "seeds")
    shutil.copytree(root / "tests/edition/seeds", project / "seeds")
    return project


@pytest.fixture(scope="module")
def project(root, tmp_path_factory) -> Path:
    """A clone with the small edition in it, and its bundle made."""
    project = small_clone(root, tmp_path_factory.mktemp("project"))
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


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def check_sums(folder: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


# --- The same bytes ---------------------------------------------------------------------------------------------------


def test_another_clone_elsewhere_gives_the_same_bytes(root, project, tmp_path):
    """Another folder, user name, time zone, locale, hash seed, umask, and another age of the files."""
    other = small_clone(root, tmp_path / "另一处 two")
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


def test_the_site_of_another_day_is_the_same(root, tmp_path, monkeypatch):
    """Even where the site has an address, and with it a sitemap that MkDocs would date."""
    sites = []
    for name in ("a", "b"):
        site = small_clone(root, tmp_path / name)
        config = (site / "mkdocs.yml").read_text(encoding="utf-8")
        (site / "mkdocs.yml").write_text(f"site_url: https://example.org/books/\n{config}", encoding="utf-8")
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
        ((1980, 1, 1, 0, 0, 0), stat.S_IFREG | 0o644, 3, b"")
    }


@pytest.mark.parametrize(
    ("epoch", "time"),
    [
        (None, datetime(1980, 1, 1, tzinfo=UTC)),
        (str(NO_DATE), datetime(1980, 1, 1, tzinfo=UTC)),
        ("1700000000", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        ("4354819199", datetime(2107, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_date_is_the_one_that_is_told_or_none(root, epoch, time):
    assert release_of(root, {"SOURCE_DATE_EPOCH": epoch} if epoch else {}).time == time


@pytest.mark.parametrize("epoch", ["", "0", "315532799", "4354819200", "-1", "1.5", "today", "１７００００００００"])
def test_a_date_that_no_zip_can_tell_is_refused(root, epoch):
    with pytest.raises(ReleaseError, match=r"SOURCE_DATE_EPOCH is .*\n +expected: .*\n +to do: "):
        release_of(root, {"SOURCE_DATE_EPOCH": epoch})


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


def test_the_sums_are_of_all_that_a_release_has(tmp_path):
    for name in ("b.epub", "a.zip", ".c.zip.partial", SUMS):
        (tmp_path / name).write_text(name)
    (tmp_path / "folder").mkdir()
    write_sums(tmp_path)
    assert [line.split("  ")[1] for line in (tmp_path / SUMS).read_text().splitlines()] == ["a.zip", "b.epub"]
    check_sums(tmp_path)


def test_it_is_told_what_is_done_and_how_large_it_is(project, kept):
    result = run(project, "bundle")
    for told in (
        "packed 86 of 86 files",
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
    assert f"dist/{ZIP} cannot be written: File too large" in result.stderr
    assert "MB are free" in result.stderr
    assert f"make it again; dist/{ZIP} is as it was" in result.stderr
    assert "Traceback" not in result.stderr


def test_on_a_disk_that_fills_up_while_the_site_is_built_it_says_so(project, kept):
    about = project / "docs/zh/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\nfull\n", encoding="utf-8")
    command = [sys.executable, str(project / "scripts/build.py"), "bundle"]
    result = subprocess.run(command, preexec_fn=limited, capture_output=True, text=True, check=False)
    about.write_text(text, encoding="utf-8")
    assert result.returncode == 1
    assert ".js: File too large\n    to do:    free some room" in result.stderr
    assert "Traceback" not in result.stderr


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


def test_where_nothing_can_be_written_nobody_waits_for_the_site(root, tmp_path):
    project = small_clone(root, tmp_path / "project")
    (project / "dist").write_text("not a folder")
    result = run(project, "bundle")
    assert result.returncode == 1
    assert (
        f"dist/{ZIP} cannot be written: File exists\n    expected: a folder that this user may write" in result.stderr
    )
    assert result.stdout == ""
    assert not (project / "site").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="for root every folder can be written")
def test_a_folder_that_may_not_be_written_says_so(project, kept):
    (project / "dist").chmod(0o555)
    result = run(project, "bundle")
    (project / "dist").chmod(0o755)
    assert result.returncode == 1
    assert f"dist/{ZIP} cannot be written: Permission denied" in result.stderr


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit(3), ValueError])
def test_what_is_broken_off_leaves_nothing(tmp_path, error):
    for name in ("dist/new.zip", "dist/old.zip"):
        (tmp_path / "dist").mkdir(exist_ok=True)
        (tmp_path / "dist/old.zip").write_text("good")
        with pytest.raises((KeyboardInterrupt, SystemExit, ValueError)), whole_file(tmp_path / name) as file:
            file.write(b"half")
            raise error
        assert files_of(tmp_path) == {"dist/old.zip": b"good"}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_killed_run_leaves_the_last_good_bundle_and_the_next_one_clears_up(project, kept, number):
    about = project / "docs/zh/about.md"
    text = about.read_text(encoding="utf-8")
    about.write_text(f"{text}\n{number}\n", encoding="utf-8")
    command = [sys.executable, "scripts/build.py", "bundle"]
    process = subprocess.Popen(
        command, cwd=project, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    partial = project / "dist" / f".{ZIP}.partial"
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


@pytest.mark.parametrize("text", ["", "[project]\nname = 'x'", "[project", "[project]\nversion = '../1'"])
def test_a_release_without_a_version_is_refused(small, text):
    (small / "pyproject.toml").write_text(text)
    with pytest.raises(ReleaseError, match=r"pyproject.toml does not tell the version"):
        release_of(small)


# --- Lean pages -------------------------------------------------------------------------------------------------------

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1"/></svg>'
PAGES = [
    ("<p>一\n\n   二 \n</p>", "<p>一\n二\n</p>"),
    ("<p>　一　\n二\u00a0</p>", "<p>　一　\n二\u00a0</p>"),
    ("<pre>a\n\n  b</pre><textarea>\n\n x</textarea>",) * 2,
    ("<script>f()</script>", '<script src="../assets/shared/SCRIPT.js"></script>'),
    ('<script type="application/json">{\n\n}</script>',) * 2,
    (f"<a>{ICON}</a>", '<a><svg class="icon-ICON" viewBox="0 0 24 24"></svg></a>'),
    ("<a title=\"<script>evil()</script>\" href='<script>evil()</script>'>x</a>",) * 2,
    (f'<a title="{ICON.replace(chr(34), "&quot;")}">x</a>',) * 2,
    ("<!-- <script>evil()</script> -->",) * 2,
    ("<p title='</head>'>x</p>",) * 2,
    ("<p>&lt;script&gt;evil()&lt;/script&gt; a < b</p>",) * 2,
    (
        '<head><link rel="canonical" href="https://example.org/"></head>',
        f'<head><link rel="stylesheet" href="../{ICONS}"></head>',
    ),
]


@pytest.mark.parametrize(("html", "expected"), PAGES)
def test_the_page_of_a_folder_reads_then(html, expected):
    lean = Lean.of([html])
    for kind, names in (("SCRIPT", lean.scripts), ("ICON", lean.icons)):
        expected = expected.replace(kind, next(iter(names), ""))
    assert lean.file("en/x.html", html.encode()).decode() == expected
    assert set(lean.scripts.values()) <= {"f()"}


def test_what_pages_share_stands_in_files():
    files = Lean.of([f"<script>f()</script>{ICON}", "<script>f()</script>"]).files()
    assert [data for path, data in files.items() if path.startswith(FOLDER) and path.endswith(".js")] == [b"f()"]
    assert b"d='M1 1'" in files[ICONS]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.js", "f()\n//# sourceMappingURL=a.js.map\n", "f()\n"),
        ("a.css", "p{}/*# sourceMappingURL=a.css.map */", "p{}"),
        ("a.js", 'g("https://unpkg.com/mermaid.js","https://api.github.com/repos/")', 'g("mermaid.js","repos/")'),
        ("a.json", '"https://unpkg.com/"', '"https://unpkg.com/"'),
    ],
)
def test_scripts_and_styles_name_no_host_and_no_map(path, text, expected):
    assert Lean({}, {}).file(path, text.encode()).decode() == expected
