"""The ear of the browser tests: what failed is heard, what a reader left behind is not."""

from __future__ import annotations

import pytest

from tests.browser.console_errors import console_errors

HERE = "http://127.0.0.1:9/"  # nothing is asked of it: the test itself gives every answer
ASKS = "fetch('data').catch(() => document.title = 'done')"


@pytest.mark.parametrize(
    ("script", "answers", "expected"),
    [
        (ASKS, False, []),
        (
            ASKS,
            True,
            [f"net::ERR_CONNECTION_REFUSED: {HERE}data", "Failed to load resource: net::ERR_CONNECTION_REFUSED"],
        ),
        ("setTimeout(() => document.title = 'done'); throw new Error('thrown')", True, ["thrown"]),
        ("document.title = 'done'; console.warn('warned')", True, ["warned"]),
    ],
    ids=["a request cut off by leaving", "a request that failed", "an error nobody caught", "a warning"],
)
def test_what_is_heard(page, script, answers, expected):
    heard = console_errors(page)
    page.route(HERE + "page", lambda route: route.fulfill(body=f"<script>{script}</script>", content_type="text/html"))
    page.route(HERE + "data", lambda route: route.abort("connectionrefused") if answers else None)
    with page.expect_request(HERE + "data") if script == ASKS else page.expect_event("load"):
        page.goto(HERE + "page")
    if answers:
        page.wait_for_function("document.title === 'done'")
    page.goto("about:blank")
    assert sorted(heard) == sorted(expected)


def test_what_chromium_does_otherwise_for_the_readers_sake_is_no_error_of_the_page(browser):
    """A page that wants to keep a touch from scrolling when it scrolls already is not heeded, and Chromium says so."""
    context = browser.new_context(has_touch=True)
    page = context.new_page()
    heard, console = console_errors(page), []
    page.on("console", lambda message: console.append(message.text))
    page.set_content(
        """<body style="height: 9000px"><script>let moves = 0;
        addEventListener('touchmove', event => { if (++moves > 1) event.preventDefault(); }, {passive: false})</script>"""
    )
    finger = context.new_cdp_session(page)
    for kind, heights in (("touchStart", [500]), ("touchMove", range(480, 100, -20)), ("touchEnd", [None])):
        for y in heights:
            touches = [{"x": 100, "y": y}] if y else []
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})
    page.evaluate("console.warn('the last word')")
    page.wait_for_function("scrollY > 0")
    context.close()
    assert [text for text in console if "cancelable=false" in text]
    assert heard == ["the last word"]
