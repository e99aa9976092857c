"""What readers find: however a query arrives, whichever script it is in, and by everything that a hit is said to be."""

from __future__ import annotations

from urllib.parse import quote

from tests.browser.journeys import listed, shown

#: The kinds of the pages that are listed: the first tag of each, before those of the places in it.
KINDS = "items => [...new Set(items.map(item => item.querySelector('.md-tag').textContent))].sort()"
#: What the buttons above the results say: the name of a choice, and how much there is of it.
FACETS = """groups => Object.fromEntries(groups.map(group => [group.getAttribute('aria-label'),
    [...group.querySelectorAll('button')].map(button => [button.dataset.label, +button.querySelector('small')?.textContent])]))"""


def ask(page, base: str, lang: str, query: str) -> list[tuple[str, str]]:
    """The hits for a query that comes by a link, which no earlier query's list is mistaken for."""
    page.goto(f"{base}{lang}index.html?q={quote(query)}")
    return listed(page, base)


def pastes_a_query(page, base):
    """The box hears that its text has changed, and no key."""
    page.goto(base + "index.html")
    page.click(".md-search__input")
    page.fill(".md-search__input", "舉國體制")
    return listed(page, base)[:3]


def types_a_query(page, base):
    """Key by key."""
    page.goto(base + "en/index.html")
    page.click(".md-search__input")
    page.keyboard.type("steelmaking")
    page.wait_for_selector(".md-search-result__link[href*='great-steelmaking']")
    return page.evaluate("document.querySelector('.md-search__input').value")


def finds_an_author(page, base):
    """By the name in either script or in letters: the essay is found."""
    found = {}
    for lang, query in (("", "张静波"), ("", "張靜波"), ("en/", "Zhang Jingbo"), ("en/", "cao zhongxiong")):
        essays = {href.partition("?")[0].partition("#")[0] for _, href in ask(page, base, lang, query)}
        found[query] = sorted(href for href in essays if "articles/" in href)
    return found


def narrows_a_search_by_what_its_hits_are_tagged_with(page, base):
    """Whatever a hit is tagged with can be asked for by that word, and gives such hits only."""
    narrowed = {}
    for lang, word in (("", "类别"), ("en/", "kind")):
        ask(page, base, lang, "芯片")
        for tag in page.eval_on_selector_all(".md-search-result__item", KINDS):
            ask(page, base, lang, f"芯片 {word}:{tag}")
            narrowed[f"{word}:{tag}"] = page.eval_on_selector_all(".md-search-result__item", KINDS)
            assert narrowed[f"{word}:{tag}"] == [tag], narrowed
    return narrowed


def counts_all_that_is_found_at_first_sight(page, base):
    """The buttons above the results know every essay, and the hits in them, before more is asked for."""
    counted = {}
    for query in ("大模型", "人"):
        ask(page, base, "", query)
        page.wait_for_selector(".finder-group")
        facets = page.eval_on_selector_all(".finder-group", FACETS)
        essays, kinds = facets["文章"], dict(facets["类别"])
        assert sum(count for _, count in essays) == kinds["文章"], facets
        counted[query] = [len(essays), kinds["文章"]]
    return counted


def narrows_lists_in_either_script(page, base):
    """A list knows a word in the script it is not printed in."""
    found = {}
    for path, words in (("timeline/index.html", ("训练", "訓練")), ("claims/index.html", ("企业", "企業"))):
        page.goto(base + path)
        items = []
        for word in words:
            page.fill(".filters [name=q]", word)
            page.wait_for_selector("[data-item]:not([hidden])")
            items.append(shown(page, "[data-item]"))
        assert items[0] == items[1], f"{words[0]} finds {len(items[0])}, {words[1]} finds {len(items[1])} in {path}"
        found[path] = len(items[0])
    return found


SEARCHES = {
    pastes_a_query: "举国体制",
    types_a_query: "steelmaking",
    finds_an_author: "articles/two-hundred-models.html",
    narrows_a_search_by_what_its_hits_are_tagged_with: "类别",
    counts_all_that_is_found_at_first_sight: "[5, ",
    narrows_lists_in_either_script: "timeline",
}
