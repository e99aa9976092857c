"""Shown: what is made of an edition, as elements, attributes and texts."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree as ET

import markdown
from jianzhu.annotate.edition import Edition
from jianzhu.books.book import make_book
from jianzhu.books.package import book_files
from jianzhu.language import Side
from jianzhu.release.bundle.contents import readme
from jianzhu.release.dist import release_of
from jianzhu.site.pages import render
from jianzhu.site.search import search_files
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from tests.injections.editions import ROOT
from tests.search_index import read_index


@dataclass
class Shown(HTMLParser):
    """A document as its elements, each with its attributes, and its text."""

    elements: list[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Where a title on the map is broken into lines is no matter of markup.
        if tag != "tspan":
            own = {name: value or "" for name, value in attrs if (tag, name) not in _GEOMETRY}
            self.elements.append((tag, tuple(sorted(own.items()))))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!--", (("text", data),)))

    def handle_pi(self, data: str) -> None:
        self.elements.append(("?", (("text", data),)))

    def unknown_decl(self, data: str) -> None:
        self.elements.append(("![", (("text", data),)))


_GEOMETRY = {("text", "x"), ("text", "y")}


def of_html(text: str) -> Shown:
    """What HTML shows."""
    found = Shown()
    found.feed(text)
    found.close()
    return found


def of_xml(text: str) -> Shown:
    """What a document of XML shows. Raises ParseError where it is none."""
    found, root = Shown(), ET.fromstring(text)
    for element in root.iter():
        found.elements.append((element.tag, tuple(sorted(element.items()))))
    found.text = "".join(root.itertext())
    return found


def of_rows(rows: Iterable[Sequence[str]]) -> Shown:
    """Cells of a table, each an element with its text as an attribute."""
    found = Shown()
    for number, row in enumerate(rows):
        found.elements += [(f"row {number}", ((str(column), cell),)) for column, cell in enumerate(row)]
    return found


def _cells(text: str) -> list[list[str]]:
    """The cells of a table of CSV. A cell that a spreadsheet takes for a formula is an error."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert not [cell for row in rows for cell in row if re.match("[=+@＝＋－＠\t-\r]|-(?![0-9.]+$)", cell)]
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(text: str) -> str:
    """What a cell of CSV says; of data within it, the texts."""
    said = []
    while text.startswith('{"zh": '):
        value, end = json.JSONDecoder().raw_decode(text)
        said += value.values()
        text = text[end:].lstrip()
    return " ".join([*said, text])


def of_json(value: Any) -> Shown:
    """The strings of data, each an element named after its place."""
    found, waiting = Shown(), [("", value)]
    while waiting:
        place, one = waiting.pop()
        if isinstance(one, dict | list):
            items = one.items() if isinstance(one, dict) else enumerate(one)
            waiting += [(f"{place}.{key}", inner) for key, inner in items]
        else:
            found.elements.append((place, (("is", str(one)),)))
    return found


@cache
def converter() -> markdown.Markdown:
    """Markdown as mkdocs.yml sets it, and as MkDocs itself comes."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    extensions = dict.fromkeys((*config.markdown_extensions, "toc", "tables", "fenced_code"))
    return markdown.Markdown(extensions=list(extensions), extension_configs=config.mdx_configs)


def page(text: str) -> Shown:
    """A page as MkDocs and its plugins make it of its Markdown, with title and description as the theme prints them."""
    body, meta = get_data("\n".join(text.splitlines()))
    md = converter().reset()
    content = md.convert(body)
    contents = " ".join(f"<li>{token['name']}</li>" for token in _tokens(md.toc_tokens))
    head = f'<title>{meta["title"]}</title><meta name="description" content="{meta.get("description", "")}">'
    return of_html(f"{head}<ul>{contents}</ul>{content}")


def _tokens(tokens: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for token in tokens:
        yield token
        yield from _tokens(token["children"])


def documents(edition: Edition) -> Iterator[tuple[str, str, Callable[[], Shown]]]:
    """All that is made of `edition`: context, path, and how to see what it shows."""
    for path, text in render(edition).items():
        if path.endswith(".md"):
            name = re.sub("^(zh|en)/", "", path.removesuffix(".md"))
            name = name if name.endswith("index") else name.split("/")[0]
            yield f"page {name.removesuffix('/index')}", path, partial(page, text)
        elif path.endswith(".csv"):
            yield "CSV", path, partial(of_rows, _cells(text))
        elif "/schema/" not in path:
            yield "JSON", path, partial(of_json, json.loads(text))
    for lead in Side:
        for path, document in book_files(make_book(edition, lead)):
            if path.endswith((".xhtml", ".opf")):
                text = re.sub("urn:uuid:[0-9a-f-]+", "", document)  # made of the title
                yield (
                    f"book {PurePosixPath(path).name.split('-')[0].split('.')[0]}",
                    f"{lead} {path}",
                    partial(of_xml, text),
                )
    index = read_index({path.rpartition("/")[2]: text for path, text in search_files(edition).items()})
    for number, (_, path, zh, en, rows) in enumerate(index.documents):
        yield "search", f"{number} {path}", partial(of_rows, [[zh, en], *rows])
    release = replace(release_of(ROOT), record=edition.record)
    note = readme(release)[1].decode("utf-8-sig").replace(release.stem, "stem")
    yield "README.txt", "README.txt", partial(of_rows, [[line] for line in note.split("\r\n")])
