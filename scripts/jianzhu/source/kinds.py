"""Kinds: reads kinds.yml, by which an edition has types, kinds and units of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jianzhu.source.parse import parse_record
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records.kinds import KindsRecord, faults
from jianzhu.source.yamlfile import YamlFile, read_yaml
from jianzhu.text.kinds import Kinds, default_kinds, kinds_over
from jianzhu.text.unit_table import Units, UnitWord

KINDS = "seeds/kinds.yml"


def load_kinds(root: Path, problems: list[Problem]) -> tuple[Kinds | None, YamlFile | None]:
    """The kinds of the edition below `root`, and its kinds.yml, which it may do without; every fault goes to `problems`.

    They are None where the file could not be read, so that what refers to them is not blamed.
    """
    if not (root / KINDS).exists():
        return default_kinds(), None
    file, found = read_yaml(root, KINDS)
    problems.extend(found)
    record = None if found else parse_record(file, KindsRecord, problems)
    if record is None:
        return None, file
    wrong = [
        Problem(
            file.location(*key), "record-invalid", wrong=f"{'.'.join(map(str, key))}: {what}", expected=expected,
            advice="correct the entry; seeds/README.md explains it",
        )
        for key, what, expected in faults(record)
    ]  # fmt: skip
    problems.extend(wrong)
    if wrong:
        return None, file
    kinds = kinds_over(default_kinds(), record.model_dump(by_alias=True))
    problems.extend(_clashes(kinds.units, file))
    return kinds, file


def _clashes(units: Units, file: YamlFile) -> Iterator[Problem]:
    """A problem for each word that writes two units, or is listed twice."""
    for first, again in units.clashes():
        own = again.code.partition(" per ")[0] in units.own
        word, other = (again, first) if own else (first, again)
        code, meant = (one.code.partition(" per ")[0] for one in (word, other))
        same = code == meant
        yield Problem(
            word_location(file, code, word),
            "unit-word",
            wrong=f"‘{word.word}’ is listed twice for {code}"
            if same
            else f"‘{word.word}’ already writes the unit {meant}",
            expected="each word once" if same else "a word that means one unit",
            advice="remove it here: the default set or another line has it"
            if same
            else f"give another word, remove one of the two, or leave the default unit out (`without: {{units: [{meant}]}}`)",
        )


def word_location(file: YamlFile, code: str, word: UnitWord) -> Location:
    """Where kinds.yml lists `word` for the unit `code`; the unit itself where it is one of its names."""
    entry = (file.data.get("units") or {}).get(code) or {}
    for lang, words in (entry.get("words") or {}).items():
        for index in reversed(range(len(words))):
            said = words[index] if isinstance(words[index], str) else words[index].get("word")
            if said == word.written:
                return file.location("units", code, "words", lang, index)
    return file.location("units", code)
