"""Suggestions: where they stand in the texts, which article each belongs to, and what is wrong with it there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.dismissals import FOUND_KINDS
from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.marks import Mark, MarkKind
from jianzhu.annotate.suggested import Suggested, SuggestedPlace
from jianzhu.language import Side
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.places import Mention, mentions
from jianzhu.source.problems import Location, Problem, count_of
from jianzhu.source.quote import locate_quote
from jianzhu.source.records import Quote
from jianzhu.source.ref import Ref, split_id
from jianzhu.source.seeds import SEEDS, Seeds
from jianzhu.source.suggested import ProposalKind, Register, Suggestion
from jianzhu.source.unknown import unknown_article, unknown_concept

#: What an entry of a register is a suggestion of; a mark and a concept say it themselves.
_KINDS: Mapping[Register, ProposalKind] = {
    Register.EVENTS: ProposalKind.DATE,
    Register.CLAIMS: ProposalKind.QUANTITY,
    Register.RELATIONS: ProposalKind.RELATION,
    Register.QUESTIONS: ProposalKind.QUESTION,
    Register.NOTES: ProposalKind.QUOTATION,
    Register.TRANSLATION: ProposalKind.TRANSLATION,
}


@dataclass(frozen=True)
class _Names:
    """The names of a concept that is suggested."""

    labels: tuple[str, ...]
    not_in: tuple[str, ...] = ()


def place_suggestions(seeds: Seeds, articles: Mapping[str, Article]) -> tuple[Suggested, ...]:
    """The suggestions of `seeds`, in the order of their files, found in the `articles` that can be read."""
    if not seeds.suggestions:
        return ()
    named = _named_places(seeds, articles)
    texts = _Texts(seeds, articles)
    return tuple(
        _placed(suggestion, seeds, texts, named.get(suggestion.id, ()))
        if suggestion.register is Register.GLOSSARY
        else _placed(suggestion, seeds, texts, ())
        for suggestion in seeds.suggestions
    )


def waiting(suggested: Iterable[Suggested]) -> dict[str, list[Problem]]:
    """What is to tell of `suggested`, by article: one problem for each kind that waits, and each that is wrong."""
    found: dict[str, list[Problem]] = defaultdict(list)
    groups: dict[tuple[str, ProposalKind], list[Suggested]] = defaultdict(list)
    for one in suggested:
        groups[one.article, one.kind].append(one)
        found[one.article] += one.wrong
    for (slug, kind), group in groups.items():
        first = min(group, key=lambda one: one.suggestion.location)
        of = f"{slug} --kind {kind}" if slug else f"{first.suggestion.register} {first.suggestion.id}"
        found[slug].append(
            Problem(
                first.suggestion.location,
                "suggestion-open",
                wrong=f"{count_of(len(group), 'suggestion')} of the kind {kind}, the first one here",
                expected="a decision on each by an editor",
                advice=f"correct and complete what is right, then `jianzhu accept {of}`; "
                f"delete what is not, or `jianzhu reject {of}`",
            )
        )
    return dict(found)


class _Texts:
    """The sentences of the articles by id, and all texts of an article on each side."""

    def __init__(self, seeds: Seeds, articles: Mapping[str, Article]) -> None:
        self.known = frozenset(seeds.statuses)
        self.articles = articles
        self.sentences = {
            slug: {sentence.id: sentence for sentence in article.sentences} for slug, article in articles.items()
        }

    def find(self, ref: Ref) -> Sentence | None:
        return self.sentences.get(ref.article, {}).get(ref.segment)

    def on(self, slug: str, side: Side) -> Mapping[str, str]:
        texts = ((name, _text(sentence, side)) for name, sentence in self.sentences[slug].items())
        return {name: text for name, text in texts if text is not None}


def _text(sentence: Sentence, side: Side) -> str | None:
    return sentence.text if side.is_source else sentence.translation


def _named_places(seeds: Seeds, articles: Mapping[str, Article]) -> Mapping[str, Sequence[SuggestedPlace]]:
    """Where the texts name the concepts that are suggested, by their ids."""
    names = {
        suggestion.id: _Names(_labels(suggestion.fields))
        for suggestion in seeds.vocabulary.suggestions
        if not suggestion.wrong
    }
    found: dict[str, list[SuggestedPlace]] = defaultdict(list)
    finder = LabelFinder(names)
    for article in articles.values() if names else ():
        for sentence in article.sentences:
            for side in Side:
                text = _text(sentence, side) or ""
                for hit in finder.find(text):
                    place = SuggestedPlace(
                        ref=sentence.ref, side=side, start=hit.start, end=hit.end, words=text[hit.start : hit.end]
                    )
                    for name in hit.concepts:
                        found[name].append(place)
    return found


def _labels(fields: Mapping[str, Any]) -> tuple[str, ...]:
    preferred = fields.get("prefLabel") or {}
    names = [*preferred.values(), *(fields.get("altLabel") or ()), *(fields.get("hiddenLabel") or ())]
    return tuple(dict.fromkeys(name for name in names if name))


def _placed(suggestion: Suggestion, seeds: Seeds, texts: _Texts, named: Sequence[SuggestedPlace]) -> Suggested:
    wrong = list(suggestion.wrong)
    places = [*named]
    about = [suggestion.slug] if suggestion.slug else [place.ref.article for place in named]
    for mention in _mentions(suggestion):
        location = suggestion.file.location(*mention.key)
        if mention.what == "concept" and not mention.defines:
            wrong += _unknown_concept(mention, location, seeds)
        elif mention.what == "article":
            about.append(mention.name)
        elif mention.what == "segment":
            found, unfound = _in_text(suggestion, mention, location, texts)
            places += found
            wrong += unfound
            about.append(split_id(mention.name)[0])
    if suggestion.register is Register.GLOSSARY and suggestion.id in seeds.vocabulary.concepts:
        wrong.append(_defined(suggestion, seeds.vocabulary.locations[suggestion.id]))
    kind = _kind(suggestion, places, texts)
    if kind is None:
        kind = ProposalKind.DATE
        wrong += _idle(suggestion, places)
    known = [slug for slug in dict.fromkeys(about) if slug in seeds.statuses]
    unfinished = (slug for slug in known if seeds.statuses[slug] != "published")
    return Suggested(
        suggestion=suggestion,
        kind=kind,
        places=tuple(places),
        article=next(unfinished, known[0] if known else ""),
        wrong=tuple(replace(problem, code="suggestion-invalid") for problem in dict.fromkeys(wrong)),
    )


def _mentions(suggestion: Suggestion) -> Iterator[Mention]:
    """What `suggestion` names, and the sentence that a translation is of."""
    path = suggestion.path.removeprefix(f"{SEEDS}/")
    if suggestion.register is Register.TRANSLATION:
        whole = f"{suggestion.slug}:{suggestion.id}"
        yield Mention(path, suggestion.key, "segment", whole, named=True, local=True, defines=False)
        return
    yield from mentions(path, {suggestion.key[0]: suggestion.fields})


def _in_text(
    suggestion: Suggestion, mention: Mention, location: Location, texts: _Texts
) -> tuple[list[SuggestedPlace], list[Problem]]:
    """The places that the sentence at `mention` and the quotes beside it mean, and those that are nowhere.

    What cannot be a sentence is reported where the record is read, and an article that cannot be read is not blamed.
    """
    slug, name = split_id(mention.name)
    if not slug or not name:
        return [], []
    if slug not in texts.known:
        return [], [unknown_article(location, slug, texts.known)]
    if slug not in texts.articles:
        return [], []
    sentence = texts.find(Ref(slug, name))
    if sentence is None:
        return [], [unknown_segment(location, name, slug, last_segment(texts.sentences[slug]))]
    beside = suggestion.fields if len(mention.key) == 2 else _at(suggestion.fields, mention.key[1:-1])
    quoted = beside if mention.key[-1] == "segment" and isinstance(beside, Mapping) else {}
    places, problems = [], []
    for side in Side:
        lang, text = texts.articles[slug].texts[side].code, _text(sentence, side)
        quote = _quote(quoted.get(lang))
        if quote is None or text is None:
            continue
        place = suggestion.file.location(*mention.key[:-1], lang)
        start = locate_quote(text, quote, place, f"{sentence.ref} ({lang})", texts.on(slug, side))
        if isinstance(start, Problem):
            problems.append(start)
            continue
        end = start + len(quote.exact)
        places.append(SuggestedPlace(ref=sentence.ref, side=side, start=start, end=end, words=quote.exact))
    return places or [SuggestedPlace(ref=sentence.ref)], problems


def _at(data: Any, key: Sequence[str | int]) -> Any:
    for part in key:
        data = data[part]
    return data


def _quote(value: Any) -> Quote | None:
    try:
        return Quote.model_validate(value)
    except ValidationError:
        return None  # reported where the record is read


def _unknown_concept(mention: Mention, location: Location, seeds: Seeds) -> Iterator[Problem]:
    vocabulary = seeds.vocabulary
    known = {*vocabulary.concepts, *vocabulary.unread, *vocabulary.suggested}
    if vocabulary.whole and mention.name not in known:
        yield unknown_concept(location, mention.name, vocabulary.concepts, vocabulary.suggested)


def _defined(suggestion: Suggestion, where: Location) -> Problem:
    return Problem(
        suggestion.location,
        "suggestion-invalid",
        wrong=f"the concept {suggestion.id!r} is already defined at {where}",
        expected="each concept once in the whole glossary",
        advice="give the suggestion another id, or move what is worth keeping there and delete it",
    )


def _kind(suggestion: Suggestion, places: Sequence[SuggestedPlace], texts: _Texts) -> ProposalKind | None:
    """What `suggestion` is of; None for a dismissal where nothing is found to dismiss."""
    if suggestion.register is Register.GLOSSARY:
        return ProposalKind.IDIOM if suggestion.fields.get("type") == "idiom" else ProposalKind.NAME
    if suggestion.register is not Register.MARKS:
        return _KINDS[suggestion.register]
    if "dismissed" not in suggestion.fields:
        return ProposalKind.CONCEPT
    kinds: set[MarkKind] = {
        mark.kind
        for place in places
        for mark in _found(texts.find(place.ref))
        if mark.start < place.end and place.start < mark.end
    }
    return next((kind for kind in (ProposalKind.DATE, ProposalKind.QUANTITY) if kind.value in kinds), None)


def _found(sentence: Sentence | None) -> Iterator[Mark]:
    if sentence is not None:
        yield from (mark for mark in (*sentence.marks, *sentence.dismissed) if mark.kind in FOUND_KINDS)


def _idle(suggestion: Suggestion, places: Sequence[SuggestedPlace]) -> Iterator[Problem]:
    words = next((place.words for place in places if place.words), "")
    if words:
        yield Problem(
            suggestion.location,
            "suggestion-invalid",
            wrong=f"{words!r} is to be dismissed, but the rules find no date or quantity there",
            expected="words in which a date or quantity is found",
            advice="delete the suggestion, or correct its words",
        )
