"""Types: what mypy cannot say of itself: strings that could be swapped, and exceptions without a reason."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
import re
from collections.abc import Iterator
from types import ModuleType

import jianzhu
import pytest

#: So many strings of a dataclass may be given by position: nothing sees that two of them are swapped.
STRINGS = 3
#: An exception for a checker: which, of what, and why.
EXCEPTION = re.compile(r"# (type: ignore|noqa)(?!\[[a-z-]+\] # \S|: [A-Z]+\d+ \S)")


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(jianzhu.__path__, "jianzhu."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def dataclasses_of(module: ModuleType) -> Iterator[type]:
    for value in vars(module).values():
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__:
            yield value


def strings_by_position(kind: type) -> list[str]:
    texts = ("str", str, "str | None", str | None)
    return [
        field.name for field in dataclasses.fields(kind) if field.type in texts and field.init and not field.kw_only
    ]


@pytest.mark.parametrize(
    "kind", [kind for module in modules() for kind in dataclasses_of(module)], ids=lambda kind: kind.__name__
)
def test_many_strings_are_given_by_name(kind):
    assert len(strings_by_position(kind)) <= STRINGS, "make it kw_only, or the strings behind `_: KW_ONLY`"


def test_every_exception_for_a_checker_has_a_code_and_a_reason(root):
    paths = sorted(path for folder in ("scripts", "tests") for path in (root / folder).rglob("*.py"))
    lines = [(path, line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
    assert [f"{path.name}: {line.strip()}" for path, line in lines if EXCEPTION.search(line)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("type: ignore", True),
        ("type: ignore[attr-defined]", True),
        ("type: ignore[attr-defined] # the library sets it", False),
        ("noqa", True),
        ("noqa: S704", True),
        ("noqa: S704 (this is the escaping)", False),
    ],
)
def test_what_an_exception_needs(line, found):
    assert bool(EXCEPTION.search(f"x = y  # {line}")) == found
