"""Extract: read the seed of an article again with the tools that are installed, and accept what they read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jianzhu.commands.article import image_lines
from jianzhu.extract.encoding import UndecodableSeed
from jianzhu.extract.extraction import Extraction, UnreadableFile
from jianzhu.extract.formats import FORMATS, extract
from jianzhu.extract.record import dump_extract, first_difference
from jianzhu.source.parse import parse_record
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records.article import Source
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.seeds import ARTICLES, EXTRACT, IMAGES
from jianzhu.source.yamlfile import YamlFile, read_bytes, read_yaml
from jianzhu.storage.digest import sha256
from jianzhu.storage.files import write_file
from jianzhu.storage.lock import one_at_a_time
from jianzhu.storage.transaction import Output


def extract_again(root: Path, slug: str) -> str:
    """Write extract.yml of article `slug` as its seed is read now, and its SHA-256 into article.yml; what changed is told.

    Raises EditionError, and writes nothing, where the article cannot be read, its seed has changed, or it has no markup.
    """
    with one_at_a_time(root, "extract"):
        return _extract_again(root, slug)


def _extract_again(root: Path, slug: str) -> str:
    base = f"{ARTICLES}/{slug}"
    file, problems = read_yaml(root, f"{base}/article.yml")
    # The rest of the record may have gaps yet.
    data = file.data if isinstance(file.data, dict) else {}
    source = None if problems else parse_record(YamlFile(file.path, data.get("source"), file.lines), Source, problems)
    if source is None:
        raise EditionError(problems)
    location = file.location("source")
    if not FORMATS[source.format].module:
        raise _error(location, "the seed is plain text", "a seed with markup", "there is nothing to do")
    seed = read_bytes(root / base / source.file)
    if sha256(seed) != source.sha256:
        raise _error(location, f"{source.file} is not the file that was added", source.sha256, "restore it as received")
    try:
        again = extract(seed, source.format, source.encoding or "")
    except UnreadableFile as error:
        raise _error(location, error.wrong, error.expected, error.advice) from error
    except (UndecodableSeed, LookupError) as error:
        raise _error(location, str(error), "the encoding of the seed", "correct source.encoding") from error
    new = dump_extract(again.record).encode()
    path = root / base / "article.yml"
    old_text = path.read_bytes().decode("utf-8")
    text = re.sub(r"(?m)^(\s+extraction:\s*)[\"']?[0-9a-f]{64}[\"']?", rf"\g<1>{sha256(new)}", old_text, count=1)
    told = _difference(root, base, again)
    output = Output(root / base)
    with output.begun():
        for name, content in ((EXTRACT, new), ("article.yml", text.encode())):
            with output.stage(name) as staged:
                staged.write(content)
        output.commit()
    missing = _new_images(root, base, data, again)
    return "\n".join([f"{base}/{EXTRACT}: {told}", *missing])


def _difference(root: Path, base: str, again: Extraction) -> str:
    file, problems = read_yaml(root, f"{base}/{EXTRACT}")
    old = None if problems else parse_record(file, ExtractRecord, problems)
    if old is None:
        return "written anew; the old one could not be read"
    difference = first_difference(old, again.record)
    if difference is None:
        return f"as before, read by {again.record.tool} {again.record.version}"
    line, before, now = difference
    return f"another reading; the first difference is in line {line}: {before[:100]} → {now[:100]}"


def _new_images(root: Path, base: str, data: dict[str, Any], again: Extraction) -> list[str]:
    """Write the images that come with the seed and are not recorded; returns the lines for article.yml."""
    recorded = data.get("images")
    known = (
        {image.get("file") for image in recorded if isinstance(image, dict)} if isinstance(recorded, list) else set()
    )
    new = [image for image in again.images if image.file not in known]
    for image in new:
        if image.data is not None:
            write_file(root / base / IMAGES / image.file, image.data)
    lines = [line for image in new for line in image_lines(image)]
    return ["Add to images in article.yml:", *lines] if lines else []


def _error(location: Location, wrong: str, expected: str, advice: str) -> EditionError:
    return EditionError([Problem(location, "file-unreadable", wrong=wrong, expected=expected, advice=advice)])
