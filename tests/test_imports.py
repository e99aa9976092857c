"""Imports of the engine: a part reads only those above it in the map, and the way down is short."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "jianzhu"
#: The parts in the order of docs/architecture.md.
PARTS = re.findall(
    r"^\| `(\w+)` \|", (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"), flags=re.MULTILINE
)
#: As many modules at most may import each other in a row; a change that needs more needs a reason.
#: Commands that change an edition stand on its compilation; suggestions are taken out between a file and its records, and all
#: records stand on the kinds that the edition knows.
LONGEST = 25


def _modules() -> dict[str, Path]:
    base = ROOT / "scripts"
    found = {}
    for path in (base / PACKAGE).rglob("*.py"):
        parts = path.relative_to(base).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = _modules()


@cache
def imports(module: str) -> frozenset[str]:
    """The modules of the engine that `module` imports anywhere in its code."""
    found = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return frozenset(found & MODULES.keys() - {module, PACKAGE})


def part(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def depth(module: str, above: tuple[str, ...] = ()) -> int:
    """How many modules import each other in a row from `module` on, itself among them."""
    assert module not in above, f"a circle of imports: {' -> '.join((*above, module))}"
    return 1 + max((depth(other, (*above, module)) for other in _own(module)), default=0)


@cache
def _own(module: str) -> frozenset[str]:
    """What `module` imports without the packages that hold a module it imports: these run no code of their own."""
    found = imports(module)
    return frozenset(name for name in found if not any(other.startswith(f"{name}.") for other in found))


def test_the_map_has_the_parts():
    assert {"text", "source", "show", "site", "books"} <= set(PARTS)
    assert {part(module) for module in MODULES} - {"", "__main__"} == set(PARTS)


@pytest.mark.parametrize("module", sorted(module for module in MODULES if part(module) in PARTS))
def test_a_part_imports_only_from_those_above_it(module):
    allowed = PARTS[: PARTS.index(part(module)) + 1]
    assert {other for other in imports(module) if part(other) not in allowed} == set()


@pytest.mark.parametrize(
    ("one", "other"), [("books", "site"), ("show", "compile"), ("site", "books"), ("site", "release")]
)
def test_these_parts_know_nothing_of_each_other(one, other):
    assert {m for m in MODULES if part(m) == one for found in imports(m) if part(found) == other} == set()


def test_no_row_of_imports_is_long_or_a_circle():
    longest = max(MODULES, key=depth)
    assert depth(longest) <= LONGEST, longest
