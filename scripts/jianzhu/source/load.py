"""Load: from the files of seeds/ to records, with the location of every value and every problem at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from jianzhu.language import TextLanguages
from jianzhu.source.gaps import complete_article, missing_keys, without_gaps, written_status
from jianzhu.source.kinds import load_kinds
from jianzhu.source.names import is_utf8, name_problems, printable, unreadable
from jianzhu.source.parse import parse_entries, parse_record
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import (
    SLUG_RULE,
    Anchor,
    ArticleRecord,
    ArticleStatus,
    ChangeRecord,
    ClaimRecord,
    ConceptRecord,
    EditionRecord,
    EmendationRecord,
    EventRecord,
    FormRecord,
    LanguagesRecord,
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
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.stray import stray_problems
from jianzhu.source.suggested import Register, Suggestion
from jianzhu.source.suggestions import split_suggestions
from jianzhu.source.yamlfile import YamlFile, read_bytes, read_yaml
from jianzhu.storage.digest import sha256
from jianzhu.text.kinds import Kinds, default_kinds
from jianzhu.text.unit_table import Units

T = TypeVar("T")

SEEDS = "seeds"
EDITION = "seeds/edition.yml"
ARTICLES = "seeds/articles"
GLOSSARY = "seeds/glossary"
FORMS = "seeds/forms.yml"
#: In the folder of an article: what was read out of a seed with markup, and the folder of its images.
EXTRACT = "extract.yml"
IMAGES = "images"
CHANGES = "seeds/changes.yml"


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
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def suggested(self) -> Mapping[str, Location]:
        """The concepts that no editor has accepted yet, and where they are."""
        return {suggestion.id: suggestion.location for suggestion in self.suggestions}


@dataclass(frozen=True)
class Registers:
    """Records about several articles: events, claims, relations and questions by id, forms, changes, and their files."""

    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    questions: Mapping[str, QuestionRecord]
    forms: tuple[FormRecord, ...]
    changes: tuple[ChangeRecord, ...]
    files: Mapping[str, YamlFile]
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True)
class Sources:
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


def load_sources(root: Path) -> tuple[Sources, list[Problem]]:
    """Read seeds/ below `root`. An article whose record cannot be read is left out, with its problems."""
    problems: list[Problem] = list(name_problems(root, SEEDS))
    record_file, found = read_yaml(root, EDITION)
    problems += found
    record = None if found else parse_record(record_file, EditionRecord, problems)
    texts = record.languages.texts if record else _texts(record_file)
    kinds, kinds_file = load_kinds(root, problems)
    slugs = sorted(path.name for path in _listed(root / ARTICLES) if path.is_dir() and not path.name.startswith("."))
    folders = [folder for slug in slugs if (folder := _load_folder(root, slug, texts, kinds, problems)) is not None]
    folders.sort(key=lambda folder: (folder.article.number, folder.slug))
    unread = frozenset(slugs) - {folder.slug for folder in folders}
    statuses = {slug: written_status(root / ARTICLES / slug / "article.yml") for slug in slugs}
    statuses |= {folder.slug: folder.article.status for folder in folders}
    problems += [*_repeated_numbers(folders), *stray_problems(root, folders)]
    vocabulary = _load_vocabulary(root, texts, kinds, problems)
    registers = _load_registers(root, texts, kinds, problems)
    sources = Sources(
        record,
        record_file,
        tuple(folders),
        unread,
        vocabulary,
        registers,
        statuses,
        kinds or default_kinds(),
        kinds_file,
    )
    return sources, problems


def translation_file(texts: TextLanguages) -> str:
    """The name of the file with an article's translation."""
    return f"{texts.translation}.yml"


def read_texts(root: Path) -> TextLanguages:
    """The languages of the texts as edition.yml below `root` names them; the default ones where it does not."""
    return _texts(read_yaml(root, EDITION)[0])


def _texts(file: YamlFile) -> TextLanguages:
    """The languages of the texts as an edition.yml names them that cannot be read otherwise; the default ones where it cannot."""
    named = file.data.get("languages") if isinstance(file.data, dict) else None
    if isinstance(named, dict):
        with contextlib.suppress(ValidationError):
            return LanguagesRecord.model_validate(named).texts
    return LanguagesRecord().texts


def load_edition(root: Path) -> EditionRecord:
    """The record in seeds/edition.yml below `root`. Raises EditionError with all that is wrong with it."""
    file, problems = read_yaml(root, "seeds/edition.yml")
    record = None if problems else parse_record(file, EditionRecord, problems)
    if record is None:
        raise EditionError(problems)
    return record


def _repeated_numbers(folders: list[Folder]) -> Iterator[Problem]:
    """A problem for each article whose number another one has; published articles are not blamed where the other is none."""
    first: dict[int, Folder] = {}
    for folder in sorted(folders, key=lambda folder: (folder.article.status != "published", folder.slug)):
        other = first.setdefault(folder.article.number, folder)
        if other is not folder:
            yield Problem(
                folder.location("article.yml", "number"),
                "number-repeated",
                wrong=f"{other.slug} already has the number {folder.article.number}",
                expected="a number of its own for each article, by which they are in order",
                advice=f"take another, such as {1 + max(one.article.number for one in folders)}",
            )


def _listed(folder: Path) -> list[Path]:
    """The entries of `folder`; none if it is missing or cannot be listed, which is reported elsewhere."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _load_folder(
    root: Path, slug: str, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]
) -> Folder | None:
    base = f"{ARTICLES}/{printable(slug)}"
    if not is_slug(slug):
        wrong = f"the folder name {slug!r} cannot be an id"
        problems.append(
            Problem(Location(base), "record-invalid", wrong=wrong, expected=SLUG_RULE, advice="rename the folder")
        )
        return None
    status = written_status(root / base / "article.yml")
    files: dict[str, YamlFile] = {}
    gaps: list[Problem] = []
    suggestions: list[Suggestion] = []

    def taken_from(file: YamlFile, name: str) -> YamlFile:
        """The file `name` without its suggestions."""
        register = next((one for one in Register if one.in_article and name == _file_of(one, texts)), None)
        if register is None:
            return file
        completed = _whole if status == "published" else _completed
        file, found = split_suggestions(file, register, texts, slug=slug, completed=completed)
        suggestions.extend(found)
        return file

    def read(name: str, kind: type[T]) -> T | None:
        file, found = read_yaml(root, f"{base}/{name}")
        problems.extend(found)
        files[name] = file
        if found:
            return None
        file = files[name] = taken_from(file, name)
        if status != "published" and name != EXTRACT:
            file, open_gaps = without_gaps(file)
            gaps.extend(open_gaps)
        if kind is ArticleRecord and status != "published":
            file, open_gaps = complete_article(file, status)
            gaps.extend(open_gaps)
        return parse_record(file, kind, problems, texts)

    article = read("article.yml", ArticleRecord)
    if article is not None and status == "published" and (missing := missing_keys(files["article.yml"])):
        problems.extend(missing)
        article = None
    emendations = read("emendations.yml", tuple[EmendationRecord, ...])
    manifest = read("segments.yml", ManifestRecord)
    entries = read(translation_file(texts), dict[SegmentId, TranslationRecord])
    notes = read("notes.yml", dict[Slug, NoteRecord])
    marks = read("marks.yml", tuple[MarkRecord, ...])
    if article is None or emendations is None or manifest is None or entries is None or notes is None or marks is None:
        return None
    problems.extend(_script_problems(files["article.yml"], article, texts))
    translations = {name: record for name, record in entries.items() if record.begun}
    seed_path = f"{base}/{article.source.file}"
    seed = _read_seed(root, seed_path, files["article.yml"], problems)
    if seed is None:
        return None
    extract, digest = None, ""
    if article.source.format != "text":
        extract = read(EXTRACT, ExtractRecord)
        if extract is None:
            return None
        digest = sha256(read_bytes(root / base / EXTRACT))
    places = {image.file: root / base / IMAGES / image.file for image in article.images}
    images = {name: path for name, path in places.items() if path.is_file()}
    return Folder(
        slug=slug,
        texts=texts,
        seed=seed,
        article=article,
        emendations=emendations,
        manifest=manifest,
        translations=translations,
        notes=notes,
        marks=marks,
        files=files,
        extract=extract,
        extract_sha256=digest,
        images=images,
        gaps=tuple(gaps),
        suggestions=tuple(suggestions),
        units=(kinds or default_kinds()).units,
    )


def _read_seed(root: Path, path: str, record: YamlFile, problems: list[Problem]) -> bytes | None:
    """The bytes of the seed at `path`, which `record` names."""
    try:
        return read_bytes(root / path)
    except FileNotFoundError:
        problems.append(
            Problem(
                record.location("source", "file"),
                "file-missing",
                wrong=f"the seed {path} is missing",
                expected="the raw article as received",
                advice="restore the file, or give the right name under source.file",
            )
        )
    except OSError as error:
        problems.append(unreadable(Location(path), error))
    return None


def _file_of(register: Register, texts: TextLanguages) -> str:
    """The name of the file of an article for `register`."""
    return translation_file(texts) if register is Register.TRANSLATION else f"{register}.yml"


def _whole(file: YamlFile) -> YamlFile:
    return file


def _completed(file: YamlFile) -> YamlFile:
    return without_gaps(file)[0]


def _script_problems(file: YamlFile, article: ArticleRecord, texts: TextLanguages) -> Iterator[Problem]:
    """The script of a Chinese article that does not say it, and that of another that does."""
    if texts.source.is_chinese == bool(article.script):
        return
    if texts.source.is_chinese:
        wrong, expected, advice = "missing", "`zh-Hans` or `zh-Hant`", "say in which characters the text is written"
    else:
        wrong = f"{article.script!r}, but the articles are in ‘{texts.source}’ according to {EDITION}"
        expected, advice = "a script for Chinese texts only", "remove the line"
    yield Problem(file.location("script"), "record-invalid", wrong=f"script: {wrong}", expected=expected, advice=advice)


def _load_vocabulary(root: Path, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]) -> Vocabulary:
    concepts: dict[str, ConceptRecord] = {}
    locations: dict[str, Location] = {}
    unread: set[str] = set()
    suggestions: list[Suggestion] = []
    whole = True
    for path in sorted(path for path in _listed(root / GLOSSARY) if path.suffix == ".yml" and is_utf8(path.name)):
        file, found = read_yaml(root, f"{GLOSSARY}/{path.name}")
        problems.extend(found)
        whole = whole and file.data is not None
        file, suggested = split_suggestions(file, Register.GLOSSARY, texts)
        suggestions += suggested
        for concept_id, concept in parse_entries(
            file, dict[Slug, ConceptRecord], problems, unread, texts, kinds
        ).items():
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
    return Vocabulary(dict(sorted(concepts.items())), locations, frozenset(unread), whole, tuple(suggestions))


def _load_registers(root: Path, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]) -> Registers:
    files: dict[str, YamlFile] = {}
    suggestions: list[Suggestion] = []

    def read(name: str, kind: type[dict[str, T]]) -> dict[str, T]:
        file, found = read_yaml(root, f"seeds/{name}")
        problems.extend(found)
        file, suggested = split_suggestions(file, Register(Path(name).stem), texts)
        suggestions.extend(suggested)
        files[name] = file
        return parse_entries(file, kind, problems, set(), texts, kinds)

    return Registers(
        events=read("events.yml", dict[Anchor, EventRecord]),
        claims=read("claims.yml", dict[Anchor, ClaimRecord]),
        relations=read("relations.yml", dict[Slug, RelationRecord]),
        questions=read("questions.yml", dict[Slug, QuestionRecord]),
        forms=_load_forms(root, files, problems),
        changes=_load_list(root, CHANGES, tuple[ChangeRecord, ...], files, problems),
        files=files,
        suggestions=tuple(suggestions),
    )


def _load_list(
    root: Path, path: str, kind: type[tuple[T, ...]], files: dict[str, YamlFile], problems: list[Problem]
) -> tuple[T, ...]:
    """The records of the file at `path`, which an edition may do without."""
    if not (root / path).exists():
        return ()
    file, found = read_yaml(root, path)
    problems.extend(found)
    files[Path(path).name] = file
    parsed = None if found else parse_record(file, kind, problems)
    return () if parsed is None else parsed


def _load_forms(root: Path, files: dict[str, YamlFile], problems: list[Problem]) -> tuple[FormRecord, ...]:
    """The corrections of forms.yml, which an edition may do without; one for the same words twice is a problem."""
    records = _load_list(root, FORMS, tuple[FormRecord, ...], files, problems)
    first: dict[str, Location] = {}
    for index, record in enumerate(records):
        location = files["forms.yml"].location(index, "text")
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
