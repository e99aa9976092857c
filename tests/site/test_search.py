"""The search index: what counts as the same, how it is written down, and that nothing of it is lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jianzhu.site.markup.fragment import TEMPLATES
from jianzhu.site.search import edition_documents, edition_names, search_files
from jianzhu.site.search.index import Document, Name, Row, index_files
from jianzhu.site.search.postings import decode_numbers, decode_rows, encode_numbers
from jianzhu.site.search.vocabulary import FILTERS, KINDS, LANGUAGES
from jianzhu.text.folding import compact, fold, fold_table, grams, phrases_in, spaced, words

from tests.search_index import read_index

ROOT = Path(__file__).parents[2]

#: Read by tests/js/text.test.mjs too: what counts as the same is written once in Python and once in JavaScript.
TABLES = json.loads((ROOT / "tests/tables/folding.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), TABLES["same"])
def test_what_a_reader_means_as_the_same_is_the_same(one, other):
    assert fold(one) == fold(other)


def utf16(text: str) -> list[int]:
    return [len(character.encode("utf-16-le")) for character in text]


@given(st.text())
def test_folding_keeps_every_place(text):
    assert utf16(fold(text)) == utf16(text)


def test_folding_twice_changes_nothing_more():
    assert {folded for folded in fold_table().values() if fold(folded) != folded} == set()


@pytest.mark.parametrize(("text", "expected"), TABLES["compact"])
def test_of_chinese_what_stands_in_a_row_counts(text, expected):
    assert compact(text) == expected


@pytest.mark.parametrize(("text", "expected"), TABLES["spaced"])
def test_of_english_words_count(text, expected):
    assert spaced(text) == expected


def test_the_last_part_of_a_name_can_be_looked_up():
    assert {"chatgpt", "gpt", "openai", "ai", "deepmind", "mind"} <= words("ChatGPT by OpenAI, not DeepMind")


@given(st.text("大模型的GPT3.5，。 亿", min_size=1, max_size=30), st.data())
def test_every_part_of_a_text_has_its_terms_among_the_texts(text, data):
    start = data.draw(st.integers(0, len(text)))
    part = compact(text)[start : data.draw(st.integers(start, len(text)))]
    assert {part[at : at + 2] for at in range(len(part) - 1)} <= grams(text)
    assert not part or any(gram.startswith(part[-1]) for gram in grams(text))


ROWS = st.lists(st.text("大模型的AI", max_size=14), max_size=8)


@settings(max_examples=60)
@given(ROWS, st.text("大模型的AI", min_size=2, max_size=6))
def test_the_terms_alone_tell_which_rows_hold_a_text(texts, asked):
    """However often its characters come: what is counted needs no texts to be read."""
    rows = tuple(Row("", text, "") for text in texts)
    index = read_index(dict(index_files([Document(kind="article", path="a.html", zh="", en="", rows=rows)], [])))
    held = [number for number, text in enumerate(texts, 1) if compact(asked) in compact(text)]
    assert index.rows_with(compact(asked)) == held


def test_a_text_is_not_made_of_pairs_that_stand_apart():
    assert index_of("大模仿，模型").rows_with("大模型") == []
    assert index_of("大模仿，大模型").rows_with("大模型") == [1]
    assert index_of("甲乙丙、乙丙丁").rows_with("甲乙丙丁") == []
    assert index_of("的" * 40 + "了").rows_with("的" * 40 + "了") == [1]
    assert index_of("的" * 40 + "了").rows_with("的" * 41) == []


def index_of(*texts: str):
    rows = tuple(Row("", text, "") for text in texts)
    return read_index(dict(index_files([Document(kind="article", path="a.html", zh="", en="", rows=rows)], [])))


PHRASES = [
    ("A whole nation.", {"whole nation"}),
    ("The Whole-Nation System", {"whole nation", "whole nation system"}),
    ("nation whole; the whole of a nation", set()),
    ("wholesome nation whole nations", set()),
    ("OpenWhole nation", {"whole nation"}),
]


@pytest.mark.parametrize(("text", "held"), PHRASES)
def test_phrases_stand_in_a_text_word_by_word(text, held):
    assert phrases_in(text, {"whole": ["whole nation", "whole nation system"]}) == held


@given(st.lists(st.integers(0, 10**7)))
def test_numbers_come_back(numbers):
    assert list(decode_numbers(encode_numbers(numbers))) == numbers


@pytest.mark.parametrize(("written", "error"), [("_", ValueError), ("1 2", KeyError)])
def test_damaged_numbers_are_refused(written, error):
    with pytest.raises(error):
        list(decode_numbers(written))


def test_rows_are_counted_from_the_one_before():
    assert list(decode_rows("1")) == [0]
    assert list(decode_rows("31X1")) == [2, 3, 36]


text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
rows = st.lists(st.builds(Row, st.just("s1"), text, text, st.just(())), max_size=4).map(tuple)


@st.composite
def documents(draw):
    made = draw(
        st.lists(
            st.builds(
                Document,
                kind=st.sampled_from(["article", "concept"]),
                path=st.just(""),
                zh=text,
                en=text,
                rows=rows,
                headings=rows,
            )
        )
    )
    return [
        Document(kind=d.kind, path=f"{number}.html", zh=d.zh, en=d.en, rows=d.rows, headings=d.headings)
        for number, d in enumerate(sorted(made, key=lambda document: document.kind))
    ]


def one_line(text: str) -> str:
    return "".join(" " if character in "\t\n\r\v\f" else character for character in text)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=40)
@given(documents())
def test_an_index_is_read_back_as_it_was_written(made):
    names = [Name(forms=(d.zh,), kind=d.kind, path=d.path, labels=(d.zh, d.en)) for d in made]
    index = read_index(dict(index_files(made, names)))
    assert_holds(index, made, names)


def test_the_index_of_the_edition_holds_every_sentence(edition):
    files = {Path(path).name: text for path, text in search_files(edition).items()}
    index = read_index(files)
    made = list(edition_documents(edition))
    assert_holds(index, made, list(edition_names(edition)))
    found = {row[0] for _, path, *_, rows in index.documents if path.startswith("articles/") for row in rows}
    assert {sentence.id for sentence in edition.sentences.values()} <= found
    assert {kind for kind, *_ in index.documents} == {"article", "concept", "question", "event", "claim", "note"}
    named = {line[0] for line in index.names}
    assert {compact(label) for concept in edition.concepts.values() for label in concept.labels} <= named
    assert {"juguotizhi", "@tortoise"} <= named


def assert_holds(index, made, names=()):
    expected_grams, expected_words, number = {}, {}, 0
    labels = {spaced(label) for name in names for label in (*name.labels, *name.hidden)}
    phrases = {label.split()[0]: [] for label in labels if " " in label}
    for label in (label for label in labels if " " in label):
        phrases[label.split()[0]].append(label)
        expected_words[label.replace(" ", "_")] = []
    for document, (kind, path, zh, en, rows) in zip(made, index.documents, strict=True):
        assert (kind, path, zh, en) == (document.kind, document.path, one_line(document.zh), one_line(document.en))
        own = [*document.headings, *document.rows]
        assert rows == [[row.anchor, one_line(row.zh), one_line(row.en), " ".join(row.refs)] for row in own]
        title = Row("", document.zh, document.en, terms=document.terms)
        for zh_text, en_text, articles, terms in ((r.zh, r.en, r.articles, r.terms) for r in (title, *own)):
            for term in grams(zh_text):
                expected_grams.setdefault(term, []).append(number)
            held = {phrase.replace(" ", "_") for phrase in phrases_in(en_text, phrases)}
            for term in words(en_text) | held | {f"@{slug}" for slug in articles} | set(terms):
                expected_words.setdefault(term, []).append(number)
            number += 1
    assert index.grams == expected_grams
    assert index.words == expected_words


def test_what_a_text_holds_cannot_end_the_script():
    evil = Document(kind="article", path="a.html", zh='</script>"\\\u2028', en="", rows=(Row("s1", "<!--", "'\u2029"),))
    for written in dict(index_files([evil], [])).values():
        assert "<" not in written
        assert "\u2028" not in written
        assert "\u2029" not in written


def test_a_kind_that_comes_twice_is_refused():
    twice = [Document(kind=kind, path=f"{kind}.html", zh="", en="", rows=()) for kind in ("article", "note", "article")]
    with pytest.raises(ValueError, match="article"):
        dict(index_files(twice, []))


def test_the_names_of_one_key_stand_in_one_shard():
    """A reader's browser loads the one shard that a key belongs to; here the names of one key are longer than a shard."""
    shared, others = ["模"] * 10, ["大", "小", "雾"]
    made = [
        Document(kind="concept", path=f"{number}.html", zh="", en="", rows=())
        for number in range(len(shared) + len(others))
    ]
    names = [
        Name(forms=(form,), kind=document.kind, path=document.path, labels=("长" * 4_000 + str(number),))
        for number, (form, document) in enumerate(zip(shared + others, made, strict=True))
    ]
    firsts = read_index(dict(index_files(made, names))).meta["names"].split(" ")
    assert len(firsts) > 1
    assert sorted(set(firsts)) == sorted(firsts)


def test_the_digest_changes_with_the_texts():
    def digest(zh: str) -> str:
        return read_index(dict(index_files([Document(kind="article", path="a.html", zh=zh, en="", rows=())], []))).meta[
            "digest"
        ]

    assert digest("大") != digest("小")


def test_the_names_of_the_edition_lead_to_their_pages(edition):
    paths = {document.path for document in edition_documents(edition)}
    assert {name.path for name in edition_names(edition)} <= paths


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_format_on_the_page_is_the_format_in_use(lang):
    page = (TEMPLATES / f"search.{lang}.md.j2").read_text(encoding="utf-8")
    from jianzhu.site.search.index import VERSION

    assert f"`version`: {VERSION}" in page
    meta = json.loads(read_meta())
    assert [key for key in meta if f"`{key}`" not in page] == []


def read_meta() -> str:
    from tests.search_index import read_call

    return read_call(
        "meta.js",
        dict(index_files([Document(kind="article", path="a.html", zh="大", en="big", rows=())], []))["meta.js"],
    )[1]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_words_for_filters_on_the_page_are_those_that_are_understood(lang):
    page = (TEMPLATES / f"search.{lang}.md.j2").read_text(encoding="utf-8")
    table = page.partition("<!-- words -->")[2].partition("<!-- /words -->")[0]
    rows = [
        [re.findall("`([^`]+)`", cell) for cell in line.split(" | ")[1:]] for line in table.strip().splitlines()[2:]
    ]
    terms = (*FILTERS, *KINDS, *LANGUAGES)
    assert [first for (first,), _ in rows] == [term.zh if lang == "zh" else term.en for term in terms]
    written = [{compact(word) for word in (*first, *others)} for first, others in rows]
    assert written == [set(term.words) for term in terms]
    usage = page.partition("<!-- words -->")[0]
    assert [kind.id for kind in KINDS if f"`{kind.zh if lang == 'zh' else kind.en}`" not in usage] == []
