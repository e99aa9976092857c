"""Load: all of seeds/ as records, and every problem at once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from jianzhu.language import TextLanguages
from jianzhu.source.folder import load_folder
from jianzhu.source.gaps import written_status
from jianzhu.source.kinds import load_kinds
from jianzhu.source.names import name_problems
from jianzhu.source.parse import parse_record
from jianzhu.source.problems import EditionError, Problem
from jianzhu.source.records import (
    EditionRecord,
    LanguagesRecord,
)
from jianzhu.source.registers import entries_of, load_registers, load_vocabulary
from jianzhu.source.seeds import (
    ARTICLES,
    EDITION,
    SEEDS,
    Folder,
    Seeds,
)
from jianzhu.source.stray import stray_problems
from jianzhu.source.yamlfile import YamlFile, read_yaml
from jianzhu.text.kinds import default_kinds


def load_seeds(root: Path) -> tuple[Seeds, list[Problem]]:
    """Read seeds/ below `root`. An article whose record cannot be read is left out, with its problems."""
    problems: list[Problem] = list(name_problems(root, SEEDS))
    record_file, found = read_yaml(root, EDITION)
    problems += found
    record = None if found else parse_record(record_file, EditionRecord, problems)
    texts = record.languages.texts if record else _texts(record_file)
    kinds, kinds_file = load_kinds(root, problems)
    slugs = sorted(path.name for path in entries_of(root / ARTICLES) if path.is_dir() and not path.name.startswith("."))
    folders = [folder for slug in slugs if (folder := load_folder(root, slug, texts, kinds, problems)) is not None]
    folders.sort(key=lambda folder: (folder.article.number, folder.slug))
    unread = frozenset(slugs) - {folder.slug for folder in folders}
    statuses = {slug: written_status(root / ARTICLES / slug / "article.yml") for slug in slugs}
    statuses |= {folder.slug: folder.article.status for folder in folders}
    problems += [*_repeated_numbers(folders), *stray_problems(root, folders)]
    vocabulary = load_vocabulary(root, texts, kinds, problems)
    registers = load_registers(root, texts, kinds, problems)
    seeds = Seeds(
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
    return seeds, problems


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
