"""Table: what was measured, as Markdown, and put between its marks on the page on how search works."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.browser import Quality, Speed

_MARKS = re.compile(r"(?<=<!-- bench -->\n).*(?=<!-- /bench -->)", re.DOTALL)
_EN = "articles|engine|missed|right in the best 10|first answer|bytes for it|again, 95 %|index|of the text|built in|memory"
_ZH = "文章|引擎|漏|前10条之准|首次回答|所需字节|再问（95%）|索引|与正文之比|建索引|内存"
HEADS = {"en": tuple(_EN.split("|")), "zh": tuple(_ZH.split("|"))}


@dataclass(frozen=True)
class Line:
    """One engine on one set of articles; sizes in bytes as they travel, compressed; `memory` where it was measured."""

    count: int
    engine: str
    quality: Quality
    speed: Speed
    size: int
    text: int
    seconds: float
    memory: int | None


def written(lines: Sequence[Line], lang: str) -> str:
    """The table in `lang`."""
    rows = [HEADS[lang], ("---:", "---", *["---:"] * 9), *map(_cells, lines)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cells(line: Line) -> tuple[str, ...]:
    quality, speed = line.quality, line.speed
    return (
        f"{line.count:,}",
        line.engine,
        f"{quality.missed:,} / {quality.wanted:,}",
        f"{quality.precision:.1%}",
        f"{speed.first:,.0f} ms",
        f"{speed.bytes / 1000:,.0f} kB",
        f"{speed.warm:,.1f} ms",
        f"{line.size / 1e6:,.2f} MB",
        f"{line.size / line.text:.2f}",
        f"{line.seconds:,.{1 if line.seconds < 10 else 0}f} s",
        f"{line.memory / 1e6:,.0f} MB" if line.memory else "–",
    )


def write_pages(folder: Path, lines: Sequence[Line]) -> None:
    """Put the table between the marks of search.<lang>.md.j2 in `folder`; what was measured for other numbers of articles stays.

    Raises ValueError where a page has no marks.
    """
    for lang in HEADS:
        path = folder / f"search.{lang}.md.j2"
        text = path.read_text(encoding="utf-8")
        between = _MARKS.search(text)
        if not between:
            raise ValueError(f"{path} has no <!-- bench --> and <!-- /bench --> for the table to stand between")
        counts = {f"{line.count:,}" for line in lines}
        kept = [row for row in between[0].splitlines()[3:] if row and row.split(" | ")[0].strip("| ") not in counts]
        head, rule, *rows = written(lines, lang).splitlines()
        ordered = sorted([*kept, *rows], key=lambda row: int(row.split(" | ")[0].strip("| ").replace(",", "")))
        table = "\n".join([head, rule, *ordered])
        path.write_text(f"{text[: between.start()]}\n{table}\n\n{text[between.end() :]}", encoding="utf-8")
