"""Download: how to cite, and what can be downloaded."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.citations import citation
from jianzhu.site.data.data import row_counts
from jianzhu.site.data.downloads import TABLES
from jianzhu.site.markup.page import fill


def download_page(edition: Edition, lang: Language) -> dict[str, str]:
    """How to cite, and the files of the data, by path below the folder of the language."""
    slug, segment = edition.record.specimen.article, edition.record.specimen.segment
    return {
        "download.md": fill(
            "download.md.j2",
            lang,
            citation=citation(edition, edition.by_slug[slug], segment, lang),
            article=edition.by_slug[slug],
            segment=segment,
            folder=edition.folder(lang),
            files=[(name, count, name in TABLES) for name, count in row_counts(edition).items()],
        )
    }


PAGES = {"download.md": download_page}
