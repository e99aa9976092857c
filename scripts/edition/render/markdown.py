"""Markdown: seed and record text as text, and annotated sentences as Markdown with attributes.

Whatever comes from seeds/ passes through `escape`; only this module and the templates write markup.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from edition.annotate.marks import Mark, Node, tree
from edition.characters import HAN
from edition.units import parse_quantity

#: Python-Markdown's escapable characters that begin something inside a line, with those of its tables.
_INLINE = re.compile(r"[\\`*_{}\[\]|]")
#: A heading may be closed by `#`, and then does not show it. Each run is read from its first character on.
_LINE_END = re.compile(r"(?<![#\s])[#\s]+\Z")
_LINE_BREAK = re.compile(r"(?<!\s)\s*[\n\r\u2028\u2029]+\s*")
_LINE_START = re.compile(r"^(\s*)(#|[-+>=]|\d+(?=[.)]))")
#: Letters, digits, and the signs of ids, EDTF dates and figures.
_PLAIN_VALUE = re.compile(r"(?:[^\W_]|[-–—.,:;/~?%≥≤≈+ ])*")
#: Chinese words with the punctuation that belongs to them.
HAN_RUN = re.compile(f"((?:[{HAN}]|《(?=[{HAN}])|(?<=[{HAN}])[》，、])+)")


class Markdown(str):
    """Text that is Markdown already and may stand in a page as it is."""

    __slots__ = ()


def escape(text: str) -> Markdown:
    """`text` so that a page shows it letter by letter: no markup, no HTML, no new line."""
    if isinstance(text, Markdown):
        return text
    text = _LINE_BREAK.sub(" ", str(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    text = _LINE_END.sub(_escape_line_end, _INLINE.sub(r"\\\g<0>", text))
    return Markdown(_LINE_START.sub(_escape_line_start, text))


def _escape_line_end(match: re.Match[str]) -> str:
    first = "" if match.start() else match[0][0]  # the start of the line, which has an escape of its own
    return first + match[0][len(first) :].replace("#", "\\#")


def _escape_line_start(match: re.Match[str]) -> str:
    space, sign = match.groups()
    return f"{space}{sign}\\" if sign.isdigit() else f"{space}&#{ord(sign)};"


def attribute(value: str) -> Markdown:
    """`value` as the value of an attribute in `{ … }`, quotation marks included.

    Such values are ids, dates and figures. Markdown reads the inside of the braces before it knows them for attributes,
    so anything that could mean something to it is refused: ValueError.
    """
    if not _PLAIN_VALUE.fullmatch(value):
        raise ValueError(f"{value!r} cannot be the value of an attribute")
    return Markdown(f'"{value}"')


def prose(text: str, lang: str) -> Markdown:
    """The editors' `text` in `lang`, escaped, with Chinese words in English text marked as such."""
    if lang == "zh":
        return escape(text)
    parts = HAN_RUN.split(escape(text))
    return Markdown("".join(f'[{part}]{{ lang="zh" }}' if at % 2 else part for at, part in enumerate(parts)))


def annotated(text: str, marks: Sequence[Mark], lang: str, drafts: Container[Mark] = ()) -> Markdown:
    """`text` with `marks` as nested spans and links, for a page in `lang`; those of `drafts` say so.

    Link targets are references, defined at the end of the page.
    """
    return Markdown(_written(text, tree(len(text), marks), lang, drafts))


def _written(text: str, nodes: Sequence[Node], lang: str, drafts: Container[Mark]) -> str:
    """`nodes` of `text`, however deep they nest, from the first to the last: those ahead are on a stack, with closing markup."""
    ahead: list[Node | str] = list(reversed(nodes))
    written: list[str] = []
    while ahead:
        node = ahead.pop()
        if isinstance(node, str):
            written.append(node)
        elif node.mark is None:
            written.append(escape_inline(text[node.start : node.end]))
        else:
            written.append("[")
            ahead.append(_closing(node.mark, lang, node.mark in drafts))
            ahead += reversed(node.children)
    return "".join(written)


def _closing(mark: Mark, lang: str, draft: bool) -> str:
    """What stands behind the words of `mark` and makes a link or a span of them."""
    match mark.kind:
        case "concept":
            link = f"][:{mark.ref}]"  # no text of a span is a reference by mistake: no id begins with a colon
            return f"{link}{{ .draft }}" if draft else link
        case "date":
            return f"]{{ .date data-edtf={attribute(mark.ref)} data-rule={attribute(mark.rule)} }}"
        case "quantity":
            return f"]{{ .quantity data-value={attribute(parse_quantity(mark.ref).words(lang))} }}"
    return f"]{{ .{mark.kind}{' .draft' if draft else ''} data-ref={attribute(mark.ref)} }}"


def escape_inline(text: str) -> Markdown:
    """`escape` for text in the middle of a line, where line starts do not matter and outer spaces do."""
    lead = text[: len(text) - len(text.lstrip(" "))]
    rest = text[len(lead) :]
    return Markdown(lead + escape("x" + rest)[1:])


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
    """A span with attributes: `[inner]{ attributes }`."""
    return Markdown(f"[{inner}]{{ {attributes} }}")
