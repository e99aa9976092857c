"""Translation: the state of each sentence's translation, and its problems."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from jianzhu.annotate.article import TranslationStatus
from jianzhu.source.load import Folder
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.problems import Problem
from jianzhu.source.records import TranslationRecord
from jianzhu.text.characters import HAN
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.units import grouped

_HAN = re.compile(f"[{HAN}]+")


def has_han(text: str) -> bool:
    """True where an English text has Chinese characters in it."""
    return _HAN.search(text) is not None


def source_hash(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of a segment's text: what a translation says it was made from."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def translation_status(record: TranslationRecord | None, text: str) -> TranslationStatus:
    """The state of the translation `record` of a sentence that reads `text`."""
    if record is None:
        return "missing"
    return record.status if record.source == source_hash(text) else "stale"


def translation_problems(folder: Folder, texts: Mapping[str, str]) -> Iterator[Problem]:
    """The problems of the folder's translations of `texts` (by segment id); missing ones are reported together."""
    missing = [name for name in texts if name not in folder.translations]
    if missing:
        yield Problem(
            folder.location("en.yml"),
            "untranslated",
            wrong=f"{len(missing)} of {len(texts)} segments of {folder.slug} have no translation: {_some(missing)}",
            expected="a translation of every segment",
            advice=f"`jianzhu translation {folder.slug}` adds an entry for each; write the English after `text:`",
        )
    last = last_segment(texts)
    for name, record in folder.translations.items():
        if name not in texts:
            yield unknown_segment(folder.location("en.yml", name), name, folder.slug, last)
        elif record.source != source_hash(texts[name]):
            yield _stale(folder, name, record, texts[name])
        else:
            yield from _faults(folder, name, record, texts[name])


def _some(names: list[str], shown: int = 12) -> str:
    return ", ".join(names[:shown]) + (", …" if len(names) > shown else "")


def _stale(folder: Folder, name: str, record: TranslationRecord, text: str) -> Problem:
    return Problem(
        folder.location("en.yml", name, "source"),
        "translation-stale",
        wrong=f"{name} was translated from another version (hash {record.source}) of {text[:30]!r}"
        if record.source
        else f"{name} does not state which version of {text[:30]!r} it was made from",
        expected=f"source: {source_hash(text)}",
        advice="compare the translation with the sentence, correct it, then enter the new hash",
    )


def _faults(folder: Folder, name: str, record: TranslationRecord, text: str) -> Iterator[Problem]:
    if left := _HAN.findall(record.english):
        yield Problem(
            folder.location("en.yml", name, "text"),
            "translation-han",
            wrong=f"{name} contains Chinese characters: {', '.join(left)}",
            expected="English words only; the Chinese is shown beside them",
            advice="translate them; put what readers should know about the Chinese words into a note",
        )
    missing, added = numbers_apart(text, record.english)
    if (missing or added) and record.numbers_differ is None:
        said = [
            *(f"{grouped(value)} is not in the translation" for value in missing),
            *(f"{grouped(value)} is not in the source" for value in added),
        ]
        yield Problem(
            folder.location("en.yml", name, "text"),
            "numbers-differ",
            wrong=f"{name}: {'; '.join(said)} ({text[:30]!r})",
            expected="the same numbers in both (万 is 10,000, 亿 is 100,000,000)",
            advice="correct the number, or explain under `numbersDiffer` why the two are the same",
        )
    elif record.numbers_differ is not None and not (missing or added):
        yield Problem(
            folder.location("en.yml", name, "numbersDiffer"),
            "acceptance-idle",
            wrong=f"{name} explains why its numbers differ, but they do not",
            expected="numbersDiffer only where the numbers are read as different",
            advice="remove the line",
        )
