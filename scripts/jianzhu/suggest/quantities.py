"""Quantities: a claim for each figure that is none yet, or why it is nothing to record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered, Span
from jianzhu.source.records.terms import Dismissal
from jianzhu.suggest.counted import counted_unit
from jianzhu.suggest.dismissal import dismissal
from jianzhu.suggest.marked import Marked
from jianzhu.suggest.places import clause_of, id_of, place_of, quote_of, window
from jianzhu.suggest.precedents import Precedents
from jianzhu.suggest.proposal import Proposal, ProposalKind, Register
from jianzhu.suggest.translated import figure_in
from jianzhu.suggest.vague import VagueHit, vague_quantities
from jianzhu.text.characters import fold_script
from jianzhu.text.figures import Passing, passing
from jianzhu.text.unit_table import Units
from jianzhu.text.units import Quantity, parse_quantity, plain

#: What a figure that tells nothing of the world is dismissed as.
_PASSING: Mapping[Passing, Dismissal] = {
    "duration": "span",
    "ordinal": "rhetoric",
    "article": "rhetoric",
    "idiom": "rhetoric",
    "school-year": "name",
    "version": "name",
}
#: A length of time that only places something: what stands before and behind it, by the code of a language.
_PLACING: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "zh": (
        re.compile(r"(?:最近|过去|未来|今后|短短|仅仅|前|近|后|再过|每隔)(?:的|了)?\Z"),
        re.compile(r"(?:左右)?(?:的时间)?(?:之?[后前内间里]|以[来后前内]|来(?!自|的)|多?年?前)"),
    ),
    "en": (
        re.compile(r"\b(?:last|past|next|within|in|over the|after|for) \Z", re.IGNORECASE),
        re.compile(r" (?:ago|later|earlier|before|after|from now)\b", re.IGNORECASE),
    ),
}
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"})
#: Words that make a quantity vague, by the code of a language; they are told, for the editor to weigh.
_HEDGES: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        "大约|约|大概|近|将近|接近|左右|上下|超过|超|逾|至少|最少|不到|不足|至多|最多|多达|高达|以上|以下|多|余|几乎|差不多"
    ),
    "en": re.compile(
        r"\b(?:about|around|nearly|almost|roughly|over|more than|at least|under|less than|up to)\b", re.IGNORECASE
    ),
}
#: A length of time up to now.
_NEAR = re.compile(r"(?:近|最近|過去|过去)")
_BRACKETS = {"（": "）", "(": ")"}


def quantities(edition: Edition, article: Article) -> Iterator[Proposal]:
    """For every quantity of `article` that no claim quotes and no editor dismissed, a claim or a dismissal.

    Where the edition asks for figures only, those that tell none are left out.
    """
    code = article.texts.source.code
    precedents = Precedents(edition, article, "quantity")
    only_figures = edition.record.complete.quantities == "figures"
    units = edition.kinds.units
    for sentence in article.sentences:
        settled = Covered(mark for mark in (*sentence.marks, *sentence.dismissed) if _settles(mark))
        marked = Marked(sentence)
        for mark in sentence.marks:
            if mark.kind != "quantity" or settled.first(mark):
                continue
            use = passing(*window(sentence.text, mark.start, mark.end), code)
            if use and only_figures:
                continue
            reason = _dismissal(sentence, mark, code, use, marked, precedents)
            if reason:
                yield dismissal(ProposalKind.QUANTITY, article, sentence, mark, *reason)
            else:
                yield _claim(article, marked, _read(mark), units)
        yield from (_claim(article, marked, hit, units) for hit in _unmarked(sentence, code, units))


def _read(mark: Mark) -> VagueHit:
    quantity = parse_quantity(mark.ref)
    return VagueHit(mark.start, mark.end, quantity, f"read as {quantity}")


def _unmarked(sentence: Sentence, code: str, units: Units) -> Iterator[VagueHit]:
    """The vague figures of a sentence where nothing is marked yet that says what they are."""
    marked = Covered(
        mark
        for mark in (*sentence.marks, *sentence.dismissed)
        if mark.kind in ("quantity", "date", "claim", "concept", "code", "formula", "address")
    )
    for hit in vague_quantities(sentence.text, code, units):
        use = passing(*window(sentence.text, hit.start, hit.end), code)
        if not marked.first(hit) and use in (None, "version"):  # no version is vague
            yield hit


def _settles(mark: Mark) -> bool:
    return mark.kind == "claim" or (mark.kind == "quantity" and mark.rule in get_args(Dismissal))


def _dismissal(
    sentence: Sentence,
    mark: Mark,
    code: str,
    use: Passing | None,
    marked: Marked,
    precedents: Precedents,
) -> tuple[Dismissal, str] | None:
    """Why the quantity is nothing to record, and what tells so."""
    text, start, end = window(sentence.text, mark.start, mark.end)
    known = precedents.reason(text[start:end])
    if known:
        return known
    if use:
        return _PASSING[use], f"by rule this tells no figure of the world but is a {use}"
    before, after = fold_script(text[:start]), fold_script(text[end:])
    quantity = parse_quantity(mark.ref)
    if code in _PLACING and quantity.unit in _TIME_UNITS:
        ahead, behind = _PLACING[code]
        alone = _is_alone(text[:start], text[end:]) or _NEAR.match(text[start:end])
        if ahead.search(before) or behind.match(after) or alone:
            return "span", "a length of time that only places something"
    if before.rfind("《") > before.rfind("》") and "》" in after:
        return "name", "it stands in a title"
    name = marked.concepts.first(mark)
    if name and name.start <= mark.start and mark.end <= name.end:
        return "name", "it is part of a concept’s name"
    opening = next((sign for sign in _BRACKETS if text[:start].rstrip("约合即 ").endswith(sign)), None)
    if opening:
        at = mark.start - start + text[:start].rfind(opening)
        if marked.figures.first(Mark(at - 1, at, "quantity", "")):
            return "definition", "it stands in brackets behind a figure and says the same in another unit"
    return None


def _is_alone(before: str, after: str) -> bool:
    """Whether the words between are a clause of their own: 不到三个月，……"""
    before, after = before.rstrip(), after.lstrip()
    return (not before or before[-1] in "，。；：！？,.;:") and after[:1] in ("，", ",")


def _claim(article: Article, marked: Marked, hit: VagueHit, units: Units) -> Proposal:
    sentence, text, texts = marked.sentence, marked.sentence.text, article.texts
    subject = subject_of(marked, hit)
    target: dict[str, object] = {"segment": str(sentence.ref), texts.source.code: quote_of(text, hit.start, hit.end)}
    found = figure_in(sentence.translation or "", hit.quantity, texts.translation.code)
    told = [(text, hit.start, hit.end, texts.source.code)]
    if found:
        told.insert(0, (sentence.translation or "", *found, texts.translation.code))
    unit = counted_unit(hit.quantity.unit, told, units)
    quantity = replace(hit.quantity, unit=unit)
    if found:
        target[texts.translation.code] = quote_of(sentence.translation or "", *found)
    dates = marked.dates
    hedge = _hedge(text, hit, texts.source.code)
    because = f"‘{text[hit.start : hit.end]}’: {hit.because}"
    because += f"; the sentence says ‘{hedge}’" if hedge else ""
    because += f"; as of ‘{text[dates[0].start : dates[0].end]}’" if len(dates) == 1 else ""
    return Proposal(
        kind=ProposalKind.QUANTITY,
        register=Register.CLAIMS,
        id=id_of(article.slug, sentence.id, _figure_id(quantity)),
        places=(place_of(sentence, hit.start, hit.end),),
        because=because,
        fields=({"subject": subject} if subject else {})
        | figures_of(quantity)
        | ({"unit": unit} if hit.counted else {})
        | ({"asOf": dates[0].ref} if len(dates) == 1 else {})
        | {"target": target},
    )


def figures_of(quantity: Quantity) -> dict[str, str]:
    """The value, or the bounds, of `quantity` as the keys of a claim."""
    figures = {"value": quantity.value, "min": quantity.min, "max": quantity.max}
    return {name: plain(figure) for name, figure in figures.items() if figure is not None}


def subject_of(marked: Marked, mark: Span) -> str | None:
    """The concept that the quantity `mark` tells of: the only one in its clause; else the last before it there, if it is the
    only one before it; else the only one in the sentence."""
    first, last = clause_of(marked.sentence.text, mark.start, mark.end)
    for start, end in ((first, last), (first, mark.start), (0, len(marked.sentence.text))):
        named = marked.named(start, end)
        if len(named) == 1:
            return named[0]
    return None


def _hedge(text: str, mark: Span, code: str) -> str:
    """The words in or right around the quantity that make it vague."""
    if code not in _HEDGES:
        return ""
    near = text[max(0, mark.start - 3) : mark.end + 2]
    return "…".join(dict.fromkeys(match[0] for match in _HEDGES[code].finditer(fold_script(near))))


def _figure_id(quantity: Quantity) -> str:
    low, high = quantity.ends
    figures = plain(low) if low == high else f"{plain(low)}-{plain(high)}"
    return re.sub(r"[^0-9a-z]+", "-", f"{figures}-{quantity.unit}".lower()).strip("-")
