"""The open search box: what moves while one types, which keys lead where, what is said, and what is remembered."""

from __future__ import annotations

import pytest

from tests.browser.search_page import ask, open_search
from tests.browser.test_access import AXE, violations
from tests.browser.viewports import PHONE

LIST_TOP = "document.querySelector('.md-search-result__list').getBoundingClientRect().top"
FOCUSED = "document.activeElement.textContent || document.activeElement.className"
TYPED = [("index.html", "芯片大炼钢铁"), ("en/index.html", "chips and steel"), ("en/index.html", "how many models")]


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
@pytest.mark.parametrize(("path", "query"), TYPED)
def test_the_list_stays_where_it_is_while_one_types(browser, server, path, query, viewport):
    context = browser.new_context(viewport=viewport)
    page = context.new_page()
    page.goto(server + path)
    tops = set()
    for end in range(1, len(query) + 1):
        if ask(page, query[:end]):
            tops.add(round(page.evaluate(LIST_TOP), 1))
    context.close()
    assert len(tops) == 1


def test_more_results_stand_below_those_that_are_there(page, server):
    page.goto(server + "index.html")
    before = [hit.href for hit in ask(page, "大模型")]
    more = page.locator(".finder button", has_text="显示更多")
    more.scroll_into_view_if_needed()
    top = page.evaluate("document.querySelector('.md-search__scrollwrap').scrollTop")
    more.click()
    page.wait_for_function("n => document.querySelectorAll('.md-search-result__link').length > n", arg=len(before))
    links = page.eval_on_selector_all(".md-search-result__link", "all => all.map(link => link.href)")
    assert links[: len(before)] == before
    assert page.evaluate("document.querySelector('.md-search__scrollwrap').scrollTop") >= top > 0


def test_the_keys_lead_through_results_and_groups_and_back(page, server):
    page.goto(server + "en/index.html")
    page.locator(".md-tabs a, main a").first.focus()
    before = page.evaluate(FOCUSED)
    page.keyboard.press("/")
    assert "md-search__input" in page.evaluate(FOCUSED)
    ask(page, "chip")
    groups = page.eval_on_selector_all(
        ".md-search-result__item", "all => all.map(one => one.querySelector('a').textContent)"
    )
    for key, focused in (
        ("ArrowDown", groups[0]),
        ("PageDown", groups[1]),
        ("PageDown", groups[2]),
        ("PageUp", groups[1]),
        ("PageUp", groups[0]),
        ("ArrowUp", "md-search__input"),
        ("PageDown", groups[0]),
        ("PageUp", "md-search__input"),
    ):
        page.keyboard.press(key)
        assert focused in page.evaluate(FOCUSED), key
    page.keyboard.press("Escape")
    page.wait_for_function(f"({FOCUSED}) === {before!r}")
    assert not page.evaluate("document.querySelector('#__search').checked")


def test_enter_opens_the_best_result(page, server):
    page.goto(server + "index.html")
    ask(page, "乌龟")
    page.keyboard.press("Enter")
    page.wait_for_function("location.pathname.includes('/glossary/')")


def test_count_and_kinds_are_said_and_each_result_says_its_kind(page, server):
    page.goto(server + "en/index.html")
    ask(page, "chip")
    said = page.locator(".md-search [role=status]").all_text_contents()
    assert any("matches on" in text for text in said)
    assert any("event " in text for text in said)
    without = page.evaluate(
        """() => Array.from(document.querySelectorAll(".md-search-result__link")).filter(link =>
            !link.querySelector(".md-tag") && !document.getElementById(link.getAttribute("aria-describedby"))).length"""
    )
    assert without == 0
    assert page.get_attribute(".md-search-result__list", "role") == "list"


def test_a_query_is_kept_once_a_result_was_opened_and_can_be_deleted(page, server):
    page.goto(server + "index.html")
    ask(page, "乌龟")
    assert page.evaluate("localStorage.getItem('jianzhu.recent')") is None
    page.locator(".md-search-result__link").first.click()
    page.wait_for_function("location.pathname.includes('/glossary/') && jianzhu.worker")
    open_search(page)
    page.wait_for_selector(".finder-recent [data-query='乌龟']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector(".md-search-result__link:has-text('乌龟')")
    page.fill(".md-search__input", "")
    page.click(".finder-recent li button:last-child")
    page.wait_for_selector(".finder-recent", state="detached")
    assert page.evaluate("localStorage.getItem('jianzhu.recent')") is None


@pytest.mark.parametrize("place", ["server", "folder"])
def test_an_empty_result_says_what_was_tried_and_where_else_to_look(page, server, site, place):
    page.goto((server + "en/index.html") if place == "server" else (site / "en/index.html").as_uri())
    assert ask(page, '"of large china"') == []
    assert "“of large china”" in page.inner_text(".finder-note")
    links = page.eval_on_selector_all(".finder-offers a", "all => all.map(link => link.href)")
    assert len(links) > 5
    for link in links:
        path = link.split("#")[0].split("/en/")[-1]
        text = (site / "en" / path).read_text(encoding="utf-8")
        assert "#" not in link or f'id="{link.split("#")[1]}"' in text


STATES = {"results": "chip", "nearest": "tortoise unheardof", "empty": '"of large china"', "recent": ""}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_the_open_box(page, server, state, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(server + "en/index.html")
    page.evaluate("localStorage.setItem('jianzhu.recent', '[\"chip\"]')")
    open_search(page)
    if STATES[state]:
        ask(page, STATES[state])
    else:
        page.evaluate("document.activeElement.blur(), document.querySelector('.md-search__input').focus()")
        page.wait_for_selector(".finder-recent")
    page.wait_for_timeout(400)  # the panel fades in
    page.evaluate(AXE)
    assert violations(page, {}) == []
