"""Claims page: every figure of the articles with what it measures, who says so, as of when, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.changes import former_ids
from jianzhu.show.messages import messages
from jianzhu.show.registers.claims import claims_by_dimension, claims_by_size
from jianzhu.show.registers.evidence import segments_of
from jianzhu.show.registers.sources import cited
from jianzhu.show.texts import text_words
from jianzhu.site.charts.charts import edition_charts
from jianzhu.site.markup.filters import Choice, any_draft, article_choice, filters, status_choices
from jianzhu.site.markup.fragment import fragment
from jianzhu.site.markup.page import fill
from jianzhu.source.records.registers import ClaimRecord
from jianzhu.source.ref import Ref
from jianzhu.text.edtf import edtf_bounds


@dataclass(frozen=True, kw_only=True)
class ClaimRow:
    """A claim as a row of its table: the `quote` that makes it, in the language of `tag`, its `sentences`, and what sorts it.

    `voice` stands for who asserts it. `rank` is that of its figure among all claims, `date` the first day it is said to hold,
    `position` that of its sentence in the edition.
    """

    name: str
    record: ClaimRecord
    article: str
    title: str
    voice: str
    tag: str
    quote: str
    sentences: tuple[Ref, ...]
    rank: int
    date: str
    position: int


def claims_page(edition: Edition, lang: Language) -> dict[str, str]:
    """The register of claims, a table for each dimension, by path below the folder of the language."""
    rows, texts = _rows(edition, lang), text_words(edition.record.called, lang)
    tables = [
        (
            kind,
            len(claims),
            fragment(
                "claims_table.html.j2",
                lang,
                kind=kind,
                kinds=edition.kinds,
                texts=texts,
                rows=[rows[name] for name, _ in claims],
                cited=partial(cited, edition.sources, lang=lang),
                former=partial(former_ids, edition),
            ),
        )
        for kind, claims in claims_by_dimension(edition)
    ]
    t = messages(lang)
    choices = [
        Choice(
            "dimension", t["dimension"], [(kind, edition.kinds.dimensions[kind].heading[lang]) for kind, _, _ in tables]
        ),
        article_choice(edition, lang),
        Choice("by", t["said_by"], _voices(rows.values(), lang)),
        *status_choices(edition.claims.values(), lang),
    ]
    page = fill(
        "claims.md.j2",
        lang,
        kinds=edition.kinds,
        texts=texts,
        tables=tables,
        filters=filters("claims", lang, choices),
        charts=edition_charts(edition, lang),
        drafts=any_draft(edition.claims.values()),
    )
    return {"claims/index.md": page}


def _rows(edition: Edition, lang: Language) -> dict[str, ClaimRow]:
    """All claims by id, the smallest figure first."""
    order = {ref: number for number, ref in enumerate(edition.sentences)}
    return {
        name: _row(edition, name, rank, order[claim.target.segment], lang)
        for rank, (name, claim) in enumerate(claims_by_size(edition))
    }


def _row(edition: Edition, name: str, rank: int, position: int, lang: Language) -> ClaimRow:
    claim, lead = edition.claims[name], edition.lead(lang)
    article, quote = edition.by_slug[claim.target.segment.article], claim.target.quote(lead)
    return ClaimRow(
        name=name,
        record=claim,
        article=article.slug,
        title=edition.short_titles[article.slug][lang],
        voice=voice_token(claim.asserted_by.en),
        tag=article.tag(lead),
        quote=quote.exact if quote else "",
        sentences=segments_of(claim.targets),
        rank=rank,
        date=edtf_bounds(claim.as_of)[0].isoformat(),
        position=position,
    )


def _voices(rows: Iterable[ClaimRow], lang: Language) -> list[tuple[str, str]]:
    """Everyone who asserts something, by token and in words, in the order of the words."""
    voices = {row.voice: row.record.asserted_by[lang] for row in rows}
    return sorted(voices.items(), key=lambda item: (item[1].casefold(), item[0]))


def voice_token(name: str) -> str:
    """The English `name` of a voice as one token: `Wind, cited by the author` → `wind-cited-by-the-author`."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


PAGES = {"claims/index.md": claims_page}
