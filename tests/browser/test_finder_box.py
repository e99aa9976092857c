"""The search box: however text comes into it, and whatever it is; and what is said when something is wrong."""

from __future__ import annotations

import itertools
import shutil
import urllib.parse

import pytest

from tests.browser.search_page import ask, notes, open_search
from tests.browser.viewports import PHONE

HOSTILE = [
    "",
    " ",
    "模",
    "e",
    "。",
    "😀",
    "\ud83d",
    "大" * 10_000,
    "<img src=x onerror='window.evil=1'>",
    "</script><script>window.evil=1</script>",
    ".*+?^${}()|[]\\",
    "a" * 300 + " " + "b" * 300,
    '"',
    "kind:",
    "article:../../x",
    "__proto__ constructor toString",
    "chip kind:constructor",
    "toString:chip lang:__proto__",
]


def test_nothing_that_is_typed_does_harm(page, server):
    page.goto(server + "index.html")
    for query in HOSTILE:
        page.evaluate(
            """query => { const box = document.querySelector(".md-search__input"); box.focus(); box.value = query;
                 box.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true})); }""",
            query,
        )
        page.wait_for_timeout(50)
    # The worker still answers.
    assert ask(page, "乌龟")
    assert page.evaluate("window.evil") is None
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
    assert page.errors == []


def test_a_long_query_is_cut_and_that_is_said(page, server):
    page.goto(server + "index.html")
    ask(page, "大" * 10_000)
    assert any("256" in note for note in notes(page))


def test_the_query_in_a_link_is_asked(page, server):
    page.goto(server + "index.html?q=" + urllib.parse.quote("芯片 类别:事件"))
    page.wait_for_selector(".finder button[aria-pressed=true]")
    assert page.locator(".md-search-result__item").count() == 1


@pytest.fixture
def damaged(site, tmp_path):
    """A copy of the site whose index may be damaged."""
    shutil.copytree(site, tmp_path / "damaged")
    return tmp_path / "damaged"


DAMAGES = {
    "missing": lambda text: None,
    "cut short": lambda text: text[: len(text) // 2],
    "changed": lambda text: text.replace("tortoise", "turtoise"),
    "of another file": lambda text: '__S("t0","00000000","");\n',
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_is_told_of_and_the_rest_is_found(page, damaged, damage):
    texts = (damaged / "data" / "search").glob("t*.js")
    file = next(path for path in texts if "articles/tortoise.html" in path.read_text())
    after = DAMAGES[damage](file.read_text())
    file.unlink() if after is None else file.write_text(after)
    page.goto((damaged / "en/index.html").as_uri())
    hits = ask(page, "tortoise")
    assert hits
    assert any("could not be read" in note for note in notes(page))


def test_a_damaged_shard_of_terms_is_told_of(page, damaged):
    for shard in (damaged / "data" / "search").glob("g*.js"):
        shard.write_text(shard.read_text()[:100])
    page.goto((damaged / "index.html").as_uri())
    ask(page, "乌龟")
    assert any("无法读取" in note for note in notes(page))
    assert ask(page, "tortoise")


#: How text comes into the box without a key that goes up: what happens to the element, in the order of a browser.
ARRIVALS = {
    "pasted by the mouse": ["input"],
    "dropped": ["input", "change"],
    "dictated in parts": ["input", "input", "input"],
    "a tapped candidate": ["compositionstart", "input", "compositionend"],
    "composed, in WebKit’s order": ["compositionstart", "input", "compositionend", "input"],
    "set at the end of a composition": ["compositionstart", "compositionend"],
    "filled in by the browser": ["change"],
}


@pytest.mark.parametrize("arrival", ARRIVALS)
def test_text_is_found_however_it_comes(page, server, arrival):
    page.goto(server + "index.html")
    open_search(page)
    watch(page)
    page.evaluate(
        """names => { const box = document.querySelector(".md-search__input"), text = "苏姿丰";
          names.forEach((name, at) => {
            box.value = text.slice(0, Math.ceil(text.length * (at + 1) / names.length));
            box.dispatchEvent(/^composition/.test(name) ? new CompositionEvent(name, {bubbles: true, data: box.value}) :
              new InputEvent(name, {bubbles: true, data: box.value}));
          }); }""",
        ARRIVALS[arrival],
    )
    page.wait_for_selector(".md-search-result__link:has-text('苏姿丰')")
    assert page.evaluate("window.asked.at(-1)") == "苏姿丰"
    assert twice(page) == []


def test_what_is_typed_is_asked_once(page, server):
    page.goto(server + "en/index.html")
    open_search(page)
    watch(page)
    page.keyboard.type("tortoise")
    page.wait_for_selector(".md-search-result__link")
    page.wait_for_function("window.asked.at(-1) === 'tortoise'")
    page.keyboard.insert_text(" obituary")
    page.wait_for_function("window.asked.at(-1) === 'tortoise obituary'")
    page.click(".md-search__form [type=reset]")
    page.wait_for_function("window.asked.at(-1) === ''")
    assert twice(page) == []


def watch(page) -> None:
    """Keep what the worker is asked, as `asked`."""
    page.wait_for_function("jianzhu.worker")
    page.evaluate(
        """() => { window.asked = [];
          const send = jianzhu.worker.postMessage.bind(jianzhu.worker);
          jianzhu.worker.postMessage = message => { if (message.type === 2) window.asked.push(message.data); send(message); }; }"""
    )


def twice(page) -> list[str]:
    """What was asked twice in a row."""
    asked = page.evaluate("window.asked")
    return [one for one, other in itertools.pairwise(asked) if one == other]


def test_an_answer_to_what_is_no_longer_asked_says_nothing(page, server):
    """However answers and keys cross each other: a count is that of what stands in the box, or says that it is looked for."""
    page.goto(server + "index.html")
    ask(page, "不存在的词")
    stale = """query => { const box = document.querySelector(".md-search__input");
        const told = () => new Promise(resolve => setTimeout(resolve, 20));
        box.value = query;
        jianzhu.worker.dispatchEvent(new MessageEvent("message", {data: {type: 3, data: {items: [], found: {query: "旧", names: {},
          filters: {}, kinds: {}, articles: {}, choices: {kind: [], lang: []}, terms: 1, near: [], pages: 0, hits: 0, rest: 0}}}}));
        return told().then(() => document.querySelector(".md-search-result__meta").textContent); }"""
    assert "没有" not in page.evaluate(stale, "乌龟")
    page.wait_for_function("/^[0-9]+ 页/.test(document.querySelector('.md-search-result__meta').textContent)")


def test_fast_typing_ends_with_the_last_query(page, server):
    page.goto(server + "index.html")
    open_search(page)
    page.evaluate(
        """() => { const box = document.querySelector(".md-search__input");
          for (const text of ["不", "不存", "不存在", "", "乌", "乌龟"]) {
            box.value = text;
            box.dispatchEvent(new InputEvent("input", {bubbles: true}));
          } }"""
    )
    page.wait_for_selector(".md-search-result__link:has-text('乌龟')")
    page.wait_for_function("/^[0-9]+ 页/.test(document.querySelector('.md-search-result__meta').textContent)")


def test_without_an_index_the_search_says_so(page, damaged):
    (damaged / "data/search/meta.js").unlink()
    page.goto((damaged / "index.html").as_uri())
    ask(page, "乌龟")
    assert any("无法读取" in note for note in notes(page))


def test_the_search_fits_a_phone(browser, server):
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(server + "en/index.html")
    open_search(page)
    ask(page, "chip")
    page.locator(".finder button", has_text="event").tap()
    page.wait_for_selector(".finder button[aria-pressed=true]")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()
