"""Policy: the Content-Security-Policy that every page keeps, and what in a page would break it."""

from __future__ import annotations

import html
import re

#: Nothing but files of the site, no script and no style within a page, no plugin, no other base. The images in `data:` are the
#: icons of the offline bundle: from a folder, a browser takes masks from nowhere else; the site has none. In a <meta> on every
#: page, so that it holds from a folder too; a server may send it as a header.
POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'"
META = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

#: The tags of a page, each with its attributes; what stands in a comment is none, nor what stands in data, which nothing runs.
_TAG = re.compile(
    r"""<!--.*?-->|<script\b[^>]*\btype="application/json"[^>]*>.*?</script>"""
    r"""|<(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^"'>]|"[^"]*"|'[^']*')*)>""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=>"'/]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s>]+)))?"""
)
#: A first look, which nearly every tag passes.
_SUSPECT = re.compile(r"""[\s/"'](?:style|on\w+)\s*=|javascript:|&(?!(?:amp|lt|gt|quot|#39);)""", re.IGNORECASE)
_ADDRESSES = frozenset({"href", "src", "action", "formaction", "data", "xlink:href"})
_SCRIPT = re.compile(r"^[\s\0-\x1f]*javascript:", re.IGNORECASE)


def breaches(page: str) -> list[str]:
    """The tags of the HTML `page` that would break POLICY: inline scripts and styles, handlers, addresses that are scripts,
    and that the page has no policy where it begins.
    """
    found = [] if META in page.partition("<script")[0].partition("<link")[0] else ["no policy before the first script"]
    for tag in _TAG.finditer(page):
        name, attributes = (tag["name"] or "").lower(), tag["attributes"] or ""
        if name in ("script", "style", "base") or _SUSPECT.search(attributes):
            found += [tag[0]] if _breaks(name, attributes) else []
    return found


def _breaks(name: str, attributes: str) -> bool:
    values = {
        attribute["name"].lower(): html.unescape(attribute["double"] or attribute["single"] or attribute["bare"] or "")
        for attribute in _ATTRIBUTE.finditer(attributes)
    }
    return (
        name in ("style", "base")
        or (name == "script" and "src" not in values)
        or any(key == "style" or key.startswith("on") for key in values)
        or any(_SCRIPT.match(value) for key, value in values.items() if key in _ADDRESSES)
    )
