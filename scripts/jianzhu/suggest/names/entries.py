"""Entries: the names of an article as proposals of entries of the glossary, the forms of one name together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.suggest.names.finder import FoundName, find_names, translated_names
from jianzhu.suggest.names.mention import NameType
from jianzhu.suggest.names.pinyin import pinyin_of
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.text.characters import HAN
from jianzhu.text.slug import slug_of
from jianzhu.text.variants import Converter, converter

#: As many characters of a sentence the evidence quotes at most, around the name.
_QUOTED = 60
_DOT = re.compile("[·•・]")
_HAS_HAN = re.compile(f"[{HAN}]")


def names(edition: Edition, article: Article) -> tuple[Proposal, ...]:
    """Persons, organizations, products, places and works in the source text of `article` that no entry of the glossary names.

    One proposal for each, in the order of the text. Other forms that the text shows to mean the same are its `altLabel`. In a
    language without rules there are none.
    """
    found = find_names(edition, article)
    forms = _forms(found, article)
    latin = _latin_forms(found, article)
    others = {form for own in forms.values() for form in own}
    taken, proposals = set(edition.concepts), []
    for name in found:
        if name not in others:
            proposal = _proposal(article, name, found, forms.get(name, []), latin.get(name), taken)
            taken.add(proposal.id)
            proposals.append(proposal)
    return tuple(proposals)


def _proposal(
    article: Article, name: str, found: Mapping[str, FoundName], forms: list[str], latin: str | None, taken: set[str]
) -> Proposal:
    kind, written = found[name].type, found[name].places[0].words
    other = [found[form].places[0].words for form in forms]
    pinyin = pinyin_of(name, kind) if article.texts.source.is_chinese else ""
    fields: dict[str, object] = {"type": kind.value, "prefLabel": _labels(article, written, latin)}
    if more := [form for form in other if form != latin]:
        fields["altLabel"] = more
    if pinyin:
        fields["pinyin"] = pinyin
    order = {sentence.ref: number for number, sentence in enumerate(article.sentences)}
    places = sorted(
        (place for form in (name, *forms) for place in found[form].places),
        key=lambda place: (order[place.segment], place.start),
    )
    rules = dict.fromkeys(rule.because for form in (name, *forms) for rule in found[form].rules)
    return Proposal(
        kind=ProposalKind.NAME,
        register=Register.GLOSSARY,
        id=_free(slug_of(latin or pinyin or written) or "name", taken),
        places=tuple(places),
        because=_because(article, list(rules), places),
        fields=fields,
    )


def _labels(article: Article, written: str, latin: str | None) -> dict[str, str]:
    """The preferred labels that the text shows: in both scripts for Chinese, and in English where a Latin form is known."""
    source, translation = article.texts.source, article.texts[Side.TRANSLATION]
    if not source.is_chinese:
        return {source.code: written}
    labels = {script: _converter(script)(written) for script in ("zh-Hans", "zh-Hant")}
    labels[article.script(Side.SOURCE) or "zh-Hans"] = written
    if translation.interface is Language.EN and (latin or not _HAS_HAN.search(written)):
        labels["en"] = latin or written
    return labels


@lru_cache(maxsize=2)
def _converter(script: str) -> Converter:
    return converter(script)


def _forms(found: Mapping[str, FoundName], article: Article) -> dict[str, list[str]]:
    """By a name, its other forms: the last part of one with dots, and what stands in brackets directly behind it."""
    forms: dict[str, list[str]] = {}
    for name in found:
        parts = _DOT.split(name)
        if len(parts) > 1 and parts[-1] in found and parts[-1] != name:
            forms.setdefault(name, []).append(parts[-1])
    taken = {form for own in forms.values() for form in own}
    for name, form in _bracketed(found, article):
        if name not in taken and form not in taken and form not in forms and name != form:
            forms.setdefault(name, []).append(form)
            taken.add(form)
    return forms


def _bracketed(found: Mapping[str, FoundName], article: Article) -> Iterator[tuple[str, str]]:
    """Pairs of names of which the second stands in brackets directly behind the first."""
    ends = {(place.segment, place.end): name for name, one in found.items() for place in one.places}
    texts = {sentence.ref: sentence.text for sentence in article.sentences}
    for form, one in found.items():
        for place in one.places:
            text = texts[place.segment]
            if text[place.start - 1 : place.start] in ("（", "(") and text[place.end : place.end + 1] in (
                "）",
                ")",
                "，",
                ",",
            ):
                before = text[: place.start - 1].rstrip()
                name = ends.get((place.segment, len(before)))
                if name:
                    yield name, form


def _latin_forms(found: Mapping[str, FoundName], article: Article) -> dict[str, str]:
    """The English form of a Chinese name: from the brackets behind it, else from the translations of its sentences.

    Of the latter only what is beyond doubt: the one new name that all of them have; it shares a word with the pinyin of a
    person, and of all else it stands for the only new name in its sentence.
    """
    latin = {
        name: found[form].places[0].words
        for name, form in _bracketed(found, article)
        if _HAS_HAN.search(name) and not _HAS_HAN.search(form) and len(form) > 1
    }
    if not article.texts.source.is_chinese or article.texts[Side.TRANSLATION].interface is not Language.EN:
        return latin
    translated = translated_names(article)
    new: dict[str, set[str]] = {}
    for name, one in found.items():
        for place in one.places:
            if _HAS_HAN.search(name):
                new.setdefault(place.segment.segment, set()).add(name)
    for name, one in found.items():
        segments = [place.segment.segment for place in one.places]
        if name in latin or not _HAS_HAN.search(name) or any(segment not in translated for segment in segments):
            continue
        common = {
            words
            for words in frozenset.intersection(*(translated[segment] for segment in segments))
            if words not in found and len(words) > 2
        }
        if one.type is NameType.PERSON:
            own = set(slug_of(pinyin_of(name, one.type)).split("-"))
            common = {words for words in common if own & set(slug_of(words).split("-")) or _DOT.search(name)}
        elif not any(new[segment] == {name} for segment in segments):
            continue
        if len(common) == 1:
            latin[name] = next(iter(common))
    return latin


def _because(article: Article, rules: list[str], places: list[Place]) -> str:
    """The evidence in one line: the rules, how often the name stands, and where first."""
    first = places[0]
    text = next(sentence.text for sentence in article.sentences if sentence.ref == first.segment)
    start = max(0, min(first.start - _QUOTED // 2, len(text) - _QUOTED))
    quoted = re.sub(r"\s+", " ", text[start : start + _QUOTED]).strip()
    around = f"{'…' if start else ''}{quoted}{'…' if start + _QUOTED < len(text) else ''}"
    times = "once" if len(places) == 1 else f"{len(places)} times"
    return f"{'; '.join(rules)}; it stands {times}, first in “{around}”"


def _free(name: str, taken: set[str]) -> str:
    """`name`, with a number where another entry has it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
