"""kinds.yml: each mistake is told with its line, what is known, and what to do."""

from __future__ import annotations

import pytest
from jianzhu.compile import compile_edition
from jianzhu.text.kinds import default_kinds

#: What kinds.yml says, the line, the code, and words of the report.
MISTAKES = [
    ("concepts:\n  Poet: {zh: 诗人, en: poet}", 2, "record-invalid", "lower-case"),
    ("concepts:\n  concepts: {zh: 诗人, en: poet}", 2, "record-invalid", "anchor"),
    ("concepts:\n  poet: {zh: 诗人}", 2, "record-invalid", "en: missing"),
    ("concepts:\n  poet: {zh: 诗人, en: poet, plurl: poets}", 2, "record-unknown-key", "plural"),
    ("concepts:\n  poet: {zh: 诗人, en: poet, named: perhaps}", 2, "record-invalid", "named"),
    ("kinds:\n  poet: {zh: 诗人, en: poet}", 1, "record-unknown-key", "concepts"),
    ("without:\n  concepts: [poet]", 2, "record-invalid", "‘poet’ is not in the default set"),
    ("without:\n  events: [other]", 2, "record-invalid", "no edition can do without ‘other’"),
    ("without:\n  units: [USD, year]", 2, "record-invalid", "no edition can do without ‘year’"),
    ("without:\n  units: some", 2, "record-invalid", "units"),
    ("units:\n  hu: {zh: 斛}", 2, "record-invalid", "has no names"),
    ("units:\n  hu: {zh: 斛, en: hu, dimension: volume}", 2, "record-invalid", "there is no dimension ‘volume’"),
    ("units:\n  hu: {zh: 斛, en: hu, equals: 5 dou}", 2, "record-invalid", "there is no unit ‘dou’"),
    ("units:\n  hu: {zh: 斛, en: hu, equals: 0 liter}", 2, "record-invalid", "a number above 0"),
    ("units:\n  hu: {zh: 斛, en: hu, equals: five liter}", 2, "record-invalid", "equals"),
    ("units:\n  hu: {zh: 斛, en: hu, equals: 2 hu}", 2, "record-invalid", "defined by itself"),
    ("units:\n  a: {zh: 甲, en: a, equals: 2 b}\n  b: {zh: 乙, en: b, equals: 2 a}", 3, "record-invalid", "defined by itself"),
    ("without: {units: [liter]}\nunits:\n  hu: {zh: 斛, en: hu, equals: 5 liter}", 3, "record-invalid", "there is no unit ‘liter’"),
    ("units:\n  hu: {iso4217: XQZ}", 2, "record-invalid", "none that CLDR knows"),
    ("units:\n  hu: {iso4217: CZK, ucum: m}", 2, "record-invalid", "not both"),
    ("units:\n  hu: {ucum: '[hu]'}", 2, "record-invalid", "has no names"),
    ("units:\n  hu per year: {zh: 斛, en: hu}", 2, "record-invalid", "the id of one unit"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {zh: [十斛]}}", 2, "record-invalid", "without ‘十’"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {zh: [{word: 斛, factor: 0}]}}", 2, "record-invalid", "factor"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {zh: [{word: 斛, per: moon}]}}", 2, "record-invalid", "there is no unit ‘moon’"),
    ("units:\n  boat: {zh: 斛, en: boat, words: {zh: [小米]}}\n  hu: {zh: 斗, en: hu, words: {zh: [小米]}}", 3,
     "unit-word", "already writes the unit boat"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {zh: [小米, 小米]}}", 2, "unit-word", "listed twice"),
    ("units:\n  hu: {zh: 公斤, en: hu}", 2, "unit-word", "already writes the unit kilogram"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {zh: [小米, 大麦]}}", 2, "unit-word-idle", "‘大麦’"),
    ("units:\n  hu: {zh: 斛, en: hu, words: {en: [hus]}}", 2, "unit-word-idle", "‘hus’"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "line", "code", "words"), MISTAKES)
def test_a_mistake_is_told(said, line, code, words, small):
    (small / "seeds/kinds.yml").write_text(said + "\n", encoding="utf-8")
    _, problems = compile_edition(small)
    found = [problem for problem in problems if problem.location.path == "seeds/kinds.yml"]
    assert [problem.code for problem in problems if problem not in found] == []
    assert {problem.code for problem in found} == {code}
    assert line in {problem.location.line for problem in found}
    assert words in "\n".join(map(str, found))


@pytest.mark.parametrize("said", ["", "{}", "# nothing yet\n{}\n", "concepts: {}\nunits: {}"])
def test_a_file_with_nothing_in_it_changes_nothing(said, small):
    (small / "seeds/kinds.yml").write_text(said, encoding="utf-8")
    edition, problems = compile_edition(small)
    assert problems == []
    assert dict(edition.kinds.units.codes) == dict(default_kinds().units.codes)


def test_a_word_of_the_default_set_is_free_where_that_unit_is_left_out(small):
    said = "without: {units: [kilogram]}\nunits:\n  hu: {zh: 公斤, en: hu}\n"
    (small / "seeds/kinds.yml").write_text(said, encoding="utf-8")
    assert compile_edition(small)[1] == []
