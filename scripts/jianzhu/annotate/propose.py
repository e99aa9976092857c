"""Propose: the printed text as blocks of sentences, before any has an id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from jianzhu.annotate.cut import cut_sentences
from jianzhu.text.characters import CLOSING, HAN
from jianzhu.text.structure import BlockKind

#: A heading is short and does not end like a sentence.
HEADING_LENGTH = 40

_PART_NUMBER = re.compile(r"\d{2}$")
_NUMBERED_HEADING = re.compile(r"\d{1,2}[.．、](?!\d)[^。]*。?$")
_CAPTION = re.compile(r"图 |圖 |图片来源|圖片來源|资料图|資料圖")
_BYLINE = re.compile(r"（文[：/]|文[：/]|作者[：/]|【[^】]*[讯訊]】$|[\d: -]*(?:来源|來源)[：/]")


@dataclass(frozen=True)
class Segment:
    """One or more whole sentences: `start` counts code points of the printed text, `text` is what is printed.

    `line` is the line of its block that it begins in, `cell` the cell of its row, both counted from 0.
    """

    id: str
    start: int
    text: str
    line: int = 0
    cell: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """A paragraph or its like; `level` and `label` as in `jianzhu.text.structure.Passage`, level 1 for the article's own title.

    `start` counts code points of the printed text; `columns` are the cells of a table's row.
    """

    kind: BlockKind
    level: int | None
    segments: tuple[Segment, ...]
    label: str = ""
    start: int = 0
    columns: int = 0


def propose_blocks(text: str, title: str = "", lang: str = "zh") -> tuple[Block, ...]:
    """The lines of `text` that hold anything, as blocks of sentences without ids; kinds are guessed from their form.

    A first line that reads like `title` is the article's own. `lang` is the code of the language.
    """
    blocks: list[Block] = []
    line_start = 0
    for whole in text.split("\n"):
        line = whole.strip()
        start = line_start + len(whole) - len(whole.lstrip())
        line_start += len(whole) + 1
        if not line:
            continue
        kind, level = ("heading", 1) if not blocks and line == title else _guess_kind(line, lang)
        segments = []
        for sentence in (line,) if kind in ("heading", "caption", "byline") else cut_sentences(line, lang=lang):
            segments.append(Segment("", start, sentence))
            start += len(sentence)
        blocks.append(Block(kind, level, tuple(segments), start=segments[0].start))
    return tuple(blocks)


def _guess_kind(line: str, lang: str) -> tuple[BlockKind, int | None]:
    if _CAPTION.match(line):
        return "caption", None
    if _BYLINE.match(line):
        return "byline", None
    if _PART_NUMBER.match(line):
        return "heading", 2
    if len(line) <= HEADING_LENGTH:
        if _NUMBERED_HEADING.match(line):
            return "heading", 3
        bare = line.rstrip(CLOSING)
        if bare and bare[-1] not in "。！？…；：:;,，、." and line[-1] != "）" and re.search(f"[{HAN}]", line):
            return "heading", 2
    if (
        line[0] in "“「"
        and line[-1] in "”」"
        and len(cut_sentences(line, lang=lang)) == 1
        and line.find(line[-1]) == len(line) - 1
    ):
        return "quotation", None
    return "paragraph", None
