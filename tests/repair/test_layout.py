"""Layout: lines cut to a width, page numbers, spaces within words, full-width letters."""

from __future__ import annotations

import re

import pytest
from jianzhu.repair.edits import undo
from jianzhu.repair.layout import guess_lines
from jianzhu.repair.repair import apply_rules

PROSE = "那时候河水还很清，桥下常有人洗衣服，棒槌的声音隔着半里路都能听见，外祖母牵着我的手慢慢走过去。"
ENGLISH = (
    "I went to the woods because I wished to live deliberately, to front only the essential facts of life, and see if I could "
    "not learn what it had to teach, and not, when I came to die, discover that I had not lived."
)


def cut(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def words(text: str, width: int) -> str:
    lines = [""]
    for word in text.split(" "):
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (cut(PROSE * 3, 32), "wrapped"),
        (cut(PROSE * 3, 32).replace("\n", "\r\n"), "wrapped"),
        (words(ENGLISH * 2, 60), "wrapped"),
        ("\n".join([PROSE] * 8), "paragraphs"),
        ("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n" * 3, "paragraphs"),
        ("甲\n乙\n丙\n丁\n戊\n己", "paragraphs"),
        ("", "paragraphs"),
    ],
    ids=["Chinese", "CR LF", "English", "paragraphs", "verse", "a list", "nothing"],
)
def test_cut_lines_are_told(text, lines):
    assert guess_lines(text) == lines


@pytest.mark.parametrize("title", ["第一章 旧桥", "1. 旧桥"])
def test_lines_of_a_paragraph_are_joined_and_headings_stay(title):
    seed = f"{title}\n\n{cut(PROSE * 2, 32)}\n\n{cut(PROSE, 32)}\n"
    printed, layers = apply_rules(seed, None, "zh", "wrapped")
    assert printed == f"{title}\n\n{PROSE * 2}\n\n{PROSE}\n"
    assert undo(printed, layers) == seed
    assert apply_rules(seed)[0] == seed, "joined where the record does not say so"


def test_an_indented_line_begins_a_paragraph():
    seed = "".join(f"　　{cut(PROSE * 2, 32)}\n" for _ in range(3))
    assert apply_rules(seed, None, "zh", "wrapped")[0] == f"{PROSE * 2}\n" * 3


def test_latin_words_are_divided_by_a_space_and_hyphens_are_resolved():
    seed = words(ENGLISH, 60).replace("because\nI", "be-\ncause I")
    assert apply_rules(seed, None, "en", "wrapped")[0] == ENGLISH
    lines = (
        "a well-known man who was known in the whole of the well-\nknown town of the west and who went to the woods to be a-\n"
        "lone there, since all that was to be had in the town was al-\nso to be had in the woods, where the air was said "
        "to be bet-\n"
        "ter than elsewhere."
    )
    printed = apply_rules(lines, None, "en", "wrapped")[0]
    assert "the well-known town" in printed
    assert "also to be had" in printed


@pytest.mark.parametrize(
    ("seed", "printed"),
    [
        ("这句话到了页尾还没有\n\n— 12 —\n\n说完。\n", "这句话到了页尾还没有\n说完。\n"),
        ("一页。\n第12页\n两页。\n", "一页。\n\n两页。\n"),
        (
            "甲说的话。\n旧事集\n- 1 -\n乙说的话。\n旧事集\n- 2 -\n丙说的话。\n旧事集\n- 3 -\n",
            "甲说的话。\n\n乙说的话。\n\n丙说的话。",
        ),
        ("一。\n12\n\f二。\n13\n\f三。\n", "一。\n\n二。\n\n三。\n"),
        ("01\n\n甲。\n\n02\n\n乙。\n", "01\n\n甲。\n\n02\n\n乙。\n"),
    ],
)
def test_page_numbers_and_running_heads_go(seed, printed):
    found, layers = apply_rules(seed)
    assert found == printed
    assert undo(found, layers) == seed


@pytest.mark.parametrize(
    ("seed", "printed"),
    [
        ("人 工 智 能 的 发 展 很 快", "人工智能的发展很快"),
        ("论语 学而 第一", "论语 学而 第一"),
        ("前 言", "前 言"),
        ("ＡＩ与１．５亿元，共１，０００家，Ｂ２Ｂ，９５％", "AI与1.5亿元，共1,000家，B2B，95%"),
        ("(研发部) 宣布", "（研发部）宣布"),
        ("![图](a.png)和[说明](https://e.com/a)", "![图](a.png)和[说明](https://e.com/a)"),
        ("函数f(x)和print()，他说:好的:)", "函数f(x)和print()，他说：好的:)"),
        ("史蒂夫.乔布斯走了。他走了。", "史蒂夫.乔布斯走了。他走了。"),
        ("他说 He said “Hi” to me", "他说 He said “Hi” to me"),
        ("家人👨\u200d👩\u200d👧很好", "家人👨\u200d👩\u200d👧很好"),
        ("空格&nbsp;在", "空格&nbsp;在"),
        ("甲\t乙\n丙\t丁", "甲\t乙\n丙\t丁"),
    ],
)
def test_what_the_rules_make_of_lines(seed, printed):
    found, layers = apply_rules(seed)
    assert found == printed
    assert undo(found, layers) == seed


def test_no_space_comes_between_han_where_the_author_spaces_latin():
    prose = PROSE.replace("河水", "河水 AI 与 GPT 都")
    printed = apply_rules(cut(prose * 3, 32), None, "zh", "wrapped")[0]
    assert printed.replace(" ", "") == (prose * 3).replace(" ", "")
    assert re.search("[\u4e00-\u9fff] [\u4e00-\u9fff]", printed) is None
