"""Emendation: one difference between a seed and its page."""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.source.records.sources import Citations
from jianzhu.source.records.terms import Bilingual, Certainty, Reason

#: What the steps of editors are called, with a number behind it: a record of emendations.yml, and of what is left out.
RECORDED, LEFT_OUT = "emendation-", "left-out-"
#: What leaves out the rest of a file of which the article is a part.
PART = "part"


@dataclass(frozen=True, kw_only=True)
class Emendation:
    """One difference between seed and page. `id` is made of the seed's offset, which never changes.

    `start` counts code points of the printed text, `seed_start` those of the witness; `before` is the printed character
    in front of it; `rules` are the steps that did it.
    """

    id: str
    seed_start: int
    sic: str
    before: str
    start: int
    corr: str
    reason: Reason
    cert: Certainty
    resp: str
    why: Bilingual
    rules: tuple[str, ...]
    sources: Citations = ()

    @property
    def end(self) -> int:
        return self.start + len(self.corr)

    @property
    def curated(self) -> bool:
        """True where an editor decided, false where a rule of general validity did."""
        return any(rule.startswith((RECORDED, LEFT_OUT)) for rule in self.rules)
