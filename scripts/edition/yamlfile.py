"""YAML files as plain data with the line of every value.

Every scalar is read as a string: `no`, `12:30` and `2023-04-11` mean what they say, and the record models
decide what a value is. Duplicate keys and aliases are refused: seeds are data for people to read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from edition.problems import Place, Problem

Key = tuple[str | int, ...]

_TOO_DEEP = "lists and mappings stand in each other too deep"
#: libyaml's parser where PyYAML was built with it: the same nodes, ten times as fast.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class YamlFile:
    """What a YAML file says: `data` (dicts, lists, strings, None) and `lines`, the line of each key path."""

    path: str
    data: Any
    lines: dict[Key, int] = field(default_factory=dict)

    def place(self, *key: str | int) -> Place:
        """The place of the value at `key`, or of the nearest thing around it that has a line."""
        while key and key not in self.lines:
            key = key[:-1]
        return Place(self.path, self.lines.get(key, 1))

    def places(self, *key: str | int) -> dict[str, Place]:
        """The place of the mapping at `key` under "", and that of each value in it under its name."""
        value = self.data
        for part in key:
            value = value[part]
        return {"": self.place(*key)} | {str(name): self.place(*key, name) for name in value}


def parse_yaml(text: str, path: str) -> tuple[YamlFile, list[Problem]]:
    """Read `text` as one YAML document; `path` is only for messages. Gives what could be read and all problems."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        # What is left open is wrong where it begins; everything else where the parser stumbled.
        left_open = error.context_mark is not None and "scanning a quoted" in (error.context or "")
        mark = error.context_mark if left_open else error.problem_mark or error.context_mark
        place = Place(path, mark.line + 1 if mark else 1)
        said = [words for words in (error.context, error.problem) if words]
        return YamlFile(path, None), [_syntax(place, ", ".join(said) or "not YAML")]
    except RecursionError:
        return YamlFile(path, None), [_syntax(Place(path), _TOO_DEEP)]
    except yaml.YAMLError as error:
        return YamlFile(path, None), [_syntax(Place(path), str(error).splitlines()[0])]
    lines: dict[Key, int] = {}
    problems: list[Problem] = []
    try:
        data = _plain(node, (), path, lines, problems, set()) if node is not None else None
    except RecursionError:
        return YamlFile(path, None), [_syntax(Place(path), _TOO_DEEP)]
    return YamlFile(path, data, lines), problems


def read_yaml(root: Path, path: str) -> tuple[YamlFile, list[Problem]]:
    """Read the YAML file at `path` (relative to `root`); a missing file is a problem, as is one not in UTF-8."""
    try:
        text = (root / path).read_bytes().decode("utf-8")
    except OSError:
        problem = Problem(
            Place(path),
            "file-missing",
            "the file is not there",
            f"a YAML file at {path}",
            "create it; `scripts/build.py add` makes all files of a new article",
        )
        return YamlFile(path, None), [problem]
    except UnicodeDecodeError as error:
        line = (root / path).read_bytes()[: error.start].count(b"\n") + 1
        wrong = f"byte {error.start} is not UTF-8: save the file as UTF-8"
        return YamlFile(path, None), [_syntax(Place(path, line), wrong)]
    return parse_yaml(text, path)


def _syntax(place: Place, wrong: str) -> Problem:
    return Problem(
        place,
        "yaml-syntax",
        wrong,
        "a YAML mapping or list in UTF-8, indented with spaces",
        "mend the line; put text with ': ' or a leading special character in quotes",
    )


def _plain(node: Node, key: Key, path: str, lines: dict[Key, int], problems: list[Problem], seen: set[Node]) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(key, line)
    if node in seen:
        problems.append(_syntax(Place(path, line), "an alias (*) leads here"))
        return None
    seen.add(node)
    if isinstance(node, ScalarNode):
        quoted = node.style in ("'", '"', "|", ">")
        return None if not quoted and node.value in ("", "~", "null") else node.value
    if isinstance(node, SequenceNode):
        return [_plain(child, (*key, at), path, lines, problems, seen) for at, child in enumerate(node.value)]
    assert isinstance(node, MappingNode)
    mapping: dict[str, Any] = {}
    for name_node, child in node.value:
        name = name_node.value if isinstance(name_node, ScalarNode) else "[a key that is no word]"
        name_line = name_node.start_mark.line + 1
        if name in mapping:
            problems.append(
                Problem(
                    Place(path, name_line),
                    "yaml-duplicate-key",
                    f"the key {name!r} stands here again; it was said on line {lines[(*key, name)]}",
                    "each key once in a mapping",
                    "merge the two entries or rename one",
                )
            )
            continue
        lines[(*key, name)] = name_line
        mapping[name] = _plain(child, (*key, name), path, lines, problems, seen)
    return mapping
