"""Translation: the state of each sentence's translation, and its problems."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from jianzhu.annotate.article import TranslationStatus
from jianzhu.annotate.inlines import Authored, readable, translatable
from jianzhu.language import TextLanguages
from jianzhu.source.manifest import last_segment, unknown_segment
from jianzhu.source.problems import Problem
from jianzhu.source.records import TranslationRecord
from jianzhu.source.seeds import Folder
from jianzhu.text.characters import HAN
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.structure import Inline
from jianzhu.text.units import grouped

_HAN = re.compile(f"[{HAN}]+")
#: Languages that are written with Chinese characters.
_WITH_HAN = frozenset({"zh", "lzh", "yue", "ja", "ko", "vi"})


def untranslated_words(text: str, texts: TextLanguages) -> list[str]:
    """The Chinese characters that are left in a translation into a language that has none of its own."""
    return [] if texts.translation.code in _WITH_HAN else _HAN.findall(text)


def source_hash(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of a segment's text: what a translation says it was made from."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def translation_status(record: TranslationRecord | None, text: str) -> TranslationStatus:
    """The state of the translation `record` of a sentence that reads `text`."""
    if record is None:
        return "missing"
    return record.status if record.source == source_hash(text) else "stale"


def translation_problems(
    folder: Folder, sentences: Mapping[str, Authored], placed: Mapping[str, Sequence[Inline]]
) -> Iterator[Problem]:
    """The problems of the folder's translations of `sentences` (by segment id); missing ones are reported together.

    `placed` is what is set apart in the translations.
    """
    texts = {name: sentence.text for name, sentence in sentences.items()}
    due = translatable(sentences)
    missing = [name for name in due if name not in folder.translations]
    if missing:
        yield Problem(
            folder.location(folder.translation_file),
            "untranslated",
            wrong=f"{len(missing)} of {len(due)} segments of {folder.slug} have no translation: {_some(missing)}",
            expected="a translation of every segment",
            advice=f"`jianzhu translation {folder.slug}` adds an entry for each; write the translation after `text:`",
        )
    last = last_segment(texts)
    for name, record in folder.translations.items():
        if name not in texts:
            yield unknown_segment(folder.location(folder.translation_file, name), name, folder.slug, last)
        elif record.source != source_hash(texts[name]):
            yield _stale(folder, name, record, texts[name])
        else:
            yield from _faults(folder, name, record, sentences[name], placed[name])


def _some(names: list[str], shown: int = 12) -> str:
    return ", ".join(names[:shown]) + (", …" if len(names) > shown else "")


def _stale(folder: Folder, name: str, record: TranslationRecord, text: str) -> Problem:
    return Problem(
        folder.location(folder.translation_file, name, "source"),
        "translation-stale",
        wrong=f"{name} was translated from another version (hash {record.source}) of {text[:30]!r}"
        if record.source
        else f"{name} does not state which version of {text[:30]!r} it was made from",
        expected=f"source: {source_hash(text)}",
        advice="compare the translation with the sentence, correct it, then enter the new hash",
    )


def _faults(
    folder: Folder, name: str, record: TranslationRecord, sentence: Authored, placed: Sequence[Inline]
) -> Iterator[Problem]:
    # What is the same in both is no matter of translation.
    text, words = sentence.readable, readable(record.words, placed)
    if sentence.kind == "code":
        return
    if left := untranslated_words(words, folder.texts):
        yield Problem(
            folder.location(folder.translation_file, name, "text"),
            "translation-han",
            wrong=f"{name} contains Chinese characters: {', '.join(left)}",
            expected="words of the translation’s own language only; the source is shown beside them",
            advice="translate them; put what readers should know about the Chinese words into a note",
        )
    lines, own = sentence.text.count("\n"), record.words.count("\n")
    if lines != own and (lines or sentence.kind == "verse"):
        yield Problem(
            folder.location(folder.translation_file, name, "text"),
            "lines-differ",
            wrong=f"{name}: the source has {lines + 1} line{'s' if lines else ''}, the translation {own + 1}",
            expected="a line for a line",
            advice="begin a new line in the translation where the source does",
        )
    missing, added = numbers_apart(text, words, folder.texts.codes, folder.units)
    if (missing or added) and record.numbers_differ is None:
        said = [
            *(f"{grouped(value)} is not in the translation" for value in missing),
            *(f"{grouped(value)} is not in the source" for value in added),
        ]
        yield Problem(
            folder.location(folder.translation_file, name, "text"),
            "numbers-differ",
            wrong=f"{name}: {'; '.join(said)} ({text[:30]!r})",
            expected="the same numbers in both (万 is 10,000, 亿 is 100,000,000)",
            advice="correct the number, or explain under `numbersDiffer` why the two are the same",
        )
    elif record.numbers_differ is not None and not (missing or added):
        yield Problem(
            folder.location(folder.translation_file, name, "numbersDiffer"),
            "acceptance-idle",
            wrong=f"{name} explains why its numbers differ, but they do not",
            expected="numbersDiffer only where the numbers are read as different",
            advice="remove the line",
        )
