"""Suggestions: what is taken out of a file, what may be missing in it, and what is wrong with it."""

from __future__ import annotations

import pytest
from jianzhu.language import DEFAULT_TEXTS
from jianzhu.source.suggested import Register
from jianzhu.source.suggestions import Reading, split_suggestions
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.text.kinds import default_kinds

EVIDENCE = "evidence: [{segment: 'a:s1', zh: {exact: 词}}]"
TARGET = "target: {segment: 'a:s1', zh: {exact: 词}}"


def read(register: str, fields: str, because: str = "seen") -> tuple[list[str], list[str]]:
    """What is wrong with an entry of `register`, and what it lacks."""
    entry = f"{{{fields}, status: suggested, because: {because}}}"
    text = f"- {entry}\n" if register == "marks" else f"{'s1' if register == 'translation' else 'one'}: {entry}\n"
    file, problems = parse_yaml(text, f"seeds/{register}.yml")
    assert not problems
    kept, (found,) = split_suggestions(file, Register(register), Reading(DEFAULT_TEXTS, default_kinds()))
    assert not kept.data
    assert {problem.code for problem in found.wrong} <= {"suggestion-invalid"}
    return ([problem.wrong.partition(".")[2] for problem in group] for group in (found.wrong, found.gaps))


#: Register, fields, what is wrong, what is missing.
CASES = [
    ("events", f"edtf: '2023', {EVIDENCE}", [], ["label: missing"]),
    ("events", f"edtf: '2023', label: {{zh: 一}}, {EVIDENCE}", [], ["label.en: missing"]),
    ("events", f"edtf: '2023', label: {{zh: 一, en: }}, {EVIDENCE}", [], ["label.en: missing"]),
    ("events", f"edtf: '2023', label: , {EVIDENCE}", [], ["label: missing"]),
    ("events", EVIDENCE, [], ["edtf: missing", "label: missing"]),
    ("events", f"edtf: '2023', label: {{zh: 一, en: one}}, {EVIDENCE}", [], []),
    ("events", "edtf: '2023', label: {zh: 一, en: one}", ["evidence: missing"], []),
    ("events", "edtf: '2023', evidence: []", ["evidence: too few entries"], ["label: missing"]),
    ("events", "edtf: '2023', evidence: [{zh: {exact: 词}}]", ["evidence.0.segment: missing"], ["label: missing"]),
    ("events", f"edtf: '2023-13', {EVIDENCE}", ["edtf: ‘2023-13’ is not an EDTF date"], ["label: missing"]),
    ("events", f"edtf: '2023', kind: party, {EVIDENCE}",
     ["kind: the edition has no kind of events ‘party’"], ["label: missing"]),
    ("events", f"edtf: '2023', labels: 一, {EVIDENCE}", ["labels: unknown key"], ["label: missing"]),
    ("claims", f"value: 3, unit: year, {TARGET}", [], ["label: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", f"value: 3, unit: Elle, {TARGET}", ["unit: the edition has no unit ‘Elle’"],
     ["label: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", f"label: {{zh: 一, en: one}}, assertedBy: {{zh: 一, en: one}}, asOf: '2023', unit: year, {TARGET}",
     [], [""]),
    ("claims", f"min: 3, max: 2, {TARGET}", [""], ["label: missing", "unit: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", f"value: 3, min: 2, unit: year, {TARGET}", [""], ["label: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", f"value: many, {TARGET}", ["value: not a number (it says 'many')"],
     ["label: missing", "unit: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", "value: 3", ["target: missing"], ["label: missing", "unit: missing", "asOf: missing", "assertedBy: missing"]),
    ("claims", f"{TARGET}, repeats: [{{segment: 'b:s1'}}], value: 3, unit: year, asOf: '2023'",
     ["repeats: breaks a rule"], ["label: missing", "assertedBy: missing"]),
    ("glossary", "type: person, prefLabel: {zh-Hans: 雷军}", [],
     ["definition: missing", "prefLabel.zh-Hant, en: the label is missing"]),
    ("glossary", "type: person", [], ["prefLabel: missing", "definition: missing",
     "prefLabel.zh-Hans, zh-Hant, en: the label is missing"]),
    ("glossary", "type: giant, prefLabel: {zh-Hans: 雷军}", ["type: the edition has no type of concepts ‘giant’"],
     ["prefLabel.zh-Hant, en: the label is missing", "definition: missing"]),
    ("relations", "source: 'a:s1', target: 'a:s2'", [], ["type: missing", "rationale: missing"]),
    ("relations", "source: 'a:s1', target: 'a:s1'", [""], ["type: missing", "rationale: missing"]),
    ("relations", "source: 'a:s1', type: supports", ["target: missing"], ["rationale: missing"]),
    ("questions", "label: {zh: 几个？, en: How many?}", [],
     ["about: missing", "verdict: missing", "finding: missing", "positions: missing"]),
    ("questions", "positions: [{article: a, passages: [{segment: 'a:s1'}]}]", [],
     ["label: missing", "about: missing", "verdict: missing", "finding: missing", "positions: too few entries",
      "positions.0.stance: missing"]),
    ("questions", "positions: [{article: a, passages: [{segment: 'b:s1'}]}, {article: a, passages: [{segment: 'a:s1'}]}]",
     ["positions.0: breaks a rule"],
     ["label: missing", "about: missing", "verdict: missing", "finding: missing", "positions.0.stance: missing",
      "positions.1.stance: missing"]),
    ("notes", "segment: s1, zh: {exact: 词}", [], ["kind: missing", "body: missing"]),
    ("notes", "zh: {exact: 词}, kind: fact", ["segment: missing"], ["body: missing"]),
    ("notes", "segment: s1, zh: {prefix: 词}", ["zh.exact: missing"], ["kind: missing", "body: missing"]),
    ("notes", "segment: s1, fr: {exact: 词}", ["fr: unknown key"], ["kind: missing", "body: missing"]),
    ("marks", "segment: s1, zh: {exact: 词}, dismissed: span", [], []),
    ("marks", "segment: s1, zh: {exact: 词}, dismissed: sp", ["dismissed: not one of the values allowed here (it says 'sp')"], []),
    ("marks", "segment: s1, dismissed: span", [""], []),
    ("translation", "source: 59cc75ac, text: Words.", [], []),
    ("translation", "source: 59cc, text: Words.", ["source: not in the required form (it says '59cc')"], []),
]  # fmt: skip


@pytest.mark.parametrize(("register", "fields", "wrong", "gaps"), CASES)
def test_a_suggestion_may_lack_what_an_editor_knows_and_nothing_of_it_may_be_wrong(register, fields, wrong, gaps):
    found, missing = read(register, fields)
    assert (found, sorted(missing)) == (wrong, sorted(gaps))


@pytest.mark.parametrize(("because", "wrong"), [
    ("seen", []), ('""', ["because: not a line of text"]), ("", ["because: missing"]), ("[a]", ["because: not a line of text"]),
    ('"two\\nlines"', ["because: not a line of text"]),
])  # fmt: skip
def test_a_suggestion_has_its_evidence_in_a_line(because, wrong):
    assert next(iter(read("events", f"edtf: '2023', {EVIDENCE}", because))) == wrong


LIST = """\
- segment: s1
  status: suggested
  because: seen
# a comment
- segment: s2
  zh:
    exact: 词
- {segment: s3, status: draft}
- {segment: s4, status: suggested}
- {segment: s5}
"""


def test_what_stays_of_a_list_keeps_its_lines():
    file, _ = parse_yaml(LIST, "seeds/articles/a/marks.yml")
    kept, found = split_suggestions(file, Register.MARKS, Reading(DEFAULT_TEXTS), "a")
    assert [entry["segment"] for entry in kept.data] == ["s2", "s3", "s5"]
    assert [kept.location(index).line for index in range(3)] == [5, 8, 10]
    assert kept.location(0, "zh", "exact").line == 7
    assert [(one.key, one.location.line, one.because) for one in found] == [((0,), 1, "seen"), ((3,), 9, "")]


def test_a_file_without_suggestions_is_the_same_file():
    file, _ = parse_yaml("one: {status: draft}\ntwo: suggested\n", "seeds/events.yml")
    assert split_suggestions(file, Register.EVENTS, Reading(DEFAULT_TEXTS)) == (file, [])
