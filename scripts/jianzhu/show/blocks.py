"""Blocks: the blocks of an article in both languages, sentence by sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jianzhu.annotate.article import Article, Sentence, TextBlock
from jianzhu.annotate.marks import Mark
from jianzhu.language import Side, TextLanguage
from jianzhu.text.structure import BlockKind

#: What a reader must know of a translation: that there is none, or that the source has changed since.
State = Literal["", "missing", "stale"]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence on one side, with its marks; `text` is empty where the `state` is missing.

    `tag` names its language with its script. `replaced` are withdrawn ids whose sentence this one has taken in.
    """

    id: str
    side: Side
    language: TextLanguage
    tag: str
    text: str
    marks: tuple[Mark, ...]
    state: State
    replaced: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A block on the side that leads (`main`) and on the other (`facing`)."""

    kind: BlockKind
    level: int | None
    main: tuple[Line, ...]
    facing: tuple[Line, ...]

    @property
    def numbers(self) -> str:
        """The ids of its sentences, the first and the last."""
        first, last = self.main[0].id, self.main[-1].id
        return first if first == last else f"{first}–{last}"


def pair_of(article: Article, block: TextBlock, lead: Side) -> Pair:
    """`block` of `article` where `lead` leads."""
    main, facing = (
        tuple(_line(article, sentence, side) for sentence in block.sentences) for side in (lead, lead.other)
    )
    return Pair(kind=block.kind, level=block.level, main=main, facing=facing)


def title_and_pairs(article: Article, lead: Side) -> tuple[Pair | None, list[Pair]]:
    """The title of `article` as it stands in its text, if it does, and the blocks below it."""
    pairs = [pair_of(article, block, lead) for block in article.blocks]
    return (pairs[0], pairs[1:]) if pairs and pairs[0].level == 1 else (None, pairs)


def _line(article: Article, sentence: Sentence, side: Side) -> Line:
    text = sentence.text_on(side)
    stale = not side.is_source and sentence.translation_status == "stale"
    return Line(
        id=sentence.id,
        side=side,
        language=article.texts[side],
        tag=article.tag(side),
        text=text or "",
        marks=sentence.marks_on(side),
        state="missing" if text is None else "stale" if stale else "",
        replaced=tuple(article.replaced.get(sentence.id, ())),
    )
