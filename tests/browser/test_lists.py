"""The lists of the edition in a real browser: glossary, timeline, claims and cross-references, narrowed and sorted."""

from __future__ import annotations

import re
import shutil

import pytest


def shown(page) -> list[str]:
    """The ids of the entries in sight; an entry of the glossary has that of the page it leads to."""
    return page.eval_on_selector_all(
        "[data-item]",
        """items => items.filter(item => item.getClientRects().length)
            .map(item => item.id || item.querySelector('a').href.split('/').pop().split('.')[0])""",
    )


def told(page) -> list[int]:
    """What the count above a list says: how many of how many."""
    return [int(number) for number in re.findall("[0-9]+", page.inner_text(".filters output"))]


@pytest.mark.parametrize(
    ("path", "control", "value", "register", "holds"),
    [
        (
            "en/claims/index.html",
            "article",
            "tortoise",
            "claims",
            lambda c: c.target.segment.article == "tortoise",
        ),
        (
            "claims/index.html",
            "dimension",
            "computing",
            "claims",
            lambda c: c.unit in ("GPU", "parameter", "petabyte", "PF-day"),
        ),
        ("timeline/index.html", "kind", "policy", "events", lambda e: e.kind == "policy"),
        ("en/timeline/index.html", "concept", "chatgpt", "events", lambda e: "chatgpt" in e.concepts),
        ("en/glossary/index.html", "type", "idiom", "concepts", lambda c: c.type == "idiom"),
        ("en/map.html", "type", "contradicts", "relations", lambda r: r.type == "contradicts"),
    ],
)
def test_a_choice_narrows_a_list_to_what_it_says(page, server, edition, path, control, value, register, holds):
    page.goto(server + path)
    everything = getattr(edition, register)
    assert told(page)[-1] == len(everything)
    page.select_option(f".filters select[name={control}]", value)
    expected = {name for name, record in everything.items() if holds(record)}
    assert expected
    assert {item.removeprefix("relation-") for item in shown(page)} == expected
    assert sorted(told(page)) == sorted([len(expected), len(everything)])
    assert f"{control}={value}" in page.url
    page.reload()
    assert len(shown(page)) == len(expected)
    page.click(".filters .clear")
    assert len(shown(page)) == len(everything)


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("glossary/index.html", "lisa su", "lisa-su"),
        ("glossary/index.html", "juguo tizhi", "whole-nation-system"),
        ("en/glossary/index.html", "蘇姿豐", "lisa-su"),
        ("en/claims/index.html", "semianalysis", "chatgpt-operating-cost-day"),
        ("timeline/index.html", "古迪纳夫", "goodenough-nobel-prize"),
    ],
)
def test_a_list_is_narrowed_as_one_types(page, server, path, query, found):
    page.goto(server + path)
    page.focus(".filters input[type=search]")
    page.keyboard.type(query)
    page.wait_for_function("document.querySelectorAll('[data-item]').length > 20")
    assert found in shown(page)
    assert len(shown(page)) < 25


#: The same for whoever types it: in script, width, case, accents, and whatever is between the characters.
SAME = [
    ("timeline/index.html", ("训练", "訓練")),
    ("claims/index.html", ("企业", "企業", "　企業　")),
    ("glossary/index.html", ("举国体制", "舉國體制", "举国 体制", "舉國“體制”")),
    ("en/glossary/index.html", ("Lisa Su", "ＬＩＳＡ　ＳＵ", "lísa su", "蘇姿豐", "苏姿丰", "Sū Zīfēng", "su zifeng")),
    ("en/claims/index.html", ("semianalysis", "SemiAnalysis", "ＳｅｍｉＡｎａｌｙｓｉｓ")),
    ("en/timeline/index.html", ("nadella", "NADELLA", "Nádella")),
    ("map.html", ("大炼钢铁", "大煉鋼鐵")),
]


@pytest.mark.parametrize(("path", "forms"), SAME)
def test_a_list_takes_for_the_same_what_the_search_does(page, server, path, forms):
    page.goto(server + path)
    everything, found = len(shown(page)), {}
    for form in forms:
        page.fill(".filters input[type=search]", form)
        page.wait_for_function("window.jianzhuSearch && jianzhuSearch.ready")
        found[form] = shown(page)
    assert 0 < len(found[forms[0]]) < everything
    assert {form: ids for form, ids in found.items() if ids != found[forms[0]]} == {}


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_a_list_is_narrowed_alike_in_every_script(page, server, script):
    page.goto(server + "claims/index.html?find=企业")
    page.wait_for_function("window.jianzhuSearch && jianzhuSearch.ready")
    before = shown(page)
    page.evaluate("script => jianzhu.set('script', script)", script)
    page.wait_for_function(f'document.querySelector(\'td[lang="{script}"], [lang="{script}"]\')')
    page.fill(".filters input[type=search]", "企業")
    assert shown(page) == before != []


def test_a_list_opened_from_a_folder_takes_for_the_same_too(page, site):
    page.goto((site / "timeline/index.html").as_uri())
    page.fill(".filters input[type=search]", "訓練")
    page.wait_for_function("window.jianzhuSearch && jianzhuSearch.ready")
    assert len(shown(page)) >= 2
    assert page.errors == []


def test_the_rules_are_asked_for_only_when_words_are(page, server):
    page.goto(server + "timeline/index.html")
    page.select_option(".filters select[name=kind]", "policy")
    assert page.evaluate("window.jianzhuSearch") is None
    assert [url for url in page.requests if "search/text.js" in url] == []


def test_a_list_without_an_index_is_narrowed_by_the_letters(page, site, tmp_path):
    """Case and accents are evened out all the same, and nothing is asked for again and again."""
    shutil.copytree(site, tmp_path / "site")
    (tmp_path / "site/data/search/meta.js").unlink()
    page.goto((tmp_path / "site/en/glossary/index.html").as_uri())
    page.fill(".filters input[type=search]", "LÍSA su")
    page.wait_for_function("window.jianzhuSearch")
    page.wait_for_function("document.querySelectorAll('[data-item]:not([hidden])').length < 25")
    assert "lisa-su" in shown(page)
    assert len([url for url in page.requests if url.endswith("meta.js")]) <= 2
