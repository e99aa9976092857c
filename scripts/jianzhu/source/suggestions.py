"""Suggestions: entries with `status: suggested`, which are in no register until an editor accepts them.

They stand in their ordinary files, and are taken out of these when they are read. One may lack what only an editor can know;
what it has is held to the rules of its record. Whatever is wrong with one, it stops no build.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from jianzhu.language import TextLanguages
from jianzhu.source.parse import Fault, faults_of
from jianzhu.source.problems import Problem
from jianzhu.source.records import (
    Anchor,
    ClaimRecord,
    ConceptRecord,
    EventRecord,
    MarkRecord,
    NoteRecord,
    QuestionRecord,
    RelationRecord,
    SegmentId,
    Slug,
    TranslationRecord,
)
from jianzhu.source.suggested import BECAUSE, SUGGESTED, Register, Suggestion
from jianzhu.source.yamlfile import Key, YamlFile
from jianzhu.text.kinds import Kinds


def _whole(file: YamlFile) -> YamlFile:
    return file


@dataclass(frozen=True)
class Reading:
    """How a file is read: the languages that quotes are in, and the kinds of the edition, where they are known.

    `completed` makes of the file of an unfinished article, which may have gaps, one without them.
    """

    texts: TextLanguages
    kinds: Kinds | None = None
    completed: Callable[[YamlFile], YamlFile] = _whole


#: What an entry of each register is; a list is read as a mapping from places.
ENTRIES: Mapping[Register, Any] = {
    Register.GLOSSARY: dict[Slug, ConceptRecord],
    Register.EVENTS: dict[Anchor, EventRecord],
    Register.CLAIMS: dict[Anchor, ClaimRecord],
    Register.RELATIONS: dict[Slug, RelationRecord],
    Register.QUESTIONS: dict[Slug, QuestionRecord],
    Register.NOTES: dict[Slug, NoteRecord],
    Register.MARKS: dict[int, MarkRecord],
    Register.TRANSLATION: dict[SegmentId, TranslationRecord],
}


def split_suggestions(
    file: YamlFile, register: Register, reading: Reading, slug: str = ""
) -> tuple[YamlFile, list[Suggestion]]:
    """`file` without its suggestions, as if they were not there, and these; `slug` is the article whose file it is, if any."""
    named = _named(file.data)
    taken = [name for name, value in named.items() if isinstance(value, dict) and value.get("status") == SUGGESTED]
    if not taken:
        return file, []
    found = [_suggestion(file, name, register, reading, slug) for name in taken]
    return _without(file, frozenset(taken)), found


def _named(data: Any) -> dict[str | int, Any]:
    """The entries of a mapping or a list, by their keys or places."""
    if isinstance(data, dict):
        return dict(data)
    return dict(enumerate(data)) if isinstance(data, list) else {}


def _without(file: YamlFile, taken: frozenset[str | int]) -> YamlFile:
    """`file` without the entries `taken`; those of a list that stay move up, with their lines."""
    if isinstance(file.data, dict):
        kept = {name: value for name, value in file.data.items() if name not in taken}
        return replace(
            file, data=kept, lines={key: line for key, line in file.lines.items() if key[:1] not in _firsts(taken)}
        )
    stay = [index for index in range(len(file.data)) if index not in taken]
    places: dict[str | int, int] = {old: new for new, old in enumerate(stay)}
    lines = {
        (places[key[0]], *key[1:]) if key else key: line
        for key, line in file.lines.items()
        if not key or key[0] in places
    }
    return replace(file, data=[file.data[index] for index in stay], lines=lines)


def _firsts(taken: frozenset[str | int]) -> set[Key]:
    return {(name,) for name in taken}


def _suggestion(file: YamlFile, name: str | int, register: Register, reading: Reading, slug: str) -> Suggestion:
    value = file.data[name]
    fields = {key: one for key, one in value.items() if key not in ("status", BECAUSE)}
    read = reading.completed(replace(file, data={name: _filled(fields)}))
    wrong, gaps = _judged(read, register, name, reading)
    because = value.get(BECAUSE)
    return Suggestion(
        register=register,
        id=name if isinstance(name, str) else "",
        slug=slug,
        file=file,
        key=(name,),
        fields=fields,
        because=because if isinstance(because, str) else "",
        wrong=(*_without_evidence(file, name, because), *wrong),
        gaps=gaps,
    )


def _without_evidence(file: YamlFile, name: str | int, because: Any) -> Iterator[Problem]:
    if not isinstance(because, str) or not because.strip() or re.search("[\n\r]", because):
        yield Problem(
            file.location(name, BECAUSE),
            "suggestion-invalid",
            wrong=f"{name}.{BECAUSE}: {'missing' if because is None else 'not a line of text'}",
            expected="the evidence for the suggestion, in one line",
            advice=f"add {BECAUSE!r}, or accept or delete the suggestion",
        )


def _filled(value: Any) -> Any:
    """`value` without the keys that nothing is said for."""
    if isinstance(value, dict):
        filled = {key: _filled(one) for key, one in value.items() if one is not None}
        return {key: one for key, one in filled.items() if one != {} or value[key] == {}}
    return [_filled(one) for one in value] if isinstance(value, list) else value


# What is wrong with a suggestion, and what it only lacks. A rule of the whole record is tried only where nothing is missing, so
# what is missing is filled in, and the record is read again.

#: What the tool knows of a place: without it a suggestion is about nothing.
_KNOWN = frozenset({"segment", "exact", "evidence", "target", "source", "article", "passages"})
_BOTH = {"zh": "–", "en": "–"}
#: What stands in for a key that is missing while the rest is read; a key that has none stays missing.
_STAND_INS: Mapping[str, Any] = {
    **dict.fromkeys(("label", "definition", "rationale", "body", "finding", "stance", "assertedBy"), _BOTH),
    **_BOTH,
    "edtf": "2000",
    "asOf": "2000",
    "unit": "year",
    "about": "thesis",
    "verdict": "open",
    "prefLabel": {},
}
_TYPES: Mapping[Register, Mapping[str, str]] = {
    Register.GLOSSARY: {"type": "idea"},
    Register.RELATIONS: {"type": "elaborates"},
    Register.NOTES: {"kind": "text"},
}


def _judged(
    file: YamlFile, register: Register, name: str | int, reading: Reading
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What is wrong with the entry `name` of `file`, and what it lacks."""
    wrong: list[Problem] = []
    gaps: list[Problem] = []
    stand_ins = {**_STAND_INS, **_TYPES.get(register, {})}
    entry = replace(file, data={name: file.data[name]})
    made_up: set[Key] = set()
    while True:
        found = faults_of(entry, ENTRIES[register], reading.texts, reading.kinds)
        faults = [fault for fault in _counted(found) if fault.key not in made_up or fault.kind == "concept_label"]
        gaps += [fault.problem for fault in faults if _is_gap(fault, file.data[name])]
        wrong += [fault.problem for fault in faults if not _is_gap(fault, file.data[name])]
        known = {fault.key: stand_ins[str(fault.key[-1])] for fault in faults if _fillable(fault, stand_ins)}
        if not known:
            break
        made_up |= known.keys()
        filled = entry.data
        for key, value in known.items():
            filled = _put(filled, key, value)
        entry = replace(entry, data=filled)
    invalid = (replace(problem, code="suggestion-invalid") for problem in wrong)
    return tuple(dict.fromkeys(invalid)), tuple(dict.fromkeys(gaps))


def _counted(faults: list[Fault]) -> Iterator[Fault]:
    """`faults` without lists that are too short only because an entry in them is at fault."""
    for fault in faults:
        within = len(fault.key)
        if fault.kind != "too_short" or not any(other.key[:within] == fault.key != other.key for other in faults):
            yield fault


def _fillable(fault: Fault, stand_ins: Mapping[str, Any]) -> bool:
    return fault.kind == "missing" and fault.key[-1] in stand_ins and fault.key[-1] not in _KNOWN


def _is_gap(fault: Fault, fields: Mapping[str, Any]) -> bool:
    """True for what is missing and only an editor can know."""
    match fault.kind:
        case "missing":
            return fault.key[-1] not in _KNOWN
        case "concept_label":
            return True
        case "too_short":
            return fault.key[-1] == "positions"
        case "claim_quantity":
            return not {"value", "min", "max"} & fields.keys()
    return False


def _put(data: Any, key: Key, value: Any) -> Any:
    """`data` with `value` at `key`; what is given stays as it is."""
    if not key:
        return value
    first, *rest = key
    if isinstance(data, list):
        return [_put(one, tuple(rest), value) if index == first else one for index, one in enumerate(data)]
    return {**data, first: _put(data.get(first), tuple(rest), value)}
