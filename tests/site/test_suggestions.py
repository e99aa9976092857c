"""The page of a draft: it shows what is suggested, marked as that; nothing else of the edition does."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from jianzhu.compile import compile_seeds
from jianzhu.show.suggestions import suggestion_groups
from jianzhu.site.pages import render
from jianzhu.site.search import search_files

SUGGESTED = {
    "events.yml": "sug-event: {evidence: [{segment: 'craze:s2', zh: {exact: 国内}, en: {exact: appeared in}}], status: suggested, "
    "because: '<b>bold</b> *evidence* [x](y)'}\n",
    "glossary/ideas.yml": "sug-concept: {type: idea, prefLabel: {zh-Hans: 涌现}, status: suggested, because: named once}\n",
    "articles/craze/marks.yml": "- {segment: s4, zh: {exact: 要有}, concept: xiaomi, status: suggested, because: seen}\n",
    "relations.yml": "sug-relation: {source: 'craze:s3', target: 'craze:s5', status: suggested, because: alike}\n",
}


@pytest.fixture
def pages(small: Path):
    """The files of the edition with suggestions for its article, which has a status."""

    def made(status: str, *, suggested: bool = True) -> dict[str, str]:
        record = small / "seeds/articles/craze/article.yml"
        text = re.sub(r"^status: .*\n", "", record.read_text(encoding="utf-8"), flags=re.MULTILINE)
        record.write_text(f"status: {status}\n{text}", encoding="utf-8")
        for name, entry in SUGGESTED.items() if suggested else ():
            with (small / "seeds" / name).open("a", encoding="utf-8") as file:
                file.write(entry)
        edition = compile_seeds(small).edition
        assert edition is not None
        return {**render(edition), **{name: str(data) for name, data in search_files(edition).items()}}

    return made


PAGES = {"zh/articles/craze.md", "en/articles/craze.md"}


def test_only_the_page_of_a_draft_has_its_suggestions(pages):
    before, after = pages("draft", suggested=False), pages("draft")
    assert {name for name in before if after[name] != before[name]} == PAGES
    assert before.keys() == after.keys()
    assert not [name for name, text in after.items() if "sug-" in text]
    data = json.dumps([text for name, text in after.items() if name.startswith("data/")], ensure_ascii=False)
    assert "evidence*" not in data


def test_a_published_article_shows_none(pages):
    assert pages("published", suggested=False) == pages("published")


@pytest.mark.parametrize(("lang", "head", "kinds", "wavy"), [
    ("zh", "待定的建议：4条", ["词义", "名称", "日期", "互见"], "波浪线"),
    ("en", "Suggestions that wait for the editors: 4", ["meanings", "names", "dates", "cross-references"], "Wavy lines"),
])  # fmt: skip
def test_the_page_lists_them_by_kind_and_marks_their_words(pages, lang, head, kinds, wavy):
    page = pages("draft")[f"{lang}/articles/craze.md"]
    assert f"<summary>{head}</summary>" in page
    notice, rest = page.split('class="draft-notice"')[1].split("</details>", 1)
    assert re.findall(r"^\*\*(.+)\*\* 1$", notice, re.MULTILINE) == kinds
    assert wavy in notice
    for words, place in (("国内", "s2"), ("涌现", "s2"), ("要有", "s4")):
        assert f"[{place}](#{place}){{ .ref }} [{words}]{{ lang=" in notice
        assert re.search(rf"\[\[?{words}\]", rest), words
    assert rest.count("{ .suggestion }") == 4
    assert "appeared in]{ .suggestion }" in rest


def test_evidence_is_text_and_no_markup(pages):
    page = pages("draft")["en/articles/craze.md"]
    assert r"&lt;b>bold&lt;/b> \*evidence\* \[x\](y)" in page


def test_the_list_is_in_the_order_of_the_text(small, pages):
    with (small / "seeds/events.yml").open("a", encoding="utf-8") as file:
        for number, segment in enumerate(("s5", "s3", "s4")):
            file.write(f"e{number}: {{evidence: [{{segment: 'craze:{segment}'}}], status: suggested, because: seen}}\n")
    pages("draft")
    groups = dict(suggestion_groups(compile_seeds(small).edition.articles[0]))
    assert [line.segment for line in groups["date"]] == ["s2", "s3", "s4", "s5"]
