"""Transaction: a plan is believed only as far as it leads to what is ours, and what it lacks is reported."""

from __future__ import annotations

import pytest
from jianzhu.release.dist import write_release
from jianzhu.storage.transaction import Output

from tests.failing import Crash
from tests.folders import SUMS, files_of

BOOKS = [{"a.zh.epub": b"old", "a.en.epub": b"old"}, {"a.zh.epub": b"new", "a.en.epub": b"new"}]
STRANGE_PLANS = [
    b"", b"{", b"\0" * 100, b"\xff", b"null", b"[]", b"{}", b"[" * 100_000,
    b'{"files": {}}',
    b'{"version": 2, "changed": {}, "stale": ["a.zh.epub"]}',
    b'{"version": 3, "files": {"a.zh.epub": ""}}',
    b'{"version": 4, "files": {"a.zh.epub": ""}}',
    b'{"version": 4, "files": {"a.zh.epub": ""}, "removed": [7]}',
    b'{"version": 4, "files": {"a.zh.epub": ""}, "removed": ["../kept"]}',
    b'{"version": 4, "files": [], "removed": []}',
    b'{"version": 4, "files": 7, "removed": []}',
    *(
        b'{"version": 4, "files": {"%s": ""}, "removed": []}' % name
        for name in (b"../kept", b"x/kept", b"/etc/kept", b"", b".", b"..", b".hidden", b"a\\u0000")
    ),
]  # fmt: skip


@pytest.mark.parametrize("plan", STRANGE_PLANS, ids=lambda plan: plan[:60].decode("latin-1"))
def test_a_strange_plan_is_told_and_discarded(tmp_path, plan):
    write_release(tmp_path, BOOKS[0])
    (tmp_path / "kept").write_text("by hand")
    (tmp_path / "dist/.next").mkdir()
    (tmp_path / "dist/.next/a.zh.epub").write_bytes(b"strange")
    (tmp_path / "dist/.plan.json").write_bytes(plan)
    said: list[str] = []
    with Output(tmp_path / "dist", said.append).begun():
        pass
    assert said == [".plan.json was not written by this version: it is discarded, and everything is written again"]
    write_release(tmp_path, BOOKS[1])
    found = files_of(tmp_path / "dist")
    assert set(found) == {*BOOKS[1], SUMS}
    assert BOOKS[1].items() <= found.items()
    assert (tmp_path / "kept").read_text() == "by hand"


@pytest.mark.parametrize("name", ["../kept", "x/kept", ".hidden", ""])
def test_a_name_that_leads_out_of_the_folder_is_not_staged(tmp_path, name):
    with pytest.raises(ValueError, match="is not the name of a file"):
        write_release(tmp_path, {name: b"x"})
    assert not (tmp_path / "dist/.next").exists()


def test_a_file_that_was_lost_before_its_turn_is_told_and_brought_by_the_next_run(tmp_path, monkeypatch):
    write_release(tmp_path, BOOKS[0])

    def cut(*_):
        raise Crash

    with monkeypatch.context() as patch, pytest.raises(Crash):
        patch.setattr(Output, "_place", cut)
        write_release(tmp_path, BOOKS[1])
    (tmp_path / "dist/.next/a.en.epub").unlink()
    with pytest.raises(FileNotFoundError, match="run the command again") as told:
        write_release(tmp_path, BOOKS[1])
    assert told.value.filename == str(tmp_path / "dist/a.en.epub")
    write_release(tmp_path, BOOKS[1])
    assert BOOKS[1].items() <= files_of(tmp_path / "dist").items()


def test_what_lies_behind_a_link_is_neither_deleted_nor_written(tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "a.zh.epub").write_bytes(b"theirs")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/.next").symlink_to(theirs)
    with pytest.raises(OSError, match="symbolic link"):
        write_release(tmp_path, BOOKS[1])
    assert files_of(theirs) == {"a.zh.epub": b"theirs"}
