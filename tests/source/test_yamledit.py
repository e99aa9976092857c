"""YAML edits: what is meant changes, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.source.problems import EditionError
from jianzhu.source.yamledit import YamlEdit, flow
from jianzhu.source.yamlfile import parse_yaml

TEXT = """\
# The head of the file.

a:  # first
  list: [x,  y, z]
  block:
    - x   # one
    - 'y'
# About c.
c: {k: "v", m: {n: o}}
d: >
  folded

  text
"""
EDITS = [
    (lambda e: e.replace(("a", "list", 1), "b"), "[x,  y, z]", "[x,  b, z]"),
    (lambda e: e.replace(("a", "block", 1), "it's"), "'y'", "'it''s'"),
    (lambda e: e.replace(("c", "k"), "小米"), '"v"', '"小米"'),
    (lambda e: e.replace(("c", "m", "n"), "null"), "n: o", 'n: "null"'),
    (lambda e: e.replace(("d",), "x: y"), ">\n  folded\n\n  text\n", '"x: y"'),
    (lambda e: e.rename(("c",), "e"), "\nc: {", "\ne: {"),
    (lambda e: e.remove(("a", "list", 0)), "[x,  y", "[y"),
    (lambda e: e.remove(("a", "list", 2)), "y, z]", "y]"),
    (lambda e: e.remove(("a", "list", 0), ("a", "list", 1), ("a", "list", 2)), "[x,  y, z]", "[]"),
    (lambda e: e.remove(("a", "block", 0)), "    - x   # one\n", ""),
    (lambda e: e.remove(("a", "block", 0), ("a", "block", 1)), "block:\n    - x   # one\n    - 'y'", "block: []"),
    (lambda e: e.remove(("c",)), '# About c.\nc: {k: "v", m: {n: o}}\n', ""),
    (lambda e: e.remove(("a",)), TEXT[TEXT.index("a:") : TEXT.index("# About")], ""),
    (lambda e: e.add(("c",), "new", ["1", "2"]), "{n: o}}", "{n: o}, new: [1, 2]}"),
    (lambda e: e.add(("a",), "new", "1"), "    - 'y'\n", "    - 'y'\n  new: 1\n"),
    (lambda e: e.put(("a", "block"), "w"), "block:\n    - x   # one\n    - 'y'", "block: w"),
    (lambda e: e.extend(("a", "list"), ["w"]), "z]", "z, w]"),
    (lambda e: e.extend(("a", "block"), ["w"]), "    - 'y'\n", "    - 'y'\n    - w\n"),
    (lambda e: e.insert(("a", "list"), "new: 1", "new", "1"), "z]\n", "z]\n  new: 1\n"),
    (lambda e: e.append("f: g", {"f": "g"}), "  text\n", "  text\nf: g\n"),
    (lambda e: e.comment_out([("a", "block", 0)], "why"), "    - x   # one", "    # why\n    # - x   # one"),
    (lambda e: e.comment_out([("c",)], "why"), "# About c.\nc:", "# why\n# # About c.\n# c:"),
]  # fmt: skip


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("change", "old", "new"), EDITS)
def test_one_place_changes_and_every_other_byte_stays(change, old, new, ends):
    assert TEXT.count(old) == 1
    edit = YamlEdit(TEXT.replace("\n", ends), "x.yml")
    change(edit)
    expected = TEXT.replace(old, new).replace("\n", ends)
    assert edit.result() in (expected, expected.replace('"x: y"', '"x: y"' + ends))


def test_what_would_say_something_else_is_refused():
    edit = YamlEdit("a: [b, c]\n", "x.yml")
    edit.append("a: d\n", {"e": "f"})
    with pytest.raises(EditionError, match="cannot be changed in place"):
        edit.result()
    with pytest.raises(EditionError, match="yaml-syntax"):
        YamlEdit("a: [", "x.yml")


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("# h\na: 1\nc: 2\nb: 3\n", "b", "# h\na: 1\nb: 3\nc: 2\n"),
        ("# h\nz: 1\nb: 2\nc: 3", "z", "# h\nb: 2\nc: 3\nz: 1\n"),
        ("a: 1\n# b\nb:\n  - x\nc: 3\nb2: 4\n", "b2", "a: 1\n# b\nb:\n  - x\nb2: 4\nc: 3\n"),
        ("b: 1\na: 2\nc: 3\n", "c", "b: 1\na: 2\nc: 3\n"),
        ("a: 1\nb: 2\n", "b", "a: 1\nb: 2\n"),
    ],
)
def test_an_entry_finds_its_place_among_sorted_ones(text, name, expected):
    assert YamlEdit(text, "x.yml").sort(name) == expected


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Zl", "Zp", "Co"]))
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1), inner, max_size=3),
    max_leaves=6,
)


@given(VALUES)
def test_a_flow_value_is_read_as_it_was(value):
    file, problems = parse_yaml(f"a: {flow(value)}\n", "x.yml")
    assert not problems
    assert file.data == {"a": value}


def test_every_value_of_this_edition_can_be_replaced(root: Path):
    """The places of the parser are those of the text, in every file that editors have written."""
    for path in sorted((root / "seeds").glob("*.yml")):
        text = path.read_text("utf-8")
        edit = YamlEdit(text, path.name)
        names = list(edit.data)
        if isinstance(edit.data, dict) and len(names) > 9:
            edit.rename((names[4],), "zzz")
            edit.remove((names[7],))
            kept = edit.result()
            assert len(text.splitlines()) - len(kept.splitlines()) == len(edit.entry((names[7],)).splitlines())
