"""Article: an article as it is published, in blocks of sentences with their marks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from jianzhu.annotate.marks import Mark
from jianzhu.annotate.suggested import Suggested
from jianzhu.language import DEFAULT_TEXTS, Language, Side, TextLanguages
from jianzhu.repair.emendation import Emendation
from jianzhu.source.records.article import ArticleRecord, NoteRecord
from jianzhu.source.records.terms import Bilingual
from jianzhu.source.ref import Ref
from jianzhu.text.characters import Script
from jianzhu.text.structure import BlockKind

TranslationStatus = Literal["missing", "draft", "reviewed", "stale"]


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """A segment as a reader meets it: source and translation with their marks. `ref` is `<article>:<segment>`.

    `dismissed` are the dates and quantities of the source that an editor has found to be nothing to record, `unlinked` the words
    on each side that an editor has found to mean no concept (marks without a reference). `line` is the
    line of its block that it begins in (a line break of the author’s stands between two sentences that differ in it), and
    `cell` the cell of its table row, both counted from 0. What is not `translatable` is the same in every language.
    """

    id: str
    ref: Ref
    text: str
    marks: tuple[Mark, ...]
    translation: str | None
    translation_marks: tuple[Mark, ...]
    translation_status: TranslationStatus
    dismissed: tuple[Mark, ...]
    line: int = 0
    cell: int = 0
    translatable: bool = True
    unlinked: tuple[tuple[Side, Mark], ...] = ()

    def text_on(self, side: Side) -> str | None:
        """Its text on `side`, without the space in front of the next one; None where it is not translated."""
        return self.text.rstrip(" ") if side.is_source else self.translation

    def marks_on(self, side: Side) -> tuple[Mark, ...]:
        """The marks on its text on `side`."""
        if not side.is_source:
            return self.translation_marks
        end = len(self.text.rstrip(" "))
        return tuple(replace(mark, end=end) if mark.end > end else mark for mark in self.marks if mark.start < end)


@dataclass(frozen=True)
class TextBlock:
    """A block of the article with its sentences; `level` and `label` as in `jianzhu.text.structure.Passage`.

    `columns` are the cells of a table’s row. A separator, an image without a description and a row of empty cells have no
    sentence.
    """

    kind: BlockKind
    level: int | None
    sentences: tuple[Sentence, ...]
    label: str = ""
    columns: int = 0

    @property
    def cells(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of a table’s row, cell by cell."""
        return tuple(
            tuple(sentence for sentence in self.sentences if sentence.cell == cell) for cell in range(self.columns)
        )


@dataclass(frozen=True)
class Image:
    """An image of an article: its file, and whose it is, where that is known."""

    path: Path
    rights: Bilingual | None = None


@dataclass(frozen=True)
class Article:
    """One article, annotated. `emendations` are all differences to the seed, `emendation_segments` where each stands.

    `images` are those that are there, by the names of their files. `suggested` is what waits for an editor, of a draft; it is no
    part of the edition.
    """

    slug: str
    record: ArticleRecord
    blocks: tuple[TextBlock, ...]
    emendations: tuple[Emendation, ...]
    emendation_segments: Mapping[str, str]
    notes: Mapping[str, NoteRecord]
    withdrawn: Mapping[str, str | None]
    #: The languages of its two texts.
    texts: TextLanguages = DEFAULT_TEXTS
    images: Mapping[str, Image] = field(default_factory=dict)
    suggested: tuple[Suggested, ...] = ()

    @property
    def structured(self) -> bool:
        """Whether the format of its seed says what each block is; in plain text that is guessed."""
        return self.record.source.format != "text"

    def tag(self, side: Side) -> str:
        """The tag (BCP 47) of its text on `side`."""
        return self.texts[side].written(self.record.script if side.is_source else None)

    def script(self, side: Side) -> Script | None:
        """The script of its text on `side`, if that is Chinese."""
        language = self.texts[side]
        if not language.is_chinese:
            return None
        return (self.record.script if side.is_source else None) or (
            "zh-Hant" if language.script == "Hant" else "zh-Hans"
        )

    @property
    def source_tag(self) -> str:
        """The tag of the author's text."""
        return self.tag(Side.SOURCE)

    def title_tag(self, lang: Language) -> str:
        """The tag of its title in `lang`: that of its text in this language, where it has one."""
        side = next((side for side in Side if self.texts[side].interface is lang), None)
        return self.tag(side) if side else lang.tag

    @property
    def sentences(self) -> Iterator[Sentence]:
        return (sentence for block in self.blocks for sentence in block.sentences)

    @cached_property
    def replaced(self) -> Mapping[str, Sequence[str]]:
        """The withdrawn ids, sorted, by the segment of this article that says now what they said."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, successor in sorted(self.withdrawn.items()):
            if successor is not None and ":" not in successor:
                found[successor].append(name)
        return dict(found)
