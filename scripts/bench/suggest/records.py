"""Records: how proposed events, claims and dismissals compare with those of the editors."""

from __future__ import annotations

import re
from decimal import Decimal

from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import MarkKind
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.text.characters import fold_script
from jianzhu.text.edtf import edtf_bounds
from jianzhu.text.units import Quantity

from bench.suggest.score import Held, Score, Tally, by_place, meet

#: Words that name a day, month, year, season, decade or century, read apart from the grammar; lengths of time are none.
_CALENDAR = re.compile(
    r"(?:\d{4}|[一二三四五六七八九〇零]{4})\s?年|(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?(?:月|日|号)"
    r"|(?:\d{1,2}|[一二三四五六七八九十]{1,3})世纪|\d0\s?年代|[一二三四五六七八九]十年代|[去今明昨][年天日]|[同次翌][年日月]|[上本这]个?月|季度[^的]"
)


def _recorded(held: Held, kind: MarkKind, record: MarkKind, proposal_kind: ProposalKind) -> Score:
    """Dates or quantities."""
    tally = Tally()
    proposed = by_place(held.found, proposal_kind)
    for sentence in held.edited.sentences:
        records = [mark for mark in sentence.marks if mark.kind == record]
        dismissed = [mark for mark in sentence.dismissed if mark.kind == kind]
        here = [
            (proposal, place) for proposal, place in proposed.get(sentence.ref, ()) if place.segment == sentence.ref
        ]
        for mark in (*records, *dismissed):
            words = sentence.text[mark.start : mark.end]
            if mark.kind == "event" and not _CALENDAR.search(fold_script(words)):
                continue
            line = f"{sentence.ref} {words} {mark.ref}"
            tally.recorded(line, found=any(meet(place, mark) for _, place in here))
        agreed = {
            mark.ref
            for mark in records
            for proposal, place in here
            if proposal.register is not Register.MARKS and meet(place, mark) and _agrees(held.full, proposal, mark.ref)
        }
        for proposal, place in here:
            met = [mark for mark in (*records, *dismissed) if meet(place, mark)]
            line = f"{sentence.ref} {place.words} {_value(proposal)}"
            tally.proposed(line, right=bool(met))
            if not met or proposal.register is Register.MARKS:
                continue
            theirs = [mark.ref for mark in met if mark.kind == record]
            # Where another proposal is what the record says, this one is of something else that its quote contains.
            if theirs and not agreed & {*theirs}:
                tally.wrong.append(
                    f"{line}: the editors have {', '.join(_told(held.full, name, record) for name in theirs)}"
                )
    return tally.score


def dates(held: Held) -> Score:
    return _recorded(held, "date", "event", ProposalKind.DATE)


def quantities(held: Held) -> Score:
    return _recorded(held, "quantity", "claim", ProposalKind.QUANTITY)


def units(held: Held) -> Score:
    """Of the figures proposed that are those of the editors: whether the unit is too."""
    tally = Tally()
    proposed = by_place(held.found, ProposalKind.QUANTITY)
    for sentence in held.edited.sentences:
        for proposal, place in proposed.get(sentence.ref, ()):
            if proposal.register is not Register.CLAIMS:
                continue
            names = [one.ref for one in sentence.marks if one.kind == "claim" and meet(place, one)]
            agreed = [name for name in names if _agrees(held.full, proposal, name)]
            if agreed:
                units = {held.full.claims[name].unit for name in agreed}
                unit = proposal.fields.get("unit")
                line = f"{sentence.ref} {place.words} {unit}: the editors have {', '.join(sorted(units))}"
                tally.recorded(line, found=unit in units)
                tally.proposed(line, right=unit in units)
    return tally.score


def bounds(held: Held) -> Score:
    """Of the figures proposed that are those of the editors: whether the bounds are too, a value, at least or at most."""
    tally = Tally()
    proposed = by_place(held.found, ProposalKind.QUANTITY)
    for sentence in held.edited.sentences:
        for proposal, place in proposed.get(sentence.ref, ()):
            names = [one.ref for one in sentence.marks if one.kind == "claim" and meet(place, one)]
            if proposal.register is not Register.CLAIMS:
                continue
            agreed = [held.full.claims[name].quantity for name in names if _agrees(held.full, proposal, name)]
            if agreed:
                ours = _given(_quantity(proposal))
                line = f"{sentence.ref} {place.words} {_value(proposal)}: the editors have {agreed[0]}"
                tally.recorded(line, found=any(ours == _given(one) for one in agreed))
                tally.proposed(line, right=any(ours == _given(one) for one in agreed))
    return tally.score


def _given(quantity: Quantity) -> tuple[bool, bool, bool]:
    return quantity.value is not None, quantity.min is not None, quantity.max is not None


def decisions(held: Held) -> Score:
    """Of the dates and quantities proposed at a place of the editors': whether both record, or both dismiss."""
    tally = Tally()
    for kind, record in ((ProposalKind.DATE, "event"), (ProposalKind.QUANTITY, "claim")):
        proposed = by_place(held.found, kind)
        for sentence in held.edited.sentences:
            for mark in sentence.dismissed:
                if mark.kind == kind.value:
                    ours = [one for one, place in proposed.get(sentence.ref, ()) if meet(place, mark)]
                    line = f"{sentence.ref} {sentence.text[mark.start : mark.end]} {mark.rule}"
                    tally.recorded(line, found=any(one.fields.get("dismissed") for one in ours))
                    if ours and ours[0].fields.get("dismissed", mark.rule) != mark.rule:
                        tally.wrong.append(f"{line}: proposed as {ours[0].fields['dismissed']}")
            for proposal, place in proposed.get(sentence.ref, ()):
                if proposal.register is Register.MARKS:
                    met = any(meet(place, mark) for mark in sentence.dismissed)
                    if met or any(meet(place, mark) for mark in sentence.marks if mark.kind == record):
                        tally.proposed(f"{sentence.ref} {place.words} {proposal.fields['dismissed']}", right=met)
    return tally.score


def _value(proposal: Proposal) -> str:
    keys = ("edtf", "value", "min", "max", "unit", "dismissed")
    return " ".join(f"{key} {proposal.fields[key]}" for key in keys if key in proposal.fields)


def _told(full: Edition, name: str, record: MarkKind) -> str:
    return f"{name} {full.events[name].edtf if record == 'event' else full.claims[name].quantity}"


def _agrees(full: Edition, proposal: Proposal, name: str) -> bool:
    """Whether the proposal says what the record `name` says: a date that lies within the other, the same figures."""
    if proposal.register is Register.EVENTS:
        if "edtf" not in proposal.fields:
            return True  # left open
        event = full.events[name]
        words = "".join(fold_script(proposal.places[0].words).split())
        if event.resolution and words in "".join(fold_script(event.resolution.zh).split()):
            return True  # the editors say that the text has this date, and why theirs is another
        first, last = edtf_bounds(str(proposal.fields["edtf"]))
        begin, end = edtf_bounds(event.edtf)
        return (first <= begin and end <= last) or (begin <= first and last <= end)
    ours, theirs = _figures(_quantity(proposal)), _figures(full.claims[name].quantity)
    fewer, more = sorted((ours, theirs), key=len)
    return all(any(_near(one, other) for other in more) for one in fewer)


def _figures(quantity: Quantity) -> list[Decimal]:
    return [one for one in (quantity.value, quantity.min, quantity.max) if one is not None]


def _near(one: Decimal, other: Decimal) -> bool:
    """Whether two figures are the same, but for rounding."""
    return abs(one - other) <= Decimal("0.01") * abs(other)


def _quantity(proposal: Proposal) -> Quantity:
    value, low, high = (
        Decimal(str(proposal.fields[key])) if key in proposal.fields else None for key in ("value", "min", "max")
    )
    return Quantity(value, low, high, str(proposal.fields.get("unit", "")))
