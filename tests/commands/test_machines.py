"""Machines that fail, and callers that go away: a command says what to do, and shows no traceback."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jianzhu.commands import cli

from tests.folders import seeds_of

BUILD = Path(__file__).parents[2] / "scripts/build.py"


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

    monkeypatch.setitem(cli.COMMANDS, "check", cli.Command(interrupt, ""))
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
        (".build", 0o555, ["pages"], b".build/lock: Permission denied\n    expected: a file or folder that this user may read"),
    ],
)  # fmt: skip
def test_what_this_user_may_not_do_is_told(edited, path, mode, arguments, told):
    if path == ".build":
        (edited / path).mkdir()
    before = seeds_of(edited)
    (edited / path).chmod(mode)
    arguments = [part.format(root=edited) for part in arguments]
    result = call("--root", edited, *arguments, before=tuple(BOUND), stdout=subprocess.PIPE)
    (edited / path).chmod(0o755)
    assert result.returncode == 1
    assert told in result.stdout + result.stderr
    assert b"Traceback" not in result.stderr
    assert seeds_of(edited) == before
