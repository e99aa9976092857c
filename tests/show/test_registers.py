"""Registers: questions, cross-references, claims, concepts and events in the order in which pages and books show them."""

from __future__ import annotations

import pytest
from jianzhu.language import Language, Side
from jianzhu.show.citations import citation
from jianzhu.show.counts import Progress, counts_of, progress_of
from jianzhu.show.registers.claims import claims_by_dimension, claims_by_size
from jianzhu.show.registers.evidence import articles_of, segments_of
from jianzhu.show.registers.glossary import concepts_by_type
from jianzhu.show.registers.questions import positions_of, questions_by_kind, relations_within
from jianzhu.show.registers.references import by_pair, references
from jianzhu.show.registers.timeline import events_by_year
from jianzhu.source.records import ClaimRecord, ConceptRecord, EventRecord, QuestionRecord, RemoteTarget

from tests.show.small import article, block, both, edition, names, relation, sentence, target

EN, ZH = Language.EN, Language.ZH


def question(about: str, *passages: dict) -> QuestionRecord:
    positions = [{"article": "a", "stance": both("Yes."), "passages": passages or [target("a:s1")]}] * 2
    return QuestionRecord(label=both("Why?"), about=about, verdict="agree", finding=both("So."), positions=positions)


def test_questions_stand_by_kind_and_a_kind_without_any_is_left_out():
    whole = edition(questions={"x": question("thesis"), "y": question("figure"), "z": question("thesis")})
    groups = dict(questions_by_kind(whole))
    assert {kind: names(found) for kind, found in groups.items()} == {"figure": ["y"], "thesis": ["x", "z"]}


@pytest.mark.parametrize(
    ("passages", "expected"),
    [
        # Passages, and of each sentence its id and the stretches of both sides; `*` marks what answers.
        ([target("a:s1")], [("s1", "A war.", "百模大战。")]),
        ([target("a:s1", zh="大战", en="war")], [("s1", "A *war*.", "百模*大战*。")]),
        ([target("a:s1", zh="百模"), target("a:s1", zh="大战")], [("s1", "A war.", "*百模**大战*。")]),
        ([target("a:s2", zh="大"), target("a:s1")], [("s2", "", "*大*。"), ("s1", "A war.", "百模大战。")]),
    ],
)
def test_a_position_shows_each_sentence_once_with_the_words_that_answer(passages, expected):
    whole = edition(article("a", block(sentence("a:s1"), sentence("a:s2", "大。", None))))
    position, _ = positions_of(whole, question("thesis", *passages), EN, Side.TRANSLATION)

    def marked(side) -> str:
        return "".join(f"*{part.text}*" if part.hit else part.text for part in side.stretches)

    assert position.title == "a"
    assert [(p.ref.segment, marked(p.main), marked(p.facing)) for p in position.passages] == expected
    assert {(p.main.tag, p.facing.tag) for p in position.passages} == {("en", "zh-Hant")}


@pytest.mark.parametrize(("ends", "found"), [(("a:s1", "a:s2"), ["r"]), (("a:s1", "b:s1"), []), (("b:s1", "a:s2"), [])])
def test_a_question_has_the_relations_between_two_of_its_passages(ends, found):
    asked = question("thesis", target("a:s1"), target("a:s2"))
    assert names(relations_within(edition(relations={"r": relation(*ends)}), asked)) == found


def test_references_stand_in_reading_order_by_pair_of_articles():
    whole = edition(
        *(article(slug, block(*(sentence(f"{slug}:s{number}") for number in range(1, 4)))) for slug in ("b", "a", "c")),
        relations={
            "within": relation("b:s1", "b:s2"),
            "late": relation("b:s3", "a:s1"),
            "early": relation("a:s3", "b:s2"),
            "same-first": relation("b:s2", "a:s2"),
            "others": relation("c:s1", "a:s1"),
        },
    )
    found = references(whole, EN, Side.TRANSLATION)
    assert [reference.name for reference in found] == ["within", "same-first", "early", "late", "others"]
    assert {pair: [reference.name for reference in members] for pair, members in by_pair(whole, found).items()} == {
        ("b", "a"): ["same-first", "early", "late"],
        ("a", "c"): ["others"],
        ("b", "b"): ["within"],
    }
    assert list(by_pair(whole, found)) == [("b", "a"), ("a", "c"), ("b", "b")]
    assert [end.title for end in found[2].ends] == ["a", "b"]


def claim(unit: str, value: int) -> ClaimRecord:
    return ClaimRecord(
        label=both("Size"), value=value, unit=unit, as_of="2023", asserted_by=both("Wind"), target=target("a:s1")
    )


def test_claims_stand_by_dimension_the_smallest_first():
    whole = edition(
        claims={"a": claim("CNY", 5), "b": claim("item", 238), "c": claim("item", 80), "d": claim("item", 80)}
    )
    assert sorted(names(claims_by_size(whole))) == ["a", "b", "c", "d"]
    groups = {kind: names(members) for kind, members in claims_by_dimension(whole)}
    assert groups == {"count": ["c", "d", "b"], "money": ["a"]}


def concept(kind: str, zh: str, pinyin: str, en: str) -> ConceptRecord:
    label = {"zh-Hans": zh, "zh-Hant": zh, "en": en}
    return ConceptRecord(type=kind, pref_label=label, pinyin=pinyin, definition=both("It is."))


@pytest.mark.parametrize(("lang", "people"), [(ZH, ["lu", "mao"]), (EN, ["mao", "lu"])])
def test_concepts_stand_by_type_in_the_order_of_the_language(lang, people):
    whole = edition(
        concepts={
            "mao": concept("person", "茅盾", "Máo Dùn", "Dun"),
            "lu": concept("person", "鲁迅", "Lǔ Xùn", "Xun"),
            "ai": concept("idea", "智能", "zhìnéng", "Intelligence"),
        }
    )
    assert dict(concepts_by_type(whole, lang)) == {"person": people, "idea": ["ai"]}


def test_events_stand_by_the_year_in_which_they_begin():
    dates = {"a": "1958", "b": "2022-11-30/2023-01", "c": "2022-12", "d": "2023~"}
    events = {
        name: EventRecord(edtf=edtf, label=both("It."), evidence=[target("a:s1")]) for name, edtf in dates.items()
    }
    years = events_by_year(edition(events=events, timeline=tuple(events)))
    assert [(year, names(members)) for year, members in years] == [(1958, ["a"]), (2022, ["b", "c"]), (2023, ["d"])]


@pytest.mark.parametrize(
    ("refs", "segments", "articles"),
    [
        (["a:s1"], ["a:s1"], ["a"]),
        (["b:s2", "a:s1", "b:s2", "b:s1"], ["b:s2", "a:s1", "b:s1"], ["b", "a"]),
        ([], [], []),
    ],
)
def test_evidence_names_each_sentence_and_article_once(refs, segments, articles):
    targets = [RemoteTarget(**target(ref)) for ref in refs]
    assert [str(ref) for ref in segments_of(targets)] == segments
    assert list(articles_of(targets)) == articles


def test_progress_counts_what_is_translated_and_reviewed():
    states = ["reviewed", "draft", "stale", "reviewed"]
    sentences = [sentence("a:s1", status=status) for status in states] + [sentence("a:s1", translation=None)]
    assert progress_of(sentences) == Progress(count=5, translated=4, reviewed=2)


def test_counts_name_what_the_edition_holds():
    whole = edition(article("a", block(sentence("a:s1"), sentence("a:s2"))), relations={"r": relation("a:s1", "a:s2")})
    found = counts_of(whole)
    assert (found["sentences"], found["relations"], found["claims"]) == (2, 1, 0)


@pytest.mark.parametrize(
    ("author", "lang", "text"),
    [
        (both("Lu Xun"), EN, "Lu Xun, “About a” (2023), s7, in The War, "),
        (None, EN, "“About a” (2023), s7, in The War, "),
        (None, ZH, "《About a中》（2023年），s7，载《The War中》。"),
    ],
)
def test_a_sentence_is_cited_with_author_title_year_and_number(author, lang, text):
    cited = article("a", author=author)
    assert citation(edition(cited), cited, "s7", lang) == text
