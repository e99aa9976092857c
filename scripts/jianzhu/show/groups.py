"""Groups: consecutive blocks that readers meet as one: a list, a table, a quotation of several paragraphs, a poem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar

from jianzhu.show.blocks import Pair

GroupKind = Literal["single", "list", "table", "quotation", "figure", "verse", "footnotes"]
#: From so many lines on, those of a poem are numbered.
NUMBERED = 10
#: A number or a letter counts items; any other sign only begins one.
_COUNTS = re.compile(r"\w")
#: Signs of Markdown and of plain text that stand for a bullet.
_BULLETS = frozenset("-*+•·")


class Paired(Protocol):
    """A block as a page or a book has it."""

    @property
    def pair(self) -> Pair: ...


Block = TypeVar("Block", bound=Paired)


@dataclass(frozen=True)
class Item(Generic[Block]):
    """An item of a list, and the lists below it."""

    block: Block
    below: tuple[ItemList[Block], ...]


@dataclass(frozen=True)
class ItemList(Generic[Block]):
    """Items of one depth; `counted` where the author numbers them."""

    counted: bool
    items: tuple[Item[Block], ...]


@dataclass(frozen=True)
class Group(Generic[Block]):
    """Blocks that are one to a reader. A quotation ends with its attributions, a figure with its captions."""

    kind: GroupKind
    blocks: tuple[Block, ...]

    @property
    def lists(self) -> tuple[ItemList[Block], ...]:
        """The items of a list, nested by their depths."""
        return _nested(self.blocks)

    @property
    def columns(self) -> int:
        """How many cells the longest row of a table has, in either language."""
        return max(max(len(block.pair.main_parts), len(block.pair.facing_parts)) for block in self.blocks)

    @property
    def head(self) -> tuple[Block, ...]:
        """The rows that head a table."""
        return tuple(block for block in self.blocks if block.pair.label == "header")

    @property
    def body(self) -> tuple[Block, ...]:
        """The rows of a table below its head, the paragraphs of a quotation."""
        return tuple(
            block for block in self.blocks if block.pair.label != "header" and block.pair.kind != "attribution"
        )

    @property
    def attributions(self) -> tuple[Block, ...]:
        """Who is quoted, behind a quotation."""
        return tuple(block for block in self.blocks if block.pair.kind == "attribution")

    @property
    def stanzas(self) -> tuple[tuple[Block, int], ...]:
        """Each stanza, and how many lines of the poem stand before it."""
        lengths = [len(block.pair.main_parts) for block in self.blocks]
        return tuple((block, sum(lengths[:number])) for number, block in enumerate(self.blocks))

    @property
    def numbered(self) -> bool:
        """Whether a poem is so long that its lines are numbered."""
        return sum(len(block.pair.main_parts) for block in self.blocks) >= NUMBERED


def groups_of(blocks: Iterable[Block], structured: bool) -> list[Group[Block]]:
    """`blocks` in groups, in their order.

    In a text whose format is not `structured` quotations are guessed one by one, and one behind another is another.
    """
    groups: list[tuple[GroupKind, list[Block]]] = []
    for block in blocks:
        kind = _kind(block.pair, structured)
        if groups and _belongs(block.pair, kind, groups[-1][0], groups[-1][1][-1].pair):
            groups[-1][1].append(block)
        else:
            groups.append((kind, [block]))
    return [Group(kind, tuple(members)) for kind, members in groups]


def _kind(pair: Pair, structured: bool) -> GroupKind:
    match pair.kind:
        case "table" | "figure" | "verse":
            return pair.kind
        case "footnote":
            return "footnotes"
        case "list" if pair.level is not None:
            return "list"
        case "quotation" if structured:
            return "quotation"
    return "single"


def _belongs(pair: Pair, kind: GroupKind, group: GroupKind, last: Pair) -> bool:
    """Whether a block, alone a group of `kind`, goes on a `group` that ends with the block `last`."""
    match group:
        case "list" | "verse" | "footnotes":
            return kind == group
        case "table":  # which has its head before its rows
            return kind == group and (pair.label != "header" or last.label == "header")
        case "quotation":
            return (kind == group and last.kind == "quotation") or pair.kind == "attribution"
        case "figure":
            return pair.kind == "caption"
    return False


def marker_of(pair: Pair) -> str:
    """What stands before an item whose text has neither number nor bullet of its own; empty where it has."""
    label = pair.label.strip()
    if not label or label in _BULLETS:
        return "–" if label else ""
    return f"{label}." if label.isalnum() else label


def _nested(blocks: Sequence[Block]) -> tuple[ItemList[Block], ...]:
    """`blocks` as lists of the depth of the first; those that are deeper belong to the item before them."""
    lists: list[tuple[bool, list[Item[Block]]]] = []
    at = 0
    while at < len(blocks):
        first, depth = blocks[at], blocks[at].pair.level or 1
        end = at + 1
        while end < len(blocks) and (blocks[end].pair.level or 1) > depth:
            end += 1
        item = Item(first, _nested(blocks[at + 1 : end]))
        counted = bool(_COUNTS.search(first.pair.label))
        if not lists or lists[-1][0] != counted:
            lists.append((counted, []))
        lists[-1][1].append(item)
        at = end
    return tuple(ItemList(counted, tuple(items)) for counted, items in lists)
