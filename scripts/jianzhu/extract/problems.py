"""Problems: what an editor is told of an article’s images, and of a seed that is read otherwise than before."""

from __future__ import annotations

from collections.abc import Iterator

from jianzhu.extract.encoding import UndecodableSeed
from jianzhu.extract.extraction import UnreadableFile
from jianzhu.extract.formats import extract
from jianzhu.extract.images import image_fault
from jianzhu.extract.record import first_difference
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import ImageRecord
from jianzhu.source.seeds import EXTRACT, IMAGES, Folder
from jianzhu.storage.digest import sha256

_SHOWN = 120


def image_problems(folder: Folder) -> Iterator[Problem]:
    """Images of the text that are not recorded, not there, not what is recorded, or not safe to show."""
    recorded = {image.file for image in folder.article.images}
    blocks = folder.extract.blocks if folder.extract is not None else ()
    for name in dict.fromkeys(block.label for block in blocks if block.kind == "figure" and block.label):
        if name not in recorded:
            yield Problem(
                folder.location("article.yml", "images"),
                "image-unrecorded",
                wrong=f"a figure of the text shows {name}, which has no entry under images",
                expected="an entry with file and from for each image",
                advice=f"add it; `jianzhu extract {folder.slug}` prints the lines",
            )
    for index, image in enumerate(folder.article.images):
        yield from _problems_of(folder, image, folder.location("article.yml", "images", index))


def _problems_of(folder: Folder, image: ImageRecord, location: Location) -> Iterator[Problem]:
    place = f"{IMAGES}/{image.file}"
    path = folder.images.get(image.file)
    if path is None:
        if image.omitted is None:
            yield Problem(
                location,
                "image-missing",
                wrong=f"{place} is not there (in the seed: {image.from_[:_SHOWN]})",
                expected="the image as received",
                advice="put the file there and its SHA-256 here, or say under omitted, in both languages, why it is left out",
            )
        return
    data = path.read_bytes()
    if (fault := image_fault(data)) and image.omitted is None:
        yield Problem(
            location,
            "image-unsafe",
            wrong=f"{place} {fault}",
            expected="a PNG, JPEG, GIF or WebP image, or an SVG without scripts and references",
            advice="replace it by a safe one, or remove it and say under omitted why it is left out",
        )
    elif image.omitted is None and sha256(data) != image.sha256:
        yield Problem(
            location,
            "image-changed",
            wrong=f"{place} has the SHA-256 {sha256(data)}",
            expected=image.sha256 or "its SHA-256 in the record",
            advice="restore the image; or write this one under sha256, if you have put it there yourself",
        )


def reading_problems(folder: Folder) -> Iterator[Problem]:
    """The problem of a seed with markup that the tools which are installed read otherwise than extract.yml says."""
    source, record = folder.article.source, folder.extract
    if record is None or sha256(folder.seed) != source.sha256 or folder.extract_sha256 != source.extraction:
        return
    location = Location(folder.seed_path.rpartition("/")[0] + f"/{EXTRACT}")
    advice = f"compare the two; `jianzhu extract {folder.slug}` accepts the new reading, and ids of sentences stay"
    try:
        again = extract(folder.seed, source.format, source.encoding or "").record
    except ImportError:
        return  # the build needs no tool, and neither does the rest of the check
    except (UnreadableFile, UndecodableSeed, LookupError) as error:
        yield Problem(
            location,
            "extraction-differs",
            wrong=f"the seed could be read by {_tool(record.tool, record.version)}; now {error}",
            expected="the reading of extract.yml",
            advice="install those versions again, or report the fault",
        )
        return
    difference = first_difference(record, again)
    if difference is not None:
        line, old, new = difference
        tools = _tool(again.tool, again.version)
        yield Problem(
            Location(location.path, line),
            "extraction-differs",
            wrong=f"{tools} read: {_shown(new)}",
            expected=f"as {_tool(record.tool, record.version)} read: {_shown(old)}",
            advice=advice,
        )


def _tool(tool: str, version: str) -> str:
    """The names of the tools, each with its version."""
    return ", ".join(f"{name} {number}" for name, number in zip(tool.split(", "), version.split(", "), strict=False))


def _shown(line: str) -> str:
    return (line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…") or "nothing more"
