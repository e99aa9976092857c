"""YAML: text and lines, the same by both parsers; what is no plain text for people to read is refused with its line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from jianzhu.source import yamlfile as room
from jianzhu.source.yamlfile import DEEPEST, parse_yaml, read_yaml
from jianzhu.source.yamlscanner import PlainLoader
from jianzhu.text.characters import LINE_ENDS

ROOT = Path(__file__).parents[2]
FILES = sorted(path for folder in ("seeds", "tests") for path in (ROOT / folder).rglob("*.yml"))
PARSERS = [
    pytest.param(getattr(yaml, "CSafeLoader", PlainLoader), id="libyaml"),
    pytest.param(PlainLoader, id="python"),
]


@pytest.fixture(params=PARSERS, autouse=True)
def parser(request, monkeypatch):
    """Every test is of PyYAML with libyaml, and of PyYAML without."""
    monkeypatch.setattr(room, "_FAST", request.param)


def said(text: str) -> list[tuple[int, str, str]]:
    return [(problem.location.line, problem.code, problem.wrong) for problem in parse_yaml(text, "x.yml")[1]]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("", None),
        ("# only a comment\n", None),
        ("a: no\nb: 12:30\nc: 2023-04-11\nd: 0x10", {"a": "no", "b": "12:30", "c": "2023-04-11", "d": "0x10"}),
        ("a:\nb: ~\nc: null\nd: ''\ne: 'null'", {"a": None, "b": None, "c": None, "d": "", "e": "null"}),
        ("[a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
        ("null: a\n~: b\n'': c", {"null": "a", "~": "b", "": "c"}),
        ("a: {b: How many are there?, c: 有多少？}", {"a": {"b": "How many are there?", "c": "有多少？"}}),
        ("a: [x?y, z?]", {"a": ["x?y", "z?"]}),
        ('a: "\\f\\x85\\u2028"', {"a": "\f\x85\u2028"}),
        ("\ufeffa: b", {"a": "b"}),
        ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
        ("[" * DEEPEST + "]" * DEEPEST, None),
    ],
)
def test_values_are_text(text, data):
    file, problems = parse_yaml(text, "x.yml")
    assert problems == []
    assert file.data == data or (data is None and text.count("[") == DEEPEST)


def test_every_value_has_its_line():
    file, _ = parse_yaml("# c\na:\n  - b\n  - c: d\n    e:\n\n      f\nx: {y: z}\n", "x.yml")
    assert {key: line for key, line in file.lines.items() if key} == {
        ("a",): 2, ("a", 0): 3, ("a", 1): 4, ("a", 1, "c"): 4, ("a", 1, "e"): 5, ("x",): 8, ("x", "y"): 8,
    }  # fmt: skip


TOO_DEEP = f"lists and mappings are nested more than {DEEPEST} levels deep"


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("a:\n" + "[" * (DEEPEST + 1), 2, TOO_DEEP),
        ("a: b\nc: " + "[" * 32000, 2, TOO_DEEP),
        ("{a: " * 32000, 1, TOO_DEEP),
        ("- " * 32000, 1, TOO_DEEP),
        ("\n".join(" " * depth + "a:" for depth in range(3000)), DEEPEST + 1, TOO_DEEP),
        ("a: &x b\nc: *x", 2, "an alias (*x) is not allowed"),
        ("a: b\nc: *x", 2, "an alias (*x) is not allowed"),
        ("a: &x [*x]", 1, "an alias (*x) is not allowed"),
        ("a: b\n? [c]\n: d", 2, "a list, a mapping or an alias (*) is used as a key"),
        ("a: b\nc: !!int 5", 2, "a tag (tag:yaml.org,2002:int) is not allowed: every value is text"),
        ("a: !!python/object/apply:os.system [x]", 1, None),
        ("!x a", 1, "a tag (!x) is not allowed: every value is text"),
        ("a: b\n---\nc: d", 2, "expected a single document in the stream, but found another document"),
        ("a: b\n c: d", 2, None),
        ("a: b\nc: 'd\n", 2, "while scanning a quoted scalar, found unexpected end of stream"),
        ("a:\n\t- b", 2, "while scanning for the next token, found character '\\t' that cannot start any token"),
        ("a:\tb", 1, "while scanning for the next token, found character '\\t' that cannot start any token"),
        ('a: b\nc: "\\ud800"', 2, "an escape is half a character (a surrogate, U+D800 to U+DFFF)"),
        ('a: "\\U00110000"', 1, None),
        ("%YAML 3.0\n---\na: b", 1, None),
    ],
)  # fmt: skip
def test_what_is_no_plain_text_is_refused_with_its_line(text, line, wrong):
    (told,) = said(text)
    assert told[:2] == (line, "yaml-syntax")
    assert wrong in (None, told[2])


def test_a_key_that_is_there_again_is_told_and_so_is_all_else():
    assert said("a: b\nc:\n  d: e\n  d: [*x, {f: g, f: h}]\na: i\nj: *y") == [
        (4, "yaml-duplicate-key", "the key 'd' is repeated; it was first used on line 3"),
        (5, "yaml-duplicate-key", "the key 'a' is repeated; it was first used on line 1"),
        (6, "yaml-syntax", "an alias (*y) is not allowed"),
    ]


@pytest.mark.parametrize("character", [*LINE_ENDS, "\0", "\x01", "\x1b", "\x7f", "\x80", "\ufeff", "\ufffe", "\uffff"])
@pytest.mark.parametrize("text", ["a: b\nc: 'x{}y'\nd: e", "a: b\n{}c: d", "a: b\n# {}x\n", "a: b\nc: |\n  x{}y\n"])
def test_control_characters_and_odd_line_ends_are_refused_with_their_line(text, character):
    file, (problem,) = parse_yaml(text.format(character), "x.yml")
    line = text.partition("{")[0].count("\n") + 1
    assert (file.data, problem.location.line, problem.code) == (None, line, "yaml-syntax")
    assert f"U+{ord(character):04X} (" in problem.wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_file_is_read_alike(path, parser, monkeypatch):
    text = path.read_bytes().decode()
    here = parse_yaml(text, "x.yml")
    monkeypatch.setattr(room, "_FAST", PlainLoader)
    assert parse_yaml(text, "x.yml") == here


PIECES = [
    "a: ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    ": ",
    "?",
    "? ",
    "\n",
    "  ",
    "'",
    '"',
    "b",
    "中",
    "#",
    "|",
    "&a ",
    "*a",
    "!t ",
    "~",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("|#\n")
@example("b: >-2#\n   b")
@example("|0#\n")
def test_both_parsers_read_alike(text):
    before, results = room._FAST, []
    for loader in (getattr(yaml, "CSafeLoader", PlainLoader), PlainLoader):
        room._FAST = loader
        file, problems = parse_yaml(text, "x.yml")
        results.append((file.data, problems))
    room._FAST = before
    assert results[0] == results[1]


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.yml")
    (tmp_path / "y.yml").mkdir()
    for name in ("x.yml", "y.yml"):
        (problem,) = read_yaml(tmp_path, name)[1]
        assert (problem.code, problem.wrong) == ("file-unreadable", "cannot be read: not a regular file")
