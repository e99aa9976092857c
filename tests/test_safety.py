"""Safety: a seed and records full of markup and script, built and opened in a browser, where all of it is text."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from jianzhu.repair.decode import sha256
from jianzhu.site.build import make_site
from jianzhu.source.manifest import quoted

from tests.clones import clone

MARKUP = '<img src=x onerror="window.evil=1"><script>window.evil=1</script><b onmouseover="window.evil=1">bold</b>'
MARKDOWN = "[tap](javascript:window.evil=1) ![picture](x) {{ 7*7 }} {: onclick=window.evil=1 } `code` **strong** | a |"
REST = "~~~ &lt;i&gt; &amp;lt; </title></script>\"'> 作者 { tabindex=0 autofocus=autofocus onfocus=window.evil=1 }"
EVIL = f"{MARKUP} {MARKDOWN} {REST}"


def poison(edition: Path) -> None:
    """Put EVIL wherever an editor writes words, and into the seed."""
    article = edition / "seeds/articles/craze"
    seed = (article / "source.txt").read_text(encoding="utf-8") + f"\n{EVIL}"
    (article / "source.txt").write_text(seed, encoding="utf-8")
    segments = (article / "segments.yml").read_text(encoding="utf-8")
    block = f"  - kind: paragraph\n    segments:\n      s6: {quoted(EVIL)}\nnext: 7\n"
    (article / "segments.yml").write_text(segments.replace("next: 6\n", block), encoding="utf-8")
    for path in (edition / "seeds").rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        if path.name == "article.yml":
            text = text.replace("A specimen.", quoted(EVIL)).replace("样例。", quoted(EVIL))
            text = text.replace("en: Rushing In", f"en: {quoted('Rushing ' + EVIL)}")
            text = "\n".join(
                f"  sha256: {sha256(seed.encode())}" if line.startswith("  sha256") else line
                for line in text.split("\n")
            )
            text = text.replace("date: 2023", f"author:\n  zh: {quoted(EVIL)}\n  en: {quoted(EVIL)}\ndate: 2023", 1)
        text = text.replace("zh: 样例。", f"zh: {quoted(EVIL)}").replace("en: A specimen.", f"en: {quoted(EVIL)}")
        for words in ("公司。", "A company.", "模型。", "A model.", "计算能力。", "Computing power."):
            text = text.replace(f": {words}", f": {quoted(EVIL)}")
        for words in (
            "出现238个大模型",
            "238 large models appear",
            "大模型数量",
            "Number of large models",
            "作者",
            "the author",
            "有多少个大模型？",
            "How many large models are there?",
            "某人",
            "somebody",
            "238个",
            "238 models",
        ):
            text = re.sub(rf": {re.escape(words)}(?=[,}}\n])", lambda _: f": {quoted(EVIL)}", text)
        text = text.replace(
            'text: "In 2023, 238 large models',
            f'text: "{EVIL.replace(chr(34), chr(92) + chr(34))} In 2023, 238 large models',
        )
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def site(root, once) -> Path:
    def build(to: Path) -> None:
        project = clone(root, to)
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
