"""Add: begin articles from raw files. Each has its folder whole, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jianzhu.commands.article import EMPTY, article_text
from jianzhu.commands.raw import RawArticle, read_raw
from jianzhu.commands.slug import free_slug, refuse_slug
from jianzhu.commands.welcome import welcome
from jianzhu.extract.record import dump_extract
from jianzhu.source.load import read_texts
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import ManifestRecord
from jianzhu.source.seeds import ARTICLES, EXTRACT, IMAGES, translation_file
from jianzhu.storage.digest import sha256
from jianzhu.storage.files import whole_folder
from jianzhu.storage.lock import one_at_a_time


def add_articles(root: Path, what: Sequence[str]) -> tuple[str, bool]:
    """Begin the articles that `what` names: a slug and a file, or files and folders; every readable file of a folder is one.

    Returns what there is to tell, and whether every file that was named is an article now. Of a folder, what is not readable is
    skipped. Raises EditionError where nothing could be added.
    """
    if len(what) == 2 and (not {"/", "\\", "."} & set(what[0]) or not Path(what[0]).exists()):
        return add_article(root, what[0], Path(what[1])), True
    told: list[str] = []
    failed: list[Problem] = []
    skipped: list[str] = []
    for place in map(Path, what):
        for file in _files(place, skipped):
            try:
                known = _article_of(root, file)
                if known and len(what) == 1 and not place.is_dir():
                    told.append(f"{file}: the same bytes are already {ARTICLES}/{known}/")
                elif known:
                    skipped.append(f"{file}: already {ARTICLES}/{known}/")
                    continue
                told.append(_add(root, None, read_raw(file, read_texts(root))))
            except EditionError as error:
                if place.is_dir():
                    skipped += [f"{problem.location.path}: {problem.wrong}" for problem in error.problems]
                else:
                    failed += error.problems
    if failed and not told:
        raise EditionError(failed)
    if skipped:
        told.append("\n".join(["Skipped:", *(f"  {line}" for line in skipped)]))
    told += [str(problem) for problem in failed]
    return "\n\n".join(told) or "nothing to add: no file is there", not failed


def add_article(root: Path, slug: str, file: Path) -> str:
    """Make the folder of article `slug` from `file`; returns a report of what was found and what to do next.

    Raises EditionError where the slug is malformed or taken, or where the file cannot be read; OSError where the folder cannot be
    written. It is there whole then, or not at all.
    """
    refuse_slug(root, slug)
    return _add(root, slug, read_raw(file, read_texts(root)))


def _files(place: Path, skipped: list[str]) -> list[Path]:
    """The files that `place` stands for; what in a folder is none goes to `skipped`."""
    if not place.is_dir():
        return [place]
    try:
        found = sorted(path for path in place.iterdir() if not path.name.startswith("."))
    except OSError as error:
        wrong = f"the folder cannot be read: {error.strerror or error}"
        raise EditionError(
            [
                Problem(
                    Location(str(place)),
                    "file-unreadable",
                    wrong=wrong,
                    expected="a folder",
                    advice="check its permissions",
                )
            ]
        ) from error
    skipped += [f"{path}: a folder; add it by its own name" for path in found if path.is_dir()]
    return [path for path in found if not path.is_dir()]


def _article_of(root: Path, file: Path) -> str:
    """The article that has the bytes of `file` already; empty where none has."""
    try:
        digest = f"sha256: {sha256(file.read_bytes())}"
    except OSError:
        return ""
    for record in sorted((root / ARTICLES).glob("*/article.yml")):
        if digest in record.read_text(encoding="utf-8", errors="replace"):
            return record.parent.name
    return ""


def _add(root: Path, slug: str | None, raw: RawArticle) -> str:
    """Make the folder of `raw`; without a slug, under one that is proposed."""
    with one_at_a_time(root, "add"):
        name = free_slug(root, raw) if slug is None else slug
        refuse_slug(root, name)  # another may have taken it while this one waited
        folder = root / ARTICLES / name
        number = 1 + sum(path.is_dir() and path.name[0] != "." for path in folder.parent.glob("*"))
        # Ids are given when the text is repaired: one that is given is for ever.
        texts = {**EMPTY, translation_file(raw.texts): "{}\n", "segments.yml": dump_manifest(ManifestRecord())}
        extraction = None
        if raw.extraction is not None:
            texts[EXTRACT] = dump_extract(raw.extraction.record)
            extraction = sha256(texts[EXTRACT].encode())
        texts["article.yml"] = article_text(raw, number, extraction)
        with whole_folder(folder) as made:
            (made / raw.file).write_bytes(raw.data)
            for file, content in texts.items():
                (made / file).write_text(content, encoding="utf-8", newline="")
            images = [image for image in raw.images if image.data is not None]
            if images:
                (made / IMAGES).mkdir()
            for image in images:
                (made / IMAGES / image.file).write_bytes(image.data or b"")
    return welcome(name, raw)
