"""Markdown (CommonMark, with the tables, footnotes and deletions of GitHub and Pandoc): made HTML, then read as that."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Sequence

import yaml
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin

from jianzhu.extract.dom import Page, parse_html
from jianzhu.extract.encoding import decode
from jianzhu.extract.extraction import Extraction, Found, Neighbor
from jianzhu.extract.markup import read_pages
from jianzhu.text.characters import HAN

PACKAGES = ("markdown-it-py", "mdit-py-plugins", "lxml")
_FRONT = re.compile(
    r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n(.*?\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL
)
_KEYS = {
    "title": "title",
    "author": "author",
    "authors": "author",
    "date": "date",
    "published": "date",
    "pubdate": "date",
}
_LONGEST_FORMULA = 2000
_MATHEMATICAL = re.compile(r"[\\^_=+*/<>{}]|^\s*[A-Za-z]['′]?\s*$")
_PROSE = re.compile(f"[{HAN}].*[。！？…”」：；，]$")


def read(data: bytes, encoding: str, neighbor: Neighbor) -> Extraction:
    """The blocks of a Markdown text. Raises UnreadableFile where there are none; else as `decode` does."""
    text = decode(data, encoding).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    body, found = _front_matter(text)
    made = _converter().render(body)
    # The title in the front matter is printed above the text, where the text itself has none.
    title = f"<h1>{html.escape(found['title'][0].value)}</h1>" if "title" in found and "<h1" not in made else ""
    page = Page("", parse_html(f"<!DOCTYPE html><html><body>{title}{made}</body></html>"))
    return read_pages([page], PACKAGES, neighbor, found=found)


def _converter() -> MarkdownIt:
    converter = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    converter.use(footnote_plugin).use(deflist_plugin)
    converter.inline.ruler.before("escape", "bracket_math", _bracketed)
    converter.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    for name in ("math_inline", "math_inline_double", "math_block", "math_block_label"):
        converter.add_render_rule(name, _formula)
    converter.add_render_rule("code_block", _indented)
    return converter


def _bracketed(state: StateInline, silent: bool) -> bool:
    """A formula between \\( and \\) or \\[ and \\]. Around words, these are brackets that mean nothing (CommonMark 2.4)."""
    start = state.src[state.pos : state.pos + 2]
    closing = {"\\(": "\\)", "\\[": "\\]"}.get(start)
    end = state.src.find(closing, state.pos + 2, state.pos + _LONGEST_FORMULA) if closing else -1
    content = state.src[state.pos + 2 : end]
    if end < 0 or not _MATHEMATICAL.search(content):
        return False
    if not silent:
        token = state.push("math_inline", "", 0)
        token.content, token.markup = content, start
    state.pos = end + 2
    return True


def _formula(_: RendererHTML, tokens: Sequence[Token], index: int, *_options: object) -> str:
    """A formula as it is written."""
    token = tokens[index]
    first, last = {"$": ("$", "$"), "$$": ("$$", "$$"), "\\(": ("\\(", "\\)"), "\\[": ("\\[", "\\]")}.get(
        token.markup, ("$$", "$$") if token.block or "double" in token.type else ("$", "$")
    )
    formula = f"<jz-formula>{html.escape(first + token.content.strip() + last)}</jz-formula>"
    return f"<p>{formula}</p>\n" if token.block else formula


def _indented(_: RendererHTML, tokens: Sequence[Token], index: int, *_options: object) -> str:
    """Indented code; but lines of Chinese prose are indented as paragraphs are in print."""
    content = tokens[index].content
    lines = [line.strip() for line in content.split("\n") if line.strip()]
    if lines and all(_PROSE.search(line) for line in lines):
        return "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    return f"<pre><code>{html.escape(content)}</code></pre>\n"


def _front_matter(text: str) -> tuple[str, dict[str, tuple[Found, ...]]]:
    """The text without its front matter, and what that says of the text. What cannot be read as such stays in the text."""
    matched = _FRONT.match(text)
    if matched is None:
        return text, {}
    body = text[matched.end() :]
    values = _yaml_values(matched[1]) if matched[1] is not None else _toml_values(matched[2])
    if values is None:
        return text, {}
    found: dict[str, tuple[Found, ...]] = {}
    for key, value in values.items():
        field = _KEYS.get(key.lower())
        if field and value and field not in found:
            found[field] = (Found(value=value, where=f"front matter, {key}"),)
    return body, found


def _yaml_values(source: str) -> dict[str, str] | None:
    try:
        data = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 – every value is text, and no tag makes an object
    except (yaml.YAMLError, ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None  # a line between two rulers is no front matter
    return {str(key): _words(value) for key, value in data.items()}


def _words(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, (_words(one) for one in value[:20] if isinstance(one, str | dict))))
    if isinstance(value, dict):
        name = value.get("name", "")
        return _words(name) if isinstance(name, str) else ""
    return " ".join(str(value).split())[:500]


def _toml_values(source: str) -> dict[str, str] | None:
    try:
        return {key: _words(value) for key, value in tomllib.loads(source).items()}
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
