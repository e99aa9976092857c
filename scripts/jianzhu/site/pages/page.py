"""Page: the templates of the pages, in which whatever is not Markdown already is escaped for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment

from jianzhu.language import Language
from jianzhu.show.environment import environment
from jianzhu.show.escape import Markdown, front_matter, html, markdown
from jianzhu.show.messages import messages
from jianzhu.site.pages.counts import count_word
from jianzhu.site.pages.markdown import prose, span
from jianzhu.source.records import ClaimRecord, Status
from jianzhu.text.characters import BLANKS, INVISIBLE, UNPRINTABLE
from jianzhu.text.edtf import edtf_words

TEMPLATES = Path(__file__).parent / "templates"
_SIGNS = {" ": " ", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u3000": "⍽"}
#: What the repair rules treat as spaces, line ends or invisible, and what no page can contain.
_UNSEEN = re.compile(f"[{BLANKS}{INVISIBLE}\n\r\u2028\u2029]|{UNPRINTABLE.pattern}")


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
        "edtf": edtf_words,
        "time": _time,
        "amount": amount,
        "count_word": count_word,
        "draft": draft_sign,
        "visible": visible,
        "markdown": Markdown,
        "prose": prose,
        "span": span,
    }
    return environment(TEMPLATES, "markdown", filters)


def fill(template: str, lang: Language, **values: Any) -> str:
    """The text of `template` with `values`; runs of empty lines become one, and no line ends in a space."""
    text = pages().get_template(template).render(lang=lang, t=messages(lang), **values)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<! ) +$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"


def amount(claim: ClaimRecord, lang: Language) -> str:
    """A claim's quantity in words."""
    return claim.quantity.words(lang)


def draft_sign(record: Reviewable, lang: Language) -> Markdown:
    """What stands behind a draft, with a blank before it; nothing behind what has been reviewed."""
    return Markdown(f" [{messages(lang)['draft']}]{{ .kind }}" if record.status == "draft" else "")


def visible(text: str) -> str:
    """`text` with signs in the place of characters that cannot be seen.

    Line ends are ⏎ and ␍, tabs ⇥, no-break and wide spaces ⍽, spaces at the ends ␣; any other is named: <U+200B>.
    """
    text = re.sub(r"\A +| +\Z", lambda match: "␣" * len(match[0]), text)
    return _UNSEEN.sub(lambda match: _SIGNS.get(match[0], f"<U+{ord(match[0]):04X}>"), text)


def _yaml(text: str) -> Markdown:
    return Markdown(front_matter(text))


def _html(text: str) -> Markdown:
    return Markdown(html(text))


def _time(edtf: str, lang: Language) -> Markdown:
    """An EDTF date in words, as a <time> element where HTML knows the form."""
    shown = markdown(edtf_words(edtf, lang))
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return Markdown(f'<time datetime="{edtf}">{shown}</time>')
    return Markdown(f'<span class="date" data-edtf="{html(edtf)}">{shown}</span>')
