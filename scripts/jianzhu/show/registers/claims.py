"""Claims: the figures of the articles, by size."""

from __future__ import annotations

from typing import get_args

from jianzhu.annotate.edition import Edition
from jianzhu.source.records.registers import ClaimRecord
from jianzhu.text.unit_table import Dimension
from jianzhu.text.units import dimension


def claims_by_size(edition: Edition) -> list[tuple[str, ClaimRecord]]:
    """All claims with their ids, the smallest figure first."""
    return sorted(edition.claims.items(), key=lambda item: (*item[1].quantity.order, item[0]))


def claims_by_dimension(edition: Edition) -> list[tuple[Dimension, list[tuple[str, ClaimRecord]]]]:
    """The claims of each dimension that has any, the smallest figure first."""
    claims = claims_by_size(edition)
    groups = [
        (kind, [(name, claim) for name, claim in claims if dimension(claim.unit) == kind])
        for kind in get_args(Dimension)
    ]
    return [(kind, members) for kind, members in groups if members]
