"""XHTML: the templates of the books, in which whatever is not markup is escaped."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from edition.edtf_date import edtf_words
from edition.epub.footnotes import address, chapter_path
from edition.epub.words import words
from edition.records import Bilingual
from edition.render.markdown import HAN_RUN
from edition.render.page import amount, visible

TEMPLATES = Path(__file__).parent / "templates"
#: The tags of the editors' languages (BCP 47).
TAGS = {"zh": "zh-Hans", "en": "en"}
#: What XML 1.0 does not allow in a document, section 2.2.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates' environment: every `{{ … }}` is escaped for XML unless a template or filter made it."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        finalize=_finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.globals |= {"tags": TAGS}
    jinja.filters |= {
        "address": address,
        "amount": amount,
        "chapter": chapter_path,
        "edtf": edtf_words,
        "prose": prose,
        "time": _time,
        "visible": visible,
    }
    return jinja


def fill(template: str, lang: str, **values: Any) -> str:
    """The document of `template` with `values`, in a book in which `lang` leads; no line is blank or ends in a blank."""
    text = environment().get_template(template).render(lang=lang, t=words(lang), **values)
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)*", "\n", text).strip("\n") + "\n"


def prose(text: str, lang: str) -> Markup:
    """The editors' `text` in `lang`, with Chinese words in English text marked as such."""
    parts = HAN_RUN.split(xml_text(text)) if lang == "en" else [xml_text(text)]
    marked = Markup('<span lang="zh" xml:lang="zh">{}</span>')
    return Markup("").join(marked.format(part) if at % 2 else escape(part) for at, part in enumerate(parts))


def xml_text(text: str) -> str:
    """`text` with a visible sign in the place of every character that XML does not allow."""
    return _NOT_XML.sub("\ufffd", text)


def _time(edtf: str, lang: str) -> Markup:
    """An EDTF date in words, as a <time> element where HTML knows the form."""
    shown = edtf_words(edtf, lang)
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", edtf):
        return Markup('<time datetime="{}">{}</time>').format(edtf, shown)
    return escape(shown)


def _finalize(value: Any) -> Any:
    if isinstance(value, Bilingual):
        raise TypeError("a bilingual text must be asked for one of its languages")
    return value if isinstance(value, Markup) else xml_text(str(value))
