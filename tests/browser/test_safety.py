"""Safety: a seed and records full of markup and script, built and opened in a browser, where all of it is text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jianzhu.site.build import make_site

from tests.hostile import EVIL, poison
from tests.project_copy import copy_project


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def site(root, once) -> Path:
    def build(to: Path) -> None:
        project = copy_project(root, to)
        shutil.rmtree(project / "seeds")
        shutil.copytree(root / "tests/edition/seeds", project / "seeds")
        poison(project)
        make_site(project, progress=lambda _: None)

    return once("poisoned", build) / "site"


PAGES = (
    "index.html",
    "articles/index.html",
    "articles/craze.html",
    "glossary/index.html",
    "glossary/baidu.html",
    "glossary/large-model.html",
    "timeline/index.html",
    "apparatus/index.html",
    "apparatus/craze.html",
    "questions/index.html",
    "questions/how-many.html",
    "coverage.html",
    "claims/index.html",
    "map.html",
)


@pytest.mark.parametrize("path", [*PAGES, *(f"en/{page}" for page in PAGES)])
def test_markup_in_seeds_and_records_is_text(page, site, path):
    page.goto((site / path).as_uri())
    page.mouse.move(300, 300)
    page.wait_for_timeout(100)
    assert page.evaluate("window.evil") is None
    assert page.locator("img[src=x], b[onmouseover], [onclick], [onerror], [onfocus], a[href^=javascript]").count() == 0
    assert page.locator("article script").count() == 0


@pytest.mark.parametrize("path", ["articles/craze.html", "en/articles/craze.html"])
def test_the_reader_sees_the_very_characters(page, site, path):
    page.goto((site / path).as_uri())
    assert EVIL in " ".join(page.inner_text(".reading").split())


@pytest.mark.parametrize(
    ("path", "pattern"), [("articles/craze.html", "{0}：《"), ("en/articles/craze.html", "{0}, “")]
)
def test_a_citation_names_the_author_letter_by_letter(page, site, path, pattern):
    page.goto((site / path).as_uri())
    assert page.evaluate("jianzhu.cite.plain(['s2'])").startswith(pattern.format(EVIL))
    assert page.evaluate("JSON.parse(jianzhu.cite.csl(['s2']))[0].author[0].literal") == EVIL


@pytest.mark.parametrize("path", ["index.html", "en/index.html"])
def test_search_results_show_markup_as_text(page, site, path):
    page.goto((site / path).as_uri())
    page.click(".md-search__input")
    page.fill(".md-search__input", "onerror")
    page.dispatch_event(".md-search__input", "keyup")
    page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(300)
    assert page.evaluate("window.evil") is None
    assert page.locator(".md-search-result img, .md-search-result [onmouseover]").count() == 0


def test_the_card_shows_markup_as_text(page, site):
    page.goto((site / "articles/craze.html").as_uri())
    page.locator("#s3 a[href*='glossary/']").first.focus()
    page.wait_for_selector("#card:not([hidden])")
    assert "onerror" in page.inner_text("#card")
    assert page.evaluate("window.evil") is None
