"""Registers: the glossary and the records of the whole edition, from their files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from jianzhu.language import TextLanguages
from jianzhu.source.names import is_utf8
from jianzhu.source.parse import parse_entries, parse_record
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import (
    Anchor,
    ChangeRecord,
    ClaimRecord,
    ConceptRecord,
    EventRecord,
    FormRecord,
    QuestionRecord,
    RelationRecord,
    Slug,
    SourceRecord,
)
from jianzhu.source.seeds import (
    CHANGES,
    FORMS,
    GLOSSARY,
    SOURCES,
    Registers,
    Vocabulary,
)
from jianzhu.source.suggested import Register, Suggestion
from jianzhu.source.suggestions import Reading, split_suggestions
from jianzhu.source.yamlfile import YamlFile, read_yaml
from jianzhu.text.kinds import Kinds

T = TypeVar("T")


def entries_of(folder: Path) -> list[Path]:
    """The entries of `folder`; none if it is missing or cannot be listed, which is reported elsewhere."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def load_vocabulary(root: Path, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]) -> Vocabulary:
    """The glossary below `root`, the entries that can be read; what is wrong with the others goes to `problems`."""
    concepts: dict[str, ConceptRecord] = {}
    locations: dict[str, Location] = {}
    unread: set[str] = set()
    suggestions: list[Suggestion] = []
    whole = True
    files: dict[str, YamlFile] = {}
    for path in sorted(path for path in entries_of(root / GLOSSARY) if path.suffix == ".yml" and is_utf8(path.name)):
        file, found = read_yaml(root, f"{GLOSSARY}/{path.name}")
        problems.extend(found)
        whole = whole and file.data is not None
        file, suggested = split_suggestions(file, Register.GLOSSARY, Reading(texts, kinds))
        suggestions += suggested
        files[f"glossary/{path.name}"] = file
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
    return Vocabulary(
        concepts=dict(sorted(concepts.items())),
        locations=locations,
        unread=frozenset(unread),
        whole=whole,
        files=files,
        suggestions=tuple(suggestions),
    )


def load_registers(root: Path, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]) -> Registers:
    """What the files of all articles together say, the entries that can be read; the faults of the others go to `problems`."""
    files: dict[str, YamlFile] = {}
    suggestions: list[Suggestion] = []

    def read(name: str, kind: type[dict[str, T]]) -> dict[str, T]:
        file, found = read_yaml(root, f"seeds/{name}")
        problems.extend(found)
        file, suggested = split_suggestions(file, Register(Path(name).stem), Reading(texts, kinds))
        suggestions.extend(suggested)
        files[name] = file
        return parse_entries(file, kind, problems, set(), texts, kinds)

    return Registers(
        events=read("events.yml", dict[Anchor, EventRecord]),
        claims=read("claims.yml", dict[Anchor, ClaimRecord]),
        relations=read("relations.yml", dict[Slug, RelationRecord]),
        questions=read("questions.yml", dict[Slug, QuestionRecord]),
        sources=_load_sources(root, texts, files, problems),
        forms=_load_forms(root, files, problems),
        changes=_load_list(root, CHANGES, tuple[ChangeRecord, ...], files, problems),
        files=files,
        suggestions=tuple(suggestions),
    )


def _load_sources(
    root: Path, texts: TextLanguages, files: dict[str, YamlFile], problems: list[Problem]
) -> dict[str, SourceRecord]:
    """The sources of sources.yml, which an edition may do without."""
    if not (root / SOURCES).exists():
        return {}
    file, found = read_yaml(root, SOURCES)
    problems.extend(found)
    files[Path(SOURCES).name] = file
    return dict(sorted(parse_entries(file, dict[Anchor, SourceRecord], problems, set(), texts).items()))


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
