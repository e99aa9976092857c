"""Sources: the list of all that the edition rests on, each with its address and where it is cited."""

from __future__ import annotations

from functools import partial

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.changes import former_ids
from jianzhu.show.registers.sources import listed_sources, short_reference
from jianzhu.site.markup.filters import filters
from jianzhu.site.markup.fragment import fragment
from jianzhu.site.markup.page import fill


def sources_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The list of sources, by path below the folder of the language."""
    listed = listed_sources(edition, lang)
    short, former = partial(short_reference, lang=lang), partial(former_ids, edition)
    entries = fragment("sources_list.html.j2", lang, listed=listed, short=short, former=former)
    page = fill("sources.md.j2", lang, listed=listed, filters=filters("sources", lang, []), entries=entries)
    return {"sources.md": page}


PAGES = {"sources.md": sources_page}
