"""Without script: all that there is to read can be read, and no control stands there that would do nothing."""

from __future__ import annotations

import pytest

#: Kinds of pages, and what each has to show.
PAGES = {
    "articles/tortoise.html": ".main [id^=s]:not(:empty), .facing [class^=s]:not(:empty), .comment, .links summary, #terms + ul li",
    "glossary/index.html": "[data-item]",
    "timeline/index.html": "[data-item], .axis circle",
    "claims/index.html": "[data-item], .chart li, .chart circle",
    "questions/index.html": ".answers tbody th, .answers td:not(:empty)",
    "questions/gpus-needed.html": ".position blockquote p, .chart li, .relation",
    "map.html": ".map .arc, .map .strip path, [data-item]",
    "glossary/large-model.html": ".sparkline line, .body li, .facts li",
    "apparatus/tortoise.html": ".sic, .corr",
}
CONTROLS = ".tools, .filters, .script-choice, .handle, .turn, .counts, .more, .card, .panel"
SHOWN = """selector => {
    const nodes = [...document.querySelectorAll(selector)];
    const shown = nodes.filter(node => node.checkVisibility({visibilityProperty: true, opacityProperty: true}));
    return [nodes.length, shown.length];
}"""


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("width", [375, 768, 1440])
def test_without_script_everything_can_be_read(browser, server, width, lang, subtests):
    context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    for path, selector in PAGES.items():
        with subtests.test(path):
            page.goto(server + lang + path)
            there, shown = page.evaluate(SHOWN, selector)
            assert there == shown > 0
            assert page.evaluate(SHOWN, CONTROLS)[1] == 0
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
