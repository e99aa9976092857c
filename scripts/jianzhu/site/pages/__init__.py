"""Pages: the edition as files: annotated Markdown in two languages, and the open data.

A new kind of page is a module in this folder with its PAGES, a template in `markup/templates`, its words in `messages/pages.yml`,
and a line in `site/settings.py`: in NAV, or, where readers reach it from another page, in NOT_IN_NAV.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from importlib import import_module

from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.site.data.data import data_files
from jianzhu.site.data.downloads import csv_files

#: Makes the pages of one kind in one language: their texts by path below the folder of the language.
Maker = Callable[[Edition, Language], dict[str, str]]


def _registered() -> dict[str, Maker]:
    modules = (import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__))
    return {path: maker for module in modules for path, maker in getattr(module, "PAGES", {}).items()}


#: Every kind of page by the page that readers come to first, as the PAGES of the modules say; further ones of its kind stand in
#: the same folder.
PAGES: Mapping[str, Maker] = _registered()


def render(edition: Edition) -> dict[str, str]:
    """Every generated file: its path, as it would be in docs/, and its text."""
    data = data_files(edition)
    files = data | csv_files(data)
    for lang in LANGUAGES:
        for pages in PAGES.values():
            files |= {f"{lang}/{path}": text for path, text in pages(edition, lang).items()}
    return files
