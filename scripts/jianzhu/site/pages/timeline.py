"""Timeline: the events at a glance on an axis, then in order of time by year and month, each with its evidence."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.changes import former_ids
from jianzhu.show.messages import messages
from jianzhu.show.registers.evidence import articles_of
from jianzhu.show.registers.glossary import sort_key
from jianzhu.show.registers.sources import cited
from jianzhu.show.registers.timeline import events_by_year
from jianzhu.show.texts import text_words
from jianzhu.site.charts.axis import Dot, axis, scales_of
from jianzhu.site.markup.filters import Choice, any_draft, article_choice, filters, status_choices
from jianzhu.site.markup.page import fill
from jianzhu.source.records.registers import EventRecord
from jianzhu.text.edtf import edtf_beginning, edtf_words


@dataclass(frozen=True)
class Month:
    """The events of one month, as EDTF; without one, those of a year as such, or of a year that is not divided."""

    edtf: str
    events: tuple[tuple[str, EventRecord], ...]


def timeline_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The timeline, by path below the folder of the language."""
    events = [(name, edition.events[name]) for name in edition.timeline]
    dots = [
        Dot(name, event.edtf, f"{edtf_words(event.edtf, lang)} {event.label[lang]}", event.status == "draft")
        for name, event in events
    ]
    scales = scales_of(event.edtf for _, event in events)
    named = {name for _, event in events for name in event.concepts}
    concepts = {name: edition.concepts[name].pref_label[lang] for name in named}
    kinds = [kind for kind in edition.kinds.events if any(event.kind == kind for _, event in events)]
    in_order = sorted(concepts.items(), key=lambda item: (sort_key(edition.concepts[item[0]], lang), item[0]))
    t = messages(lang)
    choices = [
        Choice("kind", t["type"], [(kind, edition.kinds.events[kind].name[lang]) for kind in kinds]),
        article_choice(edition, lang),
        Choice("concept", t["concept"], in_order),
        *status_choices(edition.events.values(), lang),
    ]
    page = fill(
        "timeline.md.j2",
        lang,
        kinds=edition.kinds,
        texts=text_words(edition.record.called, lang),
        axis=axis(dots, scales, lang, t["axis"]),
        caption=t.fill("axis_caption" if scales.months else "axis_caption_even", **scales.words),
        years=[(year, _by_month(year, members, scales.months)) for year, members in events_by_year(edition)],
        articles={name: articles_of(event.evidence) for name, event in events},
        titles=edition.titles(lang),
        concepts=concepts,
        filters=filters("timeline", lang, choices),
        drafts=any_draft(edition.events.values()),
        cited=partial(cited, edition.sources, lang=lang),
        former=partial(former_ids, edition),
    )
    return {"timeline/index.md": page}


def _by_month(year: int, events: Sequence[tuple[str, EventRecord]], divided: range) -> list[Month]:
    if year not in divided:
        return [Month("", tuple(events))]

    def month(item: tuple[str, EventRecord]) -> int:
        return edtf_beginning(item[1].edtf)[1]

    groups = itertools.groupby(sorted(events, key=month), key=month)
    return [Month(f"{year}-{number:02}" if number else "", tuple(members)) for number, members in groups]


PAGES = {"timeline/index.md": timeline_page}
