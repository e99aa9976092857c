"""Machines that fail, and callers that go away: a command leaves the old or the new, says what to do, and shows no traceback."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.release.dist import dist_output, write_release
from jianzhu.site import build as room
from jianzhu.site.build import make_site
from jianzhu.site.publish import docs_output, publish

from tests.failing import Crash, failing_at, steps_of
from tests.test_release import files_of

BUILD = Path(__file__).parent.parent / "scripts/build.py"
FULL = OSError(errno.ENOSPC, "No space left on device")


def seeds_of(root: Path) -> dict[str, bytes]:
    return {path: data for path, data in files_of(root).items() if path.startswith("seeds/")}


# --- Every step of a command may be its last ---------------------------------------------------------------------------


def add(root: Path) -> int:
    return cli.main(["--root", str(root), "add", "wave", str(root / "wave.txt")])


def segments(root: Path) -> int:
    return cli.main(["--root", str(root), "segments", "craze"])


def translation(root: Path) -> int:
    return cli.main(["--root", str(root), "translation", "craze"])


@pytest.fixture
def edited(small: Path) -> Path:
    """The small edition with something to do for every command."""
    craze = small / "seeds/articles/craze"
    (small / "wave.txt").write_text("一篇文章\n百度做大模型。", encoding="utf-8")
    (craze / "en.yml").write_text("{}\n", encoding="utf-8")
    path = craze / "emendations.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("corr: 要有大算力", "corr: 要有很大的算力"), encoding="utf-8")
    return small


@pytest.mark.parametrize("error", [FULL, Crash()], ids=["full", "killed"])
@pytest.mark.parametrize("command", [add, segments, translation])
def test_whichever_step_is_the_last_an_article_is_old_or_new(edited, tmp_path, command, error, capsys):
    old, done = seeds_of(edited), tmp_path / "done"
    shutil.copytree(edited, done)
    total = steps_of(lambda: command(done))
    new = seeds_of(done)
    assert old != new and total >= 6
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


@pytest.mark.parametrize("error", [FULL, Crash()], ids=["full", "killed"])
@pytest.mark.parametrize(
    ("write", "sets", "output"), [(publish, PAGES, docs_output), (write_release, BOOKS, dist_output)]
)
def test_whichever_step_is_the_last_a_set_of_files_is_old_or_new_to_the_next_run(tmp_path, write, sets, output, error):
    folder = output(tmp_path).folder.name
    states = []
    for files in sets:
        write(tmp_path / "done", files)
        states.append(files_of(tmp_path / "done" / folder))
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
        output(place).resume()
        seen = {path: data for path, data in files_of(place / folder).items() if path[0] != "."}
        assert seen in states, number
        write(place, sets[1])
        assert files_of(place / folder) == states[1], number


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


def test_a_link_in_the_place_of_the_site_is_refused_before_anything_is_built(tmp_path, monkeypatch):
    monkeypatch.setattr(room.subprocess, "run", lambda *_, **__: pytest.fail("MkDocs was started"))
    (tmp_path / "theirs").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="symbolic link"):
        make_site(tmp_path, lambda _: None)


# --- The plan of a set of files is believed only as far as it leads to what is ours -------------------------------------


STRANGE_PLANS = [
    b"", b"{", b"\0" * 100, b"\xff", b"null", b"[]", b"{}", b"[" * 100_000,
    b'{"changed": {}, "stale": []}',
    b'{"version": 1, "changed": {}, "stale": ["zh/index.md"]}',
    b'{"version": 3, "changed": {}, "stale": ["zh/index.md"]}',
    b'{"version": 2, "changed": [], "stale": []}',
    b'{"version": 2, "changed": {}, "stale": {"zh/index.md": 1}}',
    b'{"version": 2, "changed": {}, "stale": [7]}',
    *(
        b'{"version": 2, "changed": {}, "stale": ["%s"]}' % path
        for path in (
            b"zh/about.md", b"../kept", b"data/../../kept", b"data/../zh/about.md", b"/etc/kept", b"data//x", b"", b".",
            b"data/\\u0000",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("plan", STRANGE_PLANS, ids=lambda plan: plan[:60].decode("latin-1"))
def test_a_strange_plan_is_told_and_discarded(tmp_path, plan):
    publish(tmp_path, PAGES[0])
    for kept in ("kept", "docs/zh/about.md"):
        (tmp_path / kept).write_text("by hand")
    (tmp_path / ".build/plan.json").write_bytes(plan)
    said: list[str] = []
    publish(tmp_path, PAGES[1], said.append)
    assert said == ["plan.json was not written by this version: it is discarded, and everything is written again"]
    assert files_of(tmp_path / "docs") == {path: text.encode() for path, text in PAGES[1].items()} | {
        "zh/about.md": b"by hand"
    }
    assert (tmp_path / "kept").read_text() == "by hand"
    assert not (tmp_path / ".build/plan.json").exists()


@pytest.mark.parametrize(
    "link", ["docs", "docs/data", "docs/zh", "docs/zh/articles", "docs/data/search", ".build/next"]
)
@pytest.mark.parametrize(
    "plan", [None, b'{"version": 2, "changed": {}, "stale": ["data/x.json", "data/search/x", "zh/articles/x"]}']
)
def test_what_lies_behind_a_link_is_neither_deleted_nor_written(tmp_path, link, plan):
    root, foreign = tmp_path / "root", tmp_path / "foreign"
    publish(root, PAGES[0])
    for name in ("x.json", "x", "search/x", "data/x.json", "zh/index.md"):
        (foreign / name).parent.mkdir(parents=True, exist_ok=True)
        (foreign / name).write_text("theirs")
    before = files_of(foreign)
    shutil.rmtree(root / link, ignore_errors=True)
    (root / link).symlink_to(foreign)
    if plan:
        (root / ".build/plan.json").write_bytes(plan)
    with pytest.raises(OSError, match="symbolic link"):
        publish(root, PAGES[1] | {"data/search/x": "x", "zh/articles/b.md": "b"})
    assert files_of(foreign) == before


def test_a_link_among_the_generated_files_is_refused_though_nothing_new_is_behind_it(tmp_path):
    publish(tmp_path, PAGES[0])
    (tmp_path / "foreign").mkdir()
    (tmp_path / "docs/zh/articles/theirs").symlink_to(tmp_path / "foreign")
    with pytest.raises(OSError, match="symbolic link"):
        publish(tmp_path, PAGES[1])
    assert (tmp_path / "docs/zh/articles/theirs").is_symlink()


def test_a_link_in_the_place_of_a_generated_file_is_replaced_itself(tmp_path):
    publish(tmp_path, PAGES[0])
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "docs/zh/index.md").unlink()
    (tmp_path / "docs/zh/index.md").symlink_to(tmp_path / "theirs")
    (tmp_path / "docs/data/old.json").symlink_to(tmp_path / "theirs")
    publish(tmp_path, PAGES[1])
    assert (tmp_path / "theirs").read_text() == "theirs"
    assert files_of(tmp_path / "docs") == {path: text.encode() for path, text in PAGES[1].items()}
    assert not (tmp_path / "docs/zh/index.md").is_symlink()


# --- What is told -------------------------------------------------------------------------------------------------------


def call(*arguments: object, before: tuple[str, ...] = (), **options) -> subprocess.CompletedProcess:
    environment = os.environ | options.pop("environment", {})
    command = [*before, sys.executable, str(BUILD), *map(str, arguments)]
    return subprocess.run(command, env=environment, stderr=subprocess.PIPE, check=False, **options)


@pytest.mark.parametrize("command", [["check"], ["epub"], ["translation", "craze"]], ids=" ".join)
def test_a_pipe_that_nobody_reads_ends_the_command_in_silence(small, command):
    read, write = os.pipe()
    os.close(read)
    result = call("--root", small, *command, stdout=write)
    os.close(write)
    assert (result.returncode, result.stderr) == (128 + signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no disk that is always full")
def test_an_output_that_takes_nothing_is_told(small):
    with open("/dev/full", "w") as full:
        result = call("--root", small, "check", stdout=full)
    assert result.returncode == 1
    assert result.stderr.startswith(b"standard output: No space left on device\n    expected: ")


ASCII = [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]


@pytest.mark.parametrize("environment", ASCII, ids=["ascii", "C"])
def test_what_a_terminal_cannot_show_is_written_out(edited, environment):
    (edited / "wave.txt").write_text("一篇文章\n本站资源来自互联网", encoding="utf-8")
    result = call("--root", edited, "add", "wave", edited / "wave.txt", stdout=subprocess.PIPE, environment=environment)
    assert (result.returncode, result.stderr) == (0, b"")
    assert rb"\u672c\u7ad9" in result.stdout


def empty(root: Path) -> None:
    shutil.rmtree(root / "seeds")


def file_for_folder(root: Path) -> None:
    shutil.rmtree(root / "seeds/articles")
    (root / "seeds/articles").write_text("not a folder")


def folder_for_file(root: Path) -> None:
    (root / "seeds/events.yml").unlink()
    (root / "seeds/events.yml").mkdir()


def build_in_the_way(root: Path) -> None:
    (root / ".build").write_text("not a folder")


def no_edition(root: Path) -> None:
    (root / "seeds/edition.yml").unlink()


ADD = ["add", "wave", "{root}/wave.txt"]
COMMANDS = [["check"], ["pages"], ["epub"], ["bundle"], ["segments", "craze"], ["translation", "craze"], ADD]
BROKEN = [
    (empty, "seeds:1: [file-missing] there is no such folder", COMMANDS[:2]),
    (file_for_folder, "articles", [["segments", "craze"], ADD]),
    (folder_for_file, "seeds/events.yml:1: [file-unreadable] cannot be read: not a regular file", COMMANDS[:3]),
    (build_in_the_way, ".build: File exists\n    expected: a file where the command needs a file", COMMANDS[1:]),
    (no_edition, "seeds/edition.yml:1: [file-missing]", COMMANDS[:4]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("broken", "told", "command"),
    [pytest.param(b, told, c, id=f"{b.__name__} {c[0]}") for b, told, commands in BROKEN for c in commands],
)
def test_a_broken_project_is_told_by_every_command(edited, broken, told, command, capsys):
    broken(edited)
    assert cli.main(["--root", str(edited), *(part.format(root=edited) for part in command)]) == 1
    out, err = capsys.readouterr()
    assert told in out + err


@pytest.mark.parametrize("root", ["nowhere", "wave.txt"])
def test_a_root_that_is_no_folder_is_a_wrong_call(edited, root, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["--root", str(edited / root), "check"])
    assert ended.value.code == 2
    assert "there is no such folder; give the one that contains seeds/" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--root", "x" * 300, "check"], "File name too long\n    expected: names of at most 255 bytes"),
        (["segments", "x" * 300], "[file-missing] no article"),
        (["translation", "../craze"], "[file-missing] no article"),
        (["add", "x" * 300, "{root}/wave.txt"], "[record-invalid]"),
        (["add", "wave", "{root}/" + "x" * 300], "[file-missing] the file cannot be read: File name too long"),
        (["add", "wave", "{root}/wave\udcff.txt"], "[file-missing] the file cannot be read: No such file"),
    ],
)
def test_odd_arguments_are_told(edited, arguments, told, capsys):
    given = [argument.format(root=edited) for argument in arguments]
    assert cli.main(given if "--root" in given else ["--root", str(edited), *given]) == 1
    assert told in capsys.readouterr().err


def test_an_interrupted_command_says_so(small, monkeypatch, capsys):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setitem(cli.COMMANDS, "check", (interrupt, "", {}))
    assert cli.main(["--root", str(small), "check"]) == 128 + signal.SIGINT
    assert capsys.readouterr().err == "interrupted: the last good output is unchanged\n"


#: Root may read and write everything, unless it lays these rights down before it begins.
_RIGHTS = "-dac_override,-dac_read_search"
BOUND = ["setpriv", f"--bounding-set={_RIGHTS}", f"--inh-caps={_RIGHTS}"] if os.geteuid() == 0 else []


@pytest.mark.skipif(
    bool(BOUND) and (not shutil.which("setpriv") or subprocess.run([*BOUND, "true"], check=False).returncode != 0),
    reason="root may read and write everything, and may not lay that down here",
)
@pytest.mark.parametrize(
    ("path", "mode", "arguments", "told"),
    [
        ("seeds/articles", 0o555, ADD, b"seeds/articles/wave: Permission denied\n    expected: a file or"),
        ("seeds/articles/craze", 0o555, ["segments", "craze"], b"seeds/articles/craze/segments.yml: Permission denied"),
        ("seeds/articles/craze", 0o555, ["translation", "craze"], b"seeds/articles/craze/en.yml: Permission denied"),
        ("seeds/events.yml", 0o000, ["check"], b"seeds/events.yml:1: [file-unreadable] cannot be read: Permission denied"),
        ("seeds/articles/craze/source.txt", 0o000, ["check"], b"source.txt:1: [file-unreadable] cannot be read: Permission"),
        ("seeds/glossary", 0o000, ["check"], b"seeds/glossary:1: [file-unreadable] cannot be read: Permission denied"),
        ("seeds/articles/craze", 0o000, ["check"], b"seeds/articles/craze"),
        (".", 0o555, ["pages"], b".build: Permission denied"),
        ("docs", 0o555, ["pages"], b"Permission denied\n    expected: a file or folder that this user may read and write"),
    ],
)  # fmt: skip
def test_what_this_user_may_not_do_is_told(edited, path, mode, arguments, told):
    (edited / "docs").mkdir()
    before = seeds_of(edited)
    (edited / path).chmod(mode)
    arguments = [part.format(root=edited) for part in arguments]
    result = call("--root", edited, *arguments, before=tuple(BOUND), stdout=subprocess.PIPE)
    (edited / path).chmod(0o755)
    assert result.returncode == 1
    assert told in result.stdout + result.stderr
    assert b"Traceback" not in result.stderr
    assert seeds_of(edited) == before
