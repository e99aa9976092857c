"""Load: from the files of seeds/ to records, with the location of every value and every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from jianzhu.source.names import is_utf8, name_problems, printable, unreadable
from jianzhu.source.parse import parse_entries, parse_record
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import (
    SLUG_RULE,
    Anchor,
    ArticleRecord,
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
    SegmentId,
    Slug,
    TranslationRecord,
    is_slug,
)
from jianzhu.source.yamlfile import YamlFile, read_bytes, read_yaml

T = TypeVar("T")

SEEDS = "seeds"
ARTICLES = "seeds/articles"
GLOSSARY = "seeds/glossary"
FORMS = "seeds/forms.yml"


@dataclass(frozen=True)
class Folder:
    """Everything an editor wrote about one article, and the seed's bytes."""

    slug: str
    seed: bytes
    article: ArticleRecord
    emendations: tuple[EmendationRecord, ...]
    manifest: ManifestRecord
    translations: Mapping[str, TranslationRecord]
    notes: Mapping[str, NoteRecord]
    marks: tuple[MarkRecord, ...]
    files: Mapping[str, YamlFile]

    @property
    def title(self) -> str:
        """The article's own title as its text has it; empty where the editors supplied one."""
        return self.article.title.zh if self.article.title_source == "seed" else ""

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


@dataclass(frozen=True)
class Registers:
    """Records about several articles: events, claims, relations and questions by id, forms, and their files."""

    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    questions: Mapping[str, QuestionRecord]
    forms: tuple[FormRecord, ...]
    files: Mapping[str, YamlFile]


@dataclass(frozen=True)
class Sources:
    """All of seeds/; `unread` are the slugs of articles that could not be read. What points to those is not blamed.

    `record` is None where edition.yml could not be read.
    """

    record: EditionRecord | None
    record_file: YamlFile
    folders: tuple[Folder, ...]
    unread: frozenset[str]
    vocabulary: Vocabulary
    registers: Registers


def load_sources(root: Path) -> tuple[Sources, list[Problem]]:
    """Read seeds/ below `root`. An article whose record cannot be read is left out, with its problems."""
    problems: list[Problem] = list(name_problems(root, SEEDS))
    slugs = sorted(path.name for path in _listed(root / ARTICLES) if path.is_dir() and not path.name.startswith("."))
    folders = [folder for slug in slugs if (folder := _load_folder(root, slug, problems)) is not None]
    folders.sort(key=lambda folder: (folder.article.number, folder.slug))
    unread = frozenset(slugs) - {folder.slug for folder in folders}
    vocabulary, registers = _load_vocabulary(root, problems), _load_registers(root, problems)
    record_file, found = read_yaml(root, "seeds/edition.yml")
    record = None if found else parse_record(record_file, EditionRecord, problems)
    return Sources(record, record_file, tuple(folders), unread, vocabulary, registers), [*problems, *found]


def _listed(folder: Path) -> list[Path]:
    """The entries of `folder`; none if it is missing or cannot be listed, which is reported elsewhere."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _load_folder(root: Path, slug: str, problems: list[Problem]) -> Folder | None:
    base = f"{ARTICLES}/{printable(slug)}"
    if not is_slug(slug):
        wrong = f"the folder name {slug!r} cannot be an id"
        problems.append(
            Problem(Location(base), "record-invalid", wrong=wrong, expected=SLUG_RULE, advice="rename the folder")
        )
        return None
    files: dict[str, YamlFile] = {}

    def read(name: str, kind: type[T]) -> T | None:
        file, found = read_yaml(root, f"{base}/{name}")
        problems.extend(found)
        files[name] = file
        return None if found else parse_record(file, kind, problems)

    article = read("article.yml", ArticleRecord)
    emendations = read("emendations.yml", tuple[EmendationRecord, ...])
    manifest = read("segments.yml", ManifestRecord)
    entries = read("en.yml", dict[SegmentId, TranslationRecord])
    notes = read("notes.yml", dict[Slug, NoteRecord])
    marks = read("marks.yml", tuple[MarkRecord, ...])
    if article is None or emendations is None or manifest is None or entries is None or notes is None or marks is None:
        return None
    translations = {name: record for name, record in entries.items() if record.begun}
    seed_path = f"{base}/{article.source.file}"
    try:
        seed = read_bytes(root / seed_path)
    except FileNotFoundError:
        problems.append(
            Problem(
                files["article.yml"].location("source", "file"),
                "file-missing",
                wrong=f"the seed {seed_path} is missing",
                expected="the raw article as received",
                advice="restore the file, or give the right name under source.file",
            )
        )
        return None
    except OSError as error:
        problems.append(unreadable(Location(seed_path), error))
        return None
    return Folder(slug, seed, article, emendations, manifest, translations, notes, marks, files)


def _load_vocabulary(root: Path, problems: list[Problem]) -> Vocabulary:
    concepts: dict[str, ConceptRecord] = {}
    locations: dict[str, Location] = {}
    unread: set[str] = set()
    whole = True
    for path in sorted(path for path in _listed(root / GLOSSARY) if path.suffix == ".yml" and is_utf8(path.name)):
        file, found = read_yaml(root, f"{GLOSSARY}/{path.name}")
        problems.extend(found)
        whole = whole and file.data is not None
        for concept_id, concept in parse_entries(file, dict[Slug, ConceptRecord], problems, unread).items():
            if concept_id in concepts:
                problems.append(
                    Problem(
                        file.location(concept_id),
                        "yaml-duplicate-key",
                        wrong=f"the concept {concept_id!r} is already defined at {locations[concept_id]}",
                        expected="each concept once in the whole glossary",
                        advice="merge the two entries or rename one",
                    )
                )
                continue
            concepts[concept_id] = concept
            locations[concept_id] = file.location(concept_id)
    return Vocabulary(dict(sorted(concepts.items())), locations, frozenset(unread), whole)


def _load_registers(root: Path, problems: list[Problem]) -> Registers:
    files: dict[str, YamlFile] = {}

    def read(name: str, kind: type[dict[str, T]]) -> dict[str, T]:
        file, found = read_yaml(root, f"seeds/{name}")
        problems.extend(found)
        files[name] = file
        return parse_entries(file, kind, problems, set())

    return Registers(
        events=read("events.yml", dict[Anchor, EventRecord]),
        claims=read("claims.yml", dict[Anchor, ClaimRecord]),
        relations=read("relations.yml", dict[Slug, RelationRecord]),
        questions=read("questions.yml", dict[Slug, QuestionRecord]),
        forms=_load_forms(root, files, problems),
        files=files,
    )


def _load_forms(root: Path, files: dict[str, YamlFile], problems: list[Problem]) -> tuple[FormRecord, ...]:
    """The corrections of forms.yml, which an edition may do without; one for the same words twice is a problem."""
    if not (root / FORMS).exists():
        return ()
    file, found = read_yaml(root, FORMS)
    problems.extend(found)
    files["forms.yml"] = file
    parsed = None if found else parse_record(file, tuple[FormRecord, ...], problems)
    records = () if parsed is None else parsed
    first: dict[str, Location] = {}
    for index, record in enumerate(records):
        location = file.location(index, "text")
        if record.text in first:
            wrong = f"{record.text!r} already has an entry at {first[record.text]}"
            problems.append(
                Problem(
                    location,
                    "yaml-duplicate-key",
                    wrong=wrong,
                    expected="one entry for the same words",
                    advice="merge the two entries",
                )
            )
        first.setdefault(record.text, location)
    return records
