"""The registry of pages: a page that is written is published, and readers can get to it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
import yaml
from jianzhu import site
from jianzhu.language import LANGUAGES
from jianzhu.site import pages

TEMPLATES = sorted(path.name for path in Path(pages.__file__).parent.glob("templates/*.j2"))


def modules() -> Iterator[object]:
    """The modules of the part `site`."""
    for module in pkgutil.walk_packages(site.__path__, "jianzhu.site."):
        yield importlib.import_module(module.name)


def test_every_function_that_gives_pages_is_registered():
    """Or one that is registered calls it."""
    written = {
        function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and re.fullmatch(r"[a-z]\w*_pages?", name)
        if list(inspect.signature(function).parameters)[:2] == ["edition", "lang"]
    }
    registered = set(pages.PAGES)
    sources = "".join(inspect.getsource(function) for function in registered)
    assert registered <= written
    assert {one.__name__ for one in written - registered if f"{one.__name__}(" not in sources} == set()


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_used(template):
    """By a module, or by another template."""
    folder = Path(site.__file__).parent
    sources = [path for path in folder.rglob("*") if path.suffix in (".py", ".j2") and path.name != template]
    assert any(f'"{template}"' in path.read_text(encoding="utf-8") for path in sources)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_in_the_navigation_or_left_out_of_it_on_purpose(root, files, lang):
    config = yaml.load((root / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but strings
    left_out = config["not_in_nav"].split()
    made = {path.removeprefix(f"{lang}/") for path in files if path.startswith(f"{lang}/")}
    by_hand = {path.name for path in (root / "docs" / lang).glob("*.md")}
    assert [path for path in config["nav"] if path not in made | by_hand] == []
    lost = [
        path
        for path in sorted(made | by_hand)
        if path not in config["nav"] and not any(fnmatchcase(f"/{path}", pattern) for pattern in left_out)
    ]
    assert lost == []
