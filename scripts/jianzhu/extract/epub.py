"""EPUB: the documents of the spine in their order, without the cover and the table of contents (EPUB 3.3, package document)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from jianzhu.extract.archive import Archive
from jianzhu.extract.dom import Page, parse_xhtml, strings_of, tag_of, text_of, words_of
from jianzhu.extract.extraction import Extraction, Found, Neighbor, UnreadableFile
from jianzhu.extract.markup import read_pages

PACKAGES = ("lxml",)
_APART = re.compile(r"\b(?:cover|toc|landmarks|page-list|loi|lot)\b")


@dataclass(frozen=True)
class _Item:
    path: str
    type: str
    properties: str


def read(data: bytes, _encoding: str, _neighbor: Neighbor) -> Extraction:
    """The blocks of a book. Raises UnreadableFile where it is damaged, encrypted, or has no words."""
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive.names and b"EncryptedData" in archive.read("META-INF/encryption.xml"):
        names = archive.read("META-INF/encryption.xml")
        if re.search(rb"\.x?html?[\"']", names):
            raise UnreadableFile(
                "the book is encrypted (DRM)", "a book without protection", "get one from its publisher"
            )
    package_path = _package_path(archive)
    package = parse_xhtml(archive.read(package_path))
    folder = posixpath.dirname(package_path)
    pages, left_out = [], []
    apart = set(_guided(package, folder))
    for item in _spine(package, folder):
        content = archive.get(item.path)
        if content is None or not re.search("html|xml", item.type):
            continue
        root = parse_xhtml(content)
        body = next((part for part in root.iter() if tag_of(part) == "body"), root)
        if "nav" in item.properties.split() or item.path in apart or _is_apart(body):
            if words := text_of(body):
                left_out.append(words)
            continue
        pages.append(Page(item.path, root))

    def neighbor(address: str) -> bytes | None:
        return archive.get(posixpath.normpath(unquote(address.partition("#")[0])))

    return read_pages(pages, PACKAGES, neighbor, found=_metadata(package), left_out=left_out)


def _package_path(archive: Archive) -> str:
    container = parse_xhtml(archive.read("META-INF/container.xml"))
    for part in container.iter():
        if tag_of(part) == "rootfile" and part.get("full-path"):
            return str(part.get("full-path"))
    raise UnreadableFile(
        "the book names no package document", "META-INF/container.xml with a rootfile", "get a whole EPUB"
    )


def _spine(package: etree._Element, folder: str) -> Iterator[_Item]:
    items = {}
    for part in package.iter():
        if tag_of(part) == "item" and part.get("href"):
            path = posixpath.normpath(posixpath.join(folder, unquote(str(part.get("href")))))
            items[str(part.get("id"))] = _Item(
                path, str(part.get("media-type") or ""), str(part.get("properties") or "")
            )
    seen = set()
    for part in package.iter():
        name = str(part.get("idref") or "")
        if tag_of(part) == "itemref" and name in items and name not in seen:
            seen.add(name)
            yield items[name]


def _guided(package: etree._Element, folder: str) -> Iterator[str]:
    """What the guide of EPUB 2 calls cover or table of contents."""
    for part in package.iter():
        if tag_of(part) == "reference" and str(part.get("type") or "").lower() in ("cover", "toc"):
            yield posixpath.normpath(posixpath.join(folder, unquote(str(part.get("href") or "").partition("#")[0])))


def _is_apart(body: etree._Element) -> bool:
    """True for a document that is a cover or a table of contents by its own words."""
    first = next((part for part in body if tag_of(part)), None)
    own = _APART.search(words_of(body)) is not None
    return own or (
        first is not None and len(body) == 1 and _APART.search(words_of(first)) is not None and tag_of(first) != "p"
    )


def _metadata(package: etree._Element) -> dict[str, tuple[Found, ...]]:
    found: dict[str, tuple[Found, ...]] = {}
    for field, tag in (("title", "title"), ("author", "creator"), ("date", "date")):
        values = [" ".join("".join(strings_of(part)).split()) for part in package.iter() if tag_of(part) == tag]
        values = [value[:10] if field == "date" else value[:300] for value in values if value]
        if values:
            found[field] = (
                Found(value=", ".join(values[:4]) if field == "author" else values[0], where=f"package, dc:{tag}"),
            )
    return found
