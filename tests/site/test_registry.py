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
import yaml
from jianzhu import site
from jianzhu.language import LANGUAGES
from jianzhu.site import pages
from jianzhu.site.pages import PAGES

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
def config(root) -> dict:
    return yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings


@pytest.fixture(scope="module")
def nav(config) -> list[str]:
    """The pages in `nav`, which has no sections."""
    return config["nav"]


@pytest.fixture(scope="module")
def elsewhere(config) -> list[str]:
    """The pages that `not_in_nav` names."""
    return [line.removeprefix("**/") for line in config["not_in_nav"].split() if line.endswith(".md")]


def written(root, lang: str) -> set[str]:
    folder = root / "docs" / lang
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_the_registry_is_in_the_navigation_or_reached_from_another_page(page, nav, elsewhere):
    known = [*nav, *elsewhere]
    assert page in known, (
        f"{page} is in {REGISTRY}, but not in mkdocs.yml: add it to `nav`, or to `not_in_nav` as **/{page}, and link to it"
    )
    assert known.count(page) == 1, f"{page} is in mkdocs.yml twice: keep it in `nav` or in `not_in_nav`"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_of_the_navigation_is_in_the_registry_or_written_by_hand(root, lang, nav, elsewhere):
    unknown = {*nav, *elsewhere} - {*PAGES} - written(root, lang)
    assert not unknown, (
        f"mkdocs.yml names {sorted(unknown)}: add a row to {REGISTRY}, write docs/{lang}/…, or remove it"
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_in_the_navigation_or_left_out_of_it_on_purpose(root, files, lang, config):
    left_out = config["not_in_nav"].split()
    made = {path.removeprefix(f"{lang}/") for path in files if path.startswith(f"{lang}/")}
    lost = [
        path
        for path in sorted(made | written(root, lang))
        if path not in config["nav"] and not any(fnmatchcase(f"/{path}", pattern) for pattern in left_out)
    ]
    assert not lost, f"add {lost[:3]} to `nav` in mkdocs.yml, or to `not_in_nav`"


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
    assert any(map(link.search, texts)), f"no page links to {page}, which mkdocs.yml has in `not_in_nav`"
