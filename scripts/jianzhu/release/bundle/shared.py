"""Shared parts: the site's files as the bundle needs them, with what every page repeats written once.

Online, inline icons and settings save requests. In a zip, which compresses each file separately, they would be most of the
bundle; here they are in files of their own, which cost nothing to load from a folder. The text of a page is unchanged.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass

FOLDER = "assets/shared"
ICONS = f"{FOLDER}/icons.css"

#: An HTML page, token by token: content of tags, comments and raw-text elements is never matched as anything else.
_TOKEN = re.compile(
    r'(?P<settings><script id="__config" type="application/json">.*?</script>)'
    r'|(?P<icon><svg xmlns="http://www\.w3\.org/2000/svg" viewBox="(?P<box>[^"]*)"><path d="(?P<path>[^"]*)"/></svg>)'
    r"|<(?P<raw>script|style|pre|textarea)\b.*?</(?P=raw)>"
    r"|<!--.*?-->"
    r"""|<(?:[^"'>]|"[^"]*"|'[^']*')*>"""
    r"|(?P<text>[^<]+)",
    re.DOTALL,
)
_BREAK = re.compile(r"[ \t\r\n\f]*\n[ \t\r\n\f]*")
_HEAD_END = "</head>"
#: For search engines, which never see the bundle.
_CANONICAL = '<link rel="canonical"'

#: Only files of the theme are changed; data and search hold the texts.
_THEME = "assets/"
#: References to source maps, which are left out of the bundle.
_SOURCE_MAP = re.compile(rb"\n?//[#@] sourceMappingURL=\S*|/\*[#@] sourceMappingURL=[^*]*\*/")
#: Hosts that Material would request for features that this edition does not use (diagrams, repository facts).
_HOSTS = re.compile(rb"https://(?:unpkg\.com|api\.github\.com)/")

#: An icon is a mask over the text color; with forced colors, over the color of button text.
_STYLE = """\
[class^="icon-"] {{
  background: currentcolor;
  -webkit-mask: center / contain no-repeat;
  mask: center / contain no-repeat;
}}
@media (forced-colors: active) {{
  [class^="icon-"] {{ background: ButtonText; forced-color-adjust: none; }}
}}
{rules}"""
_RULE = ".icon-{name} {{ -webkit-mask-image: {image}; mask-image: {image}; }}\n"
_SVG = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='{box}'%3E%3Cpath d='{path}'/%3E%3C/svg%3E"
_IMAGE = f'url("data:image/svg+xml,{_SVG}")'

#: Only scripts read the theme's settings, so a script can put them into the page.
_SETTINGS = "document.currentScript.outerHTML = {element};"


@dataclass(frozen=True)
class SharedParts:
    """What the pages repeat, by name in the bundle: the theme's settings, as scripts that put them into the page, and icons as
    view box and path.
    """

    scripts: dict[str, str]
    icons: dict[str, tuple[str, str]]

    @classmethod
    def collect(cls, pages: Iterable[str]) -> SharedParts:
        """The repeated parts of `pages` (HTML)."""
        scripts, icons = {}, {}
        for token in (token for html in pages for token in _TOKEN.finditer(html)):
            if script := _script(token):
                scripts[_name(script)] = script
            elif token["icon"]:
                icons[_name(token["icon"])] = token["box"], token["path"]
        return cls(scripts, icons)

    def files(self) -> dict[str, bytes]:
        """The files that hold the repeated parts, by path."""
        rules = "".join(
            _RULE.format(name=name, image=_IMAGE.format(box=box, path=path.replace("#", "%23")))
            for name, (box, path) in sorted(self.icons.items())
        )
        scripts = {f"{FOLDER}/{name}.js": text.encode() for name, text in self.scripts.items()}
        return {**scripts, ICONS: _STYLE.format(rules=rules).encode()}

    def rewrite(self, path: str, data: bytes) -> bytes:
        """The content of the site's file `path` in the bundle."""
        if path.endswith(".html"):
            return self.rewrite_page(data.decode(), "../" * path.count("/")).encode()
        if path.startswith(_THEME) and path.endswith((".js", ".css")):
            return _HOSTS.sub(b"", _SOURCE_MAP.sub(b"", data))
        return data

    def rewrite_page(self, html: str, base: str) -> str:
        """The page `html` in the bundle; `base` leads from it to the top folder."""

        style = f'<link rel="stylesheet" href="{base}{ICONS}">'

        def token(found: re.Match[str]) -> str:
            if found["text"]:
                return _BREAK.sub("\n", found["text"])
            if script := _script(found):
                return f'<script src="{base}{FOLDER}/{_name(script)}.js"></script>'
            if found["icon"]:
                return f'<svg class="icon-{_name(found["icon"])}" viewBox="{found["box"]}"></svg>'
            if found[0] == _HEAD_END:
                return style + _HEAD_END
            return "" if found[0].startswith(_CANONICAL) else found[0]

        return _TOKEN.sub(token, html)


def _script(token: re.Match[str]) -> str | None:
    """The script that puts the token into the page, where it is the theme's settings."""
    if not token["settings"]:
        return None
    return _SETTINGS.format(element=json.dumps(token["settings"], ensure_ascii=False))


def _name(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
