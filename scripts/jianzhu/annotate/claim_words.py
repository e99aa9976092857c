"""Claim words: what the quoted words of a claim say, beside what its record does."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from jianzhu.annotate.edition import Edition
from jianzhu.language import Side
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import RemoteTarget
from jianzhu.source.seeds import Registers
from jianzhu.text.quantities import QuantityHit, find_quantities
from jianzhu.text.unit_table import Units

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
        for target in claim.targets:
            for hit in _read(edition, target, units):
                if not _same(claim.value, hit.quantity.value):
                    continue
                words = edition.sentences[target.segment].text[hit.start : hit.end]
                if hit.quantity.approximate and claim.hedge is None:
                    yield _flat(file.location(name), name, words)
                if _contradicts(claim.unit, hit.quantity.unit, units):
                    yield _other_unit(file.location(name, "unit"), claim.unit, words, hit.quantity.unit)


def _read(edition: Edition, target: RemoteTarget, units: Units) -> Iterator[QuantityHit]:
    """The quantities that share characters with the words that `target` quotes."""
    sentence, quote = edition.sentences.get(target.segment), target.quote(Side.SOURCE)
    if sentence is None or quote is None:
        return
    if sentence.text.count(quote.whole) != 1:
        return
    start = sentence.text.index(quote.whole) + len(quote.prefix)
    end = start + len(quote.exact)
    for hit in find_quantities(sentence.text, edition.texts.source.code, units):
        if hit.start < end and start < hit.end:
            yield hit


def _same(figure: Decimal | None, other: Decimal | None) -> bool:
    """Whether both name one figure, within what rounding a third makes of it."""
    return figure is not None and other is not None and abs(figure - other) <= abs(figure) / 100


def _contradicts(unit: str, other: str, units: Units) -> bool:
    if unit == other or other not in units or unit not in units or units[other].dimension not in _NAMED:
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
