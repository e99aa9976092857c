"""The registry of pages: a page that is written is published, and readers can get to it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

import pytest
from jianzhu import site
from jianzhu.language import LANGUAGES
from jianzhu.site import pages
from jianzhu.site.pages import PAGES
from jianzhu.site.settings import NAV, NOT_IN_NAV

REGISTRY = "PAGES of a module in scripts/jianzhu/site/pages/"
TEMPLATES = sorted(path.name for path in Path(site.__file__).parent.glob("markup/templates/*.j2"))


def modules() -> Iterator[object]:
    """The modules of the part `site`."""
    for module in pkgutil.walk_packages(site.__path__, "jianzhu.site."):
        yield importlib.import_module(module.name)


def test_the_templates_are_found():
    assert "article.md.j2" in TEMPLATES


def test_every_function_that_gives_pages_is_registered():
    """Or one that is registered calls it."""
    written = {
        function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and re.fullmatch(r"[a-z]\w*_pages?", name)
        if list(inspect.signature(function).parameters)[:2] == ["edition", "lang"]
    }
    registered = set(pages.PAGES.values())
    sources = "".join(inspect.getsource(function) for function in registered)
    assert registered <= written
    assert {one.__name__ for one in written - registered if f"{one.__name__}(" not in sources} == set()


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_used(template):
    """By a module, or by another template."""
    folder = Path(site.__file__).parent
    sources = [path for path in folder.rglob("*") if path.suffix in (".py", ".j2") and path.name != template]
    assert any(f'"{template}"' in path.read_text(encoding="utf-8") for path in sources)


@pytest.fixture(scope="module")
def nav() -> list[str]:
    """The pages in `NAV`."""
    return [*NAV]


@pytest.fixture(scope="module")
def elsewhere() -> list[str]:
    """The pages that `NOT_IN_NAV` names."""
    return [line.removeprefix("**/") for line in NOT_IN_NAV if line.endswith(".md")]


def written(root, lang: str) -> set[str]:
    folder = root / "docs" / lang
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_registry_is_in_the_navigation_or_reached_from_another_page(page, nav, elsewhere):
    known = [*nav, *elsewhere]
    assert page in known, (
        f"{page} is in {REGISTRY}, but not in site/settings.py: add it to NAV, or to NOT_IN_NAV as **/{page}, and link to it"
    )
    assert known.count(page) == 1, f"{page} is in site/settings.py twice: keep it in NAV or in NOT_IN_NAV"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_of_the_navigation_is_in_the_registry_or_written_by_hand(root, lang, nav, elsewhere):
    unknown = {*nav, *elsewhere} - {*PAGES} - written(root, lang)
    assert not unknown, (
        f"site/settings.py names {sorted(unknown)}: add a row to {REGISTRY}, write docs/{lang}/…, or remove it"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_in_the_navigation_or_left_out_of_it_on_purpose(root, files, lang, nav):
    made = {path.removeprefix(f"{lang}/") for path in files if path.startswith(f"{lang}/")}
    lost = [
        path
        for path in sorted(made | written(root, lang))
        if path not in nav and not any(fnmatchcase(f"/{path}", pattern) for pattern in NOT_IN_NAV)
    ]
    assert not lost, f"add {lost[:3]} to NAV in site/settings.py, or to NOT_IN_NAV"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_of_the_registry_makes_its_page_and_others_in_its_folder_only(edition, page, lang):
    made = PAGES[page](edition, lang)
    assert page in made, f"{REGISTRY} names {page}, but {PAGES[page].__name__} makes {sorted(made)[:3]}…"
    folder = PurePosixPath(page).parent
    astray = [path for path in made if path != page and (PurePosixPath(path).parent != folder or folder.name == "")]
    assert not astray, f"{PAGES[page].__name__} makes {astray[:3]}: pages of one kind stand in the folder of {page}"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_outside_of_the_navigation_has_a_link_to_it(root, page, lang, elsewhere, files):
    if page not in elsewhere:
        return
    texts = [text for path, text in files.items() if path.startswith(f"{lang}/") and path.endswith(".md")]
    texts += [(root / "docs" / lang / path).read_text(encoding="utf-8") for path in written(root, lang)]
    link = re.compile(rf"\]\((\.\./)*{re.escape(page)}(#[^)]*)?\)")
    assert any(map(link.search, texts)), f"no page links to {page}, which site/settings.py has in NOT_IN_NAV"
