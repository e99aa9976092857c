"""YAML edits: values and entries of a YAML file changed in place. Every other byte stays: comments, order, quotes, line ends.

The edits are made in the source text, at the places that the parser gives for each value. The result is read again, and must
say what was meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from jianzhu.source.manifest import quoted
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.yamlfile import Key, parse_yaml
from jianzhu.source.yamlnodes import Child, Node, compose

#: What needs no quotes anywhere: ids, addresses of sentences, counts, and hashes that no reader of YAML takes for a number.
_PLAIN = re.compile(
    r"(?!(?i:null|true|false|yes|no|on|off)\Z)[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9]+)*(?::[a-z0-9][a-z0-9-]*)?"
    r"|[1-9]\d{0,6}|(?=[0-9a-f]*[a-df])[0-9a-f]{8}"
)
_COMMENT = re.compile(r"[ ]*#")


@dataclass
class YamlEdit:
    """Edits of the YAML file `text`, which is at `path`. Keys are those of the file before any of them.

    Raises EditionError where the file cannot be read.
    """

    text: str
    path: str
    _root: Node = field(init=False)
    _data: Any = field(init=False)
    _splices: list[tuple[int, int, str]] = field(init=False, default_factory=list)
    _values: dict[Key, Any] = field(init=False, default_factory=dict)
    _names: dict[Key, str] = field(init=False, default_factory=dict)
    _removed: set[Key] = field(init=False, default_factory=set)
    _added: dict[Key, list[tuple[str | int, Any]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        file, problems = parse_yaml(self.text, self.path)
        if problems:
            raise EditionError(problems)
        self._data = file.data
        self._root = compose(self.text)

    @property
    def data(self) -> Any:
        """What the file says."""
        return self._data

    @property
    def line_end(self) -> str:
        """What ends a line of the file."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def replace(self, key: Key, value: str) -> None:
        """Make the text at `key` say `value`, in the quotes that it has."""
        node = self._at(key)
        self._splices.append((node.start, node.end, _scalar(value, node.style)))
        self._values[key] = value

    def put(self, key: Key, value: Any) -> None:
        """Put `value`, text or a flow list or mapping, in the place of whatever is at `key`."""
        node = self._at(key)
        start, end = node.start, self._end_of(node)
        before = " " if start == end and self.text[start - 1 : start] == ":" else ""
        if not node.flow and node.children:  # a block begins on a line of its own
            name = self._child(key).key
            start = name.end + 1 if name else start
            before = " "
        self._splices.append((start, end, before + flow(value)))
        self._values[key] = value

    def rename(self, key: Key, name: str) -> None:
        """Call the entry at `key` `name`, where it stands."""
        node = self._child(key).key
        if node is None:
            raise KeyError(key)
        self._splices.append((node.start, node.end, _scalar(name, node.style)))
        self._names[key] = name

    def clear(self, key: Key) -> None:
        """Leave the value at `key` of a mapping empty, in brackets `~`."""
        name = self._child(key).key
        if name is None:
            raise KeyError(key)
        if self._at(key[:-1]).flow:
            self.put(key, None)
            return
        self._splices.append((name.end + 1, self._end_of(self._at(key)), ""))
        self._values[key] = None

    def remove(self, *keys: Key, comments: bool = True) -> None:
        """Remove the entries at `keys`, with the `comments` right above them; what is empty then is `[]` or `{}`."""
        lines = self._entry if comments else self._lines
        wanted = set(keys)
        for parent in {key[:-1] for key in keys}:
            node = self._at(parent)
            gone = [key for key in wanted if key[:-1] == parent]
            if len(gone) == len(node.children):
                empty: Any = [] if isinstance(self._value(parent), list) else {}
                if parent:
                    self.put(parent, empty)
                else:
                    self._splices.append(
                        (
                            lines(min(gone, key=lambda key: node.children[key[-1]].start))[0],
                            self._end_of(node),
                            flow(empty),
                        )
                    )
                    self._values[()] = empty
                continue
            for key in gone:
                self._splices.append((*(self._in_brackets(node, key, gone) if node.flow else lines(key)), ""))
                self._removed.add(key)

    def comment_out(self, keys: Sequence[Key], why: str) -> None:
        """Turn the entries at `keys` into comments below the line `why`: nothing that they said is lost. In brackets, where no
        comment can be, an entry is removed.
        """
        for parent in dict.fromkeys(key[:-1] for key in keys):
            node, own = self._at(parent), [key for key in keys if key[:-1] == parent]
            if node.flow:
                self.remove(*own)
                continue
            for key in own:
                start, end = self._entry(key)
                lines = self.text[start:end].splitlines(keepends=True)
                at = self._line(self._child(key).start)
                indent = " " * (len(self.text[at:end]) - len(self.text[at:end].lstrip(" ")))
                said = "".join(f"{indent}# {line.removeprefix(indent)}" for line in lines)
                said += "" if said.endswith("\n") else self.line_end
                empty = len(own) == len(node.children) and key == own[-1]
                nothing: Any = [] if isinstance(self._value(parent), list) else {}
                rest = f"{indent}{flow(nothing)}{self.line_end}" if empty else ""
                self._splices.append((start, end, f"{indent}# {why}{self.line_end}{said}{rest}"))
                self._removed.add(key)

    def add(self, key: Key, name: str, value: Any) -> None:
        """Add the pair of `name` and `value` behind those of the mapping at `key`, written as a flow value."""
        node, pair = self._at(key), f"{_scalar(name, '')}: {flow(value)}"
        if node.flow:
            last = self.text.rfind("}", node.start, node.end)
            at = node.start + 1 + len(self.text[node.start + 1 : last].rstrip())
            self._splices.append((at, at, f"{', ' if node.children else ''}{pair}"))
        else:
            first = next(iter(node.children.values())).start
            indent = " " * (first - (self.text.rfind("\n", 0, first) + 1))
            at = self._line_after(self._end_of(node))
            self._splices.append((at, at, f"{self._break_at(at)}{indent}{pair}{self.line_end}"))
        self._added.setdefault(key, []).append((name, value))

    def extend(self, key: Key, values: Sequence[Any]) -> None:
        """Add `values` behind those of the list at `key`."""
        node = self._at(key)
        if node.flow or not node.children:
            at = node.start + 1 + len(self.text[node.start + 1 : node.end - 1].rstrip())
            said = ", ".join(map(flow, values))
            self._splices.append((at, at, f", {said}" if node.children else said))
        else:
            end = self._line_after(self._end_of(node))
            first = next(iter(node.children.values())).start
            sign = self.text[self._line(first) : first]
            lines = "".join(f"{sign}{flow(value)}{self.line_end}" for value in values)
            self._splices.append((end, end, self._break_at(end) + lines))
        self._added.setdefault(key, []).extend(enumerate(values))

    def insert(self, behind: Key, source: str, name: str, value: Any) -> None:
        """Put `source`, lines that say `name: value`, behind the entry at the key `behind` of a block."""
        end = self._entry(behind)[1]
        own = self._child(behind).start
        indent = " " * (own - self._line(own))
        lines = "".join(f"{indent}{line}{self.line_end}" for line in source.splitlines())
        self._splices.append((end, end, self._break_at(end) + lines))
        self._added.setdefault(behind[:-1], []).append((name, value))

    def place(self, entries: Iterable[tuple[str, str, Any]], *, sort: bool = True) -> None:
        """Put `entries`, each a name, lines that say `name: value`, and the value, where they belong among the sorted ones of the
        file; behind them where these are not sorted, or are not to be (`sort`).
        """
        ordered = sorted(entries, key=lambda entry: entry[0] if sort else "")
        names = [str(child) for child in self._root.children]
        if not names:
            self.append("\n".join(source for _, source, _ in ordered), {name: value for name, _, value in ordered})
            return
        self._refuse_brackets()
        in_order = sort and names == sorted(names)
        first = self._child((names[0],)).start
        indent = self.text[self._line(first) : first]
        for place, group in groupby(ordered, lambda one: bisect_left(names, one[0]) if in_order else len(names)):
            own = list(group)
            at = self._entry((names[place - 1],))[1] if place else self._entry((names[0],))[0]
            lines = "\n".join(source for _, source, _ in own)
            self._put_lines(at, lines, indent, [(name, value) for name, _, value in own])

    def list_behind(self, source: str, values: Sequence[Any]) -> None:
        """Put `source`, lines that say the list `values`, right behind the last entry of the file, which is a list."""
        count = len(self._root.children)
        if not count:
            self.append(source, list(values))
            return
        self._refuse_brackets()
        start, end = self._lines((count - 1,))
        indent = self.text[start : len(self.text) - len(self.text[start:].lstrip(" "))]
        self._put_lines(end, source, indent, list(enumerate(values)))

    def _refuse_brackets(self) -> None:
        if self._root.flow:
            raise self._failure(self._root.start)

    def _put_lines(self, at: int, source: str, indent: str, added: Sequence[tuple[str | int, Any]]) -> None:
        """Put the lines of `source` at `at`, the beginning of a line: they say `added`, which belongs to the file itself."""
        lines = "".join(f"{indent}{line}{self.line_end}" for line in source.splitlines())
        self._splices.append((at, at, self._break_at(at) + lines))
        self._added.setdefault((), []).extend(added)

    def append(self, source: str, entries: Any) -> None:
        """Put `source`, lines that say `entries` (a mapping, or a list), behind all that the file has."""
        data = self._data
        named = entries.items() if isinstance(entries, dict) else enumerate(entries, len(data or ()))
        lines = "".join(f"{line}{self.line_end}" for line in source.splitlines())
        if data:
            at = len(self.text)
            self._splices.append((at, at, self._break_at(at) + lines))
            self._added.setdefault((), []).extend(named)
        else:
            start, end = self._root.start, self._root.end
            self._splices.append((start, self._line_after(end) if start != end else end, lines))
            self._values[()] = entries

    def entry(self, key: Key) -> str:
        """The lines of the entry at `key`, with the comments right above it."""
        start, end = self._entry(key)
        return self.text[start:end]

    def result(self) -> str:
        """The text with all edits made. Raises EditionError where it does not say what was meant: nothing is to be written then."""
        text, done, parts = self.text, 0, []
        for start, end, new in sorted(self._splices, key=lambda splice: splice[:2]):
            if start < done:
                raise self._failure(start)
            parts += [text[done:start], new]
            done = end
        result = "".join([*parts, text[done:]])
        file, problems = parse_yaml(result, self.path)
        if problems or file.data != self._meant(self._data, ()):
            raise self._failure(self._splices[0][0])
        return result

    def sort(self, name: str) -> str:
        """The text with the entry `name`, if all others are sorted, where it belongs among them."""
        names = [str(child) for child in self._root.children]
        others = [one for one in names if one != name]
        if self._root.flow or names == sorted(names) or others != sorted(others):
            return self.text
        start, end = self._entry((name,))
        behind = next((one for one in others if one > name), None)
        at = self._entry((behind,))[0] if behind else len(self.text)
        entry = self.text[start:end]
        rest = [
            self.text[: min(at, start)],
            self.text[end:at] if at > start else self.text[at:start],
            self.text[max(at, end) :],
        ]
        rest.insert(2 if at > start else 1, entry if entry.endswith("\n") else entry + self.line_end)
        if at == len(self.text):
            rest[1] += self._break_at(at)
        moved = "".join(rest)
        file, problems = parse_yaml(moved, self.path)
        if problems or file.data != self._data or list(file.data) != sorted(names):
            raise self._failure(start)
        return moved

    def _failure(self, at: int) -> EditionError:
        location = Location(self.path, self.text.count("\n", 0, at) + 1)
        wrong, expected = "this entry cannot be changed in place", "an entry in the form that seeds/README.md shows"
        advice = "write it in block style, each key on its own line, and run the command again"
        return EditionError([Problem(location, "record-invalid", wrong=wrong, expected=expected, advice=advice)])

    def _meant(self, data: Any, key: Key) -> Any:
        """What `data` at `key` is to say after the edits."""
        if key in self._values:
            return self._values[key]
        if isinstance(data, dict):
            kept = {
                self._names.get((*key, name), name): self._meant(value, (*key, name))
                for name, value in data.items()
                if (*key, name) not in self._removed
            }
            return kept | dict(self._added.get(key, ()))
        if isinstance(data, list):
            kept_items = [
                self._meant(value, (*key, index))
                for index, value in enumerate(data)
                if (*key, index) not in self._removed
            ]
            return kept_items + [value for _, value in self._added.get(key, ())]
        return data

    def _value(self, key: Key) -> Any:
        value = self._data
        for part in key:
            value = value[part]
        return value

    def _child(self, key: Key) -> Child:
        return self._at(key[:-1]).children[key[-1]]

    def _at(self, key: Key) -> Node:
        node = self._root
        for part in key:
            node = node.children[part].value
        return node

    def _end_of(self, node: Node) -> int:
        """Where the last character of `node` ends: the parser ends a block only where something else begins."""
        while not node.flow and node.children:
            node = list(node.children.values())[-1].value
        return node.end

    @property
    def _begin(self) -> int:
        return 1 if self.text.startswith("\ufeff") else 0

    def _line(self, at: int) -> int:
        """Where the line of `at` begins; the first one begins behind a byte order mark."""
        return self.text.rfind("\n", 0, at) + 1 or self._begin

    def _line_after(self, at: int) -> int:
        """Where the line behind that of `at` begins; `at` itself where it begins one."""
        if at and self.text[at - 1] == "\n":
            return at
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def _break_at(self, at: int) -> str:
        """The end of the line before `at`, where it has none."""
        return "" if at <= self._begin or self.text[at - 1] == "\n" else self.line_end

    def _lines(self, key: Key) -> tuple[int, int]:
        """The lines of the entry at `key` of a block, without comments."""
        child = self._child(key)
        return self._line(child.start), self._line_after(self._end_of(child.value))

    def _entry(self, key: Key) -> tuple[int, int]:
        """The lines of the entry at `key` of a block: from the comments right above it. Those that begin the file stay there."""
        child = self._child(key)
        start = own = self._line(child.start)
        while start > self._begin and _COMMENT.match(self.text, before := self._line(start - 1)):
            start = before
        if start == self._begin or (self.text[start:own].count("\n") and self._inside(start, key)):
            start = own
        return start, self._line_after(self._end_of(child.value))

    def _inside(self, at: int, key: Key) -> bool:
        """True where `at` is within the entry before that at `key`: its lines are no comments, though they look so."""
        ends = [
            self._end_of(child.value)
            for child in self._at(key[:-1]).children.values()
            if child.start < self._child(key).start
        ]
        return bool(ends) and at < max(ends)

    def _in_brackets(self, parent: Node, key: Key, gone: Sequence[Key]) -> tuple[int, int]:
        """The entry at `key` of a list or mapping in brackets, with the comma behind it; with the one before it where all that
        follow are `gone` too.
        """
        child = self._child(key)
        behind = [name for name, other in parent.children.items() if other.start > child.start]
        comma = re.compile(r"\s*,\s*").match(self.text, child.value.end)
        if comma and any((*key[:-1], name) not in gone for name in behind):
            return child.start, comma.end()
        before = re.search(r"\s*,\s*\Z", self.text[parent.start : child.start])
        return (parent.start + before.start() if before else child.start), child.value.end


def flow(value: Any) -> str:
    """`value` (text, None, lists and mappings) as YAML on one line."""
    match value:
        case None:
            return "~"
        case str():
            return _scalar(value, "")
        case dict():
            return "{" + ", ".join(f"{_scalar(name, '')}: {flow(one)}" for name, one in value.items()) + "}"
        case _:
            return "[" + ", ".join(map(flow, value)) + "]"


def _scalar(value: str, style: str) -> str:
    """`value` as a scalar in `style` (the quotes it is to have; empty for none), in quotes where it needs them."""
    if style == "'" and not re.search("[\n\r]", value) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    if style != '"' and _PLAIN.fullmatch(value):
        return value
    return quoted(value)
