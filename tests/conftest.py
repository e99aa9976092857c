"""What several tests share: the edition itself, a small edition to break, and a browser."""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from jianzhu.annotate.relate import Edition
from jianzhu.compile import compile_edition
from jianzhu.release.bundle import make_bundle
from jianzhu.site.build import make_site
from jianzhu.site.pages import render
from jianzhu.site.search import FOLDER, index_files
from jianzhu.site.search.index import Document, Name
from jianzhu.site.theme.assets import SEARCH_PARTS, SEARCH_WORKER, bundle_assets

from tests.clones import clone
from tests.complaints import complaints_of
from tests.controls import PAIRS, SCREENS

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
#: One fills a folder once for all processes that run the tests.
Once = Callable[[str, Callable[[Path], None]], Path]
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
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


settings.register_profile("edition", deadline=None)  # tests share the machine: how long one takes tells nothing
settings.load_profile("edition")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew; read the diff!")
    parser.addoption(
        "--every-screen", action="store_true", help="drive the controls on all screens, not on half of them"
    )
    parser.addoption(
        "--engines", action="store_true", help="run every scenario in every engine, not only the short form"
    )


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A reader of the controls sits before several screens."""
    if "reader" in metafunc.fixturenames:
        screens = SCREENS if metafunc.config.getoption("--every-screen") else PAIRS
        metafunc.parametrize("reader", screens, ids=str, indirect=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests that wait for the real site come last: while one process builds it, another finds work."""
    items.sort(key=lambda item: "site" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with a golden file, or write the file with --update-golden."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{path} differs; --update-golden writes it anew"

    return compare


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small edition of tests/edition, to be broken at will."""
    shutil.copytree(TESTS / "edition", tmp_path / "edition")
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "edition")
    return tmp_path / "edition"


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition; a fatal problem in it fails every test that asks for it."""
    edition, problems = compile_edition(ROOT)
    assert not [problem for problem in problems if problem.fatal]
    return edition


@pytest.fixture(scope="session")
def files(edition: Edition) -> dict[str, str]:
    """What the real edition is rendered to: texts by path below docs/."""
    return render(edition)


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
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Fill a folder with something that costs, once for all processes that run the tests; the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def filled(name: str, fill: Callable[[Path], None]) -> Path:
        folder, done = shared / name, shared / f"{name}.done"
        with FileLock(shared / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)  # what another left unfinished
                fill(folder)
                done.touch()
        return folder

    return filled


@pytest.fixture(scope="session")
def site(root: Path, once: Once) -> Path:
    """The real site, built from a clone in a folder with a blank and Chinese in its name."""
    return once("a site 网站", lambda to: make_site(clone(root, to), progress=lambda _: None)) / "site"


@pytest.fixture(scope="session")
def bundle(site: Path, once: Once) -> Path:
    """The bundle of the real edition."""
    once("bundle", lambda _: make_bundle(site.parent, progress=lambda _: None))
    return next((site.parent / "dist").glob("*.zip"))


@pytest.fixture(scope="session")
def folder(bundle: Path, once: Once) -> Path:
    """The top folder of the unzipped bundle, which nobody may write, as what is in it."""

    def unzip(place: Path) -> None:
        shutil.unpack_archive(bundle, place)
        for path in [*place.rglob("*"), place]:
            path.chmod(path.stat().st_mode & ~0o222)

    return next(once("百模 大战 #1 100%25", unzip).iterdir())


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
    page.complaints = complaints_of(page)
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    yield page
    context.close()
