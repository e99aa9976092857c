"""Kinds: what is measured of suggestions, each with what counts it.

What a kind counts as recorded, as found and as wrong is told in docs/suggestions.md.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bench.suggest import links, records, words
from bench.suggest.score import Held, Score

KINDS: Mapping[str, Callable[[Held], Score]] = {
    "concepts": words.concepts,
    "concepts, own labels": words.concepts,
    "names": words.names,
    "idioms": words.idioms,
    "dates": records.dates,
    "quantities": records.quantities,
    "bounds": records.bounds,
    "units": records.units,
    "dismissals": records.decisions,
    "quotations": links.quotations,
    "relations": links.relations,
    "questions": links.questions,
    "memory": links.remembered,
    "memory, edited": links.remembered_edited,
}
