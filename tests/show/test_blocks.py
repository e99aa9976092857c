"""Blocks, notes and links: an article sentence by sentence, as pages and books show it."""

from __future__ import annotations

import pytest
from jianzhu.language import Language, Side
from jianzhu.show.blocks import pair_of, title_and_pairs
from jianzhu.show.links import links_of
from jianzhu.show.notes import note_of, notes_by_segment
from jianzhu.show.quotations import Quotation, quotation_of
from jianzhu.source.records import NoteRecord, QuestionRecord
from jianzhu.source.ref import Ref

from tests.show.small import article, block, both, edition, relation, sentence, target

EN = Language.EN
TARGET, SOURCE = Side.TRANSLATION, Side.SOURCE


@pytest.mark.parametrize(
    ("translation", "status", "lead", "expected"),
    [
        # What the lines of both sides show: the tag of the language, the words, and the state of the translation.
        ("A war.", "reviewed", SOURCE, [("zh-Hant", "百模大战。", ""), ("en", "A war.", "")]),
        ("A war.", "reviewed", TARGET, [("en", "A war.", ""), ("zh-Hant", "百模大战。", "")]),
        ("A war.", "draft", TARGET, [("en", "A war.", ""), ("zh-Hant", "百模大战。", "")]),
        ("A war.", "stale", TARGET, [("en", "A war.", "stale"), ("zh-Hant", "百模大战。", "")]),
        (None, "missing", TARGET, [("en", "", "missing"), ("zh-Hant", "百模大战。", "")]),
    ],
)
def test_a_line_has_its_words_or_says_what_is_wrong_with_them(translation, status, lead, expected):
    one = block(sentence("a:s1", translation=translation, status=status))
    pair = pair_of(article("a", one), one, lead)
    assert [(line.tag, line.text, line.state) for side in (pair.main, pair.facing) for line in side] == expected


@pytest.mark.parametrize(("ids", "numbers"), [(["s4"], "s4"), (["s4", "s9"], "s4–s9"), (["s1", "s2", "s3"], "s1–s3")])
def test_a_pair_is_numbered_by_its_first_and_last_sentence(ids, numbers):
    one = block(*(sentence(f"a:{name}") for name in ids))
    assert pair_of(article("a", one), one, SOURCE).numbers == numbers


def test_a_line_carries_the_withdrawn_ids_that_lead_to_it():
    one = block(sentence("a:s1"), sentence("a:s5"))
    pair = pair_of(article("a", one, withdrawn={"s3": "s5", "s2": "s5", "s4": None}), one, SOURCE)
    assert [line.replaced for line in pair.main] == [(), ("s2", "s3")]


@pytest.mark.parametrize(
    ("levels", "title", "below"),
    [([1, None], "s1", ["s2"]), ([2, None], None, ["s1", "s2"]), ([None, 1], None, ["s1", "s2"]), ([], None, [])],
)
def test_a_first_heading_of_the_first_level_is_the_title(levels, title, below):
    blocks = [
        block(sentence(f"a:s{number}"), kind="heading" if level else "paragraph", level=level)
        for number, level in enumerate(levels, 1)
    ]
    found, pairs = title_and_pairs(article("a", *blocks), SOURCE)
    assert (found and found.main[0].id, [pair.main[0].id for pair in pairs]) == (title, below)


LONG = "word " * 40


@pytest.mark.parametrize(
    ("text", "translation", "lead", "expected"),
    [
        ("百模", "War", SOURCE, Quotation("百模", "zh-Hant")),
        ("百模", "War", TARGET, Quotation("War", "en")),
        ("百模", None, TARGET, Quotation("百模", "zh-Hant")),
        ("模" * 99, None, TARGET, Quotation("模" * 60 + "…", "zh-Hant")),
        ("百模", LONG, TARGET, Quotation(LONG[: 28 * 5 - 1] + "…", "en")),
    ],
)
def test_a_quotation_is_of_the_side_asked_for_or_of_the_source(text, translation, lead, expected):
    one = article("a", block(sentence("a:s1", text, translation)))
    assert quotation_of(edition(one), Ref("a", "s1"), lead) == expected


@pytest.mark.parametrize(
    ("quotes", "lead", "quotation"),
    [
        ({"zh": "大战", "en": "war"}, TARGET, Quotation("war", "en")),
        ({"zh": "大战", "en": "war"}, SOURCE, Quotation("大战", "zh-Hant")),
        ({"zh": "大战"}, TARGET, Quotation("大战", "zh-Hant")),
        ({}, TARGET, None),
    ],
)
def test_a_note_quotes_the_words_it_is_about(quotes, lead, quotation):
    record = NoteRecord(**target("s1", **quotes), kind="fact", body=both("Said."), cert="medium", status="reviewed")
    own = article("a", notes={"war": record})
    note = note_of(edition(own), own, "war", EN, lead)
    assert (note.name, note.kind, note.cert, note.quotation) == ("war", "fact", "medium", quotation)
    assert (note.body, note.status) == (both("Said.")[EN], "reviewed")


def test_notes_are_found_by_their_segment():
    records = {
        name: NoteRecord(segment=segment, kind="fact", body=both("x"))
        for name, segment in (("a", "s2"), ("b", "s1"), ("c", "s2"))
    }
    found = notes_by_segment(article("a", notes=records))
    assert {segment: [name for name, _ in notes] for segment, notes in found.items()} == {"s2": ["a", "c"], "s1": ["b"]}


@pytest.mark.parametrize(("own", "other"), [("a:s1", "b:s2"), ("b:s2", "a:s1")])
def test_a_sentence_links_to_what_answers_it_and_to_what_it_answers(own, other):
    question = QuestionRecord.model_construct(label=both("How many?"), status="reviewed")
    whole = edition(
        article("a", block(sentence("a:s1"))),
        article("b", block(sentence("b:s2", translation=None))),
        relations={"r": relation("a:s1", "b:s2")},
        questions={"q": question},
        questions_of={Ref.parse(own): ("q",)},
    )
    ref, end = Ref.parse(own), Ref.parse(other)
    to_passage, to_question = links_of(whole, whole.sentences[ref], EN, TARGET)
    assert (to_passage.name, to_passage.own, to_passage.ref, to_passage.type) == ("r", ref, end, "supports")
    assert (to_passage.title, to_passage.reason) == (f"{end.article} {end.segment}", "Because.")
    assert to_passage.quotation == quotation_of(whole, end, TARGET)
    assert (to_question.name, to_question.own, to_question.ref, to_question.type) == ("q", ref, None, None)
    assert (to_question.title, to_question.status) == ("How many?", "reviewed")
