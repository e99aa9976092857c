"""Seeds: all that an edition’s files say, as records, with the location of every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jianzhu.language import TextLanguages
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import (
    ArticleRecord,
    ArticleStatus,
    ChangeRecord,
    ClaimRecord,
    ConceptRecord,
    EditionRecord,
    EmendationRecord,
    EventRecord,
    FormRecord,
    ManifestRecord,
    MarkRecord,
    NoteRecord,
    QuestionRecord,
    RelationRecord,
    SourceRecord,
    TranslationRecord,
)
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.suggested import Suggestion
from jianzhu.source.yamlfile import YamlFile
from jianzhu.text.kinds import Kinds, default_kinds
from jianzhu.text.unit_table import Units

SEEDS = "seeds"
EDITION = "seeds/edition.yml"
ARTICLES = "seeds/articles"
GLOSSARY = "seeds/glossary"
FORMS = "seeds/forms.yml"
#: In the folder of an article: what was read out of a seed with markup, and the folder of its images.
EXTRACT = "extract.yml"
IMAGES = "images"
CHANGES = "seeds/changes.yml"
SOURCES = "seeds/sources.yml"


@dataclass(frozen=True)
class Folder:
    """Everything an editor wrote about one article, and the seed's bytes.

    `extract` is what extract.yml says, for a seed with markup, and `extract_sha256` that of its bytes; `images` are the files
    of the images that are there, by their names. `gaps` are what it lacks to be published, `units` those of the edition.
    `suggestions` are not accepted yet: neither the records nor `files` have them.
    """

    slug: str
    texts: TextLanguages
    seed: bytes
    article: ArticleRecord
    emendations: tuple[EmendationRecord, ...]
    manifest: ManifestRecord
    translations: Mapping[str, TranslationRecord]
    notes: Mapping[str, NoteRecord]
    marks: tuple[MarkRecord, ...]
    files: Mapping[str, YamlFile]
    extract: ExtractRecord | None = None
    extract_sha256: str = ""
    images: Mapping[str, Path] = field(default_factory=dict)
    gaps: tuple[Problem, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    units: Units = field(default_factory=lambda: default_kinds().units)

    @property
    def title(self) -> str:
        """The article's own title as its text has it; empty where the editors supplied one."""
        lang = self.texts.source.interface
        return self.article.title[lang] if lang and self.article.title_source == "seed" else ""

    @property
    def translation_file(self) -> str:
        """The name of the file with its translation: `en.yml`."""
        return translation_file(self.texts)

    @property
    def seed_path(self) -> str:
        """The seed's path, relative to the project's root."""
        return f"{ARTICLES}/{self.slug}/{self.article.source.file}"

    def location(self, file: str, *key: str | int) -> Location:
        """The location of `key` in the folder's file `file` (`article.yml`, …)."""
        return self.files[file].location(*key)

    def segment_location(self, segment_id: str | None) -> Location:
        """The location of a segment in segments.yml, or of the list of blocks where it is not recorded."""
        if segment_id is None or segment_id not in self._block_of:
            return self.location("segments.yml", "blocks")
        return self.location("segments.yml", "blocks", self._block_of[segment_id], "segments", segment_id)

    @cached_property
    def _block_of(self) -> Mapping[str, int]:
        blocks = list(enumerate(self.manifest.blocks))
        return {segment_id: index for index, block in reversed(blocks) for segment_id in block.segments}


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of the edition by id, in order of id, and where each is written.

    `unread` are those that could not be read; with `whole` False a file could not be read at all. What refers to those is
    not blamed.
    """

    concepts: Mapping[str, ConceptRecord]
    locations: Mapping[str, Location]
    unread: frozenset[str]
    whole: bool
    #: The files, by their paths below seeds/.
    files: Mapping[str, YamlFile]
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def suggested(self) -> Mapping[str, Location]:
        """The concepts that no editor has accepted yet, and where they are."""
        return {suggestion.id: suggestion.location for suggestion in self.suggestions}


@dataclass(frozen=True)
class Registers:
    """Records about several articles: events, claims, relations, questions and sources by id, forms, changes, and their files."""

    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    questions: Mapping[str, QuestionRecord]
    #: The works that records rest on.
    sources: Mapping[str, SourceRecord]
    forms: tuple[FormRecord, ...]
    changes: tuple[ChangeRecord, ...]
    files: Mapping[str, YamlFile]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Seeds:
    """All of seeds/; `unread` are the slugs of articles that could not be read. What points to those is not blamed.

    `record` is None where edition.yml could not be read. `statuses` has every article, the unread ones too.
    `kinds_file` is None where the edition has only the default set of `kinds`.
    """

    record: EditionRecord | None
    record_file: YamlFile
    folders: tuple[Folder, ...]
    unread: frozenset[str]
    vocabulary: Vocabulary
    registers: Registers
    statuses: Mapping[str, ArticleStatus] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=default_kinds)
    kinds_file: YamlFile | None = None

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """All that waits for an editor, whatever it is about."""
        own = (suggestion for folder in self.folders for suggestion in folder.suggestions)
        return (*self.vocabulary.suggestions, *self.registers.suggestions, *own)


def translation_file(texts: TextLanguages) -> str:
    """The name of the file with an article's translation."""
    return f"{texts.translation}.yml"
