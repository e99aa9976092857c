"""Layout: printed lines to paragraphs."""

from __future__ import annotations

import pytest
from jianzhu.extract.layout import Line, join_lines, read_layout


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["一行", "两行"], "一行两行"),
        (["one", "two"], "one two"),
        (["中文", "and"], "中文 and"),
        (["dou-", "bles"], "doubles"),
        (["dou\u00ad", "bles"], "doubles"),
        (["GPT-", "4"], "GPT- 4"),
        (["한국", "어"], "한국 어"),
        (["", "a"], "a"),
    ],
)
def test_lines_are_joined(lines, text):
    assert join_lines(lines) == text


def page(*lines: str, head: str = "", foot: str = "") -> list[Line]:
    every = [(head, 10.0), *((line, 50 + 20.0 * at) for at, line in enumerate(lines)), (foot, 550.0)]
    return [
        Line(text=text, left=40, right=40 + 12 * len(text), top=top, bottom=top + 12, size=12)
        for text, top in every
        if text
    ]


def full(sign: str) -> list[str]:
    """Two full lines that no other page has."""
    return [f"{sign}这一行排满了没有句号可以说是很长的一行", f"{sign}还要接到下一行去才算完了的一行文字呢呢"]


@pytest.mark.parametrize(
    ("pages", "left_out"),
    [
        ([page(*full("甲"), foot="1"), page(*full("乙"), foot="2")], ["1", "2"]),
        (
            [page(*full(sign), foot=f"第 {at} 页") for at, sign in enumerate("甲乙丙", 1)],
            ["第 1 页", "第 2 页", "第 3 页"],
        ),
        ([page(*full(sign), head="某书") for sign in "甲乙丙"], ["某书"]),
        ([page(*full(sign), head=f"某书 {at}") for at, sign in enumerate("甲乙丙", 1)], ["某书 1", "某书 2", "某书 3"]),
        ([page(*full("甲"), foot="2023")], []),  # one page has no running heads
        ([page("一样"), page("一样"), page("一样")], []),  # nothing else is there
    ],
)
def test_running_heads_and_numbers_are_left_out(pages, left_out):
    assert read_layout(pages)[1] == left_out
    assert read_layout(pages)[0]
