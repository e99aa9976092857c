"""What nothing reads in seeds/ is told."""

from __future__ import annotations

import pytest
from jianzhu.commands import cli
from jianzhu.compile import compile_edition


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("seeds/glossary/terms.yaml", "rename it 'terms.yml'"),
        ("seeds/glossary/terms.txt", "rename it 'terms.yml'"),
        ("seeds/event.yml", "rename it 'events.yml'"),
        ("seeds/articles/craze/note.yml", "rename it 'notes.yml'"),
        ("seeds/articles/loose.txt", "move it out of seeds/"),
        ("seeds/scans/page.png", "move it out of seeds/"),
    ],
)
def test_a_file_that_nothing_reads_is_told(small, path, advice):
    (small / path).parent.mkdir(exist_ok=True)
    (small / path).write_text("", encoding="utf-8")
    _, problems = compile_edition(small)
    (problem,) = problems
    assert problem.code == "file-unknown"
    assert path.startswith(problem.location.path)
    assert advice in problem.advice


@pytest.mark.parametrize(
    "path", ["seeds/.DS_Store", "seeds/README.zh.md", "seeds/events.yml~", "seeds/articles/craze/Thumbs.db"]
)
def test_what_other_programs_leave_behind_is_not(small, path):
    (small / path).write_text("", encoding="utf-8")
    assert compile_edition(small)[1] == []


def test_ids_are_not_given_while_the_text_looks_damaged(small, capsys):
    received = small / "received.txt"
    received.write_text("题目\n一个锟斤拷的故事。\n", encoding="utf-8")
    assert cli.main(["--root", str(small), "add", "wave", str(received)]) == 0
    segments = small / "seeds/articles/wave/segments.yml"
    before = segments.read_bytes()
    assert cli.main(["--root", str(small), "segments", "wave"]) == 1
    told = capsys.readouterr().err
    assert "[damage]" in told
    assert "`jianzhu segments wave --anyway`" in told
    assert segments.read_bytes() == before
    assert cli.main(["--root", str(small), "segments", "wave", "--anyway"]) == 0
    assert "s2:" in segments.read_text(encoding="utf-8")
