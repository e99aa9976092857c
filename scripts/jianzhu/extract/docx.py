"""DOCX: made HTML by mammoth, then read as that. What mammoth does not know (ruby, formulas) is made known to it first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import mammoth
from lxml import etree

from jianzhu.extract.archive import Archive, refuse_entities
from jianzhu.extract.dom import Page, parse_html
from jianzhu.extract.extraction import Extraction, Found, Neighbor
from jianzhu.extract.images import SUFFIXES
from jianzhu.extract.markup import read_pages

PACKAGES = ("mammoth", "lxml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
#: The ids of styles that stand for what mammoth does not read.
_BASE, _READING, _FORMULA = "JianzhuRubyBase", "JianzhuRubyReading", "JianzhuFormula"
#: What the styles of a document mean; names of Word’s own styles are the same in all of its languages.
_STYLES = f"""
r.{_BASE} => ruby
r.{_READING} => rt
r.{_FORMULA} => jz-formula
p[style-name='Title'] => h1.title:fresh
p[style-name='Quote'] => blockquote:fresh > p:fresh
p[style-name='Intense Quote'] => blockquote:fresh > p:fresh
p[style-name='Block Text'] => blockquote:fresh > p:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Image Caption'] => p.caption:fresh
p[style-name='Table Caption'] => p.caption:fresh
p[style-name='HTML Preformatted'] => pre:separator('\\n')
p[style-name='Source Code'] => pre:separator('\\n')
p[style-name='Code'] => pre:separator('\\n')
r[style-name='Verbatim Char'] => code
r[style-name='HTML Code'] => code
r[style-name='Strong'] => strong
r[style-name='Emphasis'] => em
comment-reference =>
"""


def read(data: bytes, _encoding: str, _neighbor: Neighbor) -> Extraction:
    """The blocks of a document of Word. Raises UnreadableFile where it is damaged or has no words."""
    archive = Archive(data)
    images: dict[str, bytes] = {}

    def keep_image(image: Any) -> dict[str, str]:
        with image.open() as file:
            content = file.read()
        name = f"image-{len(images) + 1}.{SUFFIXES.get(image.content_type, 'png')}"
        images[name] = content
        return {"src": name}

    source = archive.changed(_readable)
    made = mammoth.convert_to_html(source, style_map=_STYLES, convert_image=mammoth.images.img_element(keep_image))
    root = parse_html(f"<!DOCTYPE html><html><body>{made.value}</body></html>")
    _pair_ruby(root)
    _lower_headings(root)
    return read_pages(
        [Page("", root)], PACKAGES, images.get, found=_properties(archive), left_out=list(_running_heads(archive))
    )


def _readable(name: str, data: bytes) -> bytes:
    """A part of the document with ruby and formulas as runs of text in styles of their own."""
    if not name.endswith((".xml", ".rels")):
        return data
    refuse_entities(name, data)
    if not re.fullmatch(r"word/(?:document|footnotes|endnotes)\d*\.xml", name) or not re.search(
        rb"<w:ruby|oMath", data
    ):
        return data
    root = etree.fromstring(data, _parser())
    for ruby in list(root.iter(f"{_W}ruby")):
        _replace(ruby, [(_BASE, _text(ruby.find(f"{_W}rubyBase"))), (_READING, _text(ruby.find(f"{_W}rt")))])
    for formula in list(root.iter(f"{_M}oMath")):
        words = " ".join(part.text or "" for part in formula.iter(f"{_M}t"))
        _replace(formula, [(_FORMULA, " ".join(words.split()))])
    for wrapper in list(root.iter(f"{_M}oMathPara")):
        parent = wrapper.getparent()
        if parent is not None:
            for child in list(wrapper):
                wrapper.addprevious(child)
            parent.remove(wrapper)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _replace(element: etree._Element, runs: list[tuple[str, str]]) -> None:
    """Put `runs`, each with its style, in the place of `element`, or of the run in which it stands alone."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent if parent.tag == f"{_W}r" else element
    for style, text in runs:
        run = etree.Element(f"{_W}r")
        properties = etree.SubElement(run, f"{_W}rPr")
        etree.SubElement(properties, f"{_W}rStyle").set(f"{_W}val", style)
        etree.SubElement(run, f"{_W}t").text = text
        place.addprevious(run)
    parent.remove(element)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else "".join(part.text or "" for part in element.iter(f"{_W}t"))


def _pair_ruby(root: etree._Element) -> None:
    """Put each reading into the ruby before it, as HTML has it."""
    for reading in list(root.iter("rt")):
        before = reading.getprevious()
        if before is not None and before.tag == "ruby" and not (before.tail or "").strip():
            before.tail = reading.tail
            reading.tail = None
            before.append(reading)


def _lower_headings(root: etree._Element) -> None:
    """Have the headings stand below the title, where the document has one: Word counts both from 1."""
    title = next((head for head in root.iter("h1") if head.get("class") == "title"), None)
    if title is None:
        return
    for level in range(5, 0, -1):
        for head in list(root.iter(f"h{level}")):
            if head is not title:
                head.tag = f"h{level + 1}"


def _properties(archive: Archive) -> dict[str, tuple[Found, ...]]:
    """What the document’s properties say: often the template’s, so no more than a proposal."""
    data = archive.get("docProps/core.xml")
    if data is None:
        return {}
    refuse_entities("docProps/core.xml", data)
    root = etree.fromstring(data, _parser())
    found: dict[str, tuple[Found, ...]] = {}
    for field, tag in (("title", f"{_DC}title"), ("author", f"{_DC}creator"), ("date", f"{_TERMS}created")):
        text = " ".join((root.findtext(tag) or "").split())
        value = text[:10] if field == "date" else text
        if value:
            found[field] = (Found(value=value[:300], where=f"document properties, {field}"),)
    return found


def _running_heads(archive: Archive) -> Iterator[str]:
    """The words of the document’s headers and footers, which stand on every page."""
    for name in sorted(archive.names):
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
            words = " ".join(_text(etree.fromstring(archive.read(name), _parser())).split())
            if words:
                yield words


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
