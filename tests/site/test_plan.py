"""The plan of a set of files is believed only as far as it leads to what is ours, and links are never followed."""

from __future__ import annotations

import shutil

import pytest
from jianzhu.site import build as room
from jianzhu.site.build import make_site
from jianzhu.site.publish import publish

from tests.folders import files_of

PAGES = [
    {"zh/index.md": "old", "zh/articles/a.md": "a", "data/x.json": "{}"},
    {"zh/index.md": "new", "data/y/z.json": "{1}"},
]


def test_a_link_in_the_place_of_the_site_is_refused_before_anything_is_built(tmp_path, monkeypatch):
    monkeypatch.setattr(room.subprocess, "run", lambda *_, **__: pytest.fail("MkDocs was started"))
    (tmp_path / "theirs").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "theirs")
    with pytest.raises(OSError, match="symbolic link"):
        make_site(tmp_path, lambda _: None)


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
