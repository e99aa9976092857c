"""Pages: the edition as files: annotated Markdown in two languages, and the open data.

A new kind of page is a module and a template in this folder, a row in PAGES, and a line in mkdocs.yml: in `nav`, or, where readers
reach it from another page, in `not_in_nav`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.site.data.data import data_files
from jianzhu.site.data.downloads import csv_files, download_page
from jianzhu.site.pages.apparatus import apparatus_pages
from jianzhu.site.pages.articles import article_pages
from jianzhu.site.pages.claims import claims_page
from jianzhu.site.pages.contract import contract_page
from jianzhu.site.pages.coverage import coverage_page
from jianzhu.site.pages.crossmap import map_page
from jianzhu.site.pages.glossary import glossary_pages
from jianzhu.site.pages.home import home_page
from jianzhu.site.pages.questions import question_pages
from jianzhu.site.pages.timeline import timeline_page

#: Makes the pages of one kind in one language: their texts by path below the folder of the language.
Maker = Callable[[Edition, Language], dict[str, str]]
#: Every kind of page by the page that readers come to first; further ones of its kind stand in the same folder.
PAGES: Mapping[str, Maker] = {
    "index.md": home_page,
    "articles/index.md": article_pages,
    "glossary/index.md": glossary_pages,
    "timeline/index.md": timeline_page,
    "claims/index.md": claims_page,
    "map.md": map_page,
    "questions/index.md": question_pages,
    "apparatus/index.md": apparatus_pages,
    "coverage.md": coverage_page,
    "download.md": download_page,
    "data.md": contract_page,
}


def render(edition: Edition) -> dict[str, str]:
    """Every generated file: its path, as it would be in docs/, and its text."""
    data = data_files(edition)
    files = data | csv_files(data)
    for lang in LANGUAGES:
        for pages in PAGES.values():
            files |= {f"{lang}/{path}": text for path, text in pages(edition, lang).items()}
    return files
