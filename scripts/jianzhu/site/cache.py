"""Rendered: while `mkdocs serve` runs, the HTML of pages whose Markdown has not changed.

MkDocs converts every page at every rebuild; most of an editor's edits change a few. A page is taken from here only if
its Markdown, the settings of Markdown and the set of files that its links could lead to are those it was converted with.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


@dataclass(frozen=True)
class RenderedPage:
    """What MkDocs knows of a page after conversion; links are kept by path, since its files are new at every build."""

    key: str
    html: str
    toc: Any
    title: str | None
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]


class RenderedPages:
    """The pages of the last builds in this process, by language and path."""

    def __init__(self) -> None:
        self._pages: dict[str, RenderedPage] = {}
        self._keys: dict[str, str] = {}
        self._files: Files | None = None
        self._paths = 0

    def take(self, markdown: str, page: Page, files: Files, config: MkDocsConfig) -> str:
        """The Markdown that MkDocs is to convert: none where the result is known already."""
        if self._files is not files:
            self._files, self._paths = files, hash(frozenset(file.src_uri for file in files))
        settings = repr((config.markdown_extensions, config.mdx_configs))
        key = hashlib.sha256(f"{self._paths}\0{settings}\0{markdown}".encode()).hexdigest()
        self._keys[page.file.dest_uri] = key
        known = self._pages.get(page.file.dest_uri)
        return "" if known and known.key == key else markdown

    def give(self, html: str, page: Page, files: Files) -> str:
        """The page's HTML, known or just made; a known page is given back all that conversion would have told."""
        path = page.file.dest_uri
        key, known = self._keys.pop(path), self._pages.get(path)
        if known and known.key == key:
            page.toc, page._title_from_render = known.toc, known.title
            page.present_anchor_ids = set(known.anchors)
            page.links_to_anchors = {files.get_file_from_path(to): dict(links) for to, links in known.links.items()}
            return known.html
        self._pages[path] = RenderedPage(
            key,
            html,
            page.toc,
            page._title_from_render,
            frozenset(page.present_anchor_ids or ()),
            {file.src_uri: dict(links) for file, links in (page.links_to_anchors or {}).items()},
        )
        return html


#: One for the process, which lasts as long as `mkdocs serve` and all its rebuilds.
PAGES = RenderedPages()
