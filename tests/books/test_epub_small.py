"""The books of the small edition, part by part, as documents one can read; and what happens when something is broken."""

from __future__ import annotations

import errno
import os
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jianzhu.books.epub import make_epubs
from jianzhu.books.footnotes import _sign
from jianzhu.books.sentences import Piece, Sign, pieces
from jianzhu.language import Language
from jianzhu.show.escape import xml
from jianzhu.show.format import XML

from tests.books.opened import books_of, by_id, plain
from tests.command import run
from tests.hostile import EVIL, poison
from tests.project_copy import copy_project

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.mark.parametrize(
    ("lang", "path"),
    [
        ("zh", "package.opf"),
        ("en", "nav.xhtml"),
        ("en", "title.xhtml"),
        ("zh", "article-craze.xhtml"),
        ("en", "article-craze.xhtml"),
        ("en", "glossary-organization.xhtml"),
        ("zh", "questions.xhtml"),
        ("en", "timeline.xhtml"),
        ("en", "claims.xhtml"),
        ("zh", "references.xhtml"),
    ],
)
def test_a_part_is_written_so(small, golden, lang, path):
    golden(GOLDEN / f"epub.{lang}.{path}", books_of(small)[lang].files[f"EPUB/{path}"].decode())


A, B = Sign("note-a", "1", "note"), Sign("note-b", "2", "note")


@pytest.mark.parametrize(
    ("links", "signs", "expected"),
    [
        ([], [], [Piece("abcdef")]),
        ([(1, 3, "x")], [], [Piece("a"), Piece("bc", "x"), Piece("def")]),
        ([], [(2, A)], [Piece("ab", "", (A,)), Piece("cdef")]),
        ([], [(6, A), (6, B)], [Piece("abcdef", "", (A, B))]),
        ([(1, 3, "x")], [(3, A)], [Piece("a"), Piece("bc", "x", (A,)), Piece("def")]),
        ([(1, 3, "x")], [(2, A)], [Piece("a"), Piece("bc", "x", (A,)), Piece("def")]),
        ([(0, 3, "x"), (3, 6, "y")], [(3, A)], [Piece("abc", "x", (A,)), Piece("def", "y")]),
    ],
    ids=[
        "plain",
        "a link",
        "a sign",
        "two signs",
        "a sign behind a link",
        "a sign within a link",
        "links side by side",
    ],
)
def test_a_sentence_is_cut_at_links_and_signs(links, signs, expected):
    assert list(pieces("abcdef", links, signs)) == expected


@pytest.mark.parametrize(
    ("kind", "number", "sign"),
    [
        ("note", 12, "12"),
        ("links", 3, "→"),
        *(("emendation", n, s) for n, s in ((1, "a"), (26, "z"), (27, "aa"), (53, "ba"))),
    ],
)
def test_signs(kind, number, sign):
    assert _sign(kind, number) == sign


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\n", "a b "),
        ("a\x00b\x0cc", "a\ufffdb c"),
        ("\ufffe\uffff", "\ufffd\ufffd"),
        ("𠮷\u00a0", "𠮷\u00a0"),
    ],
)
def test_what_xml_does_not_allow_is_shown_by_a_sign(text, shown):
    assert xml(text) == shown
    ET.fromstring(f"<p>{XML.prose(text, Language.EN)}</p>")


def test_what_is_not_translated_or_stale_says_so(small):
    path = small / "seeds/articles/craze/en.yml"
    text = path.read_text(encoding="utf-8").replace("d71cc133", "00000000")
    path.write_text(re.sub(r"^s5:\n.*\n.*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    for lang, told, stale in (
        ("zh", "尚未翻译", "原文已改，译文待核"),
        ("en", "Not yet translated", "the source has changed since this translation"),
    ):
        ids = by_id(books_of(small)[lang].documents["article-craze.xhtml"])
        missing, old = (ids[name if lang == "en" else f"{name}-en"] for name in ("s5", "s2"))
        assert plain(missing) == told
        assert "missing" in missing.get("class")
        assert "stale" in old.get("class")
        assert stale in "".join(ids["s1"].itertext()) + ET.tostring(
            books_of(small)[lang].documents["article-craze.xhtml"], encoding="unicode"
        )


@pytest.fixture(scope="module")
def hostile(root, tmp_path_factory) -> Path:
    """The small edition with markup and script wherever an editor writes words, and in the seed."""
    folder = tmp_path_factory.mktemp("hostile") / "edition"
    shutil.copytree(root / "tests/edition", folder)
    poison(folder)
    return folder


def test_markup_in_seeds_and_records_is_text(hostile):
    for lang, book in books_of(hostile).items():
        for path, document in book.documents.items():
            names = {element.tag.rpartition("}")[2] for element in document.iter()}
            assert not names & {"img", "script", "b", "iframe", "svg"}, path
            for element in document.iter():
                assert not any(name.startswith("on") for name in element.attrib), path
                assert not element.get("href", "").startswith("javascript"), path
        assert plain(by_id(book.documents["article-craze.xhtml"])["s6" if lang == "zh" else "s6-zh"]) == EVIL


def test_a_book_of_markup_is_valid(hostile, epubcheck, tmp_path):
    path = tmp_path / "zh.epub"
    path.write_bytes(books_of(hostile)["zh"].data)
    assert epubcheck(path) == []


def test_two_clones_give_the_same_bytes(root, tmp_path):
    results = []
    for name, umask, environment in (
        ("一 two", 0o077, {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C", "USER": "a"}),
        ("b", 0o022, {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8", "USER": "b"}),
    ):
        project, before = tmp_path / name, os.umask(umask)
        try:
            shutil.rmtree(copy_project(root, project) / "seeds")
            shutil.copytree(root / "tests/edition/seeds", project / "seeds")
            result = run(project, "epub", **environment)
        finally:
            os.umask(before)
        assert result.returncode == 0, result.stderr
        results.append({path.name: path.read_bytes() for path in (project / "dist").iterdir()})
    assert results[0] == results[1]
    names = [re.sub(r"-[0-9.]+\d\.", ".", name) for name in sorted(results[0])]
    assert names == ["SHA256SUMS", "a-specimen.en-zh.epub", "a-specimen.zh-en.epub"]


def test_a_book_that_cannot_be_written_leaves_the_last_good_one(small, monkeypatch):
    paths, _ = make_epubs(small)
    before = {path: path.read_bytes() for path in (small / "dist").iterdir()}
    record = small / "seeds/edition.yml"
    record.write_text(record.read_text(encoding="utf-8").replace("2023-12-31", "2024-01-01"), encoding="utf-8")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        make_epubs(small)
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in (small / "dist").iterdir()} == before
    paths[0].with_name(f".{paths[0].name}.partial").touch()  # as a run leaves it that is killed
    make_epubs(small)
    after = {path: path.read_bytes() for path in (small / "dist").iterdir()}
    assert after.keys() == before.keys()
    assert {path.name for path in after if after[path] == before[path]} == set()


def test_a_folder_that_cannot_be_written_is_named(small):
    (small / "dist").write_text("in the way", encoding="utf-8")
    result = run_at(small)
    assert result.returncode == 1
    assert "dist: File exists" in result.stderr
    assert "move away what is there" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fatal_problem_is_told_and_nothing_is_written(small):
    (small / "seeds/edition.yml").write_text("title: {zh: 一, en: One}\n", encoding="utf-8")
    result = run_at(small)
    assert result.returncode == 1
    assert "seeds/edition.yml:1: [record-invalid]" in result.stderr
    assert not (small / "dist").exists()


def run_at(root: Path):
    return run(Path(__file__).parents[2], "--root", str(root), "epub")
