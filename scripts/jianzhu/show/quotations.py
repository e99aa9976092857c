"""Quotations: the beginning of a sentence, as shown where another page links to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jianzhu.annotate.edition import Edition
from jianzhu.language import SOURCE, Language
from jianzhu.source.ref import Ref

#: Characters of a quotation, by language.
LENGTH: Mapping[str, int] = {"zh": 60, "en": 140}


@dataclass(frozen=True)
class Quotation:
    """Words of an article, and the tag of the language they are in."""

    text: str
    tag: str


def quotation_of(edition: Edition, ref: Ref, lang: Language) -> Quotation:
    """The beginning of the sentence `ref` in `lang`, or in its own language where it is not translated."""
    sentence, article = edition.sentences[ref], edition.by_slug[ref.article]
    shown = lang if sentence.text_in(lang) else SOURCE
    return Quotation(shortened(sentence.text_in(shown) or "", LENGTH[shown]), article.record.tag(shown))


def shortened(text: str, length: int) -> str:
    """`text`, or its first characters up to `length` with an ellipsis; words of Latin script are not cut."""
    if len(text) <= length:
        return text
    cut = text[:length]
    if cut[-1].isascii() and text[length].isascii() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:，；：、") + "…"
