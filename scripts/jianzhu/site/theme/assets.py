"""Assets: the files that the site's own styles and scripts are published as, and what Markdown and MkDocs write, corrected."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from rjsmin import jsmin

from jianzhu.language import Language
from jianzhu.show.messages import READER, VALUES
from jianzhu.site.theme.files import asset
from jianzhu.text.variants import SCRIPTS

#: All of the site's own styles in one file: a page is not painted before it has them.
STYLE = "assets/stylesheets/site.css"
#: What it is made of, in this order; what mkdocs.yml adds as `extra_css` follows.
STYLE_PARTS = tuple(
    f"assets/stylesheets/{part}.css"
    for part in (
        *("base/tokens", "base/type", "base/text", "base/icons", "frame/header", "frame/search"),
        *("article/colophon", "article/tools", "article/pair", "article/views", "article/marks", "article/comments"),
        *("article/structure", "article/popovers", "article/lists", "pages/tables", "pages/home", "pages/filters"),
        *(
            "pages/glossary",
            "pages/concept",
            "pages/timeline",
            "pages/apparatus",
            "pages/questions",
            "pages/relations",
            "pages/sources",
            "pages/claims",
        ),
        *("charts/axis", "charts/figures", "charts/map", "print"),
    )
)
#: The engine's files that are published as they are.
FILES = ("assets/images/favicon.svg",)
#: The search worker, and the parts it is made of, in their order.
SEARCH_WORKER = "assets/javascripts/search.js"
SEARCH_PARTS = tuple(
    f"assets/javascripts/search/{part}.js"
    for part in (
        *(
            "text",
            "store",
            "closed",
            "figures",
            "query",
            "rows",
            "names",
            "collect",
            "grade",
            "verify",
            "address",
            "find",
        ),
        "worker",
    )
)
#: What leads on from an old address.
REDIRECT_SCRIPT = "assets/javascripts/redirect.js"
#: What counts as the same to the search, which lists that are narrowed ask for by itself.
SEARCH_RULES = SEARCH_PARTS[0]
#: What must have run before the first paint; it stops the page, so it is one file, and small.
HEAD_SCRIPT = "assets/javascripts/head.js"
HEAD_PARTS = tuple(f"assets/javascripts/head/{part}.js" for part in ("state", "scheme", "material", "worker"))
#: The scripts that pages load, in their order: what every page needs, what articles need, their notes, lists, and the search
#: box. They stay apart, since a browser can do something else between one and the next.
SCRIPTS_OF_PAGES = tuple(
    f"assets/javascripts/{name}.js" for name in ("base", "reading", "annotations", "lists", "finder")
)
#: While serving: the page is loaded anew when it is built anew.
RELOADING = "assets/javascripts/reload.js"
#: The parts of those that have several.
SCRIPT_PARTS = {
    f"assets/javascripts/{whole}.js": tuple(f"assets/javascripts/{whole}/{part}.js" for part in parts)
    for whole, parts in {
        "base": ("messages", "keys", "convert", "variants", "highlight", "languages"),
        "reading": ("sentences", "controls", "interlinear", "comments"),
        "annotations": ("marks", "tooltip", "citation", "cite", "dialog"),
        "lists": ("address", "folding", "filters", "sort"),
        "finder": ("recent", "results", "panel", "focus"),
    }.items()
}
#: The cell of a table, aligned by Markdown with a style of its own.
_ALIGNED = re.compile(
    r'<(?P<cell>t[dh])(?P<before>[^>]*?) style="text-align: (?P<side>left|center|right);"(?P<behind>[^>]*)>'
)
_CLASS = re.compile(r'(?<= class=")')
#: A comment, with the line it ends; what looks like one within a string is none.
_CSS_COMMENT = re.compile(r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/\n*""", re.DOTALL)
#: What a line is set in by, and lines without anything: only people read them. A string in CSS has no line breaks.
_CSS_INDENT = re.compile(r"\n\s+")
#: MkDocs gives each page the day of the build, which says nothing of the page, and differs from day to day.
_URL = re.compile(r"\s*<url>\s*<loc>([^<]*)</loc>.*?</url>", re.DOTALL)
_LASTMOD = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


def without_cell_styles(html: str) -> str:
    """`html` as Markdown made it, with classes (`at-right`, …) in the place of the styles of its cells."""
    return _ALIGNED.sub(_with_class, html)


def _with_class(cell: re.Match[str]) -> str:
    name, attributes = f"at-{cell['side']}", cell["before"] + cell["behind"]
    named, found = _CLASS.subn(f"{name} ", attributes, count=1)
    return f"<{cell['cell']}{named}>" if found else f'<{cell["cell"]}{attributes} class="{name}">'


def bundle_assets(docs: Path, parts: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """From the path of each whole file to its text, made of its `parts`, without their comments: those in the
    edition's own folder `docs`, else the engine's.

    Scripts are classic ones, since no browser loads modules from a folder; a whole one is in strict mode. The one in the head
    begins with what a reader can choose.
    """
    files = {}
    for whole, paths in parts.items():
        text = "\n".join(asset(path, docs).read_text(encoding="utf-8") for path in paths)
        if whole.endswith(".js"):
            begin = _choices() if whole == HEAD_SCRIPT else ""
            files[whole] = f'"use strict";{begin}{jsmin(text)}\n'
        else:
            files[whole] = _CSS_INDENT.sub("\n", _CSS_COMMENT.sub(r"\1", text))
    return files


def _choices() -> str:
    """What a reader can choose, the usual value first."""
    choices = {"view": list(VALUES["View"]), "script": ["published", *SCRIPTS]}
    return f"var jianzhu={{choices:{json.dumps(choices, separators=(',', ':'))}}};"


def message_files() -> dict[str, str]:
    """From the path of the file of messages for each language, which overrides/main.html names, to its text."""
    return {f"assets/javascripts/messages.{lang}.js": f"jianzhu.messages={_messages_in(lang)};\n" for lang in Language}


def _messages_in(lang: Language) -> str:
    texts = {key: entry[lang] for key, entry in READER.items()}
    return json.dumps(texts, ensure_ascii=False, separators=(",", ":"))


def sitemap(xml: str, site_url: str | None, left_out: Container[str] = ()) -> str:
    """The sitemap `xml` without dates and without the addresses `left_out`;
    empty, so that MkDocs writes none, where the site has no `site_url` to list pages by.

    Locations must be whole addresses (sitemaps.org, protocol, <loc>).
    """
    if not site_url:
        return ""
    return _LASTMOD.sub("", _URL.sub(lambda url: "" if url[1] in left_out else url[0], xml))
