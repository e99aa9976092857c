"""Parse: the data of a YAML file as records; every fault is a problem with its line, in an editor's words."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from jianzhu.language import DEFAULT_TEXTS, TextLanguages
from jianzhu.source.problems import Problem, one_of
from jianzhu.source.records import Record
from jianzhu.source.yamlfile import Key, YamlFile
from jianzhu.text.kinds import Kinds

T = TypeVar("T")


def parse_entries(
    file: YamlFile,
    kind: type[dict[str, T]],
    problems: list[Problem],
    unread: set[str],
    texts: TextLanguages = DEFAULT_TEXTS,
    kinds: Kinds | None = None,
) -> dict[str, T]:
    """The entries of a mapping of `kind`, from ids to records: the good ones, while the ids of the others go to `unread`.

    `texts` are the languages that quotes are in, `kinds` those of the edition, where they are known.
    """
    if not isinstance(file.data, dict):
        if file.data is not None:
            parse_record(file, kind, problems, texts, kinds)
        return {}
    entries: dict[str, T] = {}
    for key, value in file.data.items():
        entry = parse_record(YamlFile(file.path, {key: value}, file.lines), kind, problems, texts, kinds)
        if entry is None:
            unread.add(key)
        else:
            entries |= entry
    return entries


def parse_record(
    file: YamlFile,
    kind: type[T],
    problems: list[Problem],
    texts: TextLanguages = DEFAULT_TEXTS,
    kinds: Kinds | None = None,
) -> T | None:
    """The data of `file` as `kind`; every fault goes to `problems` with its line. An empty file is an empty list or mapping.

    `texts` are the languages that quotes are in, `kinds` those of the edition, where they are known.
    """
    adapter = TypeAdapter(kind)
    data = file.data
    if data is None:
        data = [] if get_origin(kind) is tuple else {}
    try:
        return adapter.validate_python(data, context={"texts": texts, "kinds": kinds})
    except ValidationError as error:
        problems.extend(_problem(file, kind, fault) for fault in error.errors(include_url=False))
        return None


@dataclass(frozen=True)
class Fault:
    """A fault of a record: its `kind` (pydantic's error types, and those of the models), the key, and the problem."""

    kind: str
    key: Key
    problem: Problem


def faults_of(file: YamlFile, kind: Any, texts: TextLanguages, kinds: Kinds | None) -> list[Fault]:
    """What is wrong with the data of `file`, read as `kind`; `texts` and `kinds` as in `parse_record`."""
    try:
        TypeAdapter(kind).validate_python(file.data, context={"texts": texts, "kinds": kinds})
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [Fault(fault["type"], _key_of(fault), _problem(file, kind, fault)) for fault in found]
    return []


def _key_of(fault: Mapping[str, Any]) -> Key:
    return tuple(part for part in fault["loc"] if part != "[key]")


def _problem(file: YamlFile, kind: Any, fault: Mapping[str, Any]) -> Problem:
    key = _key_of(fault)
    location = file.location(*key)
    name = ".".join(map(str, key)) or "the file"
    match fault["type"]:
        case "extra_forbidden" | "quote_language":
            languages = fault["msg"].split(", ") if fault["type"] == "quote_language" else []
            known = sorted({*_keys_at(kind, key[:-1]), *languages})
            near = difflib.get_close_matches(str(key[-1]), known, 1)
            if key[-1] == "because":
                known, near = [], []
            return Problem(
                location,
                "record-unknown-key",
                wrong=f"{name}: unknown key",
                expected=one_of(known, "the evidence of a suggestion, which has `status: suggested`"),
                advice=f"did you mean {near[0]!r}?" if near else "remove the key, or look it up in seeds/README.md",
            )
        case "edtf":
            return Problem(
                location,
                "edtf-invalid",
                wrong=f"{name}: {fault['msg']}",
                expected="an EDTF date such as 2023-04-11, 1976, 197X, 2022-01/2022-06 or 2023~",
                advice="write the date in this form; explain in the note beside it how a vague date was resolved",
            )
        case "kind_unknown":
            section, known = fault["ctx"]["section"], fault["ctx"]["known"].split(", ")
            near = difflib.get_close_matches(str(fault["input"]), known, 1)
            if section == "units":  # far too many to be told
                alike = difflib.get_close_matches(str(fault["input"]), known, 8, 0.3)
                own = [name for name in fault["ctx"]["own"].split(", ") if name]
                known = [
                    *own,
                    *(name for name in alike if name not in own),
                    "… (seeds/README.md lists the default set)",
                ]
            return Problem(
                location,
                "kind-unknown",
                wrong=f"{name}: the edition has no {_KINDS[section]} ‘{_shortened(fault['input'])}’",
                expected=f"one of {', '.join(known)}",
                advice=f"{f'did you mean {near[0]!r}? If not, ' if near else ''}add it under `{section}` in seeds/kinds.yml",
            )
        case "concept_label":
            return Problem(
                location,
                "concept-label",
                wrong=f"{name}.{fault['ctx']['missing']}: the label is missing",
                expected=f"prefLabel with {fault['ctx']['needed']}",
                advice="add the name as its bearer writes it",
            )
        case "missing":
            return Problem(
                location, "record-invalid", wrong=f"{name}: missing", expected="a value", advice=f"add {key[-1]!r}"
            )
    value = fault.get("input")
    shown = f" (it says {_shortened(value)!r})" if isinstance(value, str | int) else ""
    wrong = _WRONG.get(fault["type"], "not allowed here")
    return Problem(
        location,
        "record-invalid",
        wrong=f"{name}: {wrong}{shown}",
        expected=_expected(fault),
        advice="correct the value",
    )


def _shortened(value: str | int) -> str | int:
    return f"{value[:60]}…" if isinstance(value, str) and len(value) > 61 else value


#: What an edition has kinds of.
_KINDS = {"concepts": "type of concepts", "events": "kind of events", "units": "unit"}
#: What pydantic's error types find, in an editor's words.
_WRONG = {
    "decimal_parsing": "not a number",
    "decimal_max_digits": "too many digits",
    "decimal_max_places": "too many digits after the decimal point",
    "decimal_whole_digits": "too many digits",
    "finite_number": "not a number",
    "int_parsing": "not a whole number",
    "greater_than_equal": "the number is too small",
    "less_than_equal": "the number is too large",
    "literal_error": "not one of the values allowed here",
    "string_type": "not text",
    "string_too_short": "the text is too short",
    "string_pattern_mismatch": "not in the required form",
    "too_short": "too few entries",
    "too_long": "too many entries",
    "tuple_type": "not a list",
    "dict_type": "not a mapping",
    "model_type": "not a mapping",
    "value_error": "breaks a rule",
    "claim_quantity": "breaks a rule",
}
#: What they ask for.
_EXPECTED = {
    "decimal_parsing": "a number such as 238 or 2.5",
    "int_parsing": "a whole number",
    "string_type": "text: fill it in",
    "string_too_short": "text that is not empty, and at least two characters for a label",
    "too_short": "a list with more entries",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "finite_number": "a number such as 238 or 2.5",
    "decimal_max_digits": "at most 24 digits",
    "decimal_whole_digits": "at most 18 digits before the decimal point",
    "decimal_max_places": "at most 6 digits after the decimal point",
    "too_long": "a list with fewer entries",
    "claim_quantity": "a claim has either a value, or a min or a max or both",
}


#: Patterns as an editor would say them.
_FORMS = {
    r"^s[1-9][0-9]{0,6}$": "a segment’s id, such as s29",
    r"^[a-z0-9-]+:s[1-9][0-9]{0,6}$": "an article and a segment, such as my-text:s29",
    r"^(?:[a-z0-9-]+:)?s[1-9][0-9]{0,6}$": "a segment’s id, such as s29, or my-text:s29 in another article",
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "a day, such as 2024-04-11",
    r"^[0-9a-f]{8}$": "the hash of the sentence; leave out `source`, and `check` reports it",
}


def _expected(fault: Mapping[str, Any]) -> str:
    context = fault.get("ctx", {})
    if fault["type"] == "value_error":
        return str(context["error"])
    if fault["type"] == "literal_error" and context["expected"] == "'draft' or 'reviewed'":
        return "'draft', 'reviewed' or 'suggested'"
    if "ge" in context or "le" in context:
        return f"a number of at least {context['ge']}" if "ge" in context else f"a number of at most {context['le']}"
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
