"""XHTML: the templates of the books, in which whatever is not markup is escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from jianzhu.books.addresses import address, chapter_path
from jianzhu.language import Language
from jianzhu.show.environment import environment
from jianzhu.show.escape import html_verbatim
from jianzhu.show.format import XML
from jianzhu.show.groups import Paired, marker_of
from jianzhu.show.messages import book_messages

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def documents() -> Environment:
    """The environment of the books' templates, which write XML."""
    return environment(
        TEMPLATES, XML, address=address, filters={"chapter": chapter_path, "marker": marker, "verbatim": html_verbatim}
    )


def marker(block: Paired) -> str:
    """What stands before an item of a list."""
    return marker_of(block.pair)


def fill(template: str, lang: Language, **values: Any) -> str:
    """The document of `template` with `values`, in a book in which `lang` leads; no line is empty or ends in a space."""
    text = documents().get_template(template).render(lang=lang, t=book_messages(lang), **values)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)*", "\n", text).strip("\n") + "\n"
