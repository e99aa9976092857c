"""Claims: the figures of the articles, by size."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.source.records.registers import ClaimRecord


def claims_by_size(edition: Edition) -> list[tuple[str, ClaimRecord]]:
    """All claims with their ids, the smallest figure first."""
    return sorted(edition.claims.items(), key=lambda item: (*item[1].quantity.order(edition.kinds.units), item[0]))


def claims_by_dimension(edition: Edition) -> list[tuple[str, list[tuple[str, ClaimRecord]]]]:
    """The claims of each dimension that has any, the smallest figure first."""
    claims = claims_by_size(edition)
    groups = [
        (kind, [(name, claim) for name, claim in claims if edition.kinds.units[claim.unit].dimension == kind])
        for kind in edition.kinds.dimensions
    ]
    return [(kind, members) for kind, members in groups if members]
