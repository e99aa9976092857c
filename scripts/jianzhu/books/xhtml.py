"""XHTML: the templates of the books, in which whatever is not markup is escaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from jianzhu.books.footnotes import address, chapter_path
from jianzhu.language import LANGUAGES, Language
from jianzhu.show.environment import environment
from jianzhu.show.escape import xml
from jianzhu.show.messages import book_messages
from jianzhu.site.pages.markdown import HAN_RUN
from jianzhu.site.pages.page import amount, visible
from jianzhu.text.edtf import edtf_words

TEMPLATES = Path(__file__).parent / "templates"
#: The tags of the editors' languages (BCP 47).
TAGS = {lang: lang.tag for lang in LANGUAGES}


@lru_cache(maxsize=1)
def documents() -> Environment:
    """The environment of the books' templates, which write XML."""
    filters: dict[str, Callable[..., Any]] = {
        "address": address,
        "amount": amount,
        "chapter": chapter_path,
        "edtf": edtf_words,
        "prose": prose,
        "time": _time,
        "visible": visible,
    }
    jinja = environment(TEMPLATES, "xml", filters)
    jinja.globals |= {"tags": TAGS}
    return jinja


def fill(template: str, lang: Language, **values: Any) -> str:
    """The document of `template` with `values`, in a book in which `lang` leads; no line is empty or ends in a space."""
    text = documents().get_template(template).render(lang=lang, t=book_messages(lang), **values)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)*", "\n", text).strip("\n") + "\n"


def prose(text: str, lang: Language) -> Markup:
    """The editors' `text` in `lang`, with Chinese words in English text marked as such."""
    parts = HAN_RUN.split(text) if lang is not Language.ZH else [text]
    marked = Markup('<span lang="zh" xml:lang="zh">{}</span>')
    return Markup("").join(marked.format(xml(part)) if at % 2 else xml(part) for at, part in enumerate(parts))


def _time(edtf: str, lang: Language) -> Markup:
    """An EDTF date in words, as a <time> element where HTML knows the form."""
    shown = edtf_words(edtf, lang)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return Markup('<time datetime="{}">{}</time>').format(xml(edtf), xml(shown))
    return xml(shown)
