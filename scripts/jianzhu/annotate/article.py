"""Article: an article as it is published, in blocks of sentences with their marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from jianzhu.annotate.marks import Mark
from jianzhu.language import Language
from jianzhu.repair.emendation import Emendation
from jianzhu.source.records.article import ArticleRecord, NoteRecord
from jianzhu.source.ref import Ref
from jianzhu.text.structure import BlockKind

TranslationStatus = Literal["missing", "draft", "reviewed", "stale"]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A segment as a reader meets it: source and translation with their marks. `ref` is `<article>:<segment>`.

    `dismissed` are the dates and quantities of the source that an editor has found to be nothing to record.
    """

    id: str
    ref: Ref
    text: str
    marks: tuple[Mark, ...]
    translation: str | None
    translation_marks: tuple[Mark, ...]
    translation_status: TranslationStatus
    dismissed: tuple[Mark, ...]

    def text_in(self, lang: Language) -> str | None:
        """Its text in `lang`; None where it is not translated."""
        return self.text if lang.is_source else self.translation

    def marks_in(self, lang: Language) -> tuple[Mark, ...]:
        """The marks on its text in `lang`."""
        return self.marks if lang.is_source else self.translation_marks


@dataclass(frozen=True)
class TextBlock:
    """A block of the article with its sentences; `level` and `label` as in `jianzhu.text.structure.Passage`."""

    kind: BlockKind
    level: int | None
    sentences: tuple[Sentence, ...]
    label: str = ""


@dataclass(frozen=True)
class Article:
    """One article, annotated. `emendations` are all differences to the seed, `emendation_segments` where each stands."""

    slug: str
    record: ArticleRecord
    blocks: tuple[TextBlock, ...]
    emendations: tuple[Emendation, ...]
    emendation_segments: Mapping[str, str]
    notes: Mapping[str, NoteRecord]
    withdrawn: Mapping[str, str | None]

    @property
    def sentences(self) -> Iterator[Sentence]:
        return (sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def replaced(self) -> Mapping[str, Sequence[str]]:
        """The withdrawn ids, sorted, by the segment that says now what they said."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, successor in sorted(self.withdrawn.items()):
            if successor is not None:
                found[successor].append(name)
        return dict(found)
