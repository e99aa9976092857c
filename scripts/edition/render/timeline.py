"""Timeline: the events in order of time, by year, each with its evidence."""

from __future__ import annotations

import itertools

from edition.edtf_date import edtf_bounds
from edition.relate import Edition
from edition.render.page import fill


def timeline_page(edition: Edition, lang: str) -> dict[str, str]:
    """The timeline, by path below docs/<lang>/."""
    years = []
    for year, names in itertools.groupby(
        edition.timeline, key=lambda name: edtf_bounds(edition.events[name].edtf)[0].year
    ):
        years.append((year, [(name, edition.events[name]) for name in names]))
    titles = {slug: title[lang] for slug, title in edition.short_titles.items()}
    concepts = {name: concept.pref_label[lang] for name, concept in edition.concepts.items()}
    return {"timeline/index.md": fill("timeline.md.j2", lang, years=years, titles=titles, concepts=concepts)}
