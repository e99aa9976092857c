"""Documents that can fail: what they name exists, and what exists is named."""

from __future__ import annotations

import importlib.util
import inspect
import re
from pathlib import Path
from typing import get_args

import pytest
from jianzhu.commands import cli
from jianzhu.source import records
from jianzhu.source.records import kinds, terms
from jianzhu.text.kinds import default_kinds, ids_of

ROOT = Path(__file__).parent.parent
ENGINE = ROOT / "scripts/jianzhu"
README = (ROOT / "README.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
HANDBOOK = (ROOT / "seeds/README.md").read_text(encoding="utf-8")
MODELS = [
    model
    for module in (records, kinds)
    for _, model in inspect.getmembers(module, inspect.isclass)
    if issubclass(model, records.Record) and model is not records.Record
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_handbook_names_every_key(model):
    for name, field in model.model_fields.items():
        assert (
            f"`{field.alias or name}`" in HANDBOOK
            or f"`{{{field.alias or name}:" in HANDBOOK
            or _in_form(field.alias or name)
        )


def _in_form(key: str) -> bool:
    """Keys of the common forms stand in one code span: {zh: …, en: …}."""
    return any(re.search(rf"\b{key}: ", code) for code in re.findall(r"`({[^`]*})`", HANDBOOK))


#: Every type of which a record may have one value of several; the directory of an article says what a block is.
LITERALS = {
    name: get_args(value)
    for name, value in vars(terms).items()
    if get_args(value) and all(isinstance(one, str) for one in get_args(value))
}


def test_the_types_of_the_records_are_found():
    assert {"NoteKind", "Status"} <= LITERALS.keys()


@pytest.mark.parametrize("literal", LITERALS)
def test_the_handbook_names_every_value(literal):
    for value in LITERALS[literal]:
        assert f"`{value}`" in HANDBOOK


@pytest.mark.parametrize("section", ["concepts", "events", "dimensions"])
def test_the_handbook_names_every_kind_of_the_default_set(section):
    for name in ids_of(default_kinds(), section):
        assert f"`{name}`" in HANDBOOK


def test_the_readme_names_the_commands():
    for command in cli.COMMANDS:
        assert re.search(rf"`(?:jianzhu )?{command}\b|jianzhu {command}\b", README), command


def test_the_targets_that_documents_name_exist():
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for text in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        assert [
            name for name in re.findall(r"(?:^    |`)make ([a-z-]+)", text, re.MULTILINE) if name not in targets
        ] == []


def test_what_the_documents_link_to_exists():
    papers = [ROOT / name for name in ("CONTRIBUTING.md", "CHANGELOG.md")]
    papers += [ROOT / folder / name for folder in ("", "seeds") for name in ("README.md", "README.zh.md")]
    for paper in (*papers, ROOT / "docs/architecture.md", *(ROOT / "docs/decisions").glob("*.md")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", paper.read_text(encoding="utf-8")):
            assert (paper.parent / link).exists(), f"{paper}: {link}"


def test_the_map_names_every_part_and_module():
    table = {
        part: set(re.findall("`([^`]+)`", modules))
        for part, modules in re.findall(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", ARCHITECTURE, re.MULTILINE)
    }
    assert table == {path.stem: _children(path) for path in _children_of(ENGINE)}


def test_a_part_imports_only_from_those_above_it_in_the_map():
    parts = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.MULTILINE)
    upward = [
        f"{path.relative_to(ENGINE)}: {imported}"
        for part in parts
        for path in (*(ENGINE / part).rglob("*.py"), *ENGINE.glob(f"{part}.py"))
        for imported in re.findall(r"^ *(?:from|import) jianzhu\.(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
        if parts.index(imported) > parts.index(part)
    ]
    assert upward == []


def _children_of(folder: Path) -> list[Path]:
    """The modules and packages in `folder`."""
    paths = (*folder.glob("*.py"), *(path.parent for path in folder.glob("*/__init__.py")))
    return [path for path in paths if not path.name.startswith("__")]


def _children(path: Path) -> set[str]:
    return {child.stem for child in _children_of(path)} if path.is_dir() else set()


def test_the_map_names_nothing_that_is_not_there():
    names = set(re.findall(r"`(jianzhu\.[\w.]+)`", ARCHITECTURE))
    assert len(names) > 20
    assert [name for name in sorted(names) if not _resolves(name)] == []


def _resolves(name: str) -> bool:
    """True for a module, or something defined in one."""
    module, _, attribute = name.rpartition(".")
    if importlib.util.find_spec(module) is None:
        return False
    return hasattr(importlib.import_module(module), attribute) or importlib.util.find_spec(name) is not None


def test_the_way_of_a_sentence_and_a_note_is_that_of_the_seeds():
    ref, text = re.search(r"^Sentence `([a-z0-9-]+:s[0-9]+)`, (.+)$", ARCHITECTURE, re.MULTILINE).groups()
    note = re.search(r"^Note `([a-z0-9-]+)` on ", ARCHITECTURE, re.MULTILINE)[1]
    slug, _, segment = ref.partition(":")
    folder = ROOT / "seeds/articles" / slug
    assert f'{segment}: "{text}"' in (folder / "segments.yml").read_text(encoding="utf-8")
    assert f"\n{note}:\n  segment: {segment}\n" in (folder / "notes.yml").read_text(encoding="utf-8")
