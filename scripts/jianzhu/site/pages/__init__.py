"""Render: the edition as files below docs/: annotated Markdown in two languages, and the open data."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES
from jianzhu.site.data.data import data_files
from jianzhu.site.data.downloads import csv_files, download_page
from jianzhu.site.pages.apparatus import apparatus_pages
from jianzhu.site.pages.articles import article_pages
from jianzhu.site.pages.claims import claims_page
from jianzhu.site.pages.coverage import coverage_page
from jianzhu.site.pages.crossmap import map_page
from jianzhu.site.pages.glossary import glossary_pages
from jianzhu.site.pages.home import home_page
from jianzhu.site.pages.questions import question_pages
from jianzhu.site.pages.timeline import timeline_page

#: Each gives the pages of one kind in one language.
PAGES = (
    home_page,
    article_pages,
    glossary_pages,
    timeline_page,
    claims_page,
    map_page,
    question_pages,
    apparatus_pages,
    coverage_page,
    download_page,
)


def render(edition: Edition) -> dict[str, str]:
    """Every generated file: its path below docs/ and its text."""
    data = data_files(edition)
    files = data | csv_files(data)
    for lang in LANGUAGES:
        for pages in PAGES:
            files |= {f"{lang}/{path}": text for path, text in pages(edition, lang).items()}
    return files
