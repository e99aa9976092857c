"""Page: the templates of the pages, in which whatever is not Markdown already is escaped for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

from jinja2 import Environment

from jianzhu.language import Language
from jianzhu.show.counts import count_word
from jianzhu.show.environment import environment
from jianzhu.show.escape import Markdown, front_matter, html, markdown_inline
from jianzhu.show.format import MARKDOWN
from jianzhu.show.groups import Paired, marker_of
from jianzhu.show.messages import messages
from jianzhu.site.markup.fragment import TEMPLATES
from jianzhu.site.markup.markdown import span
from jianzhu.source.records.terms import Status
from jianzhu.source.ref import Ref


class Reviewable(Protocol):
    """Whatever an editor reviews."""

    @property
    def status(self) -> Status: ...


@lru_cache(maxsize=1)
def pages() -> Environment:
    """The environment of the pages' templates, which write Markdown."""
    filters: dict[str, Callable[..., Any]] = {
        "yaml": _yaml,
        "html": _html,
        "count_word": count_word,
        "draft": draft_sign,
        "markdown": Markdown,
        "marker": _marker,
        "span": span,
    }
    return environment(TEMPLATES, MARKDOWN, address=_address, filters=filters)


def fill(template: str, lang: Language, **values: Any) -> str:
    """The text of `template` with `values`; runs of empty lines become one, and no line ends in a space."""
    text = pages().get_template(template).render(lang=lang, t=messages(lang), **values)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<! ) +$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"


def draft_sign(record: Reviewable, lang: Language) -> Markdown:
    """What stands behind a draft, with a space before it; nothing behind what has been reviewed."""
    return Markdown(f" [{messages(lang)['draft']}]{{ .kind }}" if record.status == "draft" else "")


def _marker(block: Paired) -> Markdown:
    """What stands before an item of a list."""
    marker = marker_of(block.pair)
    return Markdown(f'<span class="marker">{markdown_inline(marker)}</span> ' if marker else "")


def _yaml(text: str) -> Markdown:
    return Markdown(front_matter(text))


def _html(text: str) -> Markdown:
    return Markdown(html(text))


def _address(ref: Ref) -> Markdown:
    """The file of a sentence and its place there, below the pages of a language."""
    return Markdown(f"articles/{ref.article}.md#{ref.segment}")
