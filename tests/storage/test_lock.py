"""Lock: one command at a time in a folder; the others wait, and say for whom. Real processes, and no clock decides."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jianzhu.storage import lock as room
from jianzhu.storage.lock import VARIABLE, acquire, for_child, one_at_a_time, release

#: A process that takes the lock, says so, and keeps it until it is told to go on.
HOLD = """
import sys
from pathlib import Path
from jianzhu.storage.lock import one_at_a_time
with one_at_a_time(Path(sys.argv[1]), "site", lambda text: print(text, flush=True)):
    print("held", flush=True)
    sys.stdin.readline()
print("done", flush=True)
"""
#: The same, but a process that it starts keeps on when it ends.
START = """
import os, subprocess, sys
from pathlib import Path
from jianzhu.storage.lock import for_child, one_at_a_time
root = Path(sys.argv[1])
with one_at_a_time(root, "site"):
    variables, files = for_child(root)
    subprocess.Popen([sys.executable, "-c", sys.argv[2], str(root)], env=os.environ | variables, pass_fds=files)
    os.kill(os.getpid(), 9)
"""


def start(code: str, *arguments: object, files: tuple[int, ...] = (), **environment: str) -> subprocess.Popen:
    scripts = str(Path(__file__).parents[2] / "scripts")
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={name: value for name, value in os.environ.items() if name != VARIABLE}
        | {"PYTHONPATH": scripts}
        | environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        pass_fds=files,
    )


@pytest.fixture
def holder(tmp_path):
    process = start(HOLD, tmp_path)
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_waits_and_says_for_whom(tmp_path, holder):
    second = start(HOLD, tmp_path)
    told = second.stdout.readline()
    assert f"process {holder.pid} (`site`) has been running in this folder for " in told
    assert " s; " in told
    assert holder.communicate("go on\n")[0] == "done\n"
    assert second.stdout.readline() == "held\n"
    assert second.communicate("go on\n")[0] == "done\n"


def test_what_is_killed_blocks_nobody(tmp_path, holder):
    holder.kill()
    holder.wait()
    with one_at_a_time(tmp_path, "pages", pytest.fail):
        pass


def test_the_note_of_a_process_that_is_gone_blocks_nobody(tmp_path):
    (tmp_path / ".build").mkdir()
    for note in ('{"process": 1, "command": "site", "since": 0}', "", "\0", "[]"):
        (tmp_path / ".build/lock").write_text(note)
        with one_at_a_time(tmp_path, "pages", pytest.fail):
            assert json.loads((tmp_path / ".build/lock").read_text())["process"] == os.getpid()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"process": 7}'])
def test_who_has_not_said_who_he_is_is_waited_for_too(tmp_path, holder, note):
    (tmp_path / ".build/lock").write_text(note)
    second = start(HOLD, tmp_path)
    assert second.stdout.readline().startswith("another process is running in this folder; ")
    holder.communicate("go on\n")
    assert second.stdout.readline() == "held\n"
    second.communicate("go on\n")


def test_ctrl_c_ends_the_waiting(tmp_path, holder):
    second = start(f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{HOLD}", tmp_path)
    second.stdout.readline()
    second.send_signal(signal.SIGINT)
    assert second.communicate()[0] == ""
    assert second.returncode != 0
    assert holder.communicate("go on\n")[0] == "done\n"


def test_the_lock_of_a_folder_that_was_cleaned_up_meanwhile_is_taken_anew(tmp_path, holder):
    second = start(HOLD, tmp_path)
    second.stdout.readline()
    (tmp_path / ".build/lock").unlink()
    holder.communicate("go on\n")
    assert second.stdout.readline() == "held\n"
    third = start(HOLD, tmp_path)
    assert f"process {second.pid} " in third.stdout.readline()
    second.communicate("go on\n")
    third.communicate("go on\n")


def test_blocks_stand_in_each_other_and_the_outermost_gives_back(tmp_path):
    with one_at_a_time(tmp_path, "bundle"):
        with one_at_a_time(tmp_path / ".", "site", pytest.fail):
            pass
        second = start(HOLD, tmp_path)
        assert "(`bundle`)" in second.stdout.readline()
    assert second.stdout.readline() == "held\n"
    second.communicate("go on\n")


def test_it_can_be_given_back_entirely(tmp_path):
    acquire(tmp_path, "mkdocs serve")
    acquire(tmp_path, "mkdocs serve")
    release(tmp_path, entirely=True)
    release(tmp_path)
    second = start(HOLD, tmp_path)
    assert second.stdout.readline() == "held\n"
    second.communicate("go on\n")


@pytest.mark.parametrize("full", [False, True], ids=["", "on a full disk"])
def test_what_the_holder_starts_is_let_through(tmp_path, monkeypatch, full):
    def write(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    if full:
        monkeypatch.setattr(os, "write", write)
    with one_at_a_time(tmp_path, "site"):
        monkeypatch.undo()
        variables, files = for_child(tmp_path)
        own = start(HOLD, tmp_path, files=files, **variables)
        assert own.stdout.readline() == "held\n"
        own.communicate("go on\n")


@pytest.mark.parametrize("variable", ["", "x", "0", "1 {}", "99999999999999999999", "-1", "777"])
def test_a_stranger_is_not_let_through_whatever_its_environment_says(tmp_path, variable):
    with one_at_a_time(tmp_path, "site"):
        stranger = start(HOLD, tmp_path, **{VARIABLE: variable})
        assert f"process {os.getpid()} (`site`)" in stranger.stdout.readline()
    assert stranger.stdout.readline() == "held\n"
    stranger.communicate("go on\n")


@pytest.mark.skipif(os.name != "posix", reason="open files are handed on where a process inherits them")
def test_what_outlives_the_holder_keeps_the_lock(tmp_path):
    """MkDocs goes on writing where only the command that started it was killed."""
    process = start(START, tmp_path, HOLD)
    assert process.stdout.readline() == "held\n"
    assert process.wait() == -signal.SIGKILL
    second = start(HOLD, tmp_path)
    assert f"process {process.pid} (`site`)" in second.stdout.readline()
    process.stdin.write("go on\n")
    process.stdin.close()
    assert process.stdout.readline() == "done\n"
    assert second.stdout.readline() == "held\n"
    second.communicate("go on\n")
    process.stdout.close()


def test_where_there_are_no_locks_it_is_said_and_the_work_goes_on(tmp_path, monkeypatch):
    def none(*_, **__):
        raise OSError(errno.ENOLCK, "No locks available")

    said: list[str] = []
    monkeypatch.setattr(room, "_lock", none)
    with one_at_a_time(tmp_path, "pages", said.append):
        pass
    assert said == ["this folder's file system does not support locks: run only one command at a time in it"]


def test_what_a_killed_run_left_is_cleared(tmp_path):
    for name in ("seeds/articles/.wave.partial/a", "seeds/articles/craze/.en.yml.partial", ".build/.plan.json.partial"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("half")
    with one_at_a_time(tmp_path, "pages"):
        left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert left == [".build/lock"]
