"""Page: one Jinja environment for all templates, in which whatever is not Markdown already is escaped."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from edition.characters import BLANKS, INVISIBLE, UNPRINTABLE
from edition.edtf_date import edtf_words
from edition.records import Bilingual, ClaimRecord, Status
from edition.render.counts import count_word
from edition.render.markdown import Markdown, escape, prose
from edition.render.words import words

TEMPLATES = Path(__file__).parent / "templates"
_SIGNS = {" ": " ", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u3000": "⍽"}
#: What the rules of repair take for blanks, line ends or invisible, and what no page can hold.
_UNSEEN = re.compile(f"[{BLANKS}{INVISIBLE}\n\r\u2028\u2029]|{UNPRINTABLE.pattern}")


class Reviewable(Protocol):
    """Whatever an editor reviews."""

    @property
    def status(self) -> Status: ...


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates' environment: every `{{ … }}` is escaped for Markdown unless it is Markdown."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= {
        "yaml": _yaml,
        "html": _html,
        "edtf": edtf_words,
        "time": _time,
        "amount": amount,
        "count_word": count_word,
        "draft": draft_sign,
        "visible": visible,
        "markdown": Markdown,
        "attribute": html_attribute,
        "prose": prose,
    }
    return jinja


def fill(template: str, lang: str, **values: Any) -> str:
    """The text of `template` with `values`; runs of blank lines become one, and no line ends in a blank."""
    text = environment().get_template(template).render(lang=lang, t=words(lang), **values)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"(?<! ) +$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"


def amount(claim: ClaimRecord, lang: str) -> str:
    """A claim's quantity in words."""
    return claim.quantity.words(lang)


def draft_sign(record: Reviewable, lang: str) -> Markdown:
    """What stands behind a draft, with a blank before it; nothing behind what has been reviewed."""
    return Markdown(f" [{words(lang)['draft']}]{{ .kind }}" if record.status == "draft" else "")


def visible(text: str) -> str:
    """`text` with signs in the place of characters that cannot be seen.

    Line ends are ⏎ and ␍, tabs ⇥, no-break and wide spaces ⍽, blanks at ends ␣; any other is named: <U+200B>.
    """
    text = re.sub(r"\A +| +\Z", lambda match: "␣" * len(match[0]), text)
    return _UNSEEN.sub(lambda match: _SIGNS.get(match[0], f"<U+{ord(match[0]):04X}>"), text)


def html_attribute(text: str) -> Markdown:
    """`text` for the value of an attribute of an HTML tag, between quotation marks."""
    return Markdown(html.escape(re.sub(r"\s+", " ", UNPRINTABLE.sub("", text)), quote=True))


def _finalize(value: Any) -> str:
    if isinstance(value, Bilingual):
        raise TypeError("a bilingual text must be asked for one of its languages")
    return value if isinstance(value, Markdown) else escape(str(value).strip())


def _yaml(text: str) -> Markdown:
    """`text` as a quoted YAML scalar for front matter, escaped for HTML: templates of themes print it as it is.

    Characters that YAML refuses are left out: front matter that cannot be read would be shown as text of the page.
    """
    text = UNPRINTABLE.sub("", re.sub(r"\s+", " ", str(text)))
    return Markdown("'" + html.escape(text, quote=True).replace("'", "''") + "'")


def _html(text: str) -> Markdown:
    """`text` as text of raw HTML, or as an attribute's value in quotation marks: one line, escaped."""
    return Markdown(html.escape(" ".join(str(text).split())))


def _time(edtf: str, lang: str) -> Markdown:
    """An EDTF date in words, as a <time> element where HTML knows the form."""
    shown = escape(edtf_words(edtf, lang))
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return Markdown(f'<time datetime="{edtf}">{shown}</time>')
    return Markdown(f'<span class="date" data-edtf="{html.escape(edtf)}">{shown}</span>')
