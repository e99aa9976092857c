"""Claim words: what the quoted words of a claim say, beside what its record does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jianzhu.annotate.article import Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.source.problems import Location, Problem
from jianzhu.source.seeds import Registers
from jianzhu.text.unit_table import Units
from jianzhu.text.units import parse_quantity

#: Dimensions whose units words name outright; what is counted has many names.
_NAMED = frozenset({"money", "share", "time", "measure"})
#: A share is said as a multiple, in percent, or in tenths.
_SHARES = frozenset({"percent", "times", "percentage point"})


def claim_problems(registers: Registers, edition: Edition) -> Iterator[Problem]:
    """A problem for each claim whose words hedge its figure and whose record does not, and for each whose words name another
    unit.
    """
    file, units = registers.files["claims.yml"], edition.kinds.units
    for name, claim in edition.claims.items():
        for ref in dict.fromkeys(target.segment for target in claim.targets):
            sentence = edition.sentences[ref]
            for mark in _quantities(sentence, name):
                quantity, words = parse_quantity(mark.ref), sentence.text[mark.start : mark.end]
                if not _same(claim.value, quantity.value):
                    continue
                if quantity.approximate and claim.hedge is None:
                    yield _flat(file.location(name), name, words)
                if _contradicts(claim.unit, quantity.unit, units):
                    yield _other_unit(file.location(name, "unit"), claim.unit, words, quantity.unit)


def _quantities(sentence: Sentence, claim: str) -> Iterator[Mark]:
    """The quantities found in the source of `sentence` that share characters with the words that `claim` quotes."""
    own = Covered(mark for mark in sentence.marks if (mark.kind, mark.ref) == ("claim", claim))
    return (mark for mark in sentence.marks if mark.kind == "quantity" and own.first(mark))


def _same(figure: Decimal | None, other: Decimal | None) -> bool:
    """Whether both name one figure, within what rounding a third makes of it."""
    return figure is not None and other is not None and abs(figure - other) <= abs(figure) / 100


def _contradicts(unit: str, other: str, units: Units) -> bool:
    if other not in units or unit not in units or units[other].dimension not in _NAMED:
        return False
    own, said = unit.partition(" per ")[0], other.partition(" per ")[0]
    return own != said and not {own, said} <= _SHARES


def _flat(location: Location, name: str, words: str) -> Problem:
    return Problem(
        location,
        "claim-hedge",
        wrong=f"{name} gives a plain figure, and the text says ‘{words}’",
        expected="the hedge of the text with the figure",
        advice="add `hedge: about`, `nearly`, `almost` or `over`",
    )


def _other_unit(location: Location, unit: str, words: str, said: str) -> Problem:
    return Problem(
        location,
        "claim-unit",
        wrong=f"the unit is {unit!r}, and the text says ‘{words}’",
        expected=f"the unit of the text, {said!r}",
        advice="correct the unit, or the words that are quoted",
    )
