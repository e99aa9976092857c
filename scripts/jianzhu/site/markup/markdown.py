"""Markdown: annotated sentences as Markdown with attributes.

Whatever comes from seeds/ passes through `jianzhu.show.escape`; only this module and the templates write markup.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from jianzhu.annotate.marks import Mark, Node, mark_tree
from jianzhu.language import Language
from jianzhu.show.escape import Markdown, html_verbatim, markdown_attribute, markdown_inline
from jianzhu.show.inlines import AUTHORS
from jianzhu.site.markup.inlines import Elements
from jianzhu.text.unit_table import Units
from jianzhu.text.units import parse_quantity

#: Behind the last of several slashes, if anything follows.
_SLASHES = re.compile(r"(?<=[/?&])(?![/?&]|\Z)")


def annotated(
    text: str,
    marks: Sequence[Mark],
    lang: Language,
    units: Units,
    drafts: Container[Mark] = (),
    elements: Elements | None = None,
) -> Markdown:
    """`text` with `marks` as nested spans and links, for a page in `lang`, quantities in `units`; those of `drafts` say so.

    Link targets are references, defined at the end of the page. The author's marks are `elements`; without these, none is
    written.
    """
    own = marks if elements else [mark for mark in marks if mark.kind not in AUTHORS]
    return Markdown(_written(text, mark_tree(len(text), own), lang, units, drafts, elements))


def _written(
    text: str, nodes: Sequence[Node], lang: Language, units: Units, drafts: Container[Mark], elements: Elements | None
) -> str:
    """`nodes` of `text`, however deep they nest, from the first to the last: those ahead are on a stack, with closing markup.

    With each stand the kinds of what it is in: a link holds no other, and an address breaks at its slashes.
    """
    ahead: list[tuple[Node | str, frozenset[str]]] = [(node, frozenset()) for node in reversed(nodes)]
    written: list[str] = []
    while ahead:
        node, within = ahead.pop()
        if isinstance(node, str):
            written.append(node)
            continue
        words = text[node.start : node.end]
        if node.mark is None:
            written.append(_breakable(words) if "address" in within else markdown_inline(words))
            continue
        inner, mark = within, node.mark
        if elements and mark.kind in AUTHORS:
            opening, closing = elements.tags(mark, words, "link" in within)
            inner |= {"link"} if elements.is_link(mark, words) else frozenset()
            inner |= {"address"} if mark.kind == "address" else frozenset()
        else:
            opening, closing = "[", _closing(mark, lang, units, mark in drafts, "link" in within)
            inner |= {"link"} if mark.kind == "concept" else frozenset()
        written.append(opening)
        ahead.append((closing, within))
        ahead += ((child, inner) for child in reversed(node.children))
    return "".join(written)


def _breakable(address: str) -> str:
    """`address` with places behind its slashes where a line may end."""
    return "<wbr>".join(markdown_inline(part) for part in _SLASHES.split(address))


def _closing(mark: Mark, lang: Language, units: Units, draft: bool, linked: bool) -> str:
    """What stands behind the words of `mark` and makes a link or a span of them; words that are `linked` get no other link."""
    match mark.kind:
        case "concept" if not linked:
            link = f"][:{mark.ref}]"  # no text of a span is a reference by mistake: no id begins with a colon
            return f"{link}{{ .draft }}" if draft else link
        case "date":
            return f"]{{ .date data-edtf={markdown_attribute(mark.ref)} data-rule={markdown_attribute(mark.rule)} }}"
        case "quantity":
            return f"]{{ .quantity data-value={markdown_attribute(parse_quantity(mark.ref).words(lang, units))} }}"
        case "suggestion":
            return "]{ .suggestion }"
    return f"]{{ .{mark.kind}{' .draft' if draft else ''} data-ref={markdown_attribute(mark.ref)} }}"


def span(inner: str, attributes: str) -> Markdown:
    """`inner` as a span with attributes: `[inner]{ attributes }`."""
    return Markdown(f"[{markdown_inline(inner)}]{{ {attributes} }}")


def verbatim(text: str, anchor: str) -> Markdown:
    """`text` with all its spaces and line ends, for an element that keeps them; `anchor` is its id."""
    return Markdown(f'<span id="{anchor}">{html_verbatim(text)}</span>')
