"""Addresses: where articles, sentences and terms stand within a book."""

from __future__ import annotations

from jianzhu.language import Side, TextLanguages
from jianzhu.source.ref import Ref


def chapter_path(slug: str) -> str:
    """The file of an article."""
    return f"article-{slug}.xhtml"


def image_path(slug: str, name: str) -> str:
    """The file of an image."""
    return f"images/{slug}/{name}"


def address(ref: Ref) -> str:
    """The address of a sentence, on the side that leads."""
    return f"{chapter_path(ref.article)}#{ref.segment}"


def suffix(texts: TextLanguages, side: Side, lead: Side) -> str:
    """What follows the ids of sentences and terms on `side`, in a book in which `lead` leads: the language of the other side."""
    return "" if side is lead else f"-{texts[side]}"


def mention_address(slug: str, concept: str, ending: str) -> str:
    """Where the article names the concept first on the side whose ids end in `ending`."""
    return f"{chapter_path(slug)}#term-{concept}{ending}"
