"""Forms: a small table that does to the texts of the site what OpenCC does by phrases."""

from __future__ import annotations

import json
import re

import pytest
from edition.forms import SCRIPTS, FormTable, converter, derive_table, forms_file, page_texts
from hypothesis import given
from hypothesis import strategies as st

CASES = [
    ("zh-Hant", ["头发白了", "发现大模型"], ["頭髮白了", "發現大模型"]),
    ("zh-Hant", ["干不过一个", "干部", "干净"], ["幹不過一個", "幹部", "乾淨"]),
    ("zh-Hant", ["皇后之后", "后来"], ["皇后之後", "後來"]),
    ("zh-Hans", ["面對AI浪潮", "乾坤與乾淨"], ["面对AI浪潮", "乾坤与干净"]),
]


@pytest.mark.parametrize(("script", "texts", "expected"), CASES)
def test_characters_with_several_forms_are_told_by_their_words(script, texts, expected):
    table = derive_table(texts, converter(script))
    assert [table.apply(text) for text in texts] == expected


@given(st.lists(st.text("头发展现干部净皇后来之面里长", max_size=12), max_size=8), st.sampled_from(sorted(SCRIPTS)))
def test_a_table_is_exact_on_the_texts_it_was_made_from(texts, script):
    convert = converter(script)
    table = derive_table(texts, convert)
    assert [table.apply(text) for text in texts] == [convert(text) for text in texts]


@pytest.mark.parametrize("script", sorted(SCRIPTS))
def test_the_table_of_the_edition_is_exact(edition, script):
    texts = {sentence.text for sentence in edition.sentences.values()}
    texts |= {concept.definition.zh for concept in edition.concepts.values()}
    texts |= {note.body.zh for article in edition.articles for note in article.notes.values()}
    table, convert = derive_table(texts, converter(script)), converter(script)
    assert [text for text in texts if table.apply(text) != convert(text)] == []
    assert any(convert(text) != text for text in texts)


def test_the_texts_of_a_page_are_those_of_its_text_nodes():
    html = "<p> 大<b>模型</b> &amp;热 </p><script>var 词 = 1</script><p>English</p>"
    assert page_texts(html) == {"大", "模型", "&热"}


def test_the_file_is_a_call_and_the_same_every_time():
    texts = {"头发白了", "发现", "面對"}
    made = forms_file(texts)
    assert made == forms_file(sorted(texts, reverse=True))
    data = json.loads(re.fullmatch(r"jianzhu\.forms\((.*)\);\n", made)[1])
    assert set(data) == {"zh-Hans", "zh-Hant"}
    assert "發" in json.dumps(data, ensure_ascii=False)


@pytest.mark.parametrize(("script", "texts"), [("zh-Hans", ["㑮𡠹", "㓄面對"]), ("zh-Hant", ["㓆𠉂", "𠆲头发"])])
def test_the_usual_forms_are_pairs_of_code_points(script, texts):
    """Also where a character or its form needs two UTF-16 units: what reads the pairs counts code points, as Python does."""
    made = json.loads(forms_file(texts).removeprefix("jianzhu.forms(").removesuffix(");\n"))[script]
    pairs = dict(zip(made["usual"][::2], made["usual"][1::2], strict=True))
    assert any(ord(form) > 0xFFFF for form in pairs.values()) and any(ord(character) > 0xFFFF for character in pairs)
    rules = {character: tuple(map(tuple, found)) for character, found in made["rules"].items()}
    convert = converter(script)
    assert [FormTable(pairs, rules).apply(text) for text in texts] == [convert(text) for text in texts]
