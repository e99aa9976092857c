"""Patches: what Material's templates and its stylesheet are changed in before any page is made of them.

Each is written for the template as the pinned version has it. A template of another version that lacks what is to be changed
ends the build with the name of the patch: nothing is passed over in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, DictLoader, Environment, TemplateNotFound

from jianzhu.site.theme.assets import SEARCH_WORKER, STYLE
from jianzhu.site.theme.policy import META

THEME = "mkdocs-material"


class PatchError(Exception):
    """A template of the theme is not as a patch expects it; the message says which, and what to do."""


@dataclass(frozen=True, kw_only=True)
class Patch:
    """`pattern` must be found `times` in the template, and `put` comes in its place (as `re.sub` writes it)."""

    why: str
    pattern: str
    put: str
    times: int = 1

    def apply(self, source: str, template: str) -> str:
        """`source` with what is to be changed in it changed. Raises PatchError where it is not there as often as it should."""
        changed, found = re.subn(self.pattern, self.put, source)
        if found != self.times:
            raise PatchError(
                f"{template} of {THEME} {version(THEME)}: a patch does not fit: {self.why}\n"
                f"    expected: {self.times} × {self.pattern}\n"
                f"    found:    {found} ×\n"
                f"    to do:    install {THEME} as requirements.txt pins it, or adapt the patch in jianzhu/site/theme/patches.py"
            )
        return changed


PATCHES: Mapping[str, Sequence[Patch]] = {
    "base.html": (
        Patch(
            why="the policy stands before all that it speaks of",
            pattern=re.escape('<meta charset="utf-8">'),
            put=rf"\g<0>{META}",
        ),
        Patch(
            # Material's script reads the sitemap beside every rel="alternate" it finds by exact match, which fails from a
            # folder. A space behind the word keeps the meaning: HTML splits the attribute at spaces.
            why="the language switch asks for no sitemap",
            pattern=r'rel="alternate" href="\{\{ alt\.link',
            put='rel="alternate " href="{{ alt.link',
        ),
        Patch(
            why="the site's own styles are one file",
            pattern=r'\{% for path in config\.extra_css %\}\s*(<link rel="stylesheet" href="\{\{ )path( \| url \}\}">)\s*'
            r"\{% endfor %\}",
            put=rf"\1'{STYLE}'\2",
        ),
        Patch(
            why="a checkbox has nothing to complete",
            pattern=r'(<input class="md-toggle"[^>]*) autocomplete="off"',
            put=r"\1",
            times=2,
        ),
        Patch(
            # The language goes with the worker's address.
            why="the search is the edition's own",
            pattern=r"assets/javascripts/workers/search\.\w+\.min\.js(['\"]) \| url",
            put=rf"{SEARCH_WORKER}\1 | url ~ '?' ~ config.theme.language",
        ),
        Patch(
            why="the page is painted before the theme's script runs",
            pattern=r"<script src=(?=\"\{\{ 'assets/javascripts/bundle\.)",
            put="<script defer src=",
        ),
        Patch(
            why="the page is painted before the edition's scripts run",
            pattern=r"(\{% for script in config\.extra_javascript %\}\s*)\{\{ script \| script_tag \}\}",
            put=r'\1<script defer src="{{ script | url }}"></script>',
        ),
    ),
    "partials/header.html": (
        Patch(
            why="the way back to the top stands beside the title, where it covers no text",
            pattern=re.escape('data-md-component="header-title">'),
            put=r'\g<0>{% include "partials/back_to_top.html" %}',
        ),
        Patch(
            why="the choice of script stands before the search",
            pattern=re.escape('<label class="md-header__button md-icon" for="__search">'),
            put=r'{% include "partials/script_choice.html" %}\g<0>',
        ),
    ),
    "partials/palette.html": (
        Patch(
            # Without the name, the theme's script leaves it alone: assets/javascripts/head/scheme.js does its work.
            why="light or dark is decided before the first paint",
            pattern=re.escape(' data-md-component="palette"'),
            put="",
        ),
    ),
    "partials/search.html": (
        Patch(
            why="the search dialog has a name for a screen reader",
            pattern=re.escape('data-md-component="search" role="dialog"'),
            put="\\g<0> aria-label=\"{{ lang.t('search') }}\"",
        ),
        Patch(
            # The theme's script gives the link its address with the first query, also the empty one.
            why="no address is a script",
            pattern=re.escape('<a href="javascript:void(0)" '),
            put="<a ",
        ),
    ),
    "partials/toc.html": (
        Patch(
            # It opens the drawer's list, which only pages of the navigation have.
            why="the title of the table of contents labels what is there",
            pattern=r'<label class="md-nav__title" for="__toc">(?s:(.*?))</label>',
            put="{% set labels = page in nav.pages %}"
            """<{{ 'label for="__toc"' if labels else 'span' }} class="md-nav__title">\\1</{{ 'label' if labels else 'span' }}>""",
        ),
    ),
}

#: The theme's stylesheet; its name has a sum of what is in it.
_STYLE = "assets/stylesheets/main.*.min.css"
_NO_IMAGES = Patch(
    # docs/assets/stylesheets/base/icons.css cuts out those that the pages show. To leave them to it alone is not enough: a browser
    # that computes styles before that file arrives asks for them.
    why="no icon is an image in `data:`, which the policy of a server may forbid",
    pattern=r'(--md-[\w-]+:)url\("data:[^"]*"\)',
    put=r"\1none",
    times=42,
)


def patched_styles(site: Path) -> dict[str, str]:
    """The theme's stylesheet in the folder `site`, changed, by its path there. Raises PatchError where it is not as the patch
    expects it.
    """
    paths = [path.relative_to(site).as_posix() for path in site.glob(_STYLE)]
    return {path: _NO_IMAGES.apply((site / path).read_text(encoding="utf-8"), path) for path in paths}


def patched(loader: BaseLoader, environment: Environment) -> dict[str, str]:
    """The sources of the templates in PATCHES as `loader` has them, changed. Raises PatchError."""
    sources = {}
    for template, patches in PATCHES.items():
        try:
            source = loader.get_source(environment, template)[0]
        except TemplateNotFound as error:
            raise PatchError(
                f"{THEME} {version(THEME)} has no template {template}\n"
                f"    to do:    install {THEME} as requirements.txt pins it, or fit the patches in jianzhu/site/theme/patches.py"
            ) from error
        for patch in patches:
            source = patch.apply(source, template)
        sources[template] = source
    return sources


def patch_theme(environment: Environment) -> None:
    """Have `environment`, MkDocs' with Material's templates, load them changed. Raises PatchError."""
    loader = environment.loader
    if loader is None:
        raise PatchError(f"MkDocs loads no templates: use it with {THEME}")
    environment.loader = ChoiceLoader([DictLoader(patched(loader, environment)), loader])
    # The settings of the theme in each page: `tojson` would write six bytes for a Chinese character of three.
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
