"""Placing: where in a translation stands what the author set apart."""

from __future__ import annotations

import re

import pytest
from jianzhu.annotate.inlines import Authored, author_marks
from jianzhu.annotate.placing import place_inlines
from jianzhu.source.problems import Location
from jianzhu.source.records import TranslationRecord
from jianzhu.text.addresses import HIDDEN
from jianzhu.text.structure import Inline

#: In brackets ⟦kind=value|words⟧: what is set apart. Source, marks, translation, and what is reported of it.
CASES = {
    "a link that is named": ("见⟦link=u|说明⟧。", ["notes"], "See the ⟦link=u|notes⟧.", ""),
    "a link that is not": ("见⟦link=u|说明⟧。", [], "See the notes.", "the link '说明' has no place"),
    "a link that has no place": ("见⟦link=u|说明⟧。", [None], "See the notes.", ""),
    "a link of the same words": ("见⟦link=u|GPT-4⟧。", [], "See ⟦link=u|GPT-4⟧.", ""),
    "a link that is the sentence": ("⟦link=u|见说明⟧。", [], "⟦link=u|See the notes.⟧", ""),
    "emphasis needs no place": ("⟦emphasis=|很⟧好。", [], "Very good.", ""),
    "in the order of the source": (
        "⟦strong=|甲⟧和⟦link=u|乙⟧。",
        ["A", "B"],
        "⟦link=u|B⟧ and ⟦strong=|A⟧.",
        "",
    ),
    "emphasis in a link": (
        "见⟦link=u|⟦emphasis=|说明⟧⟧。",
        ["the notes", "notes"],
        "See ⟦link=u|the ⟦emphasis=|notes⟧⟧.",
        "",
    ),
    "more marks than are set apart": ("好。", ["good"], "Very good.", "s1 has 1 marks, but 0"),
    "words that are not there": ("⟦emphasis=|很⟧好。", ["really"], "Very good.", "'really' is not in"),
    "words that are there twice": ("⟦emphasis=|很⟧好。", ["o"], "Very good.", "'o' occurs 2 times"),
    "a sign": ("甲。⟦footnote=a|[1]⟧", [], "A.⟦footnote=a|[1]⟧", ""),
    "a sign that is lost": ("甲。⟦footnote=a|[1]⟧", [], "A.", "the footnote’s sign '[1]' has no place"),
    "a sign that is a number": ("1年内⟦footnote=a|1⟧。", [], "Within 1 year⟦footnote=a|1⟧.", ""),
    "a sign and a number only": ("一⟦footnote=a|2⟧。", [], "In 2 years.", "the footnote’s sign '2' has no place"),
    "two equal signs": ("甲⟦footnote=a|*⟧乙⟦footnote=b|*⟧。", [], "A⟦footnote=a|*⟧ B⟦footnote=b|*⟧.", ""),
    "code": ("用⟦code=|a, b⟧。", [], "Use ⟦code=|a, b⟧.", ""),
    "code that was altered": ("用⟦code=|a，b⟧。", [], "Use a, b.", "the code 'a，b' has no place"),
    "a formula found in plain text": ("令$x=1$。", [], "Let $x=2$.", "the formula '$x=1$' has no place"),
    "an address found in plain text": ("见https://e.com/a。", [], "See https://e.com/a.", ""),
    "a link that is its address": ("见⟦link=u|⟦address=|e.com/a⟧⟧。", [], "See e.com/b.", "the address 'e.com/a'"),
    "an address that was altered": ("见https://e.com/a。", [], "See https://e.com/b.", "the address 'https://e.com/a'"),
}


def read(drawn: str) -> tuple[str, tuple[Inline, ...]]:
    text, opened, found, number = "", [], {}, 0
    for part in re.split(r"(⟦\w+=[^|]*\||⟧)", drawn):
        if part.startswith("⟦"):
            opened.append((number, len(text), *part[1:-1].split("=")))
            number += 1
        elif part == "⟧":
            at, start, kind, value = opened.pop()
            found[at] = Inline(start=start, end=len(text), kind=kind, value=value)
        else:
            text += part
    return text, tuple(found[at] for at in sorted(found))


@pytest.mark.parametrize("name", CASES)
def test_what_is_set_apart_has_its_place(name):
    source, marks, drawn, said = CASES[name]
    text, expected = read(drawn)
    record = TranslationRecord(text=text, marks=tuple(marks))
    placed, problems = place_inlines(
        "s1", Authored("paragraph", *read(source)), record, text, lambda *_: Location("en.yml")
    )
    assert placed == expected
    assert (said in problems[0].wrong) if said else not problems, problems
    assert len(problems) == bool(said)


@pytest.mark.parametrize(
    ("kind", "drawn", "needed"),
    [
        ("paragraph", "甲。", True),
        ("code", "甲。", False),
        ("paragraph", "⟦code=|甲⟧。", False),
        ("paragraph", "https://e.com/a", False),
        ("paragraph", "见https://e.com/a", True),
        ("paragraph", "⟦formula=|E⟧ = ⟦formula=|m⟧", False),
        ("paragraph", "⟦link=u|甲⟧", True),
        ("paragraph", "……", True),
    ],
)
def test_what_is_the_same_in_every_language(kind, drawn, needed):
    assert Authored(kind, *read(drawn)).translatable is needed


def test_nothing_is_read_in_code_signs_and_addresses():
    text, inlines = read("见⟦code=|小米⟧⟦footnote=1|3⟧的⟦link=u|2023年⟧，https://e.com/2023年")
    assert Authored("paragraph", text, inlines).readable == "见" + HIDDEN * 3 + "的2023年，" + HIDDEN * 18 + "年"
    assert Authored("code", text, inlines).readable == ""


@pytest.mark.parametrize(
    ("drawn", "marks"),
    [
        ("见https://e.com/a。", [("address", 1, 16)]),
        ("见www.e.com和/usr/lib/x与a@b.cn。", [("address", 1, 10), ("address", 22, 28)]),
        ("见⟦link=https://e.com|https://e.com⟧。", [("link", 1, 14)]),
        ("见⟦link=https://e.com|⟦address=|https://e.com⟧⟧。", [("link", 1, 14)]),
        ("见⟦code=|https://e.com⟧。", [("code", 1, 14)]),
    ],
)
def test_addresses_are_marks(drawn, marks):
    text, inlines = read(drawn)
    assert [(mark.kind, mark.start, mark.end) for mark in author_marks(text, inlines)] == marks
