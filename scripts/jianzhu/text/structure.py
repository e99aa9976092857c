"""Structure: the blocks of a text, and what its author set apart within them; offsets count code points of the text.

A format with markup (Markdown, HTML, DOCX, EPUB) says what each block is; for plain text and PDF it is proposed by rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What a block is. A block of verse is a stanza, its lines separated by newlines; a block of a table is a row, its cells
#: separated by tabs; a block of code keeps its newlines; a separator divides scenes; a figure’s text describes the image.
BlockKind = Literal[
    "heading",
    "paragraph",
    "quotation",
    "attribution",
    "caption",
    "byline",
    "list",
    "verse",
    "dialogue",
    "table",
    "figure",
    "footnote",
    "code",
    "separator",
]
#: What an author set apart in a sentence. An address is one that is printed as such; a footnote is the sign that refers
#: to one; a speaker is who says the words behind it.
InlineKind = Literal[
    "emphasis",
    "strong",
    "deletion",
    "superscript",
    "subscript",
    "ruby",
    "link",
    "footnote",
    "speaker",
    "code",
    "formula",
    "address",
]
#: Of these no character is ever repaired, divided or annotated.
PROTECTED_INLINES: frozenset[InlineKind] = frozenset({"code", "formula", "address"})
PROTECTED_BLOCKS: frozenset[BlockKind] = frozenset({"code"})
#: Blocks that are there without a word: a scene’s end, an image, a row of empty cells.
MAY_BE_EMPTY: frozenset[BlockKind] = frozenset({"separator", "figure", "table"})


@dataclass(frozen=True, kw_only=True)
class Inline:
    """What the author set apart from `start` to `end`. `value` is the address of a link, the reading of a ruby, or the label
    of the footnote that a sign refers to; empty for the rest.
    """

    start: int
    end: int
    kind: InlineKind
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A block from `start` to `end`.

    `level` is that of a heading (1 is the text’s own title) or the depth of a list’s item (1 is the outermost). `label` is the
    file of a figure’s image, the label of a footnote, the number or bullet of an item where the text itself has none, the
    language of code, or `header` for the head of a table; empty for the rest.
    """

    start: int
    end: int
    kind: BlockKind
    level: int | None = None
    label: str = ""


@dataclass(frozen=True)
class Structure:
    """The blocks and the inlines of one text, each in the order of the text; blocks do not overlap, inlines may nest."""

    passages: tuple[Passage, ...]
    inlines: tuple[Inline, ...]
