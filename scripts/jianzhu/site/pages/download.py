"""Download: how to cite, and what can be downloaded."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.citations import citation
from jianzhu.show.messages import messages
from jianzhu.show.texts import rights_of, text_words
from jianzhu.site.data.data import row_counts
from jianzhu.site.data.downloads import TABLES
from jianzhu.site.markup.page import fill
from jianzhu.source.ref import Ref


def download_page(edition: Edition, lang: Language) -> dict[str, str]:
    """How to cite, and the files of the data, by path below the folder of the language."""
    record, ref = edition.record, _example(edition)
    return {
        "download.md": fill(
            "download.md.j2",
            lang,
            citation=citation(edition, edition.by_slug[ref.article], ref.segment, lang) if ref else None,
            example=ref,
            record=record,
            editors=messages(lang)["comma"].join(editor[lang] for editor in record.editors),
            texts=text_words(record.called, lang),
            rights=rights_of(record, lang),
            folder=edition.folder(lang),
            languages=edition.texts,
            files=[(name, count, name in TABLES) for name, count in row_counts(edition).items()],
        )
    }


def _example(edition: Edition) -> Ref | None:
    """The sentence that shows how to cite: that of the front page, else the first."""
    return edition.record.specimen or next(iter(edition.sentences), None)


PAGES = {"download.md": download_page}
