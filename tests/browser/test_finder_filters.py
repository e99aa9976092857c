"""How a search is narrowed and widened: kinds, languages, more hits, and names near to what was typed."""

from __future__ import annotations

import re

import pytest

from tests.browser.search_page import answer, ask
from tests.browser.search_page import listed as whole_list

KINDS = [
    ("词条", "glossary/"),
    ("事件", "timeline/"),
    ("数据", "claims/"),
    ("异同", "questions/"),
    ("文章", "articles/"),
    ("年表", "timeline/"),
    # An unknown filter is a word like others.
    ("小说", None),
]


@pytest.mark.parametrize(("kind", "folder"), KINDS)
def test_a_kind_can_be_typed(page, server, kind, folder):
    page.goto(server + "index.html")
    hits = ask(page, f"芯片 类别:{kind}")
    if folder is None:
        # What is no filter is a word like others, and nothing holds both.
        assert "相近" in hits[0].tags
    else:
        assert hits
        assert {hit.path.split("/")[-2] + "/" for hit in hits} == {folder}


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize(
    ("path", "query", "label"), [("index.html", "芯片", "事件"), ("en/index.html", "chip", "event")]
)
def test_a_filter_can_be_clicked_and_taken_back(page, server, by, path, query, label):
    page.goto(server + path)
    ask(page, query)
    button = page.locator(".finder button", has_text=label).first
    if by == "mouse":
        button.click()
    else:
        page.focus(".md-search__input")
        for _ in range(20):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.dataset.label") == label:
                break
        page.keyboard.press("Enter")
    page.wait_for_selector(f".finder button[aria-pressed=true]:has-text('{label}')")
    assert page.input_value(".md-search__input").endswith(f":{label}")
    links = page.locator(".md-search-result__link").evaluate_all("all => all.map(link => link.href)")
    assert [link for link in links if "timeline" not in link] == []
    page.locator(".finder button[aria-pressed=true]").click()
    page.wait_for_selector(".finder button[aria-pressed=true]", state="detached")
    assert page.input_value(".md-search__input") == query


def test_more_can_be_asked_for(page, server):
    """What is listed grows, and what is counted stays."""
    page.goto(server + "index.html")
    few = {hit.path for hit in ask(page, "大模型")}
    pages, hits, listed = map(int, re.findall("[0-9]+", page.inner_text(".md-search-result__meta")))
    page.locator(".finder button", has_text="显示更多").click()
    page.wait_for_function(
        "n => !document.querySelector('.md-search-result__meta').innerText.endsWith(`先列 ${n} 页`)", arg=listed
    )
    now = [int(number) for number in re.findall("[0-9]+", page.inner_text(".md-search-result__meta"))]
    assert now[:2] == [pages, hits]
    grown = now[2] if len(now) > 2 else pages
    assert listed < grown <= pages
    assert few < {hit.path for hit in whole_list(page, grown)}


@pytest.mark.parametrize(
    ("path", "query", "label"), [("index.html", "大练钢铁", "大炼钢铁"), ("en/index.html", "tortise", "tortoise")]
)
def test_where_nothing_is_found_the_nearest_name_is(page, server, path, query, label):
    page.goto(server + path)
    assert ask(page, query)[0].title == label
    said = page.inner_text(".md-search-result__meta")
    assert query in said
    assert label in said


@pytest.mark.parametrize(
    ("path", "query", "label"), [("index.html", "chatgtp", "ChatGPT"), ("index.html", "ChatGDP", "ChatGPT")]
)
def test_a_label_that_is_not_shown_leads_and_is_never_offered(page, server, path, query, label):
    page.goto(server + path)
    assert ask(page, query)[0].title == label
    found = answer(page, query)["found"]
    assert "ChatGDP" not in str({name: found[name] for name in ("near", "instead")})


@pytest.mark.parametrize(
    ("path", "query", "label"),
    [
        ("index.html", "张静渡", "张静波"),
        ("en/index.html", "Zhang Jinboo", "Zhang Jingbo"),
        ("en/index.html", "Vison Tmes", "Vision Times"),
    ],
)
def test_a_name_of_an_author_is_offered_where_it_is_misspelt(page, server, path, query, label):
    page.goto(server + path)
    hits = ask(page, query)
    assert hits[0].path.split("/")[-2] == "articles"
    assert label in page.inner_text(".md-search-result__meta")


def test_every_tag_and_label_of_a_kind_can_be_typed(page, server):
    for path, query in (("index.html", "芯片"), ("en/index.html", "chip")):
        page.goto(server + path)
        tags = {
            hit.tags[0]: hit.path
            for hit in ask(page, query)
            if hit.tags and "：" not in hit.tags[0] and ":" not in hit.tags[0]
        }
        labels = page.eval_on_selector_all(
            ".finder-group:first-child button", "all => all.map(one => one.dataset.label)"
        )
        assert set(tags) <= set(labels)
        assert len(labels) >= 5
        for label in labels:
            found = answer(page, f"{query} kind:{label}")["found"]
            assert found["filters"].get("kind"), label
            assert found["hits"], label
