"""Policy: pages keep it, from a server and from a folder.

All tests of pages run under it (`server` and `within_policy` of conftest.py); here it is shown to be in force.
"""

from __future__ import annotations

import itertools

import pytest

from tests.browser.page_kinds import KINDS
from tests.browser.viewports import PHONE

#: Each breaks a policy in another way; what the page would show if it could.
ATTACKS = """() => {
    const heard = [];
    document.addEventListener("securitypolicyviolation", event => heard.push(event.effectiveDirective));
    const put = (name, set) => set(document.body.appendChild(document.createElement(name)));
    put("script", node => { node.textContent = "window.evil = 1"; });
    document.body.lastChild.replaceWith(Object.assign(document.createElement("script"), {textContent: "window.evil = 1"}));
    put("script", node => { node.src = "data:text/javascript,window.evil=1"; });
    put("script", node => { node.src = "http://127.0.0.1:9/evil.js"; });
    put("p", node => { node.setAttribute("style", "position: fixed"); });
    put("button", node => { node.setAttribute("onclick", "window.evil = 1"); node.click(); });
    put("a", node => { node.href = "javascript:window.evil=1"; node.click(); });
    put("iframe", node => { node.srcdoc = "<script>parent.evil = 1</" + "script>"; });
    return new Promise(resolve => setTimeout(() => resolve([[...new Set(heard)].sort(), window.evil || 0]), 300));
}"""


@pytest.mark.parametrize("online", [True, False], ids=["server", "folder"])
def test_the_policy_is_in_force(browser, server, site, online):
    page = browser.new_context().new_page()
    page.goto((server if online else site.as_uri() + "/") + "en/articles/tortoise.html")
    heard, evil = page.evaluate(ATTACKS)
    assert evil == 0
    assert {"script-src-elem", "script-src-attr", "style-src-attr"} <= set(heard)
    page.context.close()
    assert browser.breaches
    browser.breaches.clear()


@pytest.mark.parametrize("online", [True, False], ids=["server", "folder"])
def test_every_kind_of_page_keeps_it(page, server, site, online):
    """Wide and narrow, with the search open; `within_policy` and the page's own events say what is broken."""
    base = server if online else site.as_uri() + "/"
    heard = []
    page.expose_binding("broken", lambda _, directive: heard.append(directive))
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => broken(event.effectiveDirective + event.blockedURI))"
    )
    pages = [lang + path for path, lang in zip(KINDS, itertools.cycle(("", "en/")), strict=False)]
    for width, path in zip(itertools.cycle((1440, 390)), [*pages, *(["404.html"] if online else [])], strict=False):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(base + path)
        page.locator(".md-search__input").dispatch_event("focus")
    page.goto(base + "index.html?q=openai")
    page.wait_for_selector(".md-search-result__link")
    page.set_viewport_size(PHONE)
    page.goto(base + "en/about.html")
    page.click("header [for=__drawer]")
    page.wait_for_selector(".md-nav--primary .md-nav__link")
    assert heard == []
