"""References: the cross-references between sentences, by the two articles that they link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.quotations import Quotation, quotation_of
from jianzhu.source.records.registers import RelationRecord
from jianzhu.source.ref import Ref


@dataclass(frozen=True, kw_only=True)
class End:
    """A sentence at one end of a cross-reference, the short `title` of its article, and its beginning."""

    ref: Ref
    title: str
    quotation: Quotation


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A cross-reference with both its sentences."""

    name: str
    record: RelationRecord
    ends: tuple[End, End]


def references(edition: Edition, lang: Language, lead: Side) -> list[Reference]:
    """All cross-references in reading order, with quotations of the side `lead`: by whichever of their sentences
    comes first, then by the other.
    """
    order = {ref: number for number, ref in enumerate(edition.sentences)}
    found = [
        Reference(
            name=name,
            record=record,
            ends=(_end(edition, record.source, lang, lead), _end(edition, record.target, lang, lead)),
        )
        for name, record in edition.relations.items()
    ]
    return sorted(found, key=lambda reference: sorted(order[end.ref] for end in reference.ends))


def by_pair(edition: Edition, found: Iterable[Reference]) -> Mapping[tuple[str, str], list[Reference]]:
    """`found` by the slugs of the two articles they link, in the order of the articles; within one article last."""
    slugs = list(edition.by_slug)
    groups: dict[tuple[str, str], list[Reference]] = {
        pair: [] for pair in (*combinations(slugs, 2), *((slug, slug) for slug in slugs))
    }
    for reference in found:
        first, second = sorted((end.ref.article for end in reference.ends), key=slugs.index)
        groups[first, second].append(reference)
    return {pair: members for pair, members in groups.items() if members}


def _end(edition: Edition, ref: Ref, lang: Language, lead: Side) -> End:
    return End(
        ref=ref,
        title=edition.short_titles[ref.article][lang],
        quotation=quotation_of(edition, ref, lead),
    )
