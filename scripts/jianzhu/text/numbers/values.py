"""Values: the numbers that a text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

#: How far two readings of the same number may lie apart: a third is 33 percent.
_CLOSE = Decimal("0.02")


@dataclass(frozen=True)
class Numbers:
    """The values that a text says: `plain` ones, and `vague` ones that may be a turn of phrase or part of one, or what a plain
    one is in other words.
    """

    plain: frozenset[Decimal]
    vague: frozenset[Decimal]
    #: How often each plain one is said.
    counts: tuple[tuple[Decimal, int], ...] = ()

    def lacks(self, other: Numbers) -> tuple[Decimal, ...]:
        """The plain numbers of `other` that this one does not say in any way, in ascending order."""
        said = self.plain | self.vague
        missing = other.plain - said
        fractions = [value for value in self.vague if value != int(value)]
        return tuple(
            sorted(value for value in missing if not any(abs(value - near) <= _CLOSE * near for near in fractions))
        )


def gather(found: Iterable[tuple[Decimal, bool]]) -> Numbers:
    """The numbers of pairs of a value and whether it is plain."""
    values = list(found)
    plain = Counter(value for value, is_plain in values if is_plain)
    vague = frozenset(value for value, is_plain in values if not is_plain)
    return Numbers(frozenset(plain), vague, tuple(sorted(plain.items())))


def swapped(first: Numbers, second: Numbers) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The plain numbers that `first` says more often than `second`, and the reverse, where there are both: one stands in the
    place of the other (1 and 10 became 10 and 10).
    """
    left, right = Counter(dict(first.counts)), Counter(dict(second.counts))
    missing, added = left - right, right - left
    if not missing or not added:
        return (), ()
    doubled = [value for value in added if left[value]]
    lost = [value for value in missing if value not in second.plain | second.vague]
    return (tuple(sorted(lost)), tuple(sorted(doubled))) if doubled and lost else ((), ())


def table(text: str) -> dict[str, tuple[Decimal, ...]]:
    """Words and the figures that they say, from a `text` such as `half 0.5 50; dozen 12`."""
    entries = (entry.split() for entry in text.split(";"))
    return {words[0].replace("_", " "): tuple(map(Decimal, words[1:])) for words in entries if words}
