"""What an editor decides in segments.yml stays: joined and divided blocks, split and joined sentences, separators."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.alignment import unkept
from jianzhu.annotate.passages import blocks_of
from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.source.records import ManifestBlock, ManifestRecord
from jianzhu.text.structure import Passage, Structure

TEXT = "甲说了一句话，乙也说了一句。丙听着。\n丁没有来，戊也没有来。\n己走了。"


def outline(record: ManifestRecord) -> str:
    """Blocks divided by /, their segments by |; a kind that is no paragraph in front."""
    parts = []
    for block in record.blocks:
        kind = "" if block.kind == "paragraph" else f"{block.kind}:"
        parts.append(kind + "|".join(f"{name} {text}" for name, text in block.segments.items()))
    return "/".join(parts).replace("\n", "⏎")


def record_of(drawn: str, next_number: int = 20) -> ManifestRecord:
    blocks = []
    for part in drawn.replace("⏎", "\n").split("/"):
        kind, _, rest = part.partition(":") if ":" in part else ("paragraph", "", part)
        segments = dict(one.split(" ", 1) for one in rest.split("|") if one)
        blocks.append(ManifestBlock(kind=kind, level=2 if kind == "heading" else None, segments=segments))
    return ManifestRecord(blocks=tuple(blocks), next=next_number)


def again(text: str, record: ManifestRecord) -> tuple[ManifestRecord, tuple[str, ...], tuple[str, ...]]:
    alignment = align(propose_blocks(text), record)
    return to_manifest(alignment.blocks, record), alignment.added, alignment.vanished


ONE, TWO, THREE, FOUR = "甲说了一句话，乙也说了一句。", "丙听着。", "丁没有来，戊也没有来。", "己走了。"
#: What an editor makes of the record of TEXT.
DECIDED = {
    "as proposed": f"s1 {ONE}|s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "a sentence split": f"s1 甲说了一句话，|s5 乙也说了一句。|s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "two sentences split": f"s1 甲说了一句话，|s5 乙也说了一句。|s2 {TWO}/s3 丁没有来，|s6 戊也|s7 没有来。/s4 {FOUR}",
    "split and joined": f"s1 甲说了一句话，|s2 乙也说了一句。{TWO}/s3 {THREE}/s4 {FOUR}",
    "sentences joined": f"s1 {ONE}{TWO}/s3 {THREE}/s4 {FOUR}",
    "blocks joined": f"s1 {ONE}|s2 {TWO}|s3 {THREE}/s4 {FOUR}",
    "all blocks joined": f"s1 {ONE}|s2 {TWO}|s3 {THREE}|s4 {FOUR}",
    "a block divided": f"s1 {ONE}/s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "divided in a sentence": f"s1 甲说了一句话，/s5 乙也说了一句。|s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "divided, and joined behind": f"s1 {ONE}/s2 {TWO}|s3 {THREE}/s4 {FOUR}",
    "other kinds": f"quotation:s1 {ONE}|s2 {TWO}/footnote:s3 {THREE}/list:s4 {FOUR}",
    "divided into kinds": f"s1 {ONE}/quotation:s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "a separator put in": f"s1 {ONE}|s2 {TWO}/separator:/s3 {THREE}/s4 {FOUR}",
    "a separator in a line": f"s1 {ONE}/separator:/s2 {TWO}/s3 {THREE}/s4 {FOUR}",
    "separators at the ends": f"separator:/s1 {ONE}|s2 {TWO}/s3 {THREE}/s4 {FOUR}/separator:",
    "a separator of what was one": f"s1 {ONE}|s2 {TWO}/s3 {THREE}/separator:s4 {FOUR}",
}


@pytest.mark.parametrize("name", DECIDED)
def test_what_was_decided_stays(name):
    record = record_of(DECIDED[name])
    assert again(TEXT, record) == (record, (), ())
    assert unkept(record, again(TEXT, record)[0]) == []


@pytest.mark.parametrize("name", [name for name in DECIDED if "separator" not in name])
@pytest.mark.parametrize(("old", "new"), [("丙听着", "丙只听着"), ("己走了", "己已经走了"), ("没有来，", "还没有来，")])
def test_and_where_a_word_is_corrected_since(name, old, new):
    if old not in DECIDED[name]:
        pytest.skip("an editor split the words")
    record = record_of(DECIDED[name].replace(old, new))
    assert again(TEXT.replace(old, new), record_of(DECIDED[name])) == (record, (), ())


def test_a_split_sentence_that_is_edited_is_split_at_the_same_words():
    record = record_of(DECIDED["a sentence split"])
    found, added, vanished = again(TEXT.replace("甲说了一句话，乙也", "甲昨天说了一句话，乙今天也"), record)
    assert (added, vanished) == ((), ())
    assert list(found.blocks[0].segments.values())[:2] == ["甲昨天说了一句话，", "乙今天也说了一句。"]


def test_where_the_text_is_divided_since_the_record_still_leads():
    record = record_of(DECIDED["as proposed"])
    assert again(TEXT.replace("丙听", "\n丙听"), record)[0] == record
    assert again(TEXT.replace("\n丁", "丁"), record)[0] == record


@pytest.mark.parametrize(
    ("decided", "text", "told"),
    [
        ("s1 甲走了。/s2 乙走了。", "甲走了。\n乙也走了。", ["s2 was recorded as '乙走了。', and is '乙也走了。' in the text"]),
        ("s1 甲走了，乙走了。", "甲走了，\n乙走了。", ["s1 was recorded as '甲走了，乙走了。', and is '甲走了，' in the text"]),
        ("heading:s1 一哄/s2 甲走了。", "一哄！甲走了。", ["s1 was recorded as '一哄', and is '一哄！' in the text"]),
        ("s1 甲走了。", "甲走了。\n乙走了。", []),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(decided, text, told):
    record = record_of(decided)
    assert unkept(record, again(text, record)[0])[: len(told) or None] == told


def test_a_block_that_cannot_be_kept_is_told():
    record = record_of("quotation:s1 甲走了。/s2 乙走了。")
    assert "the paragraph of s2 is no block of the text as it is now" in unkept(
        record, again("甲走了！乙走了。", record)[0]
    )


def structured(*blocks: tuple[str, str]) -> tuple[str, Structure]:
    passages, start = [], 0
    for kind, text in blocks:
        passages.append(
            Passage(start=start, end=start + len(text), kind=kind, label="a.png" if kind == "figure" else "")
        )
        start += len(text) + 2
    return "\n\n".join(text for _, text in blocks), Structure(tuple(passages), ())


def test_lines_of_verse_may_be_joined_and_stanzas_too():
    text, structure = structured(("verse", "甲，\n乙。"), ("verse", "丙，\n丁。"))
    record = record_of("verse:s1 甲，⏎乙。|s3 丙，|s4 丁。")
    alignment = align(blocks_of(text, structure), record)
    assert to_manifest(alignment.blocks, record) == record
    assert [segment.line for segment in alignment.blocks[0].segments] == [0, 2, 3]
    for segment in alignment.blocks[0].segments:
        assert text[segment.start : segment.end] == segment.text


def test_cells_are_never_joined():
    text, structure = structured(("table", "甲走了\t乙来了"))
    alignment = align(blocks_of(text, structure), record_of("table:s1 甲走了乙来了"))
    assert [(segment.id, segment.text, segment.cell) for segment in alignment.blocks[0].segments] == [
        ("s1", "甲走了", 0),
        ("s20", "乙来了", 1),
    ]


def test_an_image_without_words_is_there_before_and_after_it_is_recorded():
    text, structure = structured(("paragraph", "甲。"), ("figure", ""), ("separator", ""), ("paragraph", "乙。"))
    for record in (record_of("s1 甲。/s2 乙。"), record_of("s1 甲。/figure:/separator:/s2 乙。")):
        blocks = align(blocks_of(text, structure), record).blocks
        assert [block.kind for block in blocks] == ["paragraph", "figure", "separator", "paragraph"]
        assert blocks[1].label == "a.png"


def test_an_editor_may_call_a_separator_an_image():
    text, structure = structured(("paragraph", "甲。"), ("figure", ""), ("paragraph", "乙。"))
    record = record_of("s1 甲。/separator:/s2 乙。")
    assert to_manifest(align(blocks_of(text, structure), record).blocks, record) == record


SENTENCES = ["甲来了，又走了。", "乙说话。", "丙不说话，只是听。", "丁。", "戊在远处，看着我们。", "己笑了！"]


@given(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_any_division_of_the_text_is_kept(lines, data):
    text = "\n".join("".join(line) for line in lines)
    whole = "".join(text.split("\n"))
    # An editor’s borders, in blocks and in segments; no segment goes over the end of a line.
    ends = set()
    at = 0
    for line in text.split("\n"):
        at += len(line)
        ends.add(at)
    cuts = sorted({*data.draw(st.sets(st.integers(1, len(whole)), max_size=6)), *ends})
    blocks: list[dict[str, str]] = [{}]
    start = 0
    for number, end in enumerate(cuts, 1):
        if blocks[-1] and data.draw(st.booleans()):
            blocks.append({})
        blocks[-1][f"s{number}"] = whole[start:end]
        start = end
    record = ManifestRecord(
        blocks=tuple(ManifestBlock(kind="paragraph", segments=block) for block in blocks), next=len(cuts) + 1
    )
    proposed = propose_blocks(text)
    alignment = align(proposed, record)
    assert to_manifest(alignment.blocks, record) == record
