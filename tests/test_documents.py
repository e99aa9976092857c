"""Documents that can fail: what they name exists, and what exists is named."""

from __future__ import annotations

import inspect
import re
from pathlib import Path
from typing import get_args

import pytest
from jianzhu.commands import cli
from jianzhu.source import records

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
HANDBOOK = (ROOT / "seeds/README.md").read_text(encoding="utf-8")
MODELS = [
    model
    for _, model in inspect.getmembers(records, inspect.isclass)
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


@pytest.mark.parametrize(
    "literal",
    [
        "BlockKind",
        "Certainty",
        "ConceptType",
        "Dismissal",
        "NoteKind",
        "QuestionKind",
        "Reason",
        "RelationType",
        "Status",
        "Verdict",
    ],
)
def test_the_handbook_names_every_value(literal):
    for value in get_args(getattr(records, literal)):
        assert f"`{value}`" in HANDBOOK


def test_the_readme_names_the_commands():
    for command in cli.COMMANDS:
        assert re.search(rf"build\.py.*\b{command}\b", README), command
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for named in re.findall(r"make ([a-z-]+)", README):
        assert named in targets


def test_what_the_documents_link_to_exists():
    for text, folder in ((README, ROOT), (HANDBOOK, ROOT / "seeds")):
        for link in re.findall(r"\]\((?!https?:)([^)#]+)\)", text):
            assert (folder / link).exists(), link


def test_the_map_of_the_engine_is_that_of_the_tree():
    engine = ROOT / "scripts/jianzhu"
    entries = re.findall(
        r"^        (\S+) ", README.partition("\n      jianzhu/ ")[2].partition("\n      bench/")[0], re.MULTILINE
    )
    for entry in entries:
        place = engine / entry
        assert place.is_dir() if entry.endswith("/") else place.with_suffix(".py").exists(), entry
    assert {f"{path.parent.name}/" for path in engine.glob("*/__init__.py")} == set(entries) - {"compile"}
