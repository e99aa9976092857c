"""Carry: what an author set apart stays with its words through the edits, and what is code, formula or address is not touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.repair.carry import carry
from jianzhu.repair.damage import find_damage
from jianzhu.repair.edits import Edit, make_layer, replay, undo
from jianzhu.repair.repair import apply_rules
from jianzhu.text.structure import Inline, Passage, Structure

#: seed (inlines in ⟦⟧), what an editor replaces and by what, the printed text.
MOVED = [
    ("甲⟦乙⟧丙", "丙", "丁", "甲⟦乙⟧丁"),
    ("甲⟦乙⟧丙", "甲", "", "⟦乙⟧丙"),
    ("甲⟦乙⟧丙", "乙", "丁戊", "甲⟦丁戊⟧丙"),
    ("甲⟦乙⟧丙", "乙", "", "甲丙"),
    ("甲⟦乙⟧丙", "甲乙", "甲又乙", "甲又⟦乙⟧丙"),
    ("甲⟦乙⟧丙", "乙丙", "乙又丙", "甲⟦乙⟧又丙"),
    ("甲⟦乙丙⟧丁", "甲乙", "戊", "戊⟦丙⟧丁"),
    ("甲⟦乙丙⟧丁", "丙丁", "戊", "甲⟦乙⟧戊"),
    ("甲⟦乙丙⟧丁", "甲乙丙丁", "甲乙己丙丁", "甲⟦乙己丙⟧丁"),
    ("甲⟦乙丙⟧丁", "甲乙丙丁", "戊", "戊"),
    ("甲⟦乙⟧⟦丙⟧丁", "乙", "戊己", "甲⟦戊己⟧⟦丙⟧丁"),
    ("甲⟦乙⟧⟦丙⟧丁", "甲", "甲甲", "甲甲⟦乙⟧⟦丙⟧丁"),
]


def marked(text: str) -> tuple[str, Structure]:
    inlines, bare, start = [], "", 0
    for character in text:
        if character == "⟦":
            start = len(bare)
        elif character == "⟧":
            inlines.append(Inline(start=start, end=len(bare), kind="emphasis"))
        else:
            bare += character
    passage = Passage(start=0, end=len(bare), kind="paragraph")
    return bare, Structure((passage,), tuple(inlines))


def drawn(text: str, inlines: tuple[Inline, ...]) -> str:
    for inline in reversed(inlines):
        text = f"{text[: inline.start]}⟦{text[inline.start : inline.end]}⟧{text[inline.end :]}"
    return text


@pytest.mark.parametrize(("seed", "sic", "corr", "printed"), MOVED)
def test_inlines_go_with_their_words(seed, sic, corr, printed):
    text, structure = marked(seed)
    layer = make_layer([Edit(text.index(sic), sic, corr, "one")])
    assert drawn(replay(text, [layer]), carry(structure, text, [layer]).inlines) == printed


@pytest.mark.parametrize(
    ("blocks", "sic", "corr", "printed"),
    [
        (["甲。", "乙。"], "。\n\n乙", "，乙", ["甲，乙。"]),
        (["甲。", "乙。"], "甲。\n\n", "", ["乙。"]),
        (["甲。乙。", "丙。"], "甲。乙", "甲。\n\n乙", ["甲。", "乙。", "丙。"]),
        (["甲。", "乙。"], "甲。\n\n乙", "丁", ["丁。"]),
        (["甲。", "乙。", "丙。"], "乙。", "", ["甲。", "丙。"]),
        (["甲。", "乙。"], "乙", "第乙", ["甲。", "第乙。"]),
    ],
)
def test_blocks_are_those_of_the_printed_text(blocks, sic, corr, printed):
    text = "\n\n".join(blocks)
    passages, start = [], 0
    for block in blocks:
        passages.append(Passage(start=start, end=start + len(block), kind="paragraph"))
        start += len(block) + 2
    layer = make_layer([Edit(text.index(sic), sic, corr, "one")])
    new = replay(text, [layer])
    carried = carry(Structure(tuple(passages), ()), text, [layer])
    assert [new[passage.start : passage.end] for passage in carried.passages] == printed


def test_two_rows_of_a_table_stay_two():
    text = "甲\t乙\n\n丙\t丁"
    structure = Structure((Passage(start=0, end=3, kind="table"), Passage(start=5, end=8, kind="table")), ())
    carried = carry(structure, text, [make_layer([Edit(3, "\n\n", "", "one")])])
    assert [(passage.start, passage.end) for passage in carried.passages] == [(0, 3), (3, 6)]


def test_an_image_whose_description_is_left_out_is_still_there():
    structure = Structure((Passage(start=0, end=2, kind="figure", label="a.png"),), ())
    (figure,) = carry(structure, "图像", [make_layer([Edit(0, "图像", "", "one")])]).passages
    assert (figure.start, figure.end, figure.label) == (0, 0, "a.png")


#: What the rules print; ⟦⟧ is the author’s code.
REPAIRED = [
    ("详见https://example.com/a,谢谢.", "详见https://example.com/a，谢谢。"),
    ("在https://e.com/?b=1;c=2,好", "在https://e.com/?b=1;c=2，好"),
    ("用std::string,好", "用std::string，好"),
    ("空格&nbsp;在", "空格&nbsp;在"),
    ("![图](a.png),好", "![图](a.png)，好"),
    ("[说明](https://e.com/a),好", "[说明](https://e.com/a)，好"),
    ("好👨\u200d👩\u200d👧,好\u200b的", "好👨\u200d👩\u200d👧，好的"),
    ("`a,b`,好", "`a,b`，好"),
    ("公式$a,b=c$,好", "公式$a,b=c$，好"),
    ("见(https://e.com/a_(b)),好", "见（https://e.com/a_(b)），好"),
    ("见⟦好,  好?⟧,好", "见⟦好,  好?⟧，好"),
    ("见⟦...⟧好", "见⟦...⟧好"),
    ("内(⟦b⟧ā)好", "内（⟦b⟧ā）好"),
    ("甲⟦(nèi)⟧乙(nèi)丙", "甲⟦(nèi)⟧乙丙"),
]


@pytest.mark.parametrize(("seed", "printed"), REPAIRED)
def test_the_rules_keep_away_from_what_is_no_prose(seed, printed):
    text, structure = marked(seed)
    code = Structure(
        structure.passages, tuple(Inline(start=i.start, end=i.end, kind="code") for i in structure.inlines)
    )
    new, layers = apply_rules(text, code)
    assert drawn(new, carry(code, text, layers).inlines) == printed
    assert undo(new, layers) == text
    assert apply_rules(new, carry(code, text, layers))[0] == new


def test_a_block_of_code_is_printed_as_it_is():
    text = "好,好\n\n如果,  好:\n    好?"
    structure = Structure((Passage(start=0, end=3, kind="paragraph"), Passage(start=5, end=len(text), kind="code")), ())
    new, _ = apply_rules(text, structure)
    assert new == "好，好\n\n如果,  好:\n    好?"
    assert find_damage(new, structure) == ()
    assert find_damage(new)


def test_the_cells_of_a_row_are_repaired_each_for_itself():
    text = "甲,  \t  (乙)\t\t丙\t丁..."
    structure = Structure((Passage(start=0, end=len(text), kind="table"),), ())
    new, layers = apply_rules(text, structure)
    assert new == "甲，\t（乙）\t\t丙\t丁……"
    assert undo(new, layers) == text
    assert find_damage(new, structure) == ()


@pytest.mark.parametrize("text", ["见https://e.com/中", "好👨\u200d👩\u200d👧好", "`好,好`", "公式$a,好=b$好"])
def test_no_damage_is_found_in_what_is_no_prose(text):
    assert not [finding for finding in find_damage(text) if "好=" not in text]


@pytest.mark.parametrize("text", ["空格&nbsp;在", "甲<b>乙</b>", "甲,乙"])
def test_what_a_program_left_is_found(text):
    assert find_damage(text)


ALPHABET = "内nèi(),。?; \n<x"


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Structure, list[tuple[Edit, ...]]]:
    blocks = draw(st.lists(st.text(ALPHABET, max_size=8), min_size=1, max_size=4))
    seed = text = "\n\n".join(blocks)
    passages, inlines, start = [], [], 0
    for block in blocks:
        kind = draw(st.sampled_from(["paragraph", "verse", "code", "table", "figure", "separator"]))
        passages.append(Passage(start=start, end=start + len(block), kind=kind))
        for _ in range(draw(st.integers(0, 2))):
            at = draw(st.integers(0, len(block)))
            end = draw(st.integers(at, len(block)))
            inline = draw(st.sampled_from(["emphasis", "code", "link"]))
            inlines.append(Inline(start=start + at, end=start + end, kind=inline))
        start += len(block) + 2
    layers = []
    for number in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        edits = [
            Edit(start, text[start:end], draw(st.text(ALPHABET, max_size=3)), f"rule-{number}")
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        layers.append(make_layer(edits))
        text = replay(text, layers[-1:])
    inlines.sort(key=lambda inline: (inline.start, -inline.end))
    return seed, Structure(tuple(passages), tuple(inlines)), layers


@given(edited())
def test_a_carried_structure_is_one_of_the_printed_text(case):
    seed, structure, layers = case
    printed = replay(seed, layers)
    carried = carry(structure, seed, layers)
    done = 0
    for passage in carried.passages:
        assert done <= passage.start <= passage.end <= len(printed)
        done = passage.end
    for inline in carried.inlines:
        assert 0 <= inline.start < inline.end <= len(printed)
    if not any(layers):
        assert list(carried.inlines) == [inline for inline in structure.inlines if inline.start < inline.end]


@given(edited())
def test_the_rules_leave_every_kept_character(case):
    seed, structure, _ = case
    printed, layers = apply_rules(seed, structure)
    assert undo(printed, layers) == seed
    code = [seed[i.start : i.end] for i in structure.inlines if i.kind == "code" and i.start < i.end]
    carried = carry(structure, seed, layers)
    assert [printed[i.start : i.end] for i in carried.inlines if i.kind == "code"] == code
