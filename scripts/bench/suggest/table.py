"""Table: what was measured of suggestions, as Markdown, and put between its marks in docs/suggestions.md and its Chinese."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from jianzhu.annotate.article import Article

from bench.suggest.kinds import KINDS
from bench.suggest.score import Score

_MARKS = re.compile(r"(?<=<!-- bench -->\n).*(?=<!-- /bench -->)", re.DOTALL)
PAGES = {"en": "suggestions.md", "zh": "suggestions.zh.md"}
_HEADS = {
    "en": ("kind", "recorded", "found", "proposed", "recorded by the editors", "wrong"),
    "zh": ("种类", "编者所记", "找到", "建议", "其中编者有记", "有误"),
}
_ARTICLES = {"en": ("article", "characters", "proposals", "seconds"), "zh": ("文章", "字数", "建议", "秒")}
_WRONG = {"en": "Other values than those of the editors:", "zh": "与编者不同的数值："}
_NAMES = {
    "concepts": ("concepts", "概念"),
    "concepts, own labels": ("concepts, without the article’s own labels", "概念（去掉该文独有的名称）"),
    "names": ("names", "名称"),
    "idioms": ("idioms", "成语"),
    "dates": ("dates", "日期"),
    "quantities": ("quantities", "数量"),
    "bounds": ("bounds of these figures", "这些数字的上下限"),
    "units": ("units of these figures", "这些数字的单位"),
    "dismissals": ("dismissals among these", "其中的搁置"),
    "quotations": ("quotations", "引语"),
    "relations": ("relations", "关联"),
    "questions": ("opposite figures", "相异的数字"),
    "memory": ("translations", "译文"),
    "memory, edited": ("translations of sentences with a tenth left out", "去掉十分之一的句子的译文"),
}


class Timed(Protocol):
    """A held-out article and the processor time that its proposals took."""

    @property
    def raw(self) -> Article: ...
    @property
    def found(self) -> tuple[object, ...]: ...
    @property
    def seconds(self) -> float: ...


def written(scores: Mapping[str, Mapping[str, Score]], held: Mapping[str, Timed], lang: str) -> str:
    """The tables in `lang`: one line for each kind, over all articles; and one for each article with its time."""
    at = ("en", "zh").index(lang)
    kinds: list[tuple[str, ...]] = [(_NAMES[kind][at], *_cells(_sum(kind, scores))) for kind in KINDS]
    rows: list[tuple[str, ...]] = [
        (slug, f"{sum(len(s.text) for s in one.raw.sentences):,}", f"{len(one.found):,}", f"{one.seconds:.2f}")
        for slug, one in held.items()
    ]
    wrong = [f"- {line}\n" for kind in ("dates", "quantities") for line in _sum(kind, scores).wrong]
    return f"{_table(_HEADS[lang], kinds)}\n{_table(_ARTICLES[lang], rows)}\n{_WRONG[lang]}\n\n{''.join(wrong)}"


def _sum(kind: str, scores: Mapping[str, Mapping[str, Score]]) -> Score:
    columns = zip(*(own[kind] for own in scores.values()), strict=True)
    return Score(*(tuple(line for part in column for line in part) for column in columns))


def _cells(score: Score) -> tuple[str, ...]:
    recorded, proposed = len(score.found) + len(score.missed), len(score.right) + len(score.extra)
    return (
        f"{recorded:,}" if recorded else "–",
        _share(len(score.found), score.recall),
        f"{proposed:,}",
        _share(len(score.right), score.precision),
        _share(len(score.wrong), score.wrong_share),
    )


def _share(count: int, share: float | None) -> str:
    return "–" if share is None else f"{count:,} ({share:.1%})"


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---", *["---:"] * (len(head) - 1)), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def write_pages(folder: Path, scores: Mapping[str, Mapping[str, Score]], held: Mapping[str, Timed]) -> None:
    """Put the tables between the marks of the pages in `folder`. Raises ValueError where a page has no marks."""
    for lang, name in PAGES.items():
        path = folder / name
        text = path.read_text(encoding="utf-8")
        between = _MARKS.search(text)
        if not between:
            raise ValueError(f"{path} has no <!-- bench --> and <!-- /bench --> for the tables to stand between")
        tables = written(scores, held, lang)
        path.write_text(f"{text[: between.start()]}\n{tables}\n{text[between.end() :]}", encoding="utf-8")
