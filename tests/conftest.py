"""What several tests share: the edition itself, a small edition to break, the site and its bundle."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from jianzhu.annotate.edition import Edition
from jianzhu.compile import compile_edition
from jianzhu.release.bundle import make_bundle
from jianzhu.site.build import make_site
from jianzhu.site.pages import render

from tests.project_copy import copy_project

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
#: One fills a folder once for all processes that run the tests.
Once = Callable[[str, Callable[[Path], None]], Path]


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that wait for a site. Those of the real site come last: while one process builds it, another finds work."""
    for item in items:
        if {"site", "project"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)
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
    """What the real edition is rendered to: texts by path."""
    return render(edition)


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
    """The real site, built from a copy in a folder with a space and Chinese in its name."""
    return once("a site 网站", lambda to: make_site(copy_project(root, to), progress=lambda _: None)) / "site"


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
