"""Apparatus pages: every difference between a seed and its page, with the seed's reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import get_args

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.repair.emendation import Emendation
from jianzhu.show.messages import messages
from jianzhu.show.registers.sources import cited
from jianzhu.site.markup.page import fill
from jianzhu.source.records.terms import Bilingual, Reason


@dataclass(frozen=True)
class Group:
    """Emendations that a rule made alike: one reading for another, in so many sentences; `before` stands in front of it
    on the page where the rule goes by that (the character that a gloss explains)."""

    before: str
    sic: str
    corr: str
    count: int
    segments: tuple[str, ...]


def apparatus_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The apparatus by path below the folder of the language: an overview and one page an article."""
    reasons = get_args(Reason)
    counts = {a.slug: Counter(emendation.reason for emendation in a.emendations) for a in edition.articles}
    pages = {
        "apparatus/index.md": fill(
            "apparatus.md.j2", lang, articles=edition.articles, reasons=reasons, counts=counts,
            provenance=_provenance(edition, lang), totals=sum(counts.values(), Counter()),
        )
    }  # fmt: skip
    for article in edition.articles:
        curated = [e for e in article.emendations if e.curated and e.reason != "boilerplate"]
        pages[f"apparatus/{article.slug}.md"] = fill(
            "apparatus_article.md.j2",
            lang,
            article=article,
            cited=partial(cited, edition.sources, lang=lang),
            curated=[(e, article.emendation_segments[e.id]) for e in curated],
            left_out=[e for e in article.emendations if e.reason == "boilerplate"],
            rules=_by_rule(article, [e for e in article.emendations if not e.curated]),
        )
    return pages


def _provenance(edition: Edition, lang: Language) -> str:
    provenance = edition.record.provenance
    return provenance[lang] if provenance else messages(lang)["provenance_default"]


def _by_rule(article: Article, emendations: Sequence[Emendation]) -> list[tuple[str, Bilingual, list[Group]]]:
    """Rule-made emendations: for each rule its name, its reason and what it did, the most frequent first."""
    readings: dict[tuple[str, str, str, str], list[Emendation]] = defaultdict(list)
    for emendation in emendations:
        before = emendation.before if emendation.reason == "pinyin-gloss" else ""
        readings[(emendation.rules[0], before, emendation.sic, emendation.corr)].append(emendation)
    rules: dict[str, list[Group]] = defaultdict(list)
    reasons: dict[str, Bilingual] = {}
    for (rule, before, sic, corr), members in readings.items():
        segments = tuple(dict.fromkeys(article.emendation_segments[e.id] for e in members))
        rules[rule].append(Group(before, sic, corr, len(members), segments))
        reasons[rule] = members[0].why
    for groups in rules.values():
        groups.sort(key=lambda group: (-group.count, group.before, group.sic))
    return [(rule, reasons[rule], groups) for rule, groups in sorted(rules.items())]


PAGES = {"apparatus/index.md": apparatus_pages}
