"""Names and ids that some system cannot hold, and characters that some program takes for the end of a line, are refused."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from jianzhu.commands import cli
from jianzhu.source.names import name_fault, name_problems, printable
from jianzhu.source.parse import parse_record
from jianzhu.source.records import (
    ArticleRecord,
    Bilingual,
    ClaimRecord,
    ConceptRecord,
    EmendationRecord,
    EventRecord,
    NoteRecord,
    QuestionRecord,
    RelationRecord,
    Slug,
    Source,
    is_slug,
)
from jianzhu.source.yamlfile import YamlFile, read_yaml
from jianzhu.text.characters import LINE_ENDS


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("source.txt", None),
        ("百度.yml", None),
        (".DS_Store", None),
        ("console.txt", None),
        ("com10", None),
        ("a" * 200, None),
        ("a" * 201, "longer than 200 bytes"),
        ("百" * 67, "longer than 200 bytes"),
        ("con", "device"),
        ("CON.txt", "device"),
        ("nul.tar.gz", "device"),
        ("COM1", "device"),
        ("lpt9.yml", "device"),
        ("com¹", "device"),
        ("a.", "dot or a space"),
        ("a ", "dot or a space"),
        ("a:b", "':'"),
        ("a?", r"'\?'"),
        ("a\\b", "Windows does not allow"),
        ("a\nb", r"U\+000A"),
        ("Icon\r", r"U\+000D"),
        ("a\x0cb", r"U\+000C \(form feed\)"),
        ("a\u2028b", r"U\+2028 \(line separator\)"),
        (os.fsdecode(b"a\xff"), "not UTF-8"),
    ],
)
def test_a_name_that_some_system_cannot_hold_has_a_fault(name, fault):
    found = name_fault(name)
    assert found is None if fault is None else re.search(fault, found)


DEVICES = ["con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))]
GOOD = ["a", "baidu", "gpt-4", "2023", "con-man", "common", "com10", "nullity", "x" * 80]
BAD = [
    *DEVICES, "", "index", "A", "a_b", "a b", "a.", "a.b", "a--b", "-a", "a-", "a\n", "百度", "é", "ａ", "١", "../a", "x" * 81,
    "x" * 300,
]  # fmt: skip


@pytest.mark.parametrize("name", GOOD)
def test_an_id(name):
    assert is_slug(name)


@pytest.mark.parametrize("name", BAD)
def test_no_id(name):
    assert not is_slug(name)


KINDS = [ConceptRecord, EventRecord, ClaimRecord, RelationRecord, QuestionRecord, NoteRecord]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("name", ["nul", "index", "a.", "百度", "x" * 81])
def test_every_kind_of_id_is_held_to_it(kind, name):
    problems: list = []
    parse_record(YamlFile("x.yml", {name: {}}, {}), dict[Slug, kind], problems)
    assert any("at most 80 characters" in problem.expected for problem in problems)


@pytest.mark.parametrize("register", ["events", "claims"])
@pytest.mark.parametrize(
    "name", ["timeline", "claims", "card", "side-by-side", "dimension-count", "y2023", "m2023-04", "nul"]
)
def test_no_event_and_no_claim_is_called_as_another_place_of_its_page(small, capsys, register, name):
    path = small / f"seeds/{register}.yml"
    old = next(iter(read_yaml(small, f"seeds/{register}.yml")[0].data))
    path.write_text(path.read_text(encoding="utf-8").replace(f"{old}:", f"{name}:", 1), encoding="utf-8")
    assert cli.main(["--root", str(small), "check"]) == 1
    assert f"seeds/{register}.yml:1: [record-invalid] {name}: breaks a rule" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["nul", "con", "x" * 81, "x" * 300, "index", "大"])
def test_an_article_cannot_have_such_a_name(small, capsys, name):
    (small / "a.txt").write_text("一。", encoding="utf-8")
    assert cli.main(["--root", str(small), "add", name, str(small / "a.txt")]) == 1
    assert "is not a valid id\n    expected: a new id: lower-case letters" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nul.txt", "source.", "CON", "x" * 250, "a/b", "..", "ä.txt"])
def test_the_file_of_a_seed_has_a_name_that_every_system_can_hold(name):
    problems: list = []
    data = {"file": name, "encoding": "utf-8", "sha256": "0" * 64}
    parse_record(YamlFile("x.yml", data, {}), Source, problems)
    assert [problem.code for problem in problems] == ["record-invalid"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [(b"a\xff.yml", "a\\xff.yml"), (b"a\x0c.yml", "a\\x0c.yml"), (b"a\n.yml", "a\\x0a.yml"), (b"nul", "nul")],
)
@pytest.mark.parametrize("folder", ["", "glossary", "articles/craze", "articles"])
def test_such_names_in_seeds_are_told_and_stop_the_build(small, capsys, folder, name, shown):
    path = os.path.join(os.fsencode(small / "seeds" / folder), name)
    try:
        os.mkdir(path) if folder == "articles" else Path(os.fsdecode(path)).touch()
    except OSError:
        pytest.skip("this system does not hold it")
    place = "/".join(filter(None, ("seeds", folder, shown)))
    for command in ("check", "pages"):
        assert cli.main(["--root", str(small), command]) == 1
        out, err = capsys.readouterr()
        assert f"{place}:1: [file-name] this name " in out + err


def test_names_that_differ_by_case_alone_are_told(tmp_path):
    for name in ("a.yml", "A.yml", "Ä.txt", "a\u0308.txt", "b"):
        (tmp_path / "seeds").mkdir(exist_ok=True)
        (tmp_path / "seeds" / name).touch()
    if len(list((tmp_path / "seeds").iterdir())) < 5:
        pytest.skip("this system does not tell them apart")
    assert [problem.location.path for problem in name_problems(tmp_path, "seeds")] == ["seeds/a.yml", "seeds/Ä.txt"]


def test_a_name_is_told_on_one_line():
    assert printable("a\x0c\n\t\u2028" + os.fsdecode(b"\xff")) == "a\\x0c\\x0a\\x09\\x28\\xff"


# --- What editors write -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", [*LINE_ENDS, "\0", "\x01", "\x1b", "\x7f", "\x9f", "\ufeff", "\uffff"])
@pytest.mark.parametrize("data", [{"zh": "一{}二", "en": "x"}, {"zh": "一", "en": "{}"}])
def test_control_characters_in_what_editors_write_are_refused(data, character):
    problems: list = []
    data = {name: text.format(character) for name, text in data.items()}
    parse_record(YamlFile("x.yml", data, {("zh",): 2, ("en",): 3}), Bilingual, problems)
    (problem,) = problems
    assert problem.code == "record-invalid"
    assert f"text without U+{ord(character):04X} (" in problem.expected
    assert problem.location.line == (2 if character in data["zh"] else 3)


@pytest.mark.parametrize("text", ["one\ntwo", "a\tb", "\u200b", "，", "\U0001f600"])
def test_lines_and_what_can_be_printed_are_text(text):
    problems: list = []
    assert parse_record(YamlFile("x.yml", {"zh": text, "en": text}, {}), Bilingual, problems)


def test_the_words_of_a_damaged_seed_may_hold_anything():
    data = {
        "sic": "a\fb",
        "corr": "a\nb",
        "prefix": "\x85",
        "reason": "structure",
        "cert": "high",
        "why": {"zh": "一", "en": "x"},
    }
    problems: list = []
    assert parse_record(YamlFile("x.yml", data, {}), EmendationRecord, problems)
    assert parse_record(YamlFile("x.yml", data | {"corr": "a\fb"}, {}), EmendationRecord, problems) is None


@pytest.mark.parametrize(
    ("kind", "data", "wrong", "expected"),
    [
        (ClaimRecord, {"value": "many"}, "value: not a number (it says 'many')", "a number such as 238 or 2.5"),
        (ClaimRecord, {"value": "1" * 99}, f"value: too many digits (it says '{'1' * 60}…')", "at most 24 digits"),
        (ClaimRecord, {"value": "inf"}, "value: not a number (it says 'inf')", "a number such as 238 or 2.5"),
        (ClaimRecord, {"label": "x"}, "label: not a mapping (it says 'x')", "a mapping"),
        (ClaimRecord, {"repeats": "x"}, "repeats: not a list (it says 'x')", "a list"),
        (ArticleRecord, {"number": "one"}, "number: not a whole number (it says 'one')", "a whole number"),
        (ArticleRecord, {"script": "zh"}, "script: not one of the values allowed here (it says 'zh')", None),
        (Bilingual, {"zh": ""}, "zh: the text is too short (it says '')", None),
        (Bilingual, {"zh": None}, "zh: not text", "text: fill it in"),
    ],
)  # fmt: skip
def test_faults_are_told_in_the_words_of_an_editor(kind, data, wrong, expected):
    problems: list = []
    parse_record(YamlFile("x.yml", data, {}), kind, problems)
    told = {problem.wrong: problem.expected for problem in problems}
    assert wrong in told
    assert expected in (None, told[wrong])
    for problem in problems:
        said = f"{problem.wrong} {problem.expected}"
        assert not any(word in said for word in ("Input should", "Value error", "String should", "valid"))
