"""Timeline: the events in the order of time."""

from __future__ import annotations

import itertools

from jianzhu.annotate.edition import Edition
from jianzhu.source.records.registers import EventRecord
from jianzhu.text.edtf import edtf_beginning


def events_by_year(edition: Edition) -> list[tuple[int, list[tuple[str, EventRecord]]]]:
    """The events with their ids by the year in which they begin."""
    events = [(name, edition.events[name]) for name in edition.timeline]
    groups = itertools.groupby(events, key=lambda item: edtf_beginning(item[1].edtf)[0])
    return [(year, list(members)) for year, members in groups]
