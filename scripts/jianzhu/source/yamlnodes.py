"""YAML nodes: where each value of a YAML file stands in its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import yaml
from yaml import events

from jianzhu.source.yamlscanner import PlainLoader


class Node(NamedTuple):
    """A value in the source from `start` to `end`; `flow` for what stands in brackets. A pair has its key's span first."""

    start: int
    end: int
    style: str
    flow: bool
    children: Mapping[str | int, Child]


class Child(NamedTuple):
    """A value in a list or mapping: where its entry begins (the key, or the sign of the list), the key, and the value."""

    start: int
    key: Node | None
    value: Node


def compose(text: str) -> Node:
    """The document in `text` with the places of all its values. `parse_yaml` has read it already."""
    mark = len(text) - len(text.removeprefix("\ufeff"))
    found = (event for event in yaml.parse(text[mark:], Loader=PlainLoader))
    for event in found:
        if isinstance(event, events.NodeEvent):
            return _node(event, found, mark)
    return Node(len(text), len(text), "", False, {})


def _node(event: events.Event, ahead: Iterator[events.Event], mark: int) -> Node:
    start, end = _index(event.start_mark) + mark, _index(event.end_mark) + mark
    if isinstance(event, events.ScalarEvent):
        return Node(start, end, event.style or "", False, {})
    children: dict[str | int, Child] = {}
    if isinstance(event, events.SequenceStartEvent):
        for item in ahead:
            if isinstance(item, events.SequenceEndEvent):
                end = _index(item.end_mark) + mark
                break
            value = _node(item, ahead, mark)
            children[len(children)] = Child(value.start, None, value)
    else:
        for name in ahead:
            if isinstance(name, events.MappingEndEvent):
                end = _index(name.end_mark) + mark
                break
            key = _node(name, ahead, mark)
            said = name.value if isinstance(name, events.ScalarEvent) else ""
            children[said] = Child(key.start, key, _node(next(ahead), ahead, mark))
    is_flow = isinstance(event, events.CollectionStartEvent) and bool(event.flow_style)
    return Node(start, end, "", is_flow, children)


def _index(place: Any) -> int:
    """The offset of a mark of the parser, which gives one to every event."""
    offset: int = place.index
    return offset
