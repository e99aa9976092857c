"""Addresses: where articles, sentences and terms stand within a book."""

from __future__ import annotations

from jianzhu.language import Language
from jianzhu.source.ref import Ref


def chapter_path(slug: str) -> str:
    """The file of an article."""
    return f"article-{slug}.xhtml"


def address(ref: Ref) -> str:
    """The address of a sentence, in the language that leads."""
    return f"{chapter_path(ref.article)}#{ref.segment}"


def mention_address(slug: str, concept: str, side: Language, lang: Language) -> str:
    """Where the article names the concept first in the language `side`, in a book in which `lang` leads."""
    return f"{chapter_path(slug)}#term-{concept}{'' if side == lang else f'-{side}'}"
