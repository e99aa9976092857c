"""Forms: right characters in the other script, in phrases, in the edition, and in the table that pages load."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.compile import compile_edition
from jianzhu.show.messages import page_texts
from jianzhu.show.variants import converters, edition_texts
from jianzhu.text.variants import SCRIPTS, VariantTable, converter, derive_table, page_runs, variants_file
from jianzhu.text.variants.convert import WORDS as OWN_WORDS
from jianzhu.text.variants.convert import pairs

LISTS = Path(__file__).parent / "forms"
PHRASES = [
    (name, line.partition(":")[0], line)
    for name in ("seen", "unseen")
    for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
#: Characters with several forms, and some that decide which.
TORN = "头发展现干部净皇后来之面里长只有多明白国历史征途三隻台云范约翰·森"


@pytest.mark.parametrize(("name", "head", "line"), PHRASES, ids=lambda value: value if len(value) < 7 else "")
def test_phrases_have_the_right_form_in_both_directions(name, head, line):
    found = {simple: (converter("zh-Hant")(simple), converter("zh-Hans")(full)) for simple, full in pairs(line).items()}
    assert found == {simple: (full, simple) for simple, full in pairs(line).items()}


def test_a_word_of_ours_has_one_form():
    lines = [line for line in OWN_WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    entries = [entry for line in lines for entry in line.partition(":")[2].split(",")]
    forms = [pair for entry in entries for pair in pairs(f"x: {entry}").items()]
    assert all(len(simple) == len(full) > 1 for simple, full in forms)
    several = {simple for simple, _ in forms if len({full for other, full in forms if other == simple}) > 1}
    assert several == set()


@pytest.mark.parametrize(
    ("script", "text", "shown"),
    [
        ("zh-Hant", "「面對AI：干部」公布了", "「面對AI：幹部」公佈了"),
        ("zh-Hant", "內卷之後", "內卷之後"),  # published in traditional characters
        ("zh-Hant", "又译作亞里斯多德的思想", "又譯作亞里斯多德的思想"),  # both in one
        ("zh-Hans", "看著名單的著名作者", "看着名单的著名作者"),
        ("zh-Hans", "", ""),
        ("zh-Hant", "𠮷野家三只", "𠮷野家三隻"),
    ],
)
def test_texts_in_both_scripts(script, text, shown):
    assert converter(script)(text) == shown


def test_names_of_the_glossary_are_words_and_corrections_prevail():
    text = "余云云在谷里，余云云"
    assert converter("zh-Hant")(text) != converter("zh-Hant", [("余云云", "余雲云")])(text)
    assert converter("zh-Hant", [("余云云", "余雲云")])(text).startswith("余雲云在")
    corrected = converter("zh-Hant", [("余云云", "余雲云")], {"云云": "云雲", "余云云": "餘云云", "谷里": "谷里"})
    assert corrected(text) == "餘云云在谷里，餘云云"


@given(st.text(TORN, max_size=16), st.sampled_from(SCRIPTS))
def test_a_character_stands_for_a_character_and_what_is_converted_stays(text, script):
    convert = converter(script)
    assert len(convert(text)) == len(text)
    if script == "zh-Hans":
        assert convert(convert(text)) == convert(text)


@given(st.lists(st.text(TORN + " \n", max_size=12), max_size=8), st.sampled_from(SCRIPTS))
def test_a_table_is_exact_on_the_texts_it_was_made_from(texts, script):
    convert, lines = converter(script), {" ".join(text.split()) for text in texts}
    table = derive_table(lines, convert)
    assert [table.apply(text) for text in lines] == [convert(text) for text in lines]


def test_a_form_that_is_told_from_afar_is_in_the_table():
    """Farther than a table looks at first: then the whole text tells."""
    near, far = "甲" * 20, "乙" + "甲" * 20
    table = derive_table({near, far}, lambda text: text.replace("甲", "丙") if text == far else text)
    assert (table.apply(near), table.apply(far)) == (near, far.replace("甲", "丙"))


@pytest.fixture(scope="module")
def texts(edition):
    return [*edition_texts(edition, page_texts())]


@pytest.mark.parametrize("script", SCRIPTS)
def test_the_table_of_the_edition_is_exact(edition, texts, script):
    convert = converters(edition)[script]
    own = {" ".join(text.text.split()) for text in texts if text.script != script}
    table = derive_table(own, convert)
    assert [text for text in own if table.apply(text) != convert(text)] == []
    assert any(convert(text) != text for text in own)


def test_the_edition_has_none_of_the_faults_of_longest_phrases(edition, texts):
    convert = converters(edition)["zh-Hant"]
    shown = "\n".join(convert(text.text) for text in texts if text.script != "zh-Hant")
    assert (
        re.findall("箇|多隻有|億隻是|不隻|隻有|曆史|曆程|穀歌|科裡|徵途|髮票|幹預|姓範|髮展|髮布|裡斯|鬥膽", shown)
        == []
    )
    assert all(word in shown for word in ("歷史", "谷歌", "科里森", "征途", "至多只有"))


def test_names_of_the_glossary_have_their_own_characters(edition):
    convert = converters(edition)
    told = [
        (concept.pref_label.zh_hans, concept.pref_label.zh_hant)
        for concept in edition.concepts.values()
        if converter("zh-Hans")(concept.pref_label.zh_hant) == concept.pref_label.zh_hans
    ]
    assert len(told) > 200
    assert [(convert["zh-Hant"](simple), convert["zh-Hans"](full)) for simple, full in told] == [
        (full, simple) for simple, full in told
    ]


def test_the_runs_of_a_page_cross_the_borders_of_marks():
    html = (
        "<html lang=zh><body><p> 头<a>发</a>\n<b>白</b>了 &amp;</p><script>var 词 = 1</script><p>English<br>热"
        "<div lang=zh-Hant>後<span>面</span><span lang=en>AI 模型</span>來<p>中</div><svg><path/><text>字</text></svg>尾"
    )
    assert page_runs(html) == [
        ("zh", "头发 白了 &"),
        ("zh", "热"),
        ("zh-Hant", "後面"),
        ("en", "AI 模型"),
        ("zh-Hant", "來"),
        ("zh-Hant", "中"),
        ("zh", "字"),
        ("zh", "尾"),
    ]


def data_of(texts, made=None):
    made = made or {script: converter(script) for script in SCRIPTS}
    return json.loads(re.fullmatch(r"jianzhu\.setVariants\((.*)\);\n", variants_file(texts, made))[1])


def test_the_file_is_a_call_and_the_same_every_time():
    texts = {("zh-Hans", "头发白了"), ("", "发现"), ("zh-Hant", "面對")}
    made = data_of(texts)
    assert made == data_of(sorted(texts, reverse=True))
    assert list(made) == ["zh-Hans", "zh-Hant"]
    assert "髮" in json.dumps(made["zh-Hant"], ensure_ascii=False)
    assert "頭" not in made["zh-Hans"]["usual"]
    assert "对" in made["zh-Hans"]["usual"]
    assert "對" not in made["zh-Hant"]["usual"]


@pytest.mark.parametrize(("script", "texts"), [("zh-Hans", ["㑮𡠹", "㓄面對"]), ("zh-Hant", ["㓆𠉂", "𠆲头发"])])
def test_the_usual_forms_are_pairs_of_code_points(script, texts):
    """Also where a character or its form needs two UTF-16 units: what reads the pairs counts code points, as Python does."""
    made = data_of({("", text) for text in texts})[script]
    usual = dict(zip(made["usual"][::2], made["usual"][1::2], strict=True))
    assert any(ord(form) > 0xFFFF for form in usual.values())
    assert any(ord(character) > 0xFFFF for character in usual)
    rules = {character: tuple(map(tuple, found)) for character, found in made["rules"].items()}
    convert = converter(script)
    assert [VariantTable(usual, rules).apply(text) for text in texts] == [convert(text) for text in texts]


FAULTS = {
    "- {text: 干预, zh-Hant: 幹預, why: x}\n- {text: 干预, zh-Hant: 干預, why: y}": ("yaml-duplicate-key", 2),
    "- {text: 干预, zh-Hant: 干預了, why: x}": ("record-invalid", 1),
    "- {text: 干预, zh-Hant: 干頊, why: x}": ("record-invalid", 1),
    "- {text: 干预, why: x}": ("record-invalid", 1),
    "- {text: 干预, zh-Hant: 幹預}": ("record-invalid", 1),
    "- text: 干预\n  zh-hant: 幹預\n  why: x": ("record-unknown-key", 2),
    "干预: 幹預": ("record-invalid", 1),
}


@pytest.mark.parametrize("written", FAULTS)
def test_a_fault_in_forms_yml_is_told_with_its_line(small, written):
    (small / "seeds/forms.yml").write_text(written, encoding="utf-8")
    _, problems = compile_edition(small)
    assert [
        (problem.code, problem.location.line) for problem in problems if problem.location.path == "seeds/forms.yml"
    ][:1] == [FAULTS[written]]


def test_a_correction_of_the_editors_holds_on_the_site(small):
    (small / "seeds/forms.yml").write_text("- {text: 涌现, zh-Hant: 涌現, why: tried}", encoding="utf-8")
    edition, problems = compile_edition(small)
    assert problems == []
    assert (converter("zh-Hant")("涌现出"), converters(edition)["zh-Hant"]("涌现出")) == ("湧現出", "涌現出")
