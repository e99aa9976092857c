"""Dates: an event for each date that is none yet, or why it is nothing to record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.dated import dates_of
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.source.records.terms import Dismissal
from jianzhu.suggest.dismissal import dismissal
from jianzhu.suggest.event_kinds import event_kind
from jianzhu.suggest.marked import Marked
from jianzhu.suggest.places import clause_of, id_of, others, place_of, quote_of, window
from jianzhu.suggest.precedents import Precedents
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.text.characters import fold_script
from jianzhu.text.edtf import edtf_bounds, is_day

#: Words that name a date by the one before them, in Chinese and in English: the same day, month or year, and the next.
_AGAIN: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(
        r"(?<!不|相|共|一|大|协|合)同一?(?P<unit>[日天月年])(?!代|轻|龄|级)|当(?P<unit3>[日天月])(?!然)"
        r"|(?P<next>次|翌)一?(?P<unit2>[日年])"
    ),
    "en": re.compile(
        r"\b(?:the|that) same (?P<unit>day|month|year)\b|\b(?P<next>the (?:next|following)) (?P<unit2>day|year)\b",
        re.IGNORECASE,
    ),
}
_UNITS = {"日": "day", "天": "day", "月": "month", "年": "year"}
#: How many sentences back a date is looked for that such words count from.
_BACK = 6
#: A date that only says as of when a figure holds.
_AS_OF: Mapping[str, re.Pattern[str]] = {
    "zh": re.compile(r"(?:截至|截止到?)\Z"),
    "en": re.compile(r"\bas of \Z", re.IGNORECASE),
}
_CENTURY = re.compile(r"-?\d\dXX[~?]?")
#: What encloses a title.
_TITLES = {"《": "》", "〈": "〉"}


def dates(edition: Edition, article: Article) -> Iterator[Proposal]:
    """For every date of `article` that no event quotes and no editor dismissed, an event or a dismissal."""
    code = article.texts.source.code
    precedents = Precedents(edition, article, "date")
    known = _events_by_edtf(edition, article)
    marked: Marked | None = None
    for sentence, mark, basis in _open_dates(article, code):
        marked = marked if marked and marked.sentence is sentence else Marked(sentence)
        reason = _dismissal(marked, mark, code, precedents)
        if reason:
            yield dismissal(ProposalKind.DATE, article, sentence, mark, *reason)
        else:
            yield _event(edition, article, marked, mark, basis, known)


def _open_dates(article: Article, code: str) -> Iterator[tuple[Sentence, Mark, str]]:
    """Every date that is not recorded, and for those that count from another date what that is."""
    recent: list[tuple[int, Sentence, Mark]] = []
    for number, sentence in enumerate(article.sentences):
        recorded = Covered(mark for mark in (*sentence.marks, *sentence.dismissed) if _settles(mark))
        own = [mark for mark in sentence.marks if mark.kind == "date"]
        dated = Covered((*own, *sentence.dismissed))
        counted_back = [found for found in _again(sentence, own, recent, code, number) if not dated.first(found[0])]
        for mark, basis in sorted([*((mark, "") for mark in own), *counted_back], key=lambda pair: pair[0].start):
            if not recorded.first(mark):
                yield sentence, mark, basis
        recent += [(number, sentence, mark) for mark in (*own, *sentence.dismissed) if mark.kind == "date"]


def _settles(mark: Mark) -> bool:
    return mark.kind == "event" or (
        mark.kind == "date" and mark.rule in ("span", "name", "rhetoric", "definition", "as-of")
    )


def _again(
    sentence: Sentence, own: Sequence[Mark], recent: Sequence[tuple[int, Sentence, Mark]], code: str, number: int
) -> Iterator[tuple[Mark, str]]:
    """The dates that words such as 同年 name, by the last date before them in this sentence or shortly before it."""
    pattern = _AGAIN.get(code)
    for match in pattern.finditer(fold_script(sentence.text)) if pattern else ():
        word = next(word for name, word in match.groupdict().items() if word and name.startswith("unit"))
        unit = _UNITS.get(word, word.lower())
        before = [(sentence, mark) for mark in own if mark.end <= match.start()] or [
            (other, mark) for at, other, mark in recent if number - at <= _BACK
        ]
        edtf, basis = "", "counted from a date that does not stand shortly before"
        if before:
            other, last = before[-1]
            edtf = _count(last.ref, unit, ahead=bool(match["next"]))
            basis = f"counted from ‘{other.text[last.start : last.end]}’ ({last.ref}) in {other.ref}"
        yield Mark(match.start(), match.end(), "date", edtf, "again"), basis


def _count(edtf: str, unit: str, *, ahead: bool) -> str:
    """The same, or the next, `unit` as the date `edtf`; empty where that does not tell it."""
    plain = re.fullmatch(r"(\d{4})(-\d\d)?(-\d\d)?~?", edtf)
    if not plain:
        return ""
    if unit == "year":
        return f"{int(plain[1]) + ahead:04}"
    if unit == "month":
        return f"{plain[1]}{plain[2]}" if plain[2] and not ahead else ""
    if not is_day(edtf):
        return ""
    return (date.fromisoformat(edtf) + timedelta(ahead)).isoformat()


def _dismissal(marked: Marked, mark: Mark, code: str, precedents: Precedents) -> tuple[Dismissal, str] | None:
    """Why the date is nothing to record, and what tells so."""
    text, start, end = window(marked.sentence.text, mark.start, mark.end)
    before, after = text[:start], text[end:]
    for opening, closing in _TITLES.items():
        if before.rfind(opening) > before.rfind(closing) and closing in after:
            return "name", "it stands in a title"
    name = marked.concepts.first(mark)
    if name and name.start <= mark.start and mark.end <= name.end and name.end - name.start > mark.end - mark.start:
        return "name", "it is part of a concept’s name"
    if _CENTURY.fullmatch(mark.ref):
        return "span", "a whole century only places something"
    figure = marked.figures.first(Mark(*clause_of(marked.sentence.text, mark.start, mark.end), "date", ""))
    if figure and code in _AS_OF and _AS_OF[code].search(fold_script(before)):
        return "as-of", "it says as of when a figure holds"
    return precedents.reason(text[start:end])


def _event(
    edition: Edition,
    article: Article,
    marked: Marked,
    mark: Mark,
    basis: str,
    known: Mapping[str, Sequence[tuple[str, Place]]],
) -> Proposal:
    sentence = marked.sentence
    first, last = clause_of(sentence.text, mark.start, mark.end)
    named = marked.named(first, last) or marked.named(0, len(sentence.text))
    kind = event_kind(sentence.text[first:last], article.texts.source.code)
    evidence = {"segment": str(sentence.ref), article.texts.source.code: quote_of(sentence.text, first, last)}
    translated = _translated(article, sentence, mark)
    if translated:
        evidence[article.texts.translation.code] = translated
    words = sentence.text[mark.start : mark.end]
    read = f"is read as {mark.ref}" if mark.ref else "is a date that is left open"
    because = f"‘{words}’ {read} ({basis or f'rule {mark.rule}'})"
    same = [(name, place) for name, place in known.get(mark.ref, ()) if {*edition.events[name].concepts} & {*named}]
    if same:
        names = ", ".join(dict.fromkeys(name for name, _ in same))
        where = ", ".join(str(place.segment) for _, place in same[:3])
        because += (
            f"; same-event: {names} has this date and concept in {where}: add this as evidence of it, if it is the same"
        )
    return Proposal(
        kind=ProposalKind.DATE,
        register=Register.EVENTS,
        id=id_of(article.slug, sentence.id, edtf_id(mark.ref) or "date"),
        places=(place_of(sentence, mark.start, mark.end),),
        others=tuple(place for _, place in same[:3]),
        because=because,
        fields=({"edtf": mark.ref} if mark.ref else {})
        | ({"kind": kind} if kind else {})
        | {"evidence": [evidence]}
        | ({"concepts": list(named)} if named else {}),
    )


def edtf_id(edtf: str) -> str:
    """The EDTF expression as part of an id."""
    return re.sub(r"[^0-9a-z]+", "-", edtf.lower()).strip("-")


def _translated(article: Article, sentence: Sentence, mark: Mark) -> Mapping[str, str] | None:
    """A quote of the clause of the translation in which the same date stands, as often before as in the source."""
    text = sentence.translation
    if not text or not mark.ref:
        return None
    hits = _dates_in(text, article.texts.translation.code, article.record.date)
    same = [hit for hit in hits if hit.edtf == mark.ref or edtf_bounds(hit.edtf) == edtf_bounds(mark.ref)]
    before = sum(one.kind == "date" and one.ref == mark.ref and one.start < mark.start for one in sentence.marks)
    if before >= len(same):
        return None
    hit = same[before]
    return quote_of(text, *clause_of(text, hit.start, hit.end))


#: A translation is asked for each date of its source.
_dates_in = lru_cache(maxsize=4)(dates_of)


def _events_by_edtf(edition: Edition, article: Article) -> Mapping[str, Sequence[tuple[str, Place]]]:
    """By EDTF: the events that other articles tell, and where."""
    found: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for sentence in others(edition, article):
        for mark in sentence.marks:
            if mark.kind == "event" and mark.ref in edition.events:
                found[edition.events[mark.ref].edtf].append((mark.ref, place_of(sentence, mark.start, mark.end)))
    return found
