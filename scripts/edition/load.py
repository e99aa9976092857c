"""Load: from the files of seeds/ to records, with the place of every value and every problem at once."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import TypeAdapter, ValidationError

from edition.problems import Place, Problem
from edition.records import (
    ArticleRecord,
    ClaimRecord,
    ConceptRecord,
    EditionRecord,
    EmendationRecord,
    EventRecord,
    ManifestRecord,
    MarkRecord,
    NoteRecord,
    QuestionRecord,
    Record,
    RelationRecord,
    SegmentId,
    Slug,
    TranslationRecord,
    is_slug,
)
from edition.yamlfile import Key, YamlFile, read_yaml

T = TypeVar("T")

ARTICLES = "seeds/articles"
GLOSSARY = "seeds/glossary"


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
    places: Mapping[str, YamlFile]

    @property
    def title(self) -> str:
        """The article's own title as its text has it; empty where the editors supplied one."""
        return self.article.title.zh if self.article.title_source == "seed" else ""

    @property
    def seed_path(self) -> str:
        """The seed's path, relative to the project's root."""
        return f"{ARTICLES}/{self.slug}/{self.article.source.file}"

    def place(self, file: str, *key: str | int) -> Place:
        """The place of `key` in the folder's file `file` (`article.yml`, …)."""
        return self.places[file].place(*key)

    def segment_place(self, segment_id: str | None) -> Place:
        """The place of a segment in segments.yml, or of the list of blocks where it is not recorded."""
        for index, block in enumerate(self.manifest.blocks):
            if segment_id in block.segments:
                return self.place("segments.yml", "blocks", index, "segments", segment_id)
        return self.place("segments.yml", "blocks")


@dataclass(frozen=True)
class Vocabulary:
    """The concepts of the edition by id, in order of id, and where each is written.

    `unread` are those that could not be read; with `whole` False a file could not be read at all. What refers to those is
    not blamed.
    """

    concepts: Mapping[str, ConceptRecord]
    places: Mapping[str, Place]
    unread: frozenset[str]
    whole: bool


@dataclass(frozen=True)
class Registers:
    """What is said across articles: events, claims, relations and questions by id, and the files they stand in."""

    events: Mapping[str, EventRecord]
    claims: Mapping[str, ClaimRecord]
    relations: Mapping[str, RelationRecord]
    questions: Mapping[str, QuestionRecord]
    places: Mapping[str, YamlFile]


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
    problems: list[Problem] = []
    slugs = sorted(path.name for path in (root / ARTICLES).glob("*") if path.is_dir() and not path.name.startswith("."))
    folders = [folder for slug in slugs if (folder := _load_folder(root, slug, problems)) is not None]
    folders.sort(key=lambda folder: (folder.article.number, folder.slug))
    unread = frozenset(slugs) - {folder.slug for folder in folders}
    vocabulary, registers = _load_vocabulary(root, problems), _load_registers(root, problems)
    record_file, found = read_yaml(root, "seeds/edition.yml")
    record = None if found else parse_record(record_file, EditionRecord, problems)
    return Sources(record, record_file, tuple(folders), unread, vocabulary, registers), [*problems, *found]


def _load_folder(root: Path, slug: str, problems: list[Problem]) -> Folder | None:
    base = f"{ARTICLES}/{slug}"
    if not is_slug(slug):
        wrong, expected = f"the folder’s name {slug!r} cannot be an address", "lower-case letters, digits and hyphens"
        problems.append(Problem(Place(base), "record-invalid", wrong, f"{expected}, not ‘index’", "rename the folder"))
        return None
    places: dict[str, YamlFile] = {}

    def read(name: str, kind: type[T] | Any) -> T | None:
        file, found = read_yaml(root, f"{base}/{name}")
        problems.extend(found)
        places[name] = file
        return None if found else parse_record(file, kind, problems)

    article = read("article.yml", ArticleRecord)
    emendations = read("emendations.yml", tuple[EmendationRecord, ...])
    manifest = read("segments.yml", ManifestRecord)
    translations = read("en.yml", dict[SegmentId, TranslationRecord])
    notes = read("notes.yml", dict[Slug, NoteRecord])
    marks = read("marks.yml", tuple[MarkRecord, ...])
    if None in (article, emendations, manifest, translations, notes, marks):
        return None
    translations = {name: record for name, record in translations.items() if record.text is not None}
    seed_path = f"{base}/{article.source.file}"
    try:
        seed = (root / seed_path).read_bytes()
    except OSError:
        problems.append(
            Problem(
                places["article.yml"].place("source", "file"),
                "file-missing",
                f"the seed {seed_path} is not there",
                "the raw article as received",
                "put the file back, or name the right one under source.file",
            )
        )
        return None
    return Folder(slug, seed, article, emendations, manifest, translations, notes, marks, places)


def _load_vocabulary(root: Path, problems: list[Problem]) -> Vocabulary:
    concepts: dict[str, ConceptRecord] = {}
    places: dict[str, Place] = {}
    unread: set[str] = set()
    whole = True
    for path in sorted((root / GLOSSARY).glob("*.yml")):
        file, found = read_yaml(root, f"{GLOSSARY}/{path.name}")
        problems.extend(found)
        whole = whole and file.data is not None
        for concept_id, concept in parse_entries(file, ConceptRecord, problems, unread).items():
            if concept_id in concepts:
                problems.append(
                    Problem(
                        file.place(concept_id),
                        "yaml-duplicate-key",
                        f"the concept {concept_id!r} stands already at {places[concept_id]}",
                        "each concept once in the whole glossary",
                        "merge the two entries or rename one",
                    )
                )
                continue
            concepts[concept_id] = concept
            places[concept_id] = file.place(concept_id)
    return Vocabulary(dict(sorted(concepts.items())), places, frozenset(unread), whole)


def _load_registers(root: Path, problems: list[Problem]) -> Registers:
    places: dict[str, YamlFile] = {}

    def read(name: str, model: type[T]) -> dict[str, T]:
        file, found = read_yaml(root, f"seeds/{name}")
        problems.extend(found)
        places[name] = file
        return parse_entries(file, model, problems, set())

    return Registers(
        events=read("events.yml", EventRecord),
        claims=read("claims.yml", ClaimRecord),
        relations=read("relations.yml", RelationRecord),
        questions=read("questions.yml", QuestionRecord),
        places=places,
    )


def parse_entries(file: YamlFile, model: type[T], problems: list[Problem], unread: set[str]) -> dict[str, T]:
    """The entries of a mapping from ids to `model`: the good ones, while the ids of the others go to `unread`."""
    if not isinstance(file.data, dict):
        if file.data is not None:
            parse_record(file, dict[Slug, model], problems)
        return {}
    entries = {}
    for name, value in file.data.items():
        entry = parse_record(YamlFile(file.path, {name: value}, file.lines), dict[Slug, model], problems)
        if entry is None:
            unread.add(name)
        else:
            entries |= entry
    return entries


def parse_record(file: YamlFile, kind: Callable[..., T] | Any, problems: list[Problem]) -> T | None:
    """The data of `file` as `kind`; every fault goes to `problems` with its line. An empty file is an empty list or mapping."""
    adapter = TypeAdapter(kind)
    data = file.data
    if data is None:
        data = {} if not str(kind).startswith("tuple") else []
    try:
        return adapter.validate_python(data)
    except ValidationError as error:
        problems.extend(_problem(file, kind, fault) for fault in error.errors(include_url=False))
        return None


def _problem(file: YamlFile, kind: Any, fault: Mapping[str, Any]) -> Problem:
    key: Key = tuple(part for part in fault["loc"] if part != "[key]")
    place = file.place(*key)
    name = ".".join(map(str, key)) or "the file"
    match fault["type"]:
        case "extra_forbidden":
            known = sorted(_keys_at(kind, key[:-1]))
            near = difflib.get_close_matches(str(key[-1]), known, 1)
            return Problem(
                place,
                "record-unknown-key",
                f"{name}: no such key",
                f"one of {', '.join(known)}",
                f"did you mean {near[0]!r}?" if near else "take the key out, or look it up in seeds/README.md",
            )
        case "edtf":
            return Problem(
                place,
                "edtf-invalid",
                f"{name}: {fault['msg']}",
                "an EDTF date such as 2023-04-11, 1976, 197X, 2022-01/2022-06 or 2023~",
                "write the date so; how a vague date was resolved belongs into the note beside it",
            )
        case "missing" if "prefLabel" in key:
            return Problem(
                place,
                "concept-label",
                f"{name}: the label is missing",
                "prefLabel with zh-Hans, zh-Hant and en",
                "add the label as the bearer writes it",
            )
        case "missing":
            return Problem(place, "record-invalid", f"{name}: missing", "a value", f"add {key[-1]!r}")
    value = fault.get("input")
    shown = f" (it says {value!r})" if isinstance(value, str | int) else ""
    return Problem(place, "record-invalid", f"{name}: {fault['msg']}{shown}", _expected(fault), "mend the value")


#: What pydantic's error types ask for, in an editor's words.
_EXPECTED = {
    "decimal_parsing": "a number such as 238 or 2.5",
    "int_parsing": "a whole number",
    "string_type": "text: fill it in",
    "string_too_short": "text that is long enough: not empty, and two characters for a label",
    "too_short": "a list with more in it",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "value_error": "what the rule says",
}


#: Patterns as an editor would say them.
_FORMS = {
    r"^s[1-9][0-9]{0,6}$": "a segment’s id, such as s29",
    r"^[a-z0-9-]+:s[1-9][0-9]{0,6}$": "an article and a segment, such as tortoise:s29",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a day, such as 2024-04-11",
    r"^[0-9a-f]{8}$": "the hash of the sentence; leave `source` out, and the check tells it",
}


def _expected(fault: Mapping[str, Any]) -> str:
    context = fault.get("ctx", {})
    if "pattern" in context:
        return _FORMS.get(context["pattern"], f"text of the form {context['pattern']}")
    return str(context.get("expected") or _EXPECTED.get(fault["type"], fault["type"].replace("_", " ")))


def _keys_at(kind: Any, key: Key) -> set[str]:
    """The keys that the record reached from `kind` by `key` may have; list indexes and mapping keys lead no deeper."""
    for part in key:
        fields = (field for model in _models(kind) for field in model.model_fields.values())
        kind = next((field.annotation for field in fields if field.alias == part), kind)
    return {field.alias or name for model in _models(kind) for name, field in model.model_fields.items()}


def _models(kind: Any) -> list[type[Record]]:
    """The record models named in a type such as `dict[Slug, NoteRecord]` or `Quote | None`."""
    if isinstance(kind, type) and issubclass(kind, Record):
        return [kind]
    return [model for argument in get_args(kind) for model in _models(argument)]
