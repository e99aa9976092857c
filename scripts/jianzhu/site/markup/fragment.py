"""Fragment: HTML and SVG inside a page, from templates in which whatever is not markup is escaped for HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from jinja2 import Environment

from jianzhu.language import Language
from jianzhu.show.environment import environment
from jianzhu.show.escape import Markdown
from jianzhu.show.format import HTML
from jianzhu.show.messages import html_messages

TEMPLATES = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def _fragments() -> Environment:
    return environment(TEMPLATES, HTML, address=attrgetter("page"))


def fragment(template: str, lang: Language, **values: Any) -> Markdown:
    """The markup of `template` with `values`, to stand in a page as it is.

    It has no empty and no indented line: Markdown would end the element at the former and make code of the latter.
    """
    text = _fragments().get_template(template).render(lang=lang, t=html_messages(lang), **values)
    return Markdown(re.sub(r"\s*\n\s*", "\n", text).strip())
