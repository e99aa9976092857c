"""Passages: the blocks and sentences of a text whose format says what its blocks are."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.passages import blocks_of
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.parse import parse_record
from jianzhu.source.records import ManifestRecord
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.text.structure import MAY_BE_EMPTY, Inline, Passage, Structure

#: Blocks as in extract.yml, and the sentences as (line.cell) text; | ends one.
CASES = {
    "a heading is one": ("{kind: heading, level: 1, text: 甲。乙}", "0.0 甲。乙"),
    "a paragraph": ("{kind: paragraph, text: 甲。乙。}", "0.0 甲。|0.0 乙。"),
    "a break in a paragraph": ("{kind: paragraph, text: \"甲。乙\\n丙\"}", "0.0 甲。|0.0 乙|1.0 丙"),
    "verse": ("{kind: verse, text: \"甲，乙。丙。\\n丁\"}", "0.0 甲，乙。丙。|1.0 丁"),
    "a row": ("{kind: table, text: \"甲\\t乙。丙。\\t\\t丁\"}", "0.0 甲|0.1 乙。|0.1 丙。|0.3 丁"),
    "a row of nothing": ("{kind: table, text: \"\\t\\t\"}", ""),
    "code": ("{kind: code, label: python, text: \"  a = 1\\n\\n  b。c\"}", "0.0   a = 1⏎⏎  b。c"),
    "an image": ("{kind: figure, label: a.png, text: 图。像}", "0.0 图。像"),
    "an image without words": ("{kind: figure, label: a.png}", ""),
    "a separator": ("{kind: separator, text: '* * *'}", ""),
    "a caption": ("{kind: caption, text: 甲。乙}", "0.0 甲。|0.0 乙"),
    "a footnote": ("{kind: footnote, label: '1', text: 甲。乙。}", "0.0 甲。|0.0 乙。"),
    "an item": ("{kind: list, level: 2, label: '3', text: 甲。乙。}", "0.0 甲。|0.0 乙。"),
    "a sign behind a stop": (
        "{kind: paragraph, text: '甲。[1]乙。', inlines: [{kind: footnote, start: 2, end: 5, value: '1'}]}",
        "0.0 甲。[1]|0.0 乙。",
    ),
    "two signs behind a quotation": (
        "{kind: list, text: 他说：“甲。”①②乙。, inlines: [{kind: footnote,start: 7,end: 8},{kind: superscript, start: 8, end: 9}]}",
        "0.0 他说：“甲。”①②|0.0 乙。",
    ),
    "a link with a stop": (
        "{kind: paragraph, text: 甲。乙。丙。, inlines: [{kind: link, start: 1, end: 3, value: x}]}",
        "0.0 甲。乙。|0.0 丙。",
    ),
    "emphasis over two": (
        "{kind: paragraph, text: 甲。乙。丙。, inlines: [{kind: emphasis, start: 0, end: 4}]}",
        "0.0 甲。|0.0 乙。|0.0 丙。",
    ),
    "ruby": (
        "{kind: paragraph, text: 甲！乙。丙。, inlines: [{kind: ruby, start: 0, end: 3, value: x}]}",
        "0.0 甲！乙。|0.0 丙。",
    ),
    "code in a sentence": (
        "{kind: paragraph, text: 甲“。乙。丙。, inlines: [{kind: code, start: 1, end: 3}]}",
        "0.0 甲“。乙。|0.0 丙。",
    ),
    "a speaker": (
        "{kind: dialogue, text: 王。老师：甲。乙。, inlines: [{kind: speaker, start: 0, end: 4}]}",
        "0.0 王。老师：甲。|0.0 乙。",
    ),
    "an address": ("{kind: paragraph, text: 'http://e.com/!。甲。'}", "0.0 http://e.com/!。|0.0 甲。"),
}  # fmt: skip


def extract(*blocks: str) -> ExtractRecord:
    return ExtractRecord.model_validate(
        {"tool": "x", "version": "1", "blocks": [yaml.safe_load(block) for block in blocks]}
    )


@pytest.mark.parametrize("name", CASES)
def test_the_sentences_of_a_block(name):
    block, expected = CASES[name]
    record = extract("{kind: paragraph, text: 前。}", block)
    found = blocks_of(record.text, record.structure)[1]
    assert found.kind == record.blocks[1].kind
    assert (found.level, found.label) == (record.blocks[1].level, record.blocks[1].label)
    assert "|".join(f"{s.line}.{s.cell} {s.text}" for s in found.segments).replace("\n", "⏎") == expected
    assert found.columns == (record.blocks[1].text.count("\t") + 1 if found.kind == "table" else 0)
    for segment in found.segments:
        assert record.text[segment.start : segment.end] == segment.text


def test_a_block_without_a_word_is_none():
    record = extract("{kind: paragraph, text: ' '}", "{kind: list, text: ''}")
    assert blocks_of(record.text, record.structure) == ()


@pytest.mark.parametrize("name", CASES)
def test_what_was_recorded_is_what_is_found(name):
    record = extract("{kind: paragraph, text: 前。}", CASES[name][0], "{kind: paragraph, text: 后。}")
    proposed = blocks_of(record.text, record.structure)
    manifest = to_manifest(align(proposed, ManifestRecord()).blocks, ManifestRecord())
    file, problems = parse_yaml(dump_manifest(manifest), "segments.yml")
    assert parse_record(file, ManifestRecord, problems) == manifest, problems
    alignment = align(proposed, manifest)
    assert (alignment.added, alignment.vanished) == ((), ())
    assert to_manifest(alignment.blocks, manifest) == manifest
    for found, block in zip(alignment.blocks, proposed, strict=True):
        assert (found.start, found.columns) == (block.start, block.columns)
        assert [(s.start, s.text, s.line, s.cell) for s in found.segments] == [
            (s.start, s.text, s.line, s.cell) for s in block.segments
        ]


KINDS = ["heading", "paragraph", "list", "verse", "table", "code", "figure", "separator", "caption", "footnote"]
WORDS = ["甲来了，又走了。", "乙说话。", "丙！", "丁", "\n", "\t", "“戊。”", " ", "[1]", "https://e.com/a"]


@st.composite
def texts(draw: st.DrawFn) -> tuple[str, Structure]:
    passages, inlines, parts, start = [], [], [], 0
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(KINDS))
        text = "".join(draw(st.lists(st.sampled_from(WORDS), max_size=5)))
        passages.append(
            Passage(start=start, end=start + len(text), kind=kind, level=2 if kind in ("heading", "list") else None)
        )
        for _ in range(draw(st.integers(0, 2))):
            at = draw(st.integers(0, len(text)))
            inline = draw(st.sampled_from(["link", "ruby", "footnote", "code", "emphasis"]))
            inlines.append(Inline(start=start + at, end=start + draw(st.integers(at, len(text))), kind=inline))
        parts.append(text)
        start += len(text) + 2
    inlines.sort(key=lambda inline: inline.start)
    return "\n\n".join(parts), Structure(tuple(passages), tuple(i for i in inlines if i.start < i.end))


@given(st.lists(texts(), min_size=1, max_size=3))
def test_whatever_a_structure_becomes_its_record_is_its_text(versions):
    manifest = ManifestRecord()
    for text, structure in versions:
        proposed = blocks_of(text, structure)
        alignment = align(proposed, manifest)
        names = [segment.id for block in alignment.blocks for segment in block.segments]
        assert len(names) == len(set(names))
        for block in alignment.blocks:
            assert block.segments or block.kind in MAY_BE_EMPTY
            for segment in block.segments:
                assert text[segment.start : segment.end] == segment.text
        gone = manifest.withdrawn | dict.fromkeys(alignment.vanished)
        manifest = to_manifest(alignment.blocks, manifest.model_copy(update={"withdrawn": gone}))
        again = align(proposed, manifest)
        assert (again.added, again.vanished) == ((), ())
        assert to_manifest(again.blocks, manifest) == manifest
