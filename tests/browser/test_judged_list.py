"""What the judge of the search takes for the list is what a reader sees of it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from bench.engines import WORKER
from bench.measure import bare

from tests.browser.search_page import answer, ask


@pytest.mark.parametrize("query", ["大模型", "李彦宏", "1976", "Sora", "zzqx"])
def test_lines_that_are_not_folded_away(page, server, query):
    page.goto(f"{server}index.html")
    ask(page, query)
    hrefs = page.evaluate(
        """() => Array.from(document.querySelectorAll(".md-search-result__link"))
             .filter(link => !link.closest("details:not([open])")).map(link => link.href)"""
    )
    seen = [bare(parts.path + (f"#{parts.fragment}" if parts.fragment else "")) for parts in map(urlsplit, hrefs)]
    items = answer(page, query)["items"]
    groups = page.evaluate(f"items => {{ {WORKER} return unfolded(items); }}", items)
    assert [bare(line) for group in groups for line in group] == seen
    assert bool(seen) == (query != "zzqx")
