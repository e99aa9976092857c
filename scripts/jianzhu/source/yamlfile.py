"""YAML files as plain data with the line of every value.

Every scalar is read as a string: `no`, `12:30` and `2023-04-11` mean what they say, and the record models
decide what a value is. Duplicate keys, aliases and tags are refused: seeds are data for people to read.

The parser's events are read one by one, and not its tree: the tree is built by functions that call themselves, and in C a
file of 32,000 open brackets ends the process.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml import events

from jianzhu.source.names import unreadable
from jianzhu.source.problems import Location, Problem
from jianzhu.source.yamlscanner import PlainLoader
from jianzhu.text.characters import UNPRINTABLE, name_of

Key = tuple[str | int, ...]
#: What begins or is a value.
_Node = events.AliasEvent | events.ScalarEvent | events.SequenceStartEvent | events.MappingStartEvent

#: How deep lists and mappings may be nested; the records need seven levels.
DEEPEST = 32
#: libyaml's parser where PyYAML was built with it: the same events, ten times as fast.
_FAST = getattr(yaml, "CSafeLoader", PlainLoader)


@dataclass(frozen=True)
class YamlFile:
    """What a YAML file says: `data` (dicts, lists, strings, None) and `lines`, the line of each key path."""

    path: str
    data: Any
    lines: dict[Key, int] = field(default_factory=dict)

    def location(self, *key: str | int) -> Location:
        """The location of the value at `key`, or of the nearest thing around it that has a line."""
        while key and key not in self.lines:
            key = key[:-1]
        return Location(self.path, self.lines.get(key, 1))

    def locations(self, *key: str | int) -> dict[str, Location]:
        """The location of the mapping at `key` under "", and that of each value in it under its name."""
        value = self.data
        for part in key:
            value = value[part]
        return {"": self.location(*key)} | {str(name): self.location(*key, name) for name in value}


def parse_yaml(text: str, path: str) -> tuple[YamlFile, list[Problem]]:
    """Read `text` as one YAML document; `path` is only for messages. Gives what could be read and all problems."""
    text = text.removeprefix("\ufeff")
    if found := UNPRINTABLE.search(text) or re.search("\r(?!\n)", text):
        location = Location(path, text.count("\n", 0, found.start()) + 1)
        code = ord(found[0])
        escape = f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
        wrong = f"{name_of(found[0])} is not allowed here: remove it, or write it as {escape} in double quotes"
        return YamlFile(path, None), [_syntax(location, wrong)]
    # What is wrong, the slow parser says: its words, and what it lets pass, are then the same on every machine. Tabs are
    # what it refuses and libyaml, in some places, does not.
    with suppress(yaml.YAMLError, _NotPlain):
        if "\t" not in text:
            return _read(text, path, _FAST)
    try:
        return _read(text, path, PlainLoader)
    except _NotPlain as error:
        return YamlFile(path, None), [_syntax(Location(path, error.line), str(error))]
    except yaml.MarkedYAMLError as error:
        # What is left open is wrong where it begins; everything else where the parser stumbled.
        left_open = error.context_mark is not None and "scanning a quoted" in (error.context or "")
        mark = error.context_mark if left_open else error.problem_mark or error.context_mark
        location = Location(path, mark.line + 1 if mark else 1)
        said = [words for words in (error.context, error.problem) if words]
        return YamlFile(path, None), [_syntax(location, ", ".join(said) or "not YAML")]
    except yaml.YAMLError as error:
        return YamlFile(path, None), [_syntax(Location(path), str(error).splitlines()[0])]


def read_yaml(root: Path, path: str) -> tuple[YamlFile, list[Problem]]:
    """Read the YAML file at `path` (relative to `root`); a missing file is a problem, as is one not in UTF-8."""
    try:
        data = read_bytes(root / path)
    except FileNotFoundError:
        problem = Problem(
            Location(path),
            "file-missing",
            wrong="the file is missing",
            expected=f"a YAML file at {path}",
            advice="create it; `jianzhu add` creates all files of a new article",
        )
        return YamlFile(path, None), [problem]
    except OSError as error:
        return YamlFile(path, None), [unreadable(Location(path), error)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        wrong = f"byte {error.start} is not UTF-8: save the file as UTF-8"
        return YamlFile(path, None), [_syntax(Location(path, line), wrong)]
    return parse_yaml(text, path)


def read_bytes(path: Path) -> bytes:
    """The bytes of the file at `path`. Raises OSError, also for what is no file and would never end (a pipe, a device)."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "not a regular file", str(path))
    return path.read_bytes()


def _syntax(location: Location, wrong: str) -> Problem:
    return Problem(
        location,
        "yaml-syntax",
        wrong=wrong,
        expected="a YAML mapping or list in UTF-8, indented with spaces",
        advice="fix the line; put text with ': ' or a leading special character in quotes",
    )


class _NotPlain(Exception):
    """YAML that may be right, but is not what seeds are written in."""

    def __init__(self, line: int, wrong: str) -> None:
        super().__init__(wrong)
        self.line = line


_UNNAMED = object()


@dataclass
class _Open:
    """A list or mapping whose end has not come: its values so far, and the name of the next one, where that is known.

    `kept` is False within what a key that is there already says again.
    """

    key: Key
    values: list[Any] | dict[str, Any]
    kept: bool
    name: Any = _UNNAMED


def _read(text: str, path: str, loader: Any) -> tuple[YamlFile, list[Problem]]:
    """`text` by the parser of `loader`. Raises yaml.YAMLError, and _NotPlain."""
    lines: dict[Key, int] = {}
    problems: list[Problem] = []
    top: list[Any] = []
    within = [_Open((), top, True)]
    documents = 0
    rows = text.split("\n")
    for event in _events(text, loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, events.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _NotPlain(line, "expected a single document in the stream, but found another document")
        elif isinstance(event, events.CollectionEndEvent):
            within.pop()
        elif isinstance(event, _Node):
            key = _put(event, line, within, lines, problems, path)
            if key is not None and (problem := _cut_off(event, key, rows, path)):
                problems.append(problem)
    return YamlFile(path, top[0] if top else None, lines), problems


def _events(text: str, loader: Any) -> Iterator[events.Event]:
    """What the parser finds in `text`. Raises yaml.YAMLError; ValueError of a character that is none is one too."""
    try:
        yield from yaml.parse(text, Loader=loader)
    except (ValueError, OverflowError) as error:
        raise yaml.YAMLError(f"an escape is not a character ({error})") from error


def _put(
    event: _Node, line: int, within: list[_Open], lines: dict[Key, int], problems: list[Problem], path: str
) -> Key | None:
    """Put what `event` is into the innermost of the lists and mappings that are open; its key, where it is a value."""
    parent = within[-1]
    if isinstance(parent.values, dict) and parent.name is _UNNAMED:
        _name(event, line, parent, lines, problems, path)
        return None
    # The document itself is in a list, too, but has no number.
    own = (len(parent.values),) if isinstance(parent.values, list) and len(within) > 1 else ()
    key = (*parent.key, parent.name) if isinstance(parent.values, dict) else (*parent.key, *own)
    kept = parent.kept and parent.name is not None
    value = _value(event, line, problems if kept else [], path)
    if kept:
        lines.setdefault(key, line)
        if isinstance(parent.values, dict):
            parent.values[parent.name] = value
        else:
            parent.values.append(value)
    parent.name = _UNNAMED
    if isinstance(event, events.CollectionStartEvent):
        if len(within) > DEEPEST:
            raise _NotPlain(line, f"lists and mappings are nested more than {DEEPEST} levels deep")
        within.append(_Open(key, value, kept))
    return key


#: A value that is no prose: an id, a date, a number or one of a few words.
_TOKEN = re.compile(r"[A-Za-z0-9._:/~+-]+")
#: What keys have text for a value, however short.
_TEXTS = frozenset({"text", "zh", "en", "exact", "prefix", "suffix", "sic", "corr", "why"})
_COMMENT = re.compile(r"[ \t]+#(?P<glued>\S?)")


def _cut_off(event: _Node, key: Key, rows: list[str], path: str) -> Problem | None:
    """A problem where ` #` ends a text without quotes, so that YAML takes the rest of it for a comment.

    Behind an id, a date or a number a comment is one, unless its sign is glued to a word.
    """
    if (
        not isinstance(event, events.ScalarEvent)
        or event.style not in (None, "")
        or not event.value
        or not event.end_mark
    ):
        return None
    mark = event.end_mark
    behind = rows[mark.line][mark.column :] if mark.line < len(rows) else ""
    comment = _COMMENT.match(behind)
    if not comment or (
        _TOKEN.fullmatch(event.value) and not comment["glued"] and key[-1:] not in {(name,) for name in _TEXTS}
    ):
        return None
    lost = behind.strip()
    return Problem(
        Location(path, mark.line + 1),
        "yaml-comment",
        wrong=f"{lost[:60]!r} behind {event.value[-30:]!r} is read as a comment, and is not part of the text",
        expected="text with ` #` in quotes, and comments on lines of their own",
        advice="put the whole text in quotes, or move the comment to the line above",
    )


def _name(event: _Node, line: int, parent: _Open, lines: dict[Key, int], problems: list[Problem], path: str) -> None:
    """Take `event` for the name of the next value of `parent`; None where it is there already."""
    if not isinstance(event, events.ScalarEvent):
        raise _NotPlain(line, "a list, a mapping or an alias (*) is used as a key")
    name = _value(event, line, problems if parent.kept else [], path, plain=True)
    parent.name = name
    if not parent.kept:
        return
    if name in parent.values:
        problems.append(
            Problem(
                Location(path, line),
                "yaml-duplicate-key",
                wrong=f"the key {name!r} is repeated; it was first used on line {lines[(*parent.key, name)]}",
                expected="each key once in a mapping",
                advice="merge the two entries or rename one",
            )
        )
        parent.name = None
        return
    lines[(*parent.key, name)] = line


def _value(event: _Node, line: int, problems: list[Problem], path: str, plain: bool = False) -> Any:
    """What `event` is or begins: text (None where it says so, but for a name), an empty list or an empty mapping."""
    if isinstance(event, events.AliasEvent):
        problems.append(_syntax(Location(path, line), f"an alias (*{event.anchor}) is not allowed"))
        return None
    if event.tag is not None:
        raise _NotPlain(line, f"a tag ({event.tag}) is not allowed: every value is text")
    if isinstance(event, events.SequenceStartEvent):
        return []
    if isinstance(event, events.MappingStartEvent):
        return {}
    if re.search("[\ud800-\udfff]", event.value):
        raise _NotPlain(line, "an escape is half a character (a surrogate, U+D800 to U+DFFF)")
    if not plain and event.style in (None, "") and event.value in ("", "~", "null"):
        return None
    return event.value
