"""Theme: what MkDocs' and Material's templates write, mended: errors of HTML, needless requests, dates of the build."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: All of the site's own styles in one file: a page is not painted before it has them.
STYLE = "assets/stylesheets/site.css"
#: The search worker, and the parts it is made of, in their order.
SEARCH_WORKER = "assets/javascripts/search.js"
SEARCH_PARTS = tuple(
    f"assets/javascripts/search/{part}.js" for part in ("text", "store", "query", "rows", "find", "worker")
)
#: A checkbox has nothing to complete.
_AUTOCOMPLETE = re.compile(r'(<input class="md-toggle"[^>]*) autocomplete="off"')
#: The title of the table of contents opens the drawer's list, which pages without one do not have.
_TOC_LABEL = re.compile(r'<label class="md-nav__title" for="__toc">(.*?)</label>', re.DOTALL)
#: MkDocs gives each page the day of the build, which says nothing of the page, and differs from day to day.
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def mended(html: str) -> str:
    """`html` as Material's templates made it, without their known errors."""
    html = _AUTOCOMPLETE.sub(r"\1", html)
    if 'id="__toc"' not in html:
        html = _TOC_LABEL.sub(r'<span class="md-nav__title">\1</span>', html)
    return html


def with_one_style(html: str, styles: Sequence[str]) -> str:
    """`html` with one link to STYLE in the place of those to `styles` (paths from the site's base), which stand in a row."""
    links = (
        rf'<link rel="stylesheet" href="(?P<base{number}>[^"]*){re.escape(path)}">'
        for number, path in enumerate(styles)
    )
    return re.sub(r"\s*".join(links), rf'<link rel="stylesheet" href="\g<base0>{STYLE}">', html, count=1)


def sitemap(xml: str, site_url: str | None) -> str:
    """The sitemap `xml` without dates; empty, so that MkDocs writes none, where the site has no `site_url` to list pages by.

    Locations must be whole addresses (sitemaps.org, protocol, <loc>).
    """
    return _LASTMOD.sub("", xml) if site_url else ""
