"""Cache: while `mkdocs serve` runs, the HTML of pages whose Markdown has not changed.

MkDocs converts every page at every rebuild, but an edit mostly changes a few. A cached page is used only if its Markdown,
the Markdown settings and the set of files that its links can lead to are the same as when it was converted.
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
class CachedPage:
    """What MkDocs knows of a page after conversion; links are kept by path, since the File objects are new at every build."""

    key: str
    html: str
    toc: Any
    title: str | None
    anchors: frozenset[str]
    links: Mapping[str, Mapping[str, str]]


class MarkdownCache:
    """The converted pages of the last builds in this process, by destination path."""

    def __init__(self) -> None:
        self._pages: dict[str, CachedPage] = {}
        self._keys: dict[str, str] = {}
        self._files: Files | None = None
        self._paths = 0

    def lookup(self, markdown: str, page: Page, files: Files, config: MkDocsConfig) -> str:
        """The Markdown that MkDocs has to convert: empty where the result is cached."""
        if self._files is not files:
            self._files, self._paths = files, hash(frozenset(file.src_uri for file in files))
        settings = repr((config.markdown_extensions, config.mdx_configs))
        key = hashlib.sha256(f"{self._paths}\0{settings}\0{markdown}".encode()).hexdigest()
        self._keys[page.file.dest_uri] = key
        known = self._pages.get(page.file.dest_uri)
        return "" if known and known.key == key else markdown

    def store(self, html: str, page: Page, files: Files) -> str:
        """The page's HTML, cached or just converted. For a cached page, restores what conversion would have set on `page`."""
        path = page.file.dest_uri
        key, known = self._keys.pop(path), self._pages.get(path)
        if known and known.key == key:
            page.toc, page._title_from_render = known.toc, known.title  # noqa: SLF001 (MkDocs keeps the title there alone)
            page.present_anchor_ids = set(known.anchors)
            targets = ((files.get_file_from_path(to), links) for to, links in known.links.items())
            page.links_to_anchors = {target: dict(links) for target, links in targets if target}
            return known.html
        self._pages[path] = CachedPage(
            key,
            html,
            page.toc,
            page._title_from_render,  # noqa: SLF001 (as above)
            frozenset(page.present_anchor_ids or ()),
            {file.src_uri: dict(links) for file, links in (page.links_to_anchors or {}).items()},
        )
        return html


#: One for the process, so that it lasts through all rebuilds of `mkdocs serve`.
CACHE = MarkdownCache()
