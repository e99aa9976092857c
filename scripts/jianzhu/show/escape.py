"""Escape: the text of seeds and records as text, wherever it could be read as something else.

This module knows every context that the edition writes: Markdown, attributes in Markdown, HTML, front matter, XML, CSV and
scripts. The templates get it by `jianzhu.show.environment`; nothing else makes markup of a text. Each function takes any text at
all and gives what is shown as that text, letter by letter: white space may be folded, and a character that no page can hold
has a sign in its place.
"""

from __future__ import annotations

import json
import re
import unicodedata

from markupsafe import Markup

from jianzhu.text.characters import INVISIBLE, PLAIN, SPACES, UNPRINTABLE

#: Shown in the place of a character that no page can hold (HTML and XML have the same idea of it).
REPLACEMENT = "\ufffd"
#: What any reader takes for the end of a line: Python's `splitlines`, which MkDocs' plugins use, knows more of them than Markdown;
#: U+001F is white space to Python alone, and a tab could indent.
_LINE_END = re.compile("(?<![ \t])[ \t]*[\t-\r\x1c-\x1f\x85\u2028\u2029][ \t-\r\x1c-\x1f\x85\u2028\u2029]*")
_OTHER_LINE_END = re.compile("\r\n?|[\v\f\x1c-\x1f\x85\u2028\u2029]")
#: XML 1.0, section 2.2, without its white space.
_NOT_IN_PAGES = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: What begins something within a line of Markdown, and the border between two cells of a table.
_INLINE = re.compile(r"[\\`*_{}\[\]|]")
#: A heading may be closed by `#`, and then does not show it; `!` makes an image of the brackets that the page puts behind a text.
#: Each run is read from its first character on.
_PIECE_END = re.compile(r"(?<![#\s])[#\s]+\Z|!\Z")
#: The ids of references begin so: no text between brackets may be one by mistake.
_PIECE_START = re.compile(r"\A(\s*):(?=[A-Za-z0-9])")
#: What begins a block at the start of a line, in Markdown itself or in an extension: headings, lists, quotations, fences,
#: admonitions, definitions, formulas.
_LINE_START = re.compile(r"\A(?:[#>=~$^%+-]|[!?/](?=[!?/]{2})|:(?=.)|\d+(?=[.)]))")
#: Letters, digits, and the signs of ids, EDTF dates and figures.
#: HTML's own signs, and those of Markdown, which looks also into some HTML: the last braces of a cell are attributes to it.
_HTML = str.maketrans(
    {sign: f"&#{ord(sign)};" for sign in "'\\`*_{}[]|"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
)
#: A fence reaches over HTML too, where it is first in a line.
_FENCE = re.compile(r"\A(\s*)~")
#: What could end a script element, and what ended a line of JavaScript before ES2019.
_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<\u2028\u2029"})
#: What a spreadsheet takes a cell for a formula by, at its beginning, in any width and behind any white space.
_FORMULA = ("=", "+", "-", "@")
_UNSEEN_LEAD = re.compile(f"[{SPACES}{INVISIBLE}]*")


class Markdown(str):
    """Text that is Markdown already and may stand in a page as it is."""

    __slots__ = ()


def one_line(text: str) -> str:
    """`text` in one line, whatever a reader takes for the end of one, of characters that a page can hold."""
    return _NOT_IN_PAGES.sub(REPLACEMENT, _LINE_END.sub(" ", text))


def markdown(text: str) -> Markdown:
    """`text` as a whole line of Markdown, or as the rest of one; a text of white space alone is an empty line that is there."""
    if isinstance(text, Markdown):
        return text
    line = one_line(str(text)).strip()
    if not line:
        return Markdown("&#32;" if text else "")
    return Markdown(_LINE_START.sub(_escaped_start, _escaped_signs(line)))


def markdown_inline(text: str) -> Markdown:
    """`text` for the middle of a line of Markdown, where line starts do not matter and outer spaces do."""
    if isinstance(text, Markdown):
        return text
    return Markdown(_PIECE_START.sub(r"\1&#58;", _escaped_signs(one_line(text))))


def _escaped_signs(line: str) -> str:
    line = _INLINE.sub(r"\\\g<0>", line.replace("&", "&amp;").replace("<", "&lt;"))
    return _PIECE_END.sub(lambda end: end[0].replace("#", "\\#").replace("!", "\\!"), line)


def _escaped_start(match: re.Match[str]) -> str:
    sign = match[0]
    return f"{sign}\\" if sign.isdigit() else f"&#{ord(sign)};"


def markdown_attribute(value: str) -> Markdown:
    """`value` as the value of an attribute in `{ … }`, quotation marks included.

    Such values are ids, dates and figures. Markdown reads the inside of the braces before it knows them for attributes,
    so anything that could mean something to it is refused: ValueError.
    """
    if not PLAIN.fullmatch(value):
        raise ValueError(f"{value!r} cannot be the value of an attribute")
    return Markdown(f'"{value}"')


def html(text: str) -> Markup:
    """`text` as text of HTML, or as an attribute's value between quotation marks, on a page of Markdown too.

    On such a page it does not belong into an attribute of an element with `markdown`: Markdown writes that one anew, and takes
    what looks like a character reference for one.
    """
    return Markup(_FENCE.sub(r"\1&#126;", one_line(text).translate(_HTML)))  # noqa: S704 (this is the escaping)


def html_verbatim(text: str) -> Markup:
    """`text` as text of an element that keeps white space, in HTML on a page of Markdown or in XML: it stands in one line."""
    pieces = re.split("([\t\n])", _OTHER_LINE_END.sub("\n", text))
    return Markup("").join(Markup(f"&#{ord(piece)};") if piece in ("\t", "\n") else html(piece) for piece in pieces)  # noqa: S704 (this is the escaping)


def front_matter(text: str) -> str:
    """`text` as a YAML scalar of one line, its value escaped for HTML: the theme's templates print it as it is."""
    value = html(text.strip())
    if UNPRINTABLE.search(value):
        return '"' + UNPRINTABLE.sub(lambda match: f"\\U{ord(match[0]):08x}", value) + '"'
    return f"'{value}'"


def xml(text: str) -> Markup:
    """`text` as text of XML, or as an attribute's value between quotation marks."""
    return Markup.escape(one_line(text))


def csv_cell(text: str) -> str:
    """`text` as a cell that no spreadsheet takes for a formula: what looks like one begins with an apostrophe.

    https://owasp.org/www-community/attacks/CSV_Injection, and the full-width forms that spreadsheets of East Asia read alike.
    """
    seen = _UNSEEN_LEAD.sub("", text, count=1)
    sign = unicodedata.normalize("NFKC", seen[:1])
    return f"'{text}" if sign in _FORMULA or _LINE_END.match(text) else text


def script(value: object) -> str:
    """`value` as a literal of JavaScript, and as JSON, that nothing in a text can end, in a file or in an element."""
    return json.dumps(value, ensure_ascii=False).translate(_SCRIPT)
