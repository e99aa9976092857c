"""Pages in a real browser: the five articles as a reader meets them, on a desk, on a phone, from a folder."""

from __future__ import annotations

import gzip
import re

import pytest
from jianzhu.site.theme.assets import HEAD_SCRIPT, SEARCH_WORKER, STYLE

from tests.browser.controls import SCRIPT, arrive
from tests.browser.viewports import DESK, PHONE

PAGES = (
    "index.html",
    "articles/index.html",
    "articles/tortoise.html",
    "articles/everyone-makes-models.html",
    "glossary/index.html",
    "glossary/large-model.html",
    "timeline/index.html",
    "claims/index.html",
    "questions/index.html",
    "questions/gpus-needed.html",
    "map.html",
    "apparatus/index.html",
    "apparatus/everyone-makes-models.html",
    "coverage.html",
    "download.html",
    "search.html",
    "about.html",
)
BOTH = [*PAGES, *(f"en/{page}" for page in PAGES)]


def visible_sentences(page, selector: str) -> list[str]:
    return page.eval_on_selector_all(
        selector,
        "nodes => nodes.filter(n => n.offsetParent !== null && n.getClientRects().length).map(n => n.textContent)",
    )


@pytest.mark.parametrize("path", BOTH)
def test_a_page_fits_every_screen_asks_nothing_of_other_hosts_and_complains_of_nothing(page, server, path):
    assert page.goto(server + path).status == 200
    for width in (360, 768, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
    page.wait_for_load_state("networkidle")
    assert page.errors == []
    assert [url for url in page.requests if not url.startswith((server, "data:", "blob:"))] == []


@pytest.mark.parametrize("path", BOTH)
def test_scripts_move_nothing_of_a_page_that_is_drawn(page, server, path):
    page.set_viewport_size(DESK if path.startswith("en/") else PHONE)
    page.add_init_script(SCRIPT)
    drawn = arrive(page, server + path)
    assert [nodes for time, _, nodes in page.evaluate("rest().then(settled)") if time > drawn] == []


def test_what_is_our_own_is_small_on_its_way_to_the_reader(site):
    for path in ("about.html", "en/about.html"):
        scripts = re.findall(r'<script defer src="(?:\.\./)*([^"]+)"', (site / path).read_text(encoding="utf-8"))
        own = [script for script in scripts if "/bundle." not in script]
        assert len(own) == 6
        assert sum(gzipped(site / script) for script in own) <= 20_000
    assert gzipped(site / SEARCH_WORKER) <= 24_000
    assert gzipped(site / HEAD_SCRIPT) <= 2_000  # nothing is painted before it
    assert gzipped(site / STYLE) <= 11_000


def test_an_article_with_all_its_marks_is_small_on_its_way_to_the_reader(site):
    sizes = {file.relative_to(site).as_posix(): gzipped(file) for file in site.glob("**/articles/*.html")}
    assert len(sizes) == 12
    assert max(sizes.values()) <= 120_000, sizes


def gzipped(file) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


@pytest.mark.parametrize("path", ["index.html", "en/articles/tortoise.html"])
def test_a_page_works_from_a_folder(page, site, path):
    page.goto((site / path).as_uri())
    page.wait_for_timeout(300)
    assert page.errors == []
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "blob:"))] == []


def test_every_page_exists_in_both_languages(site):
    chinese = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    english = {path.removeprefix("en/") for path in chinese if path.startswith("en/")}
    assert {path for path in chinese if not path.startswith("en/")} == english
    assert len(english) > 280


def test_where_there_is_no_page_both_languages_lead_on(page, server, site):
    assert page.goto(server + "404.html").status == 200
    assert page.eval_on_selector_all("h1 [lang]", "nodes => nodes.map(n => n.textContent)") == [
        "没有这一页",
        "No such page",
    ]
    assert page.eval_on_selector_all(
        ".md-select__link", "links => links.map(a => [a.hreflang, a.getAttribute('href')])"
    ) == [
        ["zh", "/index.html"],
        ["en", "/en/index.html"],
    ]
    links = page.eval_on_selector_all("a[href], link[href]", "links => links.map(a => new URL(a.href).pathname)")
    assert [link for link in links if not (site / link.removeprefix("/")).is_file()] == []


def test_the_language_switch_keeps_the_page(page, server):
    page.goto(server + "glossary/sensetime.html")
    href = page.get_attribute(".md-select__link[hreflang=en]", "href")
    page.goto(page.evaluate("href => new URL(href, location).href", href))
    assert page.url.endswith("en/glossary/sensetime.html")
    assert page.inner_text("h1") == "SenseTime"


@pytest.mark.parametrize("path", ["articles/everyone-makes-models.html", "en/articles/everyone-makes-models.html"])
def test_the_reader_sees_no_damage(page, server, path):
    page.goto(server + path)
    text = page.inner_text(".reading .main") + "".join(visible_sentences(page, ".reading .main, .reading .facing"))
    for damage in (r"\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]", r"[?？][;；]", "陌雽", "蛟S", "墒紸"):
        assert not re.search(damage, text)


def test_source_and_translation_stand_beside_each_other_on_a_desk(page, server):
    page.goto(server + "articles/tortoise.html")
    main, facing = page.locator("#s3").bounding_box(), page.locator(".facing .s3").bounding_box()
    assert main["x"] + main["width"] <= facing["x"]
    assert abs(main["y"] - facing["y"]) < 12


def test_pointing_at_a_sentence_lights_its_counterpart(page, server):
    page.goto(server + "en/articles/tortoise.html")
    page.hover("#s4")
    assert page.eval_on_selector_all(".lit", "nodes => nodes.map(n => n.id || n.className)") == ["s4", "s4 lit"]


def test_on_a_phone_a_tap_opens_the_sentence_in_the_other_language(page, server):
    page.set_viewport_size(PHONE)
    page.goto(server + "articles/after-chatgpt.html")
    assert visible_sentences(page, ".pair.paragraph .facing") == []
    page.locator("#s12").click(position={"x": 5, "y": 5})
    assert len(visible_sentences(page, ".facing .s12")) == 1
    assert visible_sentences(page, ".facing .s13") == []
    page.locator("#s12").click(position={"x": 120, "y": 8})
    assert visible_sentences(page, ".facing .s12") == []


def test_a_relative_date_tells_how_it_was_read(page, server):
    page.goto(server + "articles/tortoise.html")
    page.hover("#s28 .date")
    page.wait_for_selector("#card:not([hidden])")
    assert "2022-12~" in page.inner_text("#card")


def test_an_address_of_a_sentence_leads_to_it(page, server):
    page.goto(server + "en/articles/great-steelmaking.html#s72")
    page.wait_for_timeout(300)
    box = page.locator("#s72").bounding_box()
    assert 0 < box["y"] < DESK["height"]


def test_an_occurrence_leads_from_the_glossary_into_the_text(page, server):
    page.goto(server + "glossary/great-steelmaking.html")
    page.locator(".ref", has_text=re.compile(r"^s24$")).first.click()
    page.wait_for_url(re.compile(r"articles/great-steelmaking\.html#s24$"))
    assert "大炼钢铁" in page.inner_text("#s24")


@pytest.mark.parametrize(
    ("path", "typed", "first"),
    [
        ("glossary/index.html", "dalian", "大炼钢铁"),
        ("glossary/index.html", "steelmaking", "大炼钢铁"),
        ("glossary/index.html", "苏姿丰", "苏姿丰"),
        ("en/glossary/index.html", "蘇姿豐", "Lisa Su"),
        ("en/glossary/index.html", "su zifeng", "Lisa Su"),
        ("en/glossary/index.html", "LLMs", "large model"),
    ],
)
def test_the_glossary_is_narrowed_by_any_name(page, server, path, typed, first):
    page.goto(server + path)
    page.locator(".filters [name=q]").press_sequentially(typed)
    assert first in visible_sentences(page, "[data-item] a")
    assert int(page.inner_text(".filters .shown").split()[0 if "en/" in path else 2]) < 20
    assert "md-search__input" not in page.evaluate("document.activeElement.className")


@pytest.mark.parametrize("path", ["glossary/index.html", "en/glossary/index.html"])
def test_the_glossary_is_narrowed_by_initial_type_and_article_and_a_link_keeps_it(page, server, edition, path):
    page.goto(server + path)
    assert len(visible_sentences(page, "[data-item] a")) == len(edition.concepts)
    page.locator(".letters input").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("?initial=b")
    page.select_option(".filters [name=type]", "person")
    page.select_option(".filters [name=article]", "tortoise")
    found = visible_sentences(page, "[data-item] a")
    page.goto(page.url)
    assert visible_sentences(page, "[data-item] a") == found == (["Bill Gates"] if "en/" in path else ["比尔·盖茨"])
    assert page.locator("#organization").is_hidden()


@pytest.mark.parametrize("path", ["timeline/index.html", "en/timeline/index.html"])
def test_every_dot_of_the_axis_leads_to_an_event(page, server, edition, path):
    page.goto(server + path)
    assert page.eval_on_selector_all(
        ".axis a",
        "links => links.map(l => document.getElementById(l.getAttribute('href').slice(1)).matches('[data-item]'))",
    ) == [True] * len(edition.events)
    page.locator(".axis a[href='#gpt-4-launch']").click()
    assert 0 < page.locator("#gpt-4-launch").bounding_box()["y"] < DESK["height"]


def test_the_timeline_is_narrowed_and_its_picture_with_it(page, server, edition):
    page.goto(server + "en/timeline/index.html")
    page.select_option(".filters [name=concept]", "openai")
    shown = page.eval_on_selector_all("[data-item]", "items => items.filter(i => i.offsetParent).map(i => i.id)")
    assert sorted(shown) == sorted(edition.events_of["openai"])
    assert page.locator(".axis a:not(.off)").count() == len(shown)
    assert page.locator("#y1958").is_hidden()
    page.locator(".filters [name=q]").press_sequentially("dinner")
    assert page.inner_text(".filters .shown") == f"1 of {len(edition.events)}"


def test_without_script_lists_are_whole_and_pictures_are_there(browser, server, edition):
    context = browser.new_context(viewport=DESK, java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "timeline/index.html")
    assert page.locator("[data-item]:visible").count() == len(edition.events)
    assert page.locator(".axis circle:visible").count() == len(edition.events)
    assert page.locator(".filters").is_hidden()
    page.goto(server + "glossary/index.html")
    assert page.locator("[data-item]:visible").count() == len(edition.concepts)
    context.close()


def test_an_emendation_leads_to_the_apparatus(page, server):
    page.goto(server + "articles/after-chatgpt.html")
    page.locator("#emended + ul li", has_text="ChatGDP").locator("a").click()
    page.wait_for_url(re.compile(r"apparatus/after-chatgpt\.html#e\d+$"))
    assert page.inner_text(":target") == "ChatGDP"
