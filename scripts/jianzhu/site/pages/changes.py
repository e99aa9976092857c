"""Changes: the page that tells what was renamed, split, joined, moved and deleted, and a page at every old address."""

from __future__ import annotations

from collections.abc import Iterator

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.changes import FOLDERS, changes_by_day, departures, place_of
from jianzhu.site.markup.page import fill


def change_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The page of changes, and the pages in the place of those that are gone, by path below the folder of the language."""
    page = fill("changes.md.j2", lang, days=changes_by_day(edition, lang), modified=edition.record.modified)
    return {"changes.md": page, **dict(_moved_pages(edition, lang))}


def _moved_pages(edition: Edition, lang: Language) -> Iterator[tuple[str, str]]:
    for (what, name), record in edition.history.gone.items():
        if what not in FOLDERS:
            continue
        successor = edition.history.successors[what, name]
        place = place_of(edition, what, successor, lang) if successor else None
        values = {
            "name": name,
            "what": what,
            "record": record,
            "successor": successor,
            "place": place,
            "departures": [gone for gone in departures(edition, name, lang) if gone.place] if what == "article" else [],
        }
        yield f"{FOLDERS[what]}/{name}.md", fill("moved.md.j2", lang, folder=FOLDERS[what], **values)
        if what == "article":
            yield f"apparatus/{name}.md", fill("moved.md.j2", lang, folder="apparatus", **values | {"departures": []})


PAGES = {"changes.md": change_pages}
