"""Markdown: annotated sentences as Markdown with attributes.

Whatever comes from seeds/ passes through `jianzhu.show.escape`; only this module and the templates write markup.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from jianzhu.annotate.marks import Mark, Node, mark_tree
from jianzhu.language import Language
from jianzhu.show.escape import Markdown, markdown_attribute, markdown_inline
from jianzhu.text.units import parse_quantity


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


def span(inner: str, attributes: str) -> Markdown:
    """`inner` as a span with attributes: `[inner]{ attributes }`."""
    return Markdown(f"[{markdown_inline(inner)}]{{ {attributes} }}")
