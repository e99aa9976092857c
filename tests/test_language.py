"""Language: the two languages of an edition; no module but this compares codes."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Mapping
from pathlib import Path

import jianzhu
import pytest
from jianzhu.language import LANGUAGES, SOURCE, TRANSLATION, Language

ENGINE = Path(jianzhu.__file__).parent
#: All modules but the one that runs when it is imported.
MODULES = [
    found.name for found in pkgutil.walk_packages(jianzhu.__path__, "jianzhu.") if not found.name.endswith("__main__")
]
CODE = r"""["'](?:zh|en)["']"""
#: A line that asks for a language by its code: in a comparison, or as one of two alternatives.
COMPARED = re.compile(rf"{CODE} (?:[!=]=|(?:not )?in|if) |(?:[!=]= |\bin [(\[{{]|\belse ){CODE}")


@pytest.mark.parametrize(
    ("lang", "code", "tag", "other", "is_source", "spaces_words", "folder"),
    [
        (SOURCE, "zh", "zh-Hans", TRANSLATION, True, False, ""),
        (TRANSLATION, "en", "en", SOURCE, False, True, "en/"),
    ],
)
def test_what_a_language_knows(lang, code, tag, other, is_source, spaces_words, folder):
    assert (lang, lang.code, lang.tag, lang.other, lang.is_source) == (code, code, tag, other, is_source)
    assert (lang.spaces_words, lang.folder) == (spaces_words, folder)
    assert Language(code) is lang
    assert {code: 1}[lang] == 1


def test_both_are_the_languages_of_the_edition():
    assert set(LANGUAGES) == set(Language)


def test_every_table_by_language_has_every_language():
    tables = {
        f"{module.__name__}.{name}": set(map(str, value))
        for module in map(importlib.import_module, MODULES)
        for name, value in vars(module).items()
        if isinstance(value, Mapping) and value and set(value) & set(Language)
    }
    assert len(tables) >= 10
    assert {name: keys for name, keys in tables.items() if keys != set(Language)} == {}


def test_no_other_module_compares_codes():
    found = [
        f"{path.relative_to(ENGINE).as_posix()}: {line.strip()}"
        for path in (*ENGINE.rglob("*.py"), *ENGINE.rglob("*.j2"))
        if path != ENGINE / "language.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if COMPARED.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        'if lang == "zh":', '{% if lang != "en" %}', "'zh' == lang", '"en" if source else other', 'x if y else "zh"',
        'lang in ("zh",)',
    ],
)  # fmt: skip
def test_what_compares_codes_is_recognized(line):
    assert COMPARED.search(line)
