"""Theme: what MkDocs' and Material's templates write, mended: errors of HTML, needless requests, dates of the build."""

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
#: A tag, so that no page which only talks of it seems to have it.
_TOC_TOGGLE = re.compile(r'<input [^<>]*id="__toc"')
#: A checkbox has nothing to complete.
_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
#: The title of the table of contents opens the drawer's list, which pages without one do not have.
_TOC_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
#: Jinja writes the words of the search as escapes, six bytes for three; what could end the element stays one.
_CONFIG = re.compile(r'<script id="__config" type="application/json">.*?</script>', re.DOTALL)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
#: A comment, with the line it ends; what looks like one within a string is none.
_CSS_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/\n*""", re.DOTALL)
#: MkDocs gives each page the day of the build, which says nothing of the page, and differs from day to day.
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def mended(html: str) -> str:
    """`html` as Material's templates made it, without their known errors."""
    html = _AUTOCOMPLETE.sub(r"\1", html)
    html = _CONFIG.sub(lambda config: _ESCAPE.sub(_unescaped, config[0]), html)
    if not _TOC_TOGGLE.search(html):
        html = _TOC_LABEL.sub(r'<span class="md-nav__title">\1</span>', html)
    return html


def _unescaped(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character.isalpha() or character in "，。：；！？" else escape[0]


def with_one_style(html: str, styles: Sequence[str]) -> str:
    """`html` with one link to STYLE in the place of those to `styles` (paths from the site's base), which stand in a row."""
    links = (
        rf'<link rel="stylesheet" href="(?P<base{number}>[^"]*){re.escape(path)}">'
        for number, path in enumerate(styles)
    )
    return re.sub(r"\s*".join(links), rf'<link rel="stylesheet" href="\g<base0>{STYLE}">', html, count=1)


def whole_files(docs: Path, parts: Mapping[str, Sequence[str]]) -> dict[str, str]:
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
