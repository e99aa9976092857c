"""Folder: the files of one article as records."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from jianzhu.language import TextLanguages
from jianzhu.source.gaps import complete_article, missing_keys, without_gaps, written_status
from jianzhu.source.names import printable, unreadable
from jianzhu.source.parse import parse_record
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import (
    SLUG_RULE,
    ArticleRecord,
    EmendationRecord,
    ManifestRecord,
    MarkRecord,
    NoteRecord,
    SegmentId,
    Slug,
    TranslationRecord,
    is_slug,
)
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.seeds import (
    ARTICLES,
    EDITION,
    EXTRACT,
    IMAGES,
    Folder,
    translation_file,
)
from jianzhu.source.suggested import Register, Suggestion
from jianzhu.source.suggestions import Reading, split_suggestions
from jianzhu.source.yamlfile import YamlFile, read_bytes, read_yaml
from jianzhu.storage.digest import sha256
from jianzhu.text.kinds import Kinds, default_kinds

T = TypeVar("T")


def load_folder(
    root: Path, slug: str, texts: TextLanguages, kinds: Kinds | None, problems: list[Problem]
) -> Folder | None:
    """The article `slug` below `root`; None where its record or its seed cannot be read.

    `kinds` are None where those of the edition cannot be read.
    """
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
        reading = Reading(texts, kinds) if status == "published" else Reading(texts, kinds, _completed)
        file, found = split_suggestions(file, register, reading, slug)
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
