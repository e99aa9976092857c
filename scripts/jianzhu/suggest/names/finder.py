"""Finder: the names in an article that no entry of the glossary has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.labels import LabelFinder
from jianzhu.language import Side
from jianzhu.suggest.names.mention import Known, Mention, NameType, Rule
from jianzhu.suggest.names.recognition import recognize
from jianzhu.suggest.names.western import in_western
from jianzhu.suggest.proposal import Place
from jianzhu.text.characters import fold_script

_TYPES = {kind.value: kind for kind in NameType}


@dataclass
class FoundName:
    """A name as an article has it: by which rules it was recognized, as what, and where it stands in the order of the text."""

    rules: dict[Rule, None] = field(default_factory=dict)
    types: Counter[NameType] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)

    @property
    def certain(self) -> bool:
        """Whether the rules are enough together."""
        return sum(rule.weight for rule in self.rules) >= 1

    @property
    def type(self) -> NameType:
        """What it is recognized as most often."""
        return max(NameType, key=lambda kind: self.types[kind])


def find_names(edition: Edition, article: Article) -> dict[str, FoundName]:
    """The names in the source text of `article`, in the order of their first places; Chinese in simplified characters."""
    chinese = article.texts.source.is_chinese
    sentences = [sentence for sentence in article.sentences if sentence.text.strip()]
    texts = [fold_script(sentence.text) if chinese else sentence.text for sentence in sentences]
    labels = LabelFinder(edition.concepts)
    known = [_known(edition, labels, sentence, text) for sentence, text in zip(sentences, texts, strict=True)]
    if chinese:
        mentions = [recognize(text, marks) for text, marks in zip(texts, known, strict=True)]
    else:
        mentions = _apart(in_western(texts, article.texts.source.code), known)
    found: dict[str, FoundName] = defaultdict(FoundName)
    for text, own in zip(texts, mentions, strict=True):
        for mention in own:
            name = found[text[mention.start : mention.end]]
            name.rules[mention.rule] = None
            name.types[mention.type] += 1
    labeled = {fold_script(label) for concept in edition.concepts.values() for label in concept.labels}
    certain = {words for words, name in found.items() if name.certain and words not in labeled}
    placed: dict[str, FoundName] = {}
    for sentence, text, marks in zip(sentences, texts, known, strict=True):
        for start, end in _occurrences(text, certain, marks):
            name = placed.setdefault(text[start:end], found[text[start:end]])
            name.places.append(Place(segment=sentence.ref, start=start, end=end, words=sentence.text[start:end]))
    return placed


def translated_names(article: Article) -> dict[str, frozenset[str]]:
    """The names in the translation of each sentence, by its id, that no entry of the glossary has."""
    sentences = [sentence for sentence in article.sentences if sentence.translation]
    texts = [sentence.translation or "" for sentence in sentences]
    known = [
        [Known(mark.start, mark.end, None) for mark in sentence.translation_marks if mark.kind == "concept"]
        for sentence in sentences
    ]
    mentions = _apart(in_western(texts, article.texts[Side.TRANSLATION].code), known)
    return {
        sentence.id: frozenset(text[one.start : one.end] for one in own)
        for sentence, text, own in zip(sentences, texts, mentions, strict=True)
    }


def _known(edition: Edition, labels: LabelFinder, sentence: Sentence, text: str) -> list[Known]:
    """What the glossary has of a sentence: its marks, and labels whose meaning an editor has still to decide."""
    found = {
        (mark.start, mark.end): edition.concepts[mark.ref].type
        for mark in sentence.marks
        if mark.kind == "concept" and mark.ref in edition.concepts
    }
    for hit in labels.find(text):
        found.setdefault((hit.start, hit.end), edition.concepts[hit.concepts[0]].type)
    return [Known(*span, _TYPES.get(kind)) for span, kind in sorted(found.items())]


def _apart(mentions: Iterator[list[Mention]], known: Sequence[Sequence[Known]]) -> list[list[Mention]]:
    return [
        [one for one in own if not any(mark.start < one.end and one.start < mark.end for mark in marks)]
        for own, marks in zip(mentions, known, strict=True)
    ]


def _occurrences(text: str, names: Collection[str], marks: Sequence[Known]) -> Iterator[tuple[int, int]]:
    """Where `names` stand in `text`, the longest at each place, neither within a longer Latin word nor in what is known."""
    starts: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        starts[name[0]].append(name)
    at = 0
    while at < len(text):
        found = next((name for name in starts.get(text[at], ()) if _stands(text, at, name, marks)), None)
        if found:
            yield at, at + len(found)
        at += len(found) if found else 1


def _stands(text: str, at: int, name: str, marks: Sequence[Known]) -> bool:
    end = at + len(name)
    if not text.startswith(name, at):
        return False
    if any(_is_letter(text[one : one + 1]) and _is_letter(text[one - 1 : one]) for one in (at, end) if one):
        return False
    touching = [mark for mark in marks if mark.start < end and at < mark.end]
    return all(at <= mark.start and mark.end <= end and mark.end - mark.start < len(name) for mark in touching)


def _is_letter(character: str) -> bool:
    return character.isalnum() and character < "\u3000"
