"""Chromium, driven by Playwright, whose page is what the scenarios are written for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tests.browser.console_errors import console_errors
from tests.browser.engines.driver import DESK


class Chromium:
    """A running Chromium: `browser` is Playwright's."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    @contextlib.contextmanager
    def page(self, offline: bool) -> Iterator[Any]:
        """A page that shares nothing with the pages before it."""
        width, height = DESK
        context = self.browser.new_context(viewport={"width": width, "height": height}, offline=offline)
        try:
            page = context.new_page()
            page.errors = console_errors(page)
            page.requests = []
            # What Chromium asks a server for when it shows a file that is no page.
            page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
            page.on("request", lambda request: page.requests.append(request.url))
            yield page
        finally:
            context.close()
