"""An edition with a type, a kind, a dimension and a unit of its own: from the seed to pages, books, data and search."""

from __future__ import annotations

import json
import re
import shutil
from functools import cache

import pytest
from jianzhu.annotate.edition import Edition
from jianzhu.books.epub import epub_files
from jianzhu.compile import compile_edition
from jianzhu.language import LANGUAGES
from jianzhu.site.pages import render
from jianzhu.site.search.documents import edition_documents

from tests.books.opened import Opened
from tests.editions.cases import GRAIN_BOATS


@cache
def compiled() -> Edition:
    edition, problems = compile_edition(GRAIN_BOATS.folder)
    assert problems == []
    return edition


@cache
def files() -> dict[str, str]:
    return dict(render(compiled()))


def test_quantities_of_its_own_unit_are_marked_in_the_text():
    found = [
        (sentence.text[mark.start : mark.end], mark.ref)
        for sentence in compiled().sentences.values()
        for mark in sentence.marks
        if mark.kind == "quantity"
    ]
    assert found == [("三百斛", "300 hu"), ("五十里", "50 li"), ("两天", "2 day"), ("一百二十斛", "120 hu")]


#: What is on a page in each language.
PAGES = [
    ("glossary/index.md", "## 船只 { #vessel }", "## Vessels { #vessel }"),
    ("glossary/index.md", 'data-type="vessel"', 'data-type="vessel"'),
    ("glossary/index.md", '<option value="vessel">船只', '<option value="vessel">Vessels'),
    ("glossary/yongfeng.md", "[船只](index.md#vessel)", "[Vessels](index.md#vessel)"),
    ("glossary/yongfeng.md", "120斛", "120 hu"),
    ("timeline/index.md", "[海损]{ .kind }", "[wreck]{ .kind }"),
    ("timeline/index.md", '<option value="wreck">海损', '<option value="wreck">wreck'),
    ("claims/index.md", "## 容量 { #dimension-capacity }", "## Capacities { #dimension-capacity }"),
    ("claims/index.md", "300斛", "300 hu"),
    ("articles/grain-boats.md", "data-value=300斛", 'data-value="300 hu"'),
]


@pytest.mark.parametrize(("path", "zh", "en"), PAGES)
def test_a_page_says(path, zh, en):
    for lang, said in zip(LANGUAGES, (zh, en), strict=True):
        page = files()[f"{lang}/{path}"]
        assert said in page or said.replace("=300斛", '="300斛"') in page


def test_kinds_that_are_left_out_are_nowhere():
    for path, text in files().items():
        if not path.startswith("data/schema/"):
            assert not re.search("成语与俗语|Idioms and slang|模型与产品", text), path


def test_the_data_has_its_kinds_and_their_schemas_allow_no_others():
    data = {name: json.loads(files()[f"data/{name}.json"]) for name in ("glossary", "events", "claims")}
    assert {one["id"]: one["type"] for one in data["glossary"]} == {"grain-boat": "idea", "yongfeng": "vessel"}
    assert [one["kind"] for one in data["events"]] == ["wreck"]
    assert {one["unit"] for one in data["claims"]} == {"hu", "li"}
    for name, model, field, kinds in (
        ("glossary", "ConceptDatum", "type", ["person", "organization", "place", "work", "idea", "vessel"]),
        ("events", "EventDatum", "kind", ["policy", "remark", "publication", "wreck", "other"]),
    ):
        schema = json.loads(files()[f"data/schema/{name}.json"])
        assert schema["$defs"][model]["properties"][field]["enum"] == kinds


def test_the_page_of_the_contract_lists_its_kinds():
    assert "`vessel`" in files()["en/data.md"]
    assert "`wreck`" in files()["zh/data.md"]


@pytest.mark.parametrize(("lang", "words"), [("zh", ("船只", "海损", "300斛")), ("en", ("Vessels", "wreck", "300 hu"))])
def test_the_books_say_the_same(lang, words):
    (book,) = [Opened(data) for name, data in epub_files(compiled(), "x").items() if f".{lang}" in name]
    texts = "".join(data.decode() for name, data in book.files.items() if name.endswith("html"))
    assert "EPUB/glossary-vessel.xhtml" in book.files
    for said in words:
        assert said in texts


def test_its_concepts_and_events_are_found():
    rows = {row.anchor: row for document in edition_documents(compiled()) for row in document.rows}
    assert "永丰号沉没" in rows["loss-of-the-yongfeng"].zh
    assert "glossary/yongfeng.html" in {document.path for document in edition_documents(compiled())}


WRONG = [
    ("twenty-five kilometers", "25 km", set()),
    ("twenty-five kilometers", "fifty li", set()),
    ("twenty-five kilometers", "35 kilometers", {"numbers-differ"}),
    ("twenty-five kilometers", "25 liters", {"numbers-differ"}),
    ("a hundred and twenty hu", "2400 liters", set()),
    ("a hundred and twenty hu", "2400 kilometers", {"numbers-differ"}),
    ("a hundred and twenty hu", "twelve hu", {"numbers-differ"}),
]


@pytest.mark.parametrize(("words", "instead", "codes"), WRONG)
def test_a_translation_may_convert_and_must_not_err(words, instead, codes, tmp_path):
    root = tmp_path / "edition"
    shutil.copytree(GRAIN_BOATS.folder, root)
    for path in (root / "seeds/articles/grain-boats/en.yml", root / "seeds/claims.yml"):
        path.write_text(path.read_text(encoding="utf-8").replace(words, instead), encoding="utf-8")
    _, problems = compile_edition(root)
    assert {problem.code for problem in problems} == codes
