"""Places: where the files of seeds/ name what has an id: the one table by which every reference is found, and follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

from jianzhu.source.records import Addressed
from jianzhu.source.yamlfile import Key

#: Behind a path: what is named is the key itself.
KEY = "@"


@dataclass(frozen=True)
class Place:
    """In files that `file` matches, the values at `path` (`*` is any key) name something of the kind `what`.

    A `local` id is one within the article in whose folder the file is; what a place `defines` stands there.
    """

    file: str
    path: str
    what: Addressed
    local: bool = False
    defines: bool = False


PLACES = (
    Place("edition.yml", "specimen", "segment"),
    Place("edition.yml", "questions.*", "question"),
    Place("glossary/*.yml", "*@", "concept", defines=True),
    Place("glossary/*.yml", "*.broader.*", "concept"),
    Place("glossary/*.yml", "*.related.*", "concept"),
    Place("events.yml", "*@", "event", defines=True),
    Place("events.yml", "*.evidence.*.segment", "segment"),
    Place("events.yml", "*.concepts.*", "concept"),
    Place("claims.yml", "*@", "claim", defines=True),
    Place("claims.yml", "*.subject", "concept"),
    Place("claims.yml", "*.target.segment", "segment"),
    Place("claims.yml", "*.repeats.*.segment", "segment"),
    Place("relations.yml", "*@", "relation", defines=True),
    Place("relations.yml", "*.source", "segment"),
    Place("relations.yml", "*.target", "segment"),
    Place("questions.yml", "*@", "question", defines=True),
    Place("questions.yml", "*.positions.*.article", "article"),
    Place("questions.yml", "*.positions.*.passages.*.segment", "segment"),
    Place("questions.yml", "*.concepts.*", "concept"),
    Place("sources.yml", "*@", "source", defines=True),
    *(
        Place(file, path, "source")
        for file, entry in (
            ("glossary/*.yml", "*."),
            ("events.yml", "*."),
            ("claims.yml", "*."),
            ("relations.yml", "*."),
            ("articles/*/notes.yml", "*."),
            ("articles/*/emendations.yml", "*."),
            ("articles/*/article.yml", ""),
        )
        for path in (f"{entry}sources.*", f"{entry}sources.*.source")
    ),
    Place("articles/*/segments.yml", "withdrawn.*", "segment", local=True),
    Place("articles/*/notes.yml", "*@", "note", local=True, defines=True),
    Place("articles/*/notes.yml", "*.segment", "segment", local=True),
    Place("articles/*/marks.yml", "*.segment", "segment", local=True),
    Place("articles/*/marks.yml", "*.concept", "concept"),
)


@dataclass(frozen=True)
class Mention:
    """At `key` of the file `path` (below seeds/) stands something of the kind `what`, whose whole id is `name`.

    `named` where the key itself is the id; `local` where the file has it without the article.
    """

    path: str
    key: Key
    what: Addressed
    name: str
    named: bool
    local: bool
    defines: bool

    def written(self, name: str) -> str:
        """The id `name` as it is to be written here: without the article where that is the file's own."""
        own = article_of(self.path)
        return name.removeprefix(f"{own}:") if self.local and name.startswith(f"{own}:") else name


def article_of(path: str) -> str:
    """The article in whose folder the file at `path` (below seeds/) is; empty where it is in none."""
    match = re.match(r"articles/([^/]+)/", path)
    return match[1] if match else ""


def mentions(path: str, data: Any) -> Iterator[Mention]:
    """What the `data` of the file at `path` (below seeds/) names."""
    for place in PLACES:
        if not fnmatchcase(path, place.file) or place.file.count("/") != path.count("/"):
            continue
        named = place.path.endswith(KEY)
        for key, value in _walk(data, place.path.removesuffix(KEY).split("."), ()):
            name = key[-1] if named else value
            if not isinstance(name, str):
                continue
            whole = f"{article_of(path)}:{name}" if place.local and ":" not in name else name
            yield Mention(path, key, place.what, whole, named, place.local, place.defines)


def _walk(data: Any, pattern: list[str], key: Key) -> Iterator[tuple[Key, Any]]:
    """The values in `data` whose keys `pattern` matches."""
    if not pattern:
        yield key, data
        return
    first, *rest = pattern
    if isinstance(data, Mapping):
        for name, value in data.items():
            if first in ("*", name):
                yield from _walk(value, rest, (*key, name))
    elif isinstance(data, list) and first == "*":
        for index, value in enumerate(data):
            yield from _walk(value, rest, (*key, index))
