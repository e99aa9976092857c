"""Gaps: what an unfinished article does not say yet, and what stands in its place.

An article that is not published may lack most of its record, and one of the two languages of a text. Nothing is made up for
it: what is unknown stays unknown, a text in one language stands for the other one too, and an article without a title goes
by `UNTITLED`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from jianzhu.language import LANGUAGES
from jianzhu.source.problems import Problem
from jianzhu.source.records.article import REQUIRED
from jianzhu.source.records.terms import ArticleStatus
from jianzhu.source.yamlfile import Key, YamlFile, read_bytes

#: What an article without a title is called.
UNTITLED = {"zh": "无题", "en": "Untitled"}
#: What a raw article is taken for until its record says more; it is in no output.
_UNKNOWN = {"title": UNTITLED}

_STATUS = re.compile(r"^status:[ \t]*([\"']?)(raw|draft|published)\1[ \t]*(?:#.*)?\r?$", re.MULTILINE)


def written_status(path: Path) -> ArticleStatus:
    """The status in the article.yml at `path`, read from its line, so that it is known where the rest is no YAML."""
    try:
        found = _STATUS.search(read_bytes(path).decode("utf-8", "replace"))
    except OSError:
        return "published"
    return next((status for status in REQUIRED if found and status == found[2]), "published")


def without_gaps(file: YamlFile) -> tuple[YamlFile, list[Problem]]:
    """`file` of an unfinished article as if it had no gaps, and its gaps: values left empty are gone, and a text in one
    language stands for the other one too."""
    gaps: list[Problem] = []
    data = file.data
    if isinstance(data, dict):
        data = {key: value for key, value in data.items() if value is not None}
    return replace(file, data=_filled(data, (), file, gaps)), gaps


def complete_article(file: YamlFile, status: ArticleStatus) -> tuple[YamlFile, list[Problem]]:
    """article.yml of an unfinished article with stand-ins for what its model requires, and what it lacks to be published."""
    if not isinstance(file.data, dict):
        return file, []
    missing = [_missing(file, name) for name in REQUIRED["published"] if name not in file.data]
    wanted = REQUIRED[status]
    stand_ins = {name: value for name, value in _UNKNOWN.items() if name not in wanted}
    return replace(file, data={**stand_ins, **file.data}), missing


def missing_keys(file: YamlFile) -> list[Problem]:
    """The keys that the article.yml of a published article lacks."""
    given = file.data if isinstance(file.data, dict) else {}
    return [_missing(file, name) for name in REQUIRED["published"] if given.get(name) is None]


def _missing(file: YamlFile, name: str, *key: str | int) -> Problem:
    return Problem(
        file.location(*key) if key else file.location(),
        "record-invalid",
        wrong=f"{name}: missing",
        expected="a value",
        advice=f"add {name.rpartition('.')[2]!r}",
    )


def _filled(value: Any, key: Key, file: YamlFile, gaps: list[Problem]) -> Any:
    """`value` with both languages wherever it has one of them, and without texts that have none."""
    if isinstance(value, list):
        return [_filled(item, (*key, index), file, gaps) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if _is_bilingual(value):
        said = next(text for text in value.values() if text)
        for lang in LANGUAGES:
            if not value.get(lang):
                gaps.append(_missing(file, ".".join(map(str, (*key, lang))), *key))
        return {lang: value.get(lang) or said for lang in LANGUAGES}
    filled = {name: _filled(item, (*key, name), file, gaps) for name, item in value.items()}
    return {name: item for name, item in filled.items() if not _is_empty(item)}


def _is_bilingual(value: dict[str, Any]) -> bool:
    """True for a text in one or both languages; quotes in them are mappings."""
    return (
        set(value) <= set(LANGUAGES) and any(value.values()) and all(isinstance(v, str | None) for v in value.values())
    )


def _is_empty(value: Any) -> bool:
    """True for a text that has neither language."""
    return isinstance(value, dict) and bool(value) and set(value) <= set(LANGUAGES) and not any(value.values())
