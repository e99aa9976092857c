"""Quotations: the beginning of a sentence, as shown where another page links to it."""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.annotate.edition import Edition
from jianzhu.language import Side, TextLanguage
from jianzhu.source.ref import Ref


def length(language: TextLanguage) -> int:
    """How many characters a quotation in `language` has; one without spaces says more with each."""
    return 140 if language.spaces_words else 60


@dataclass(frozen=True)
class Quotation:
    """Words of an article, and the tag of the language they are in."""

    text: str
    tag: str


def quotation_of(edition: Edition, ref: Ref, lead: Side) -> Quotation:
    """The beginning of the sentence `ref` on the side `lead`, or in the source where it is not translated."""
    sentence, article = edition.sentences[ref], edition.by_slug[ref.article]
    shown = lead if sentence.text_on(lead) else Side.SOURCE
    return Quotation(shortened(sentence.text_on(shown) or "", length(edition.texts[shown])), article.tag(shown))


def shortened(text: str, length: int) -> str:
    """`text`, or its first characters up to `length` with an ellipsis; words of Latin script are not cut."""
    if len(text) <= length:
        return text
    cut = text[:length]
    if cut[-1].isascii() and text[length].isascii() and " " in cut:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,;:，；：、") + "…"
