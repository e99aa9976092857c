"""Packing: the postings of a shard as bits, six to a character.

Numbers from 1 are written in Elias’s gamma code: as many zeros as the number has binary digits less one, and the digits. What
rows differ by is written in Rice’s code, whose parameter follows from how many rows a term has: what is over it in unary, ones and
a zero, and the rest in binary (Witten, Moffat and Bell, Managing Gigabytes, 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable

from jianzhu.site.search.postings import ALPHABET, decode_places

_CHARACTERS = {format(value, "06b"): character for value, character in enumerate(ALPHABET)}


def pack(bits: str) -> str:
    """`bits` in characters, filled up with zeros."""
    bits += "0" * (-len(bits) % 6)
    return "".join([_CHARACTERS[bits[at : at + 6]] for at in range(0, len(bits), 6)])


def gamma(number: int) -> str:
    """A number from 1."""
    digits = format(number, "b")
    return "0" * (len(digits) - 1) + digits


def parameter(count: int, rows: int) -> int:
    """How many binary digits of a difference are written as they are, where `count` of `rows` rows hold a term."""
    return max(1, rows * 69 // (100 * max(1, count))).bit_length() - 1


def rows_as_bits(written: str, rows: int, with_places: bool) -> str:
    """The postings `written` of one term: their number plus one; where terms have places, whether any are told; and each row.

    Where some are told, the number of them plus one follows each row, and each plus one.
    """
    items = list(decode_places(written))
    digits = parameter(len(items), rows)
    told = with_places and any(places for _, places in items)
    parts = [gamma(len(items) + 1), "01"[told] if with_places else ""]
    for difference, places in items:
        over, rest = divmod(difference - 1, 1 << digits)
        parts.append("1" * over + "0" + (format(rest, f"0{digits}b") if digits else ""))
        if told:
            parts += _told(places)
    return "".join(parts)


def _told(places: list[int]) -> Iterable[str]:
    return gamma(len(places) + 1), *(gamma(place + 1) for place in places)
