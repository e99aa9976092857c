"""A browser, and the pages of the site in it. Everything in this folder needs one, and is marked `browser`."""

from __future__ import annotations

import functools
import http.server
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from jianzhu.site.search import FOLDER, index_files
from jianzhu.site.search.index import Document, Name
from jianzhu.site.theme.assets import SEARCH_PARTS, SEARCH_WORKER, bundle_assets

from tests.browser.console_errors import console_errors
from tests.browser.controls import PAIRS, SCREENS
from tests.browser.viewports import DESK

#: Stricter than the policy of the pages themselves: no image in `data:` either.
STRICT = "default-src 'self'"
#: In every message of a browser about what it has not done for the sake of a policy.
BREACH = "Content Security Policy"
#: Seconds that a test waits for what should come at once.
PATIENCE = 20
#: Puts a style sheet on the page.
ADOPT = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
}"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark all tests of this folder."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A reader of the controls sits before several screens."""
    if "reader" in metafunc.fixturenames:
        screens = SCREENS if metafunc.config.getoption("--every-screen") else PAIRS
        metafunc.parametrize("reader", screens, ids=str, indirect=True)


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., object]]:
    """Starts the system's Chromium, which `make test` installs where it can; `env` is its environment."""
    from playwright.sync_api import sync_playwright

    # The same Chromium without its windows opens a page in less than half of the time.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine: run the tests by `make test`, which installs it or says how"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:

        def start(env: dict[str, str] | None = None) -> object:
            chromium = playwright.chromium.launch(executable_path=path, args=[*flags, "--disable-sync"], env=env)
            new_context = chromium.new_context
            chromium.breaches = []

            def impatient(**options):
                context = new_context(**options)
                context.set_default_timeout(1000 * PATIENCE)
                context.on("console", lambda message: BREACH in message.text and chromium.breaches.append(message.text))
                context.new_page = partial(_polled_page, context.new_page)
                return context

            chromium.new_context = impatient
            return chromium

        yield start


def _polled_page(new_page: Callable[[], object]) -> object:
    """A page that waits from outside and adopts styles: Playwright's own ways are inline code, which the policy forbids."""
    from playwright.sync_api import Error

    page = new_page()

    def wait_for_function(condition: str, arg: object = None) -> None:
        asked = condition if re.match(r"(\w+|\(\w*\)) =>", condition) else f"() => ({condition})"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(Error):  # the page is being left, or what is asked is not there yet
                if page.evaluate(f"arg => Boolean(({asked})(arg))", arg):
                    return
            page.wait_for_timeout(20)
        raise AssertionError(f"not so after {PATIENCE} s: {condition}")

    page.wait_for_function = wait_for_function
    page.add_style_tag = lambda content: page.evaluate(ADOPT, content)
    return page


@pytest.fixture(scope="session")
def browser(launch: Callable[..., object]) -> Iterator[object]:
    """One browser for all tests of a process."""
    chromium = launch()
    yield chromium
    chromium.close()


@pytest.fixture(autouse=True)
def within_policy(request: pytest.FixtureRequest) -> Iterator[None]:
    """Whatever a test does in the browser, nothing breaks the pages' policy, from the server or from a folder."""
    yield
    if "browser" in request.fixturenames:
        breaches = request.getfixturevalue("browser").breaches
        found = breaches[:]
        breaches.clear()
        assert found == []


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the real site, served from this machine, with the strictest header."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", STRICT)
            super().end_headers()

        def log_message(self, *_):
            pass

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_port}/"
    httpd.shutdown()
    httpd.server_close()


@pytest.fixture
def lone_index(root: Path, tmp_path: Path) -> Callable[..., str]:
    """Write an index of some documents and names, and tell the address of a page that has the search and nothing else."""

    def write(documents: Iterable[Document], names: Iterable[Name] = ()) -> str:
        files = {f"{FOLDER}/{name}": text for name, text in index_files(documents, names)}
        files |= bundle_assets(root / "docs", {SEARCH_WORKER: SEARCH_PARTS})
        files["index.html"] = f'<!doctype html><meta charset="utf-8"><script src="{SEARCH_WORKER}"></script>'
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return (tmp_path / "index.html").as_uri()

    return write


@pytest.fixture
def page(browser) -> Iterator[object]:
    """A page on a desk, which notes what it asks for and what it complains of."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.errors = console_errors(page)
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    yield page
    context.close()
