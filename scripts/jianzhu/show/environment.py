"""Templates: one way to make an environment of Jinja, in which whatever is not markup is escaped for what the templates write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from jianzhu.language import Language, TextLanguage
from jianzhu.show.format import Format
from jianzhu.show.languages import language_name
from jianzhu.show.messages import messages
from jianzhu.show.registers.evidence import segments_of
from jianzhu.source.records.registers import ClaimRecord
from jianzhu.source.records.terms import Bilingual
from jianzhu.source.ref import Ref
from jianzhu.text.characters import INVISIBLE, SPACES, UNPRINTABLE
from jianzhu.text.edtf import edtf_words
from jianzhu.text.kinds import Kinds

_SIGNS = {" ": " ", "\n": "⏎", "\r": "␍", "\t": "⇥", "\u00a0": "⍽", "\u3000": "⍽"}
#: What the rules of repair take for spaces, line ends or invisible, and what no page can hold.
_UNSEEN = re.compile(f"[{SPACES}{INVISIBLE}\n\r\u2028\u2029]|{UNPRINTABLE.pattern}")


def environment(
    folder: Path,
    written: Format,
    *,
    address: Callable[[Ref], str],
    filters: Mapping[str, Callable[..., Any]] | None = None,
) -> Environment:
    """The environment of the templates in `folder`, which write `written`: every `{{ … }}` is escaped for it.

    All have the filters `address` (where a sentence stands), `amount`, `edtf`, `inline`, `language_name`, `language_of`,
    `prose`, `segments`, `time` and `visible`, and those of `filters`. A name that a template is not given is an
    error, and so is a bilingual text without its language.
    """

    def finalize(value: Any) -> str:
        if isinstance(value, Bilingual):
            raise TypeError("a bilingual text must be asked for one of its languages")
        return value if isinstance(value, written.ready) else written.escape(str(value))

    jinja = Environment(
        loader=FileSystemLoader(folder),
        # What a macro gives is markup.
        autoescape=written.ready is Markup,  # noqa: S701 (`finalize` escapes all that is printed)
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters |= {
        "address": address,
        "amount": amount,
        "edtf": edtf_words,
        "inline": written.inline,
        "language_name": language_name,
        "language_of": lambda tag, lang: language_name(TextLanguage(tag), lang),
        "prose": written.prose,
        "segments": segments_of,
        "time": written.time,
        "visible": visible,
        **(filters or {}),
    }
    return jinja


def amount(claim: ClaimRecord, lang: Language, kinds: Kinds) -> str:
    """A claim's quantity in words, with its hedge."""
    words = claim.quantity.words(lang, kinds.units)
    t = messages(lang)
    return t.plain("hedged", hedge=t.word("Hedge", claim.hedge), figure=words) if claim.hedge else words


def visible(text: str) -> str:
    """`text` with signs in the place of characters that cannot be seen.

    Line ends are ⏎ and ␍, tabs ⇥, no-break and wide spaces ⍽, spaces at ends ␣; any other is named: <U+200B>.
    """
    text = re.sub(r"\A +| +\Z", lambda match: "␣" * len(match[0]), text)
    return _UNSEEN.sub(lambda match: _SIGNS.get(match[0], f"<U+{ord(match[0]):04X}>"), text)
