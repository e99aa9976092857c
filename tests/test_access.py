"""Access: axe finds no violation on any kind of page, in either theme; nothing runs over the edge of any screen."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
KINDS = (
    "index.html",
    "articles/index.html",
    "articles/everyone-makes-models.html",
    "glossary/index.html",
    "glossary/large-model.html",
    "timeline/index.html",
    "claims/index.html",
    "questions/index.html",
    "questions/cost-of-chatgpt.html",
    "map.html",
    "apparatus/index.html",
    "apparatus/tortoise.html",
    "coverage.html",
    "download.html",
    "about.html",
)
#: Every rule in the light theme; in the dark one only the colors are other.
RULES = {"light": "{}", "dark": "{runOnly: ['color-contrast', 'link-in-text-block']}"}


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(page, server, path):
    for lang, scheme in (("", "light"), ("en/", "dark")):
        page.emulate_media(color_scheme=scheme)
        page.goto(server + lang + path)
        page.evaluate(AXE)
        found = page.evaluate(f"axe.run({RULES[scheme]}).then(result => result.violations)")
        assert [(violation["id"], violation["nodes"][0]["html"][:120]) for violation in found] == []


def test_axe_finds_nothing_while_cards_and_panels_are_open(page, server):
    page.goto(server + "en/articles/everyone-makes-models.html")
    page.click(".tools summary")
    page.locator(".links summary").first.click()
    for _ in range(2):
        page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(result => result.violations)")
    assert [(violation["id"], violation["nodes"][0]["html"][:120]) for violation in found] == []


@pytest.mark.parametrize("width", [360, 768, 2560])
@pytest.mark.parametrize("lang", ["", "en/"])
def test_nothing_runs_over_the_edge(page, server, lang, width):
    page.set_viewport_size({"width": width, "height": 900})
    wide = []
    for path in KINDS:
        page.goto(server + lang + path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []
