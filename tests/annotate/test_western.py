"""Western: sentences of English and of other languages with full stops and spaces."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.annotate.sentences import split_sentences
from jianzhu.source.records import ManifestRecord

ENGLISH = [
    line
    for line in Path(__file__).with_name("sentences_en.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english_sentences(marked):
    cut = split_sentences(marked.replace("|", ""), "en")
    assert "|".join(cut) == marked.replace("| ", " |")


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("fr", "Que sais-je\u00a0? |Il le dit. |« Non\u00a0! Jamais\u00a0! » |M. Dupont part à 10\u00a0h."),
        ("de", "Sie ging z.B. nach Köln. |Ende."),
        ("ja", "雪国であった。|「夜だ。寒い」と彼は言った。|本当か？|そうだ！"),
        ("lzh", "子曰：「學而時習之，不亦說乎？」|有子曰。"),
    ],
)
def test_sentences_of_other_languages(lang, marked):
    assert "|".join(split_sentences(marked.replace("|", ""), lang)) == marked


@given(st.text(alphabet='ab A.!?…"“”‘’()[] \u00a0\t1I', max_size=80))
def test_the_parts_of_any_text_are_the_text(text):
    assert "".join(split_sentences(text, "en")) == text


@pytest.mark.parametrize("unit", ["A. b “", "Mr. ", "(" * 9 + "A. ", 'He said "no." ', "“A. B.” ", "...", "a"])
def test_the_time_grows_with_the_text(unit):
    text = unit * (200_000 // len(unit))
    started = time.perf_counter()
    split_sentences(text, "en")
    assert time.perf_counter() - started < 5


def test_the_space_between_sentences_stays_in_the_record():
    text = "A Title\nOne is here. Two is there. Three."
    blocks = align(propose_blocks(text, "A Title", "en"), ManifestRecord(), "en").blocks
    manifest = to_manifest(blocks, ManifestRecord())
    assert [*manifest.blocks[1].segments.values()] == ["One is here. ", "Two is there. ", "Three."]
    assert align(propose_blocks(text, "A Title", "en"), manifest, "en").blocks == blocks
    # Two that an editor joined stay joined.
    record = manifest.blocks[1]
    joined = record.model_copy(update={"segments": {"s2": "One is here. Two is there. ", "s4": "Three."}})
    edited = manifest.model_copy(update={"blocks": (manifest.blocks[0], joined), "withdrawn": {"s3": "s2"}})
    again = align(propose_blocks(text, "A Title", "en"), edited, "en")
    assert [segment.text for segment in again.blocks[1].segments] == [*joined.segments.values()]
    assert not again.added
    assert not again.vanished
