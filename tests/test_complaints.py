"""The ear of the browser tests: what failed is heard, what a reader left behind is not."""

from __future__ import annotations

import pytest

from tests.complaints import complaints_of

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
    heard = complaints_of(page)
    page.route(HERE + "page", lambda route: route.fulfill(body=f"<script>{script}</script>", content_type="text/html"))
    page.route(HERE + "data", lambda route: route.abort("connectionrefused") if answers else None)
    with page.expect_request(HERE + "data") if script == ASKS else page.expect_event("load"):
        page.goto(HERE + "page")
    if answers:
        page.wait_for_function("document.title === 'done'")
    page.goto("about:blank")
    assert sorted(heard) == sorted(expected)
