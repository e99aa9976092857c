"""Names: Latin words with digits in them, which are no numbers."""

from __future__ import annotations

import re

#: What makes no name of a number that stands before it.
_UNITS = r"K|[PTGMK]i?B|PF|[kcmnμ]?m|m[gls]|k[gmW]|[kKbBMT]|[bt]n|[MGk]?Hz|[MkG]?Wh?|fps|[ap]\.?m|x|s|st|nd|rd|th"
#: GPT-3.5, A100, Web3.0, 360GPT; but not 4.2K, 45PB and 300km.
_NAMES = re.compile(
    r"(?<![A-Za-z])[A-Za-z]++(?:[-.]?\d[0-9A-Za-z.]*+)+"
    rf"|(?<!\d)\d++(?!(?:{_UNITS})(?![A-Za-z]))[A-Za-z][0-9A-Za-z]*"
)


def without_names(text: str) -> str:
    """`text` with a space in the place of every name."""
    return _NAMES.sub(" ", text)
