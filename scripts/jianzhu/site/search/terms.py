"""Terms beside words: what a row is, when it was, and how much, so that a query that asks for these finds it.

They stand among the words of the index, each behind a sign that no word has: `:person`, a facet; `=2023-04-11`, a date;
`#200000000`, a figure. What a reader types for them is read by docs/assets/javascripts/search/figures.js.
"""

from __future__ import annotations

import re
from decimal import Decimal

from jianzhu.source.records import ClaimRecord
from jianzhu.text.edtf import edtf_bounds

#: Qualifiers of EDTF (ISO 8601-2:2019, 4.2): an approximate date is looked for like an exact one.
_QUALIFIERS = re.compile("[?~%]")


def facet(name: str) -> str:
    """The term of all that is a `name`: a type of concept, a kind of event, what a question is about or a figure measures."""
    return f":{name}"


def date_terms(edtf: str) -> tuple[str, ...]:
    """The terms of all spans that contain `edtf`: its decade, year, month, day, and the day of any year.

    An interval has those that contain both of its ends. Nothing before the year 0 is looked for by number.
    """
    first, last = edtf_bounds(_QUALIFIERS.sub("", edtf))
    if first.year < 0:
        return ()
    written = tuple(day.isoformat() for day in (first, last))
    spans = [written[0][:length] for length in (3, 4, 7, 10) if written[0][:length] == written[1][:length]]
    if first == last:
        spans.append(f"-{written[0][4:]}")
    return tuple(f"={span}" for span in spans)


def value_terms(claim: ClaimRecord) -> tuple[str, ...]:
    """The terms of a claim's figure, or of its bounds."""
    figures = (claim.value, claim.min, claim.max)
    return tuple(dict.fromkeys(f"#{plain(figure)}" for figure in figures if figure is not None))


def plain(number: Decimal) -> str:
    """`number` in digits, without zeros that say nothing."""
    written = f"{number:f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
