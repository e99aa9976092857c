"""Claims page: every figure of the articles with what it measures, who says so, as of when, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.relate import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages
from jianzhu.site.charts.charts import edition_charts
from jianzhu.site.pages.filters import Choice, any_draft, article_choice, filters, status_choices
from jianzhu.site.pages.fragment import fragment
from jianzhu.site.pages.page import fill
from jianzhu.source.records import ClaimRecord
from jianzhu.source.ref import Ref
from jianzhu.text.edtf import edtf_bounds
from jianzhu.text.units import Dimension, dimension


@dataclass(frozen=True)
class Row:
    """A claim as a row of its table: the `words` that make it, in `lang`, its `sentences`, and what sorts it.

    `figure` is its rank among all claims, `date` the first day it is said to hold, `place` that of its sentence.
    """

    name: str
    record: ClaimRecord
    article: str
    title: str
    by: str
    lang: str
    words: str
    sentences: tuple[Ref, ...]
    figure: int
    date: str
    place: int


def claims_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The register of claims, a table for each dimension, by path below the folder of the language."""
    rows = _rows(edition, lang)
    groups = {kind: [row for row in rows if dimension(row.record.unit) == kind] for kind in get_args(Dimension)}
    tables = [
        (kind, len(members), fragment("claims_table.html.j2", lang, kind=kind, rows=members))
        for kind, members in groups.items()
        if members
    ]
    t = messages(lang)
    choices = [
        Choice("dimension", t["dimension"], [(kind, t.word("Dimension", kind)) for kind, _, _ in tables]),
        article_choice(edition, lang),
        Choice("by", t["said_by"], _voices(rows, lang)),
        *status_choices(edition.claims.values(), lang),
    ]
    page = fill(
        "claims.md.j2",
        lang,
        tables=tables,
        filters=filters("claims", lang, choices),
        charts=edition_charts(edition, lang),
        drafts=any_draft(edition.claims.values()),
    )
    return {"claims/index.md": page}


def _rows(edition: Edition, lang: Language) -> list[Row]:
    """All claims, the smallest figure first."""
    order = {ref: place for place, ref in enumerate(edition.sentences)}
    claims = sorted(edition.claims.items(), key=lambda item: (*item[1].quantity.order, item[0]))
    rows = []
    for rank, (name, claim) in enumerate(claims):
        article = edition.by_slug[claim.target.segment.article]
        quote = claim.target.quote(lang)
        rows.append(
            Row(
                name,
                claim,
                article.slug,
                edition.short_titles[article.slug][lang],
                voice_token(claim.asserted_by.en),
                article.record.tag(lang),
                quote.exact if quote else "",
                tuple(dict.fromkeys(target.segment for target in claim.targets)),
                rank,
                edtf_bounds(claim.as_of)[0].isoformat(),
                order[claim.target.segment],
            )
        )
    return rows


def _voices(rows: Iterable[Row], lang: Language) -> list[tuple[str, str]]:
    """Everyone who asserts something, by token and in words, in the order of the words."""
    voices = {row.by: row.record.asserted_by[lang] for row in rows}
    return sorted(voices.items(), key=lambda item: (item[1].casefold(), item[0]))


def voice_token(name: str) -> str:
    """The English `name` of a voice as one token: `Wind, cited by the author` → `wind-cited-by-the-author`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
