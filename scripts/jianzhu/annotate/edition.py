"""Edition: everything that is published. All that comes after it reads this, and nothing of seeds/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jianzhu.annotate.article import Article, Sentence
from jianzhu.annotate.citations import Citing
from jianzhu.annotate.history import History
from jianzhu.language import Language, Side, TextLanguages
from jianzhu.source.records.registers import (
    ClaimRecord,
    ConceptRecord,
    EditionRecord,
    EventRecord,
    FormRecord,
    QuestionRecord,
    RelationRecord,
)
from jianzhu.source.records.sources import SourceRecord
from jianzhu.source.records.terms import Bilingual
from jianzhu.source.ref import Ref
from jianzhu.text.kinds import Kinds


@dataclass(frozen=True)
class Occurrence:
    """A concept at `start` to `end` of a sentence's text on `side` (code points of that text)."""

    sentence: Sentence
    article: Article
    side: Side
    start: int
    end: int

    @property
    def text(self) -> str:
        """The whole sentence on the side of the occurrence."""
        return self.sentence.text_on(self.side) or ""

    @property
    def exact(self) -> str:
        return self.text[self.start : self.end]


@dataclass(frozen=True)
class Edition:
    """Everything that is published. Mappings are in the order of their ids; `timeline` in that of time.

    The rest is what the pages look up: each is made once here, so that no page has to go through all of a register.
    """

    record: EditionRecord
    #: the types of concepts, kinds of events and units of figures
    kinds: Kinds
    articles: tuple[Article, ...]
    concepts: Mapping[str, ConceptRecord]
    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    questions: Mapping[str, QuestionRecord]
    sources: Mapping[str, SourceRecord]
    #: How words are written where the reader asks for the other script, as the editors correct it.
    forms: tuple[FormRecord, ...]
    timeline: tuple[str, ...]
    #: concept -> where it is named, in reading order
    occurrences: Mapping[str, tuple[Occurrence, ...]]
    #: concept -> concepts that it names as related, or that name it as related or broader
    neighbors: Mapping[str, tuple[str, ...]]
    #: concept -> ids of events, in the order of time, and of claims
    events_of: Mapping[str, tuple[str, ...]]
    claims_of: Mapping[str, tuple[str, ...]]
    #: article slug -> ids of events, in the order of time, and of claims
    events_in: Mapping[str, tuple[str, ...]]
    claims_in: Mapping[str, tuple[str, ...]]
    #: segment reference -> (id of a relation, the passage at its other end)
    relations_of: Mapping[Ref, tuple[tuple[str, Ref], ...]]
    #: segment reference -> ids of the questions it answers
    questions_of: Mapping[Ref, tuple[str, ...]]
    #: concept -> ids of the questions it belongs to
    questions_about: Mapping[str, tuple[str, ...]]
    #: source -> what cites it
    cited_in: Mapping[str, tuple[Citing, ...]]
    #: article slug -> the article's short title
    short_titles: Mapping[str, Bilingual]
    #: article slug -> the article
    by_slug: Mapping[str, Article]
    #: what was renamed, split, joined, moved or deleted, and where old addresses lead
    history: History
    #: segment reference -> the sentence, in reading order
    sentences: Mapping[Ref, Sentence]

    @property
    def texts(self) -> TextLanguages:
        """The languages of the articles and of their translations."""
        return self.record.languages.texts

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the pages, the one at the top of the site first."""
        return self.record.languages.interface

    def folder(self, lang: Language) -> str:
        """Where the pages in `lang` lie below the site: those of the first language stand at the top."""
        return "" if lang is self.languages[0] else f"{lang}/"

    def lead(self, lang: Language) -> Side:
        """The side of the texts that leads on pages in `lang`."""
        return self.texts.lead(lang)

    def titles(self, lang: Language) -> dict[str, str]:
        """The articles' short titles in `lang`, by slug."""
        return {slug: title[lang] for slug, title in self.short_titles.items()}
