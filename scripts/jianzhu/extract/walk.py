"""Walk: from the tree of a document to blocks in reading order.

All formats with markup come this way: Markdown, DOCX and EPUB are made HTML first. Where an element is a block its kind is known;
words that stand in no such element form paragraphs of their own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from jianzhu.extract.code import preformatted_blocks
from jianzhu.extract.dom import BLOCKS, DEEPEST, SILENT, is_hidden, tag_of, text_of, words_of
from jianzhu.extract.elements import (
    image_address,
    inline_kind,
    is_counter,
    is_icon,
    link_address,
    online_address,
    whole_number,
)
from jianzhu.extract.images import ImageShelf
from jianzhu.extract.inline import InlineRun, InlineText
from jianzhu.extract.lines import joined_stanza, verse_or_paragraphs
from jianzhu.extract.mathml import formula_of
from jianzhu.extract.notes import Notes, without_label
from jianzhu.extract.tables import is_layout, rows_of
from jianzhu.source.records.extract import ExtractBlock
from jianzhu.text.structure import BlockKind

_VERSE = re.compile(r"\b(?:poem|poetry|verse|stanza|line-block|lyrics?)\b|诗")
#: A block of nothing but these divides scenes.
_SEPARATOR = re.compile(r"(?:[*＊※◇◆○●☆★·•—\-_=~～#＃⁂❦†]\s*){3,}|[⁂❦]")


@dataclass(frozen=True, kw_only=True)
class _Context:
    """What a block is where nothing nearer says so."""

    kind: BlockKind = "paragraph"
    level: int | None = None
    label: str = ""
    depth: int = 0
    verse: bool = False
    nesting: int = 0


class Walker:
    """Walks documents one after the other; `blocks` and `left_out` grow. `excluded` are elements that are not the text’s own."""

    def __init__(self, notes: Notes, shelf: ImageShelf, excluded: Iterable[etree._Element] = ()) -> None:
        self.blocks: list[ExtractBlock] = []
        self.left_out: list[str] = []
        self._notes, self._shelf = notes, shelf
        self._excluded = set(excluded)
        self._flow = InlineText()
        self._figures: list[ExtractBlock] = []
        self._base, self._online = "", ""
        self._fresh_label = ""  # that of the list’s item or note which has begun and has no block yet

    def walk(self, root: etree._Element, base: str = "") -> None:
        """Read the document `root`; addresses of images in it are relative to `base`, those of links to where it was online."""
        self._base, self._online = base, online_address(root)
        self._node(root, _Context())
        self._flush(_Context())

    def _children(self, element: etree._Element, context: _Context) -> None:
        if context.nesting > DEEPEST:
            self._flow.add(text_of(element))
            return
        deeper = replace(context, nesting=context.nesting + 1)
        self._flow.add(element.text or "")
        for child in element:
            self._node(child, deeper)
            self._flow.add(child.tail or "")

    def _node(self, element: etree._Element, context: _Context) -> None:
        tag = tag_of(element)
        if tag == "svg":
            self._svg(element)
        if not tag or tag in SILENT or element in self._notes.backlinks:
            return
        if element in self._excluded or is_hidden(element):
            self.leave_out(element)
            return
        if tag in BLOCKS:
            cell = context.kind == "table"
            self._flow.add(" ") if cell else self._flush(context)
            self._block(element, tag, context)
            self._flow.add(" ") if cell else self._flush(context)
        else:
            self._inline(element, tag, context)

    def leave_out(self, element: etree._Element) -> None:
        """Record the words of an element that is not read."""
        words = text_of(element)
        if words:
            self.left_out.append(words)

    # Blocks

    def _block(self, element: etree._Element, tag: str, context: _Context) -> None:
        inner = context
        if _VERSE.search(words_of(element)):
            inner = replace(inner, verse=True)
        label = self._notes.label_of_note.get(element)
        if label is not None:
            self._fresh_label = label
            inner = _Context(kind="footnote", label=label, nesting=context.nesting)
            if tag in ("li", "dd"):
                tag = "div"
        if context.kind == "table":  # a cell has no blocks
            self._children(element, inner)
        elif re.fullmatch("h[1-6]", tag):
            self._whole(element, replace(inner, kind="heading", level=int(tag[1])))
        elif tag == "p" and "msotitle" in words_of(element):  # of Word
            self._whole(element, replace(inner, kind="heading", level=1))
        elif tag == "blockquote":
            self._whole(element, replace(inner, kind="quotation", level=None))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(element, tag, inner)
        elif tag in ("li", "dd", "dt"):
            self._whole(element, replace(inner, kind="list", level=min(max(context.depth, 1), 6)))
        elif tag == "dl":
            self._whole(element, replace(inner, depth=inner.depth + 1))
        elif tag == "hr":
            self.blocks.append(ExtractBlock(kind="separator"))
        elif tag in ("pre", "listing", "xmp", "plaintext"):
            self.blocks += preformatted_blocks(element, verse=inner.verse)
        elif tag == "table":
            self._table(element, inner)
        elif tag in ("figcaption", "caption") or (tag == "p" and re.search(r"\bcaption\b", words_of(element))):
            self._whole(element, replace(inner, kind="caption", level=None))
        elif inner.verse and not context.verse:
            self._verse(element, inner)
        elif inner is not context:
            self._whole(element, inner)
        else:
            self._children(element, inner)

    def _whole(self, element: etree._Element, context: _Context) -> None:
        self._children(element, context)
        self._flush(context)

    def _list(self, element: etree._Element, tag: str, context: _Context) -> None:
        inner = replace(context, kind="list", depth=context.depth + 1, level=min(context.depth + 1, 6))
        number, step = whole_number(element.get("start"), 1), 1
        if element.get("reversed") is not None:
            number, step = sum(tag_of(child) == "li" for child in element), -1
        if context.kind == "footnote":
            inner = context
        for child in element:
            if tag_of(child) == "li" and child not in self._notes.label_of_note:
                number = whole_number(child.get("value"), number)
                self._fresh_label = f"{number}." if tag == "ol" else "•"
                number += step
            self._node(child, replace(inner, nesting=inner.nesting + 1))
            self._flush(inner)

    def _table(self, element: etree._Element, context: _Context) -> None:
        if is_layout(element):
            self._children(element, context)
            return
        for caption in (child for child in element if tag_of(child) == "caption"):
            self._node(caption, context)
        for row in rows_of(element):
            label = "header" if row.is_header else ""
            cell = _Context(kind="table", label=label, nesting=context.nesting + 3)
            for number, part in enumerate(row.cells):
                if number:
                    self._flow.add_mark("\t")
                if part is not None and part in self._excluded:
                    self.leave_out(part)
                elif part is not None:
                    self._children(part, cell)
            self._flush(cell)

    def _verse(self, element: etree._Element, context: _Context) -> None:
        """A poem: blocks of one line each, without an empty one between, are lines of one stanza."""
        first = len(self.blocks)
        self._whole(element, context)
        made = self.blocks[first:]
        if len(made) > 1 and all(block.kind == "verse" and "\n" not in block.text for block in made):
            self.blocks[first:] = [joined_stanza(made)]

    # Inlines

    def _inline(self, element: etree._Element, tag: str, context: _Context) -> None:
        if tag == "br":
            self._flow.add(" ") if context.kind in ("table", "heading", "caption") else self._flow.add_mark("\n")
        elif tag == "wbr":
            return
        elif tag in ("img", "image"):
            self._image(element)
        elif tag in ("math", "jz-formula"):
            self._flow.open("formula")
            self._flow.add(formula_of(element))
            self._flow.close()
        elif tag == "ruby":
            self._ruby(element, context)
        elif tag == "q":
            self._flow.add("“")
            self._children(element, context)
            self._flow.add("”")
        elif tag == "a":
            self._link(element, context)
        else:
            kind = None if self._holds_sign(element, tag) else inline_kind(element)
            if kind is None:
                self._children(element, context)
                return
            self._flow.open(kind)
            self._children(element, context)
            self._flow.close()

    def _holds_sign(self, element: etree._Element, tag: str) -> bool:
        """True for a raised sign of a footnote, which is raised for being one."""
        return tag == "sup" and any(link in self._notes.label_of_sign for link in element.iter("a", "{*}a"))

    def _link(self, element: etree._Element, context: _Context) -> None:
        label = self._notes.label_of_sign.get(element)
        address = link_address(element, self._online)
        if label is not None:
            self._flow.open("footnote", label)
            self._flow.add(text_of(element))
            self._flow.close()
        elif address:
            self._flow.open("link", address)
            self._children(element, context)
            self._flow.close()
        else:
            self._children(element, context)

    def _ruby(self, element: etree._Element, context: _Context) -> None:
        """The base is text, what stands above it the reading of the part of the base before it."""
        waiting = False
        parts: list[tuple[str | etree._Element, str]] = [(element.text or "", "")]
        for child in element:
            parts += [(child, tag_of(child)), (child.tail or "", "")]
        for part, tag in parts:
            if tag in ("rt", "rtc"):
                if waiting:
                    self._flow.close(text_of(part) if not isinstance(part, str) else "")
                waiting = False
                continue
            if tag in SILENT or (isinstance(part, str) and not part.strip()):
                continue
            if not waiting:
                self._flow.open("ruby")
                waiting = True
            if isinstance(part, str):
                self._flow.add(part)
            else:
                self._children(part, replace(context, nesting=context.nesting + 1))
        if waiting:
            self._flow.drop()

    def _image(self, element: etree._Element) -> None:
        alt = " ".join(str(element.get("alt") or "").split())
        if is_counter(element):
            return
        if is_icon(element):
            self._flow.add(alt)
            return
        address = image_address(element)
        if self._base and ":" not in address:
            address = posixpath.normpath(self._base + address)
        name = self._shelf.name_of(address)
        if name or alt:
            self._figures.append(ExtractBlock(kind="figure", label=name, text=alt))

    def _svg(self, element: etree._Element) -> None:
        """An image in the frame of an SVG, as covers of EPUBs have it; a drawing in the page is none of a text’s files."""
        for part in element.iter():
            if tag_of(part) == "image":
                self._image(part)

    # Text to blocks

    def _flush(self, context: _Context) -> None:
        run = self._flow.take()
        run = run.cut(0, len(run.text)) if context.kind != "table" else run
        if context.kind == "table":
            if run.text.strip("\t "):
                self.blocks.append(_block(context, run, context.label))
        elif _SEPARATOR.fullmatch(run.text):
            self.blocks.append(ExtractBlock(kind="separator"))
        elif run.text:
            self._add(context, run)
        self.blocks += self._figures
        self._figures = []

    def _add(self, context: _Context, run: InlineRun) -> None:
        label, self._fresh_label = self._fresh_label, ""
        if context.kind == "footnote" and label:
            run = run.cut(without_label(run.text, label), len(run.text))
        if context.kind in ("list", "footnote"):
            label = context.label if context.kind == "footnote" else label
            for number, (_, part) in enumerate(verse_or_paragraphs(run, verse=False)):
                self.blocks.append(_block(context, part, label if not number or context.kind == "footnote" else ""))
            return
        for is_verse, part in verse_or_paragraphs(run, verse=context.verse):
            kind = "verse" if is_verse and context.kind in ("paragraph", "quotation") else context.kind
            self.blocks.append(_block(replace(context, kind=kind), part, ""))


def _block(context: _Context, run: InlineRun, label: str) -> ExtractBlock:
    level = context.level if context.kind in ("heading", "list") else None
    return ExtractBlock(kind=context.kind, level=level, label=label, text=run.text, inlines=run.inlines)
