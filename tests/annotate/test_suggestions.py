"""Suggestions in an edition: no part of it, told by article and kind, and held to the texts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jianzhu.annotate.article import Article
from jianzhu.annotate.suggestions import place_suggestions
from jianzhu.compile import compile_seeds
from jianzhu.language import DEFAULT_TEXTS, Side
from jianzhu.site.pages import render
from jianzhu.source.load import load_seeds
from jianzhu.source.seeds import Seeds
from jianzhu.source.suggested import Register
from jianzhu.source.suggestions import Reading, split_suggestions
from jianzhu.source.yamledit import flow
from jianzhu.source.yamlfile import parse_yaml

CRAZE = "articles/craze"
#: One of each register that lacks nothing, by its file: were it accepted, it would be published.
ENTRIES = {
    "events.yml": "sug: {edtf: '2023', label: {zh: 拟事件, en: Proposed event}, concepts: [xiaomi], "
    "evidence: [{segment: 'craze:s2', zh: {exact: 国内}}]",
    "claims.yml": "sug: {value: 238, unit: model, label: {zh: 拟数据, en: Proposed claim}, asOf: '2023', "
    "assertedBy: {zh: 拟者, en: Proposed}, target: {segment: 'craze:s2', zh: {exact: 238个}}",
    "relations.yml": "sug: {type: supports, source: 'craze:s2', target: 'craze:s3', rationale: {zh: 拟关联, en: Proposed link}",
    "questions.yml": "sug: {label: {zh: 拟问, en: Proposed question}, about: figure, verdict: open, "
    "finding: {zh: 拟, en: Proposed}, positions: [{article: craze, stance: {zh: 拟, en: Proposed}, passages: "
    "[{segment: 'craze:s2'}]}, {article: craze, stance: {zh: 拟, en: Proposed}, passages: [{segment: 'craze:s4'}]}]",
    "glossary/ideas.yml": "sug: {type: idea, prefLabel: {zh-Hans: 涌现, zh-Hant: 湧現, en: Proposed term}, "
    "definition: {zh: 拟, en: Proposed}",
    f"{CRAZE}/notes.yml": "sug: {segment: s2, zh: {exact: 国内}, kind: fact, body: {zh: 拟注, en: Proposed note}",
    f"{CRAZE}/marks.yml": "- {segment: s2, zh: {exact: 国内}, concept: xiaomi",
}


def add(small: Path, file: str, entry: str, more: str = "status: suggested, because: seen") -> None:
    with (small / "seeds" / file).open("a", encoding="utf-8") as out:
        out.write(f"{entry}, {more}}}\n")


@pytest.mark.parametrize("file", ENTRIES)
def test_the_edition_is_the_same_with_a_suggestion_and_another_once_it_is_accepted(small, file):
    before = render(compile_seeds(small).edition)
    text = (small / "seeds" / file).read_text(encoding="utf-8")
    add(small, file, ENTRIES[file])
    suggested = compile_seeds(small)
    assert render(suggested.edition) == before
    assert [problem.code for problem in suggested.problems] == ["suggestion-open"]
    (small / "seeds" / file).write_text(text, encoding="utf-8")
    add(small, file, ENTRIES[file], "status: draft")
    accepted = compile_seeds(small)
    assert {problem.code for problem in accepted.problems} <= {"concept-unlinked"}
    assert render(accepted.edition) != before


def test_a_translation_that_is_suggested_is_missing(small):
    path = small / "seeds" / CRAZE / "en.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("  status: reviewed\n") == 1
    path.write_text(text.replace("  status: reviewed\n", "  status: suggested\n  because: seen\n"), encoding="utf-8")
    compilation = compile_seeds(small)
    assert sorted(problem.code for problem in compilation.problems if problem.code != "quote-missing") == [
        "suggestion-open",
        "untranslated",
    ]


def test_a_suggested_event_settles_no_date(small):
    path = small / "seeds/events.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("  kind: market\n", "  kind: market\n  status: suggested\n  because: seen\n"), encoding="utf-8"
    )
    codes = [problem.code for problem in compile_seeds(small).problems]
    assert codes == ["date-open", "suggestion-open"]


def test_a_suggested_concept_marks_no_word(small):
    path = small / "seeds/glossary/companies.yml"
    text = path.read_text(encoding="utf-8").replace("xiaomi:\n", "xiaomi:\n  status: suggested\n  because: seen\n", 1)
    path.write_text(text, encoding="utf-8")
    (state,) = compile_seeds(small).states
    assert not [
        mark for sentence in state.article.sentences for mark in sentence.marks if mark.ref == "xiaomi" and mark.rule
    ]
    places = next(one for one in state.suggested if one.suggestion.id == "xiaomi").places
    assert {place.words for place in places} == {"小米", "Xiaomi"}
    refused = [problem for problem in compile_seeds(small).problems if problem.code == "concept-unknown"]
    assert refused
    assert all("jianzhu accept glossary xiaomi" in problem.advice for problem in refused)


#: File, entry, what is wrong with it.
WRONG = [
    ("events.yml", "sug: {edtf: '2023', evidence: [{segment: 'craze:s2', zh: {exact: 国外}}]", ["'国外' is not in craze:s2 (zh)"]),
    ("events.yml", "sug: {edtf: '2023', evidence: [{segment: 'craze:s2', zh: {exact: 2}}]", ["'2' occurs 3 times"]),
    ("events.yml", "sug: {evidence: [{segment: 'craze:s2', en: {exact: nowhere}}]", ["'nowhere' is not in craze:s2 (en)"]),
    ("events.yml", "sug: {evidence: [{segment: 'craze:s77'}]", ["s77 is not a segment of craze"]),
    ("events.yml", "sug: {evidence: [{segment: 'wave:s1'}]", ["there is no article 'wave'"]),
    ("events.yml", "sug: {concepts: [nobody], evidence: [{segment: 'craze:s2'}]", ["there is no concept 'nobody'"]),
    ("claims.yml", "sug: {subject: nobody, target: {segment: 'craze:s2'}", ["there is no concept 'nobody'"]),
    ("relations.yml", "sug: {source: 'craze:s2', target: 'craze:s77'", ["s77 is not a segment of craze"]),
    ("questions.yml", "sug: {positions: [{article: craze, passages: [{segment: 'craze:s77'}]}]", ["s77 is not a segment"]),
    ("glossary/ideas.yml", "xiaomi: {type: idea", ["the concept 'xiaomi' is already defined"]),
    ("glossary/ideas.yml", "sug: {type: idea, broader: [nobody]", ["there is no concept 'nobody'"]),
    (f"{CRAZE}/notes.yml", "sug: {segment: s2, zh: {exact: 国外}", ["'国外' is not in craze:s2 (zh)"]),
    (f"{CRAZE}/marks.yml", "- {segment: s2, zh: {exact: 国内}, dismissed: span", ["'国内' is to be dismissed"]),
    (f"{CRAZE}/marks.yml", "- {segment: s77, zh: {exact: 国内}, concept: xiaomi", ["s77 is not a segment of craze"]),
    (f"{CRAZE}/en.yml", "s77: {text: Words", ["s77 is not a segment of craze"]),
]  # fmt: skip


@pytest.mark.parametrize(("file", "entry", "wrong"), WRONG)
def test_what_is_wrong_in_a_suggestion_is_told_and_stops_no_build(small, file, entry, wrong):
    before = render(compile_seeds(small).edition)
    add(small, file, entry)
    compilation = compile_seeds(small)
    found = [problem for problem in compilation.problems if problem.code == "suggestion-invalid"]
    assert len(found) == len(wrong)
    assert all(words in problem.wrong for problem, words in zip(found, wrong, strict=True)), found
    assert not any(problem.fatal for problem in compilation.problems)
    assert {problem.location.path for problem in found} == {f"seeds/{file}"}
    assert render(compilation.edition) == before


def test_one_problem_a_kind_and_article_names_the_first_and_the_count(small):
    for number in range(3):
        add(small, "events.yml", f"e{number}: {{evidence: [{{segment: 'craze:s2'}}]")
    add(small, "claims.yml", "c: {target: {segment: 'craze:s2'}")
    add(small, f"{CRAZE}/marks.yml", "- {segment: s2, zh: {exact: 2023年}, dismissed: span")
    add(small, f"{CRAZE}/marks.yml", "- {segment: s2, zh: {exact: 238个}, dismissed: name")
    problems = compile_seeds(small).problems
    found = {problem.wrong: str(problem.location) for problem in problems}
    assert {words.partition(",")[0]: place for words, place in found.items()} == {
        "4 suggestions of the kind date": "seeds/articles/craze/marks.yml:9",
        "2 suggestions of the kind quantity": "seeds/articles/craze/marks.yml:10",
    }


@pytest.fixture
def wave(small: Path) -> Path:
    """An article that is not published, in an edition with one that is."""
    folder = small / "seeds/articles/wave"
    folder.mkdir()
    for path in (small / "seeds" / CRAZE).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    record = (folder / "article.yml").read_text(encoding="utf-8").replace("number: 1", "number: 2")
    (folder / "article.yml").write_text(f"status: draft\n{record}", encoding="utf-8")
    return folder


#: File, entry, the article that it belongs to.
OWNERS = [
    ("events.yml", "sug: {evidence: [{segment: 'craze:s2'}, {segment: 'wave:s2'}]", "wave"),
    ("events.yml", "sug: {evidence: [{segment: 'craze:s2'}]", "craze"),
    ("relations.yml", "sug: {source: 'craze:s2', target: 'wave:s2'", "wave"),
    ("questions.yml", "sug: {label: {zh: 一, en: one}", ""),
    ("glossary/ideas.yml", "sug: {type: idea, prefLabel: {zh-Hans: 国内}", "wave"),
    ("glossary/ideas.yml", "sug: {type: idea, prefLabel: {zh-Hans: 无处}", ""),
    (f"{CRAZE}/marks.yml", "- {segment: s2, zh: {exact: 国内}", "craze"),
    ("articles/wave/marks.yml", "- {segment: s2, zh: {exact: 国内}", "wave"),
]


@pytest.mark.parametrize("status", ["raw", "draft"])
@pytest.mark.parametrize(("file", "entry", "owner"), OWNERS)
def test_a_suggestion_belongs_to_the_article_that_an_editor_works_on(small, wave, file, entry, owner, status):
    record = wave / "article.yml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("status: draft", f"status: {status}"), encoding="utf-8"
    )
    before = [problem.code for problem in compile_seeds(small).problems]
    add(small, file, entry)
    compilation = compile_seeds(small)
    (found,) = compilation.suggested
    assert found.article == owner
    assert {state.slug: len(state.suggested) for state in compilation.states} == {
        slug: int(slug == owner) for slug in ("craze", "wave")
    }
    # What waits in an article that is not published fails no check.
    assert [problem.code for problem in compilation.problems] == sorted(
        [*before, *(["suggestion-open"] if owner != "wave" else [])]
    )
    if owner == "wave":
        assert [problem.code for problem in compilation.state_of("wave").steps["suggestions"]] == ["suggestion-open"]


WORDS = ("", "craze:s2", "craze", "s2", "s1", "词", "2023", "zh", ":", "a:b", "xiaomi", "idiom")
KEYS = ("segment", "zh", "en", "evidence", "target", "source", "prefLabel", "positions", "concepts", "type", "dismissed", "text",
        "label", "broader", "hiddenLabel")  # fmt: skip
WITHIN = (*KEYS, "exact", "altLabel", "zh-Hans", "article", "passages")


def values() -> st.SearchStrategy[object]:
    return st.recursive(
        st.one_of(st.none(), st.sampled_from(WORDS)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(WITHIN), inner, max_size=5)
        ),
        max_leaves=12,
    )


@pytest.fixture(scope="module")
def read(root: Path) -> tuple[Seeds, dict[str, Article | None]]:
    """What the small edition says, and its articles."""
    folder = root / "tests/edition"
    return load_seeds(folder)[0], {state.slug: state.article for state in compile_seeds(folder).states}


@settings(max_examples=150)
@given(register=st.sampled_from(list(Register)), fields=st.dictionaries(st.sampled_from(KEYS), values(), max_size=6))
def test_whatever_a_suggestion_says_nothing_breaks(read, register, fields):
    seeds, articles = read
    entry = flow({**fields, "status": "suggested", "because": "seen"})
    file, problems = parse_yaml(f"- {entry}\n" if register == "marks" else f"one: {entry}\n", f"seeds/{register}.yml")
    assert not problems
    _, found = split_suggestions(file, register, Reading(DEFAULT_TEXTS), "craze" if register.in_article else "")
    if register is Register.GLOSSARY:
        seeds = replace(seeds, vocabulary=replace(seeds.vocabulary, suggestions=tuple(found)))
    else:
        seeds = replace(seeds, registers=replace(seeds.registers, suggestions=tuple(found)))
    for one in place_suggestions(seeds, articles):
        assert all(problem.code == "suggestion-invalid" for problem in one.wrong)
        assert all(place.side in Side for place in one.places)
