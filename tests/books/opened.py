"""Books to be looked into: an EPUB file as its documents, and the checker that publishers use."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from xml.etree import ElementTree as ET

from jianzhu.books.epub import epub_files
from jianzhu.compile import compile_edition

XHTML, OPS, XML = "http://www.w3.org/1999/xhtml", "http://www.idpf.org/2007/ops", "http://www.w3.org/XML/1998/namespace"
TYPE, XML_LANG = f"{{{OPS}}}type", f"{{{XML}}}lang"


@dataclass(frozen=True, repr=False)
class Opened:
    """A book by its paths below EPUB/: its XHTML as trees, and all of it as bytes."""

    data: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def documents(self) -> dict[str, ET.Element]:
        return {
            name.removeprefix("EPUB/"): ET.fromstring(text)
            for name, text in self.files.items()
            if name.endswith(".xhtml")
        }

    @cached_property
    def package(self) -> ET.Element:
        return ET.fromstring(self.files["EPUB/package.opf"])

    def links(self) -> Iterator[tuple[str, ET.Element, str, str]]:
        """Every link: the path it is in, its element, the path and the fragment it leads to."""
        for path, document in self.documents.items():
            for element in document.iter():
                if href := element.get("href"):
                    to, _, fragment = href.partition("#")
                    yield path, element, posixpath.join(posixpath.dirname(path), to) if to else path, fragment


def by_id(document: ET.Element) -> dict[str, ET.Element]:
    return {element.get("id"): element for element in document.iter() if element.get("id")}


def of_type(document: ET.Element, term: str) -> list[ET.Element]:
    """The elements whose epub:type is `term`."""
    return [element for element in document.iter() if element.get(TYPE) == term]


def plain(element: ET.Element) -> str:
    """The text of `element` without the signs of notes."""
    if element.get(TYPE) == "noteref":
        return ""
    return (element.text or "") + "".join(plain(child) + (child.tail or "") for child in element)


def languages(document: ET.Element) -> dict[ET.Element, str]:
    """Each element with the language that holds in it."""
    found = {}

    def walk(element: ET.Element, lang: str) -> None:
        assert element.get("lang") == element.get(XML_LANG)
        found[element] = element.get("lang", lang)
        for child in element:
            walk(child, found[element])

    walk(document, "")
    return found


def books_of(root: Path) -> dict[str, Opened]:
    """The books of the edition below `root` by the language that leads."""
    edition, _ = compile_edition(root)
    return {re.search(r"\.(zh|en)-", name)[1]: Opened(data) for name, data in epub_files(edition, "small").items()}
