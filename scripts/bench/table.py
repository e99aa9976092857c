"""Table: what was measured, as Markdown, and put between its marks on the page on how the search works."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.browser import Quality, Speed
from bench.judged import KINDS
from bench.measure import Judgment, score

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
    counts = {f"{line.count:,}" for line in lines}
    for lang in HEADS:
        path = folder / f"search.{lang}.md.j2"
        rows_before = _between(path, "bench").splitlines()[3:]
        kept = [row for row in rows_before if row and row.split(" | ")[0].strip("| ") not in counts]
        head, rule, *rows = written(lines, lang).splitlines()
        ordered = sorted([*kept, *rows], key=lambda row: int(row.split(" | ")[0].strip("| ").replace(",", "")))
        _put(path, "bench", "\n".join([head, rule, *ordered]))


#: What the table of the judged queries calls its columns, languages and kinds.
_JUDGED = {
    "en": ("kind", "language", "queries", "Chinese", "English", "all"),
    "zh": ("种类", "语言", "条数", "中文", "英文", "全部"),
}
_KINDS_ZH = dict(zip(KINDS, ("名称", "误写", "语句", "提问", "日期", "数量", "主题", "地址"), strict=True))


def written_judged(judged: Mapping[str, Sequence[Judgment]], lang: str) -> str:
    """The table of the judged queries in `lang`: by kind and language what each engine (its name -> its judgments) is worth.

    A cell has the share of queries with a right address first, the share with one among the best five, and the mean reciprocal
    rank.
    """
    kind_head, lang_head, count_head, chinese, english, everything = _JUDGED[lang]
    rows = [(kind_head, lang_head, count_head, *judged), ("---", "---", *["---:"] * (1 + len(judged)))]
    for kind in (*KINDS, everything):
        for asked, called in (("zh", chinese), ("en", english), ("", everything)):
            if not asked and kind != everything:
                continue
            own = [
                [one for one in found if kind in (one.query.kind, everything) and asked in (one.query.lang, "")]
                for found in judged.values()
            ]
            if own[0]:
                name = _KINDS_ZH.get(kind, kind) if lang == "zh" else kind
                rows.append((name, called, f"{len(own[0])}", *map(_score, own)))
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _score(judgments: Sequence[Judgment]) -> str:
    found = score(judgments)
    return f"{found.first:.0%} · {found.five:.0%} · {found.mrr:.2f}"


def write_judged(folder: Path, judged: Mapping[str, Sequence[Judgment]]) -> None:
    """Put the table of the judged queries between its marks in both pages. Raises ValueError where a page has no marks."""
    for lang in HEADS:
        _put(folder / f"search.{lang}.md.j2", "judged", written_judged(judged, lang).rstrip("\n"))


def _marks(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=<!-- {name} -->\n).*(?=<!-- /{name} -->)", re.DOTALL)


def _between(path: Path, name: str) -> str:
    """What stands between the marks `name` of the page at `path`."""
    found = _marks(name).search(path.read_text(encoding="utf-8"))
    if not found:
        raise ValueError(f"{path} has no <!-- {name} --> and <!-- /{name} --> for the table to stand between")
    return found[0]


def _put(path: Path, name: str, table: str) -> None:
    _between(path, name)
    text = _marks(name).sub(lambda _: f"\n{table}\n\n", path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")
