"""DOM: documents of HTML and XHTML as trees, whatever their bytes, and what can be asked of an element."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml import etree

from jianzhu.extract.extraction import UnreadableFile

_SILENT = """
script style template noscript head title meta link iframe object embed canvas audio video source track param map area base
select option datalist input button textarea progress meter dialog svg rp
"""
_BLOCKS = """
address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3
h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table caption colgroup
col tbody thead tfoot tr td th ul xmp
"""
#: Elements whose content is never words of the text.
SILENT = frozenset(_SILENT.split())
#: Elements that stand on lines of their own (HTML, section 15.3).
BLOCKS = frozenset(_BLOCKS.split())
#: How deep elements may be nested; what is deeper is read as text.
DEEPEST = 150
#: Characters that no HTML may contain: controls, and halves of characters.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_ASIDE = re.compile(r"(?:^|\s)(?:sr-only|screen-reader-text|visually-hidden|noprint|mw-editsection)(?:$|\s)")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True)
class Page:
    """A document with the name by which others in the same file refer to it; empty where it is alone."""

    name: str
    root: etree._Element


def parse_html(text: str) -> etree._Element:
    """`text` as a tree, however broken. Raises UnreadableFile where there is no element in it."""
    clean = _NO_CHARACTER.sub("", text)
    # Whatever the document says of its own encoding is no longer true.
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = lxml.html.document_fromstring(clean.encode("utf-8"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise UnreadableFile("the file has no words", "an HTML page with a text", "save the page again") from error
    return root


def parse_xhtml(data: bytes) -> etree._Element:
    """A document of an EPUB as a tree: as XML where it is well-formed, else as HTML.

    Raises UnreadableFile for one that defines entities, which can grow without end.
    """
    if re.search(rb"<!ENTITY", data.replace(b"\0", b""), re.IGNORECASE):
        raise UnreadableFile(
            "a document defines entities", "XHTML without <!ENTITY", "make the EPUB again without them"
        )
    text = decode_xml(data)
    known = _ENTITY.sub(_character, text)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", known).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return parse_html(text)


def decode_xml(data: bytes) -> str:
    """XML as text: in UTF-16 where its mark says so, else UTF-8 or what its declaration names."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    named = re.match(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)", data)
    try:
        return data.decode(named[1].decode("ascii") if named else "utf-8", "replace").removeprefix("\ufeff")
    except LookupError:
        return data.decode("utf-8", "replace").removeprefix("\ufeff")


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _XML_ENTITIES else html.escape(html.unescape(match[0]), quote=False)


def tag_of(element: etree._Element) -> str:
    """The element’s name without its namespace, in lower case; empty for a comment or the like."""
    tag: object = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def strings_of(element: etree._Element) -> Iterator[str]:
    """All text in the element, whatever it is, piece by piece."""
    return (str(text) for text in element.itertext())


def words_of(element: etree._Element) -> str:
    """What `class`, `id`, `role` and `epub:type` of the element say, as one string in lower case."""
    values = (
        str(element.get(key) or "")
        for key in ("class", "id", "role", "{http://www.idpf.org/2007/ops}type", "epub:type")
    )
    return " ".join(values).lower()


def role_of(element: etree._Element) -> str:
    """The element’s `role` and `epub:type`, in lower case."""
    values = (str(element.get(key) or "") for key in ("role", "{http://www.idpf.org/2007/ops}type", "epub:type"))
    return " ".join(values).lower()


def texts_of(element: etree._Element) -> Iterator[str]:
    """The words in the element as they are nested, a space for every border of a block."""
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        tag = tag_of(part)
        if tag in BLOCKS or tag == "br":
            yield " "
        if event == "start" and (tag in SILENT or not tag):
            walker.skip_subtree()
        elif event == "start":
            yield part.text or ""
        elif part is not element:
            yield part.tail or ""


def text_of(element: etree._Element) -> str:
    """The words in the element, with single spaces."""
    return " ".join("".join(texts_of(element)).split())


def is_hidden(element: etree._Element) -> bool:
    """True where no reader sees the element, or only one whose browser reads aloud. What is only invisible (`visibility`) is
    text that a script shows when the page has loaded.
    """
    style = re.sub(r"\s", "", str(element.get("style") or "").lower())
    return element.get("hidden") is not None or "display:none" in style or _ASIDE.search(words_of(element)) is not None
