"""What several tests share: the edition itself, a small edition to break, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from edition.pipeline import compile_edition
from edition.relate import Edition

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew; read the diff!")


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
    return tmp_path / "edition"


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The real edition; a fatal problem in it fails every test that asks for it."""
    edition, problems = compile_edition(ROOT)
    assert not [problem for problem in problems if problem.fatal]
    return edition


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """The system's Chromium, which `make test` installs where it can."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    path = next((found for name in names if (found := shutil.which(name))), None)
    assert path, "no Chromium on this machine: run the tests by `make test`, which installs it or says how"
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*flags, "--disable-sync"])
        new_context = chromium.new_context

        def impatient(**options):
            context = new_context(**options)
            context.set_default_timeout(8000)
            return context

        chromium.new_context = impatient
        yield chromium
        chromium.close()
