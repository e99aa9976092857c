"""Pair: a bilingual text as data."""

from __future__ import annotations

from typing import overload

from jianzhu.site.data.contract import Pair
from jianzhu.source.records import Bilingual


@overload
def pair(text: Bilingual) -> Pair: ...


@overload
def pair(text: Bilingual | None) -> Pair | None: ...


def pair(text: Bilingual | None) -> Pair | None:
    """`text` in both languages; None where there is none."""
    return Pair(zh=text.zh, en=text.en) if text else None
