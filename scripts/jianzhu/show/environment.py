"""Templates: one way to make an environment of Jinja, in which whatever is not markup is escaped for what the templates write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jianzhu.show.escape import Markdown, html, markdown, xml
from jianzhu.source.records import Bilingual

Context = Literal["markdown", "html", "xml"]
#: What of a context is markup already, and how the rest is escaped.
_ESCAPES: Mapping[Context, tuple[type[str], Callable[[str], str]]] = {
    "markdown": (Markdown, markdown),
    "html": (Markup, html),
    "xml": (Markup, xml),
}


def environment(folder: Path, context: Context, filters: Mapping[str, Callable[..., Any]]) -> Environment:
    """The environment of the templates in `folder`, which write `context`: every `{{ … }}` is escaped for it.

    What a template asks for and is not given is an error, and so is a bilingual text in the place of one of its languages.
    """
    ready, escape = _ESCAPES[context]

    def finalize(value: Any) -> str:
        if isinstance(value, Bilingual):
            raise TypeError("a bilingual text must be asked for one of its languages")
        return value if isinstance(value, ready) else escape(str(value))

    jinja = Environment(
        loader=FileSystemLoader(folder),
        # What a macro gives is markup.
        autoescape=ready is Markup,  # noqa: S701 (`finalize` escapes all that is printed)
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= filters
    return jinja
