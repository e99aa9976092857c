"""Edition: the whole edition as each engine indexes it, for readers of one language."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.site.search import FOLDER, search_files
from jianzhu.site.search.documents import edition_documents
from jianzhu.site.search.index import Document
from jianzhu.site.search.vocabulary import ARTICLE

from bench import engines
from bench.engines import Engine


def write_own(folder: Path, edition: Edition) -> Engine:
    """This site's search as readers have it, the same for both languages."""
    files = search_files(edition).items()
    return engines.write_own(folder, ((path.removeprefix(f"{FOLDER}/"), text) for path, text in files))


def write_pagefind(folder: Path, edition: Edition, lang: Language) -> Engine:
    """Pagefind over the pages for readers of `lang`."""
    engines.write_pages(folder, edition_pages(edition, lang))
    return engines.write_pagefind(folder)


def write_material(folder: Path, edition: Edition, lang: Language) -> Engine:
    """Material's own search over the pages for readers of `lang`."""
    return engines.write_material(folder, edition_pages(edition, lang))


def edition_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """Path -> page for the engines that read pages: everything that this site's search can find, in both languages.

    Those engines find a place on a page by the heading above it. So each sentence, event, claim and note has one of its own:
    the sentence's number, and a bare sign where a page of the site shows none.
    """
    documents: dict[str, list[Document]] = {}
    for document in edition_documents(edition):
        documents.setdefault(document.path, []).append(document)
    return {path: _page(own, lang) for path, own in documents.items()}


def _page(documents: list[Document], lang: Language) -> str:
    first = documents[0]
    titles = {Language.ZH: first.zh, Language.EN: first.en}
    body = [
        f"<h1>{html.escape(titles[lang])}</h1>",
        *_paragraphs(titles[other] for other in LANGUAGES if other != lang),
    ]
    for document in documents:
        for row in (*document.headings, *document.rows):
            if row.anchor:
                number = row.anchor if document.kind == ARTICLE else "§"
                body.append(f'<h2 id="{html.escape(row.anchor)}">{html.escape(number)}</h2>')
            body += _paragraphs((row.zh, row.en) if lang == Language.ZH else (row.en, row.zh))
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{html.escape(titles[lang])}</title></head>'
        f"<body><main data-pagefind-body>{''.join(body)}</main></body></html>"
    )


def _paragraphs(texts: Iterable[str]) -> list[str]:
    return [f"<p>{html.escape(text)}</p>" for text in texts if text]
