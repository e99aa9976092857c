"""Markdown: the editors' words, and annotated sentences as Markdown with attributes.

Whatever comes from seeds/ passes through `jianzhu.show.escape`; only this module and the templates write markup.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from jianzhu.annotate.marks import Mark, Node, mark_tree
from jianzhu.language import Language
from jianzhu.show.escape import Markdown, markdown, markdown_attribute, markdown_inline, one_line
from jianzhu.text.characters import HAN
from jianzhu.text.units import parse_quantity

#: Chinese words with the punctuation that belongs to them.
HAN_RUN = re.compile(f"((?:[{HAN}]|《(?=[{HAN}])|(?<=[{HAN}])[》，、])+)")


def prose(text: str, lang: Language) -> Markdown:
    """The editors' `text` in `lang`, escaped, with Chinese words in English text marked as such."""
    first, *parts = HAN_RUN.split(one_line(text).strip()) if lang is not Language.ZH else [text]
    if not parts:
        return markdown(text)
    words = first.rstrip()
    pieces = [markdown(words), first[len(words) :]]
    pieces += [markdown_inline(part) if at % 2 else span(part, 'lang="zh"') for at, part in enumerate(parts)]
    return Markdown("".join(pieces))


def annotated(text: str, marks: Sequence[Mark], lang: Language, drafts: Container[Mark] = ()) -> Markdown:
    """`text` with `marks` as nested spans and links, for a page in `lang`; those of `drafts` say so.

    Link targets are references, defined at the end of the page.
    """
    return Markdown(_written(text, mark_tree(len(text), marks), lang, drafts))


def _written(text: str, nodes: Sequence[Node], lang: Language, drafts: Container[Mark]) -> str:
    """`nodes` of `text`, however deep they nest, from the first to the last: those ahead are on a stack, with closing markup."""
    ahead: list[Node | str] = list(reversed(nodes))
    written: list[str] = []
    while ahead:
        node = ahead.pop()
        if isinstance(node, str):
            written.append(node)
        elif node.mark is None:
            written.append(markdown_inline(text[node.start : node.end]))
        else:
            written.append("[")
            ahead.append(_closing(node.mark, lang, node.mark in drafts))
            ahead += reversed(node.children)
    return "".join(written)


def _closing(mark: Mark, lang: Language, draft: bool) -> str:
    """What stands behind the words of `mark` and makes a link or a span of them."""
    match mark.kind:
        case "concept":
            link = f"][:{mark.ref}]"  # no text of a span is a reference by mistake: no id begins with a colon
            return f"{link}{{ .draft }}" if draft else link
        case "date":
            return f"]{{ .date data-edtf={markdown_attribute(mark.ref)} data-rule={markdown_attribute(mark.rule)} }}"
        case "quantity":
            return f"]{{ .quantity data-value={markdown_attribute(parse_quantity(mark.ref).words(lang))} }}"
    return f"]{{ .{mark.kind}{' .draft' if draft else ''} data-ref={markdown_attribute(mark.ref)} }}"


#: Characters of a quotation, by language.
QUOTATION = {"zh": 60, "en": 140}


def shortened(text: str, room: int) -> str:
    """`text`, or its first characters up to `room` with an ellipsis; words of Latin script are not cut."""
    if len(text) <= room:
        return text
    cut = text[:room]
    if cut[-1].isascii() and text[room].isascii() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:，；：、") + "…"


def span(inner: str, attributes: str) -> Markdown:
    """`inner` as a span with attributes: `[inner]{ attributes }`."""
    return Markdown(f"[{markdown_inline(inner)}]{{ {attributes} }}")
