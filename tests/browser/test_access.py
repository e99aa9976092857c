"""Access: axe finds no violation on any kind of page, in either theme."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.page_kinds import KINDS

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
#: The rules about colors look at the picture behind every word, which takes longer than all others together.
COLORS = ["color-contrast", "link-in-text-block"]
#: Of elements of one kind, with parents of one kind, the first three stand for all; the others are taken away.
THIN = """
const all = [...document.querySelectorAll('article *')], seen = {}, wanted = new Set();
const kind = node => node.tagName + node.getAttribute('class');
for (const node of all) {
    const name = kind(node.parentElement) + kind(node);
    seen[name] = (seen[name] || 0) + 1;
    if (seen[name] <= 3) for (let one = node; one; one = one.parentElement) wanted.add(one);
}
for (const node of all) if (!wanted.has(node)) node.remove();
"""


def violations(page, options: dict) -> list[tuple[str, str]]:
    """What axe objects to: the rule, and the first element that breaks it."""
    found = page.evaluate(
        "options => axe.run({resultTypes: ['violations'], ...options}).then(result => result.violations)", options
    )
    return [(violation["id"], violation["nodes"][0]["html"][:120]) for violation in found]


@pytest.mark.parametrize("path", KINDS)
def test_axe_finds_nothing(page, server, path):
    for lang, scheme in (("", "light"), ("en/", "dark")):
        page.emulate_media(color_scheme=scheme)
        page.goto(server + lang + path)
        page.evaluate(AXE)
        assert violations(page, {"rules": {rule: {"enabled": False} for rule in COLORS}}) == []
        page.evaluate(THIN)
        assert violations(page, {"runOnly": COLORS}) == []


def test_axe_finds_nothing_where_there_is_no_page(page, server):
    page.goto(server + "404.html")
    page.evaluate(AXE)
    assert violations(page, {}) == []


def test_axe_finds_nothing_while_cards_and_panels_are_open(page, server):
    page.goto(server + "en/articles/everyone-makes-models.html")
    page.click(".tools summary")
    page.locator(".links summary").first.click()
    for _ in range(2):
        page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.evaluate(AXE)
    assert violations(page, {}) == []
