"""Rendered: while serving, a page is spared only where all that its HTML comes from is the same."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jianzhu.site.cache import MarkdownCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files


def files(*paths: str) -> Files:
    return Files([File(path, "docs", "site", use_directory_urls=False) for path in paths])


def config(depth: int) -> MkDocsConfig:
    made = MkDocsConfig()
    made.load_dict({"site_name": "x", "markdown_extensions": ["attr_list", {"toc": {"toc_depth": depth}}]})
    made.validate()
    return made


@pytest.mark.parametrize(
    ("markdown", "paths", "depth", "spared"),
    [
        ("# Text", ("a.md", "b.md"), 2, True),
        ("# Another text", ("a.md", "b.md"), 2, False),
        ("# Text", ("a.md",), 2, False),
        ("# Text", ("a.md", "b.md"), 3, False),
    ],
    ids=["the same", "another text", "other files", "other settings of Markdown"],
)
def test_a_page_is_spared_where_nothing_is_new(markdown, paths, depth, spared):
    pages = MarkdownCache()
    page = SimpleNamespace(
        file=SimpleNamespace(dest_uri="a.html"),
        toc=[],
        _title_from_render="Text",
        present_anchor_ids=set(),
        links_to_anchors={},
    )
    first = files("a.md", "b.md")
    assert pages.lookup("# Text", page, first, config(2)) == "# Text"
    assert pages.store("<h1>Text</h1>", page, first) == "<h1>Text</h1>"
    assert pages.lookup(markdown, page, files(*paths), config(depth)) == ("" if spared else markdown)
