"""Theme: the files that the site's own styles and scripts are published as, and what Markdown and MkDocs write, corrected."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from rjsmin import jsmin

#: All of the site's own styles in one file: a page is not painted before it has them. Its scripts stay apart, since a browser
#: can do something else between one and the next.
STYLE = "assets/stylesheets/site.css"
#: The search worker, and the parts it is made of, in their order.
SEARCH_WORKER = "assets/javascripts/search.js"
SEARCH_PARTS = tuple(
    f"assets/javascripts/search/{part}.js" for part in ("text", "store", "query", "rows", "find", "worker")
)
#: What counts as the same to the search, which lists that are narrowed ask for by itself.
SEARCH_RULES = SEARCH_PARTS[0]
#: What must have run before the first paint; it stops the page, so it is one file, and small.
HEAD_SCRIPT = "assets/javascripts/head.js"
HEAD_PARTS = tuple(f"assets/javascripts/head/{part}.js" for part in ("state", "scheme", "material", "worker"))
#: The cell of a table, aligned by Markdown with a style of its own.
_ALIGNED = re.compile(
    r'<(?P<cell>t[dh])(?P<before>[^>]*?) style="text-align: (?P<side>left|center|right);"(?P<behind>[^>]*)>'
)
_CLASS = re.compile(r'(?<= class=")')
#: A comment, with the line it ends; what looks like one within a string is none.
_CSS_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/\n*""", re.DOTALL)
#: MkDocs gives each page the day of the build, which says nothing of the page, and differs from day to day.
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def without_cell_styles(html: str) -> str:
    """`html` as Markdown made it, with classes (`at-right`, …) in the place of the styles of its cells."""
    return _ALIGNED.sub(_with_class, html)


def _with_class(cell: re.Match[str]) -> str:
    name, attributes = f"at-{cell['side']}", cell["before"] + cell["behind"]
    named, found = _CLASS.subn(f"{name} ", attributes, count=1)
    return f"<{cell['cell']}{named}>" if found else f'<{cell["cell"]}{attributes} class="{name}">'


def bundle_assets(docs: Path, parts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """From the path of each whole file to its text, made of its `parts` below `docs`, without their comments."""
    files = {}
    for whole, paths in parts.items():
        text = "\n".join((docs / path).read_text(encoding="utf-8") for path in paths)
        files[whole] = jsmin(text) + "\n" if whole.endswith(".js") else _CSS_COMMENT.sub(r"\1", text)
    return files


def sitemap(xml: str, site_url: str | None) -> str:
    """The sitemap `xml` without dates; empty, so that MkDocs writes none, where the site has no `site_url` to list pages by.

    Locations must be whole addresses (sitemaps.org, protocol, <loc>).
    """
    return _LASTMOD.sub("", xml) if site_url else ""
