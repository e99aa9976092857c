"""Seed: the bytes of an article, checked and decoded as its record says."""

from __future__ import annotations

from jianzhu.extract.encoding import ENCODINGS, UndecodableSeed
from jianzhu.repair.decode import Witness, read_witness
from jianzhu.source.problems import Problem
from jianzhu.source.seeds import EXTRACT, Folder
from jianzhu.storage.digest import sha256


def read_seed(folder: Folder) -> tuple[Witness | None, list[Problem]]:
    """The folder's seed as its record says it is to be read; None, with the problem, where it is not that seed.

    Follow-up errors of a wrong seed (stale segments and translations) are suppressed: fixing them would be wrong.
    """
    source = folder.article.source
    if sha256(folder.seed) != source.sha256:
        return None, [
            Problem(
                folder.location("article.yml", "source", "sha256"),
                "seed-changed",
                wrong=f"{source.file} has the SHA-256 {sha256(folder.seed)}",
                expected=source.sha256,
                advice="restore the seed as received; make corrections in emendations.yml",
            )
        ]
    if folder.extract is not None:
        return _extracted(folder)
    location = folder.location("article.yml", "source", "encoding")
    encoding = source.encoding or ""
    try:
        return read_witness(folder.seed, encoding), []
    except UndecodableSeed as error:
        wrong = f"{source.file}, line {error.line}: {error}"
        advice = "name the right encoding (`jianzhu add` proposes one), or get an undamaged file"
        return None, [
            Problem(location, "seed-undecodable", wrong=wrong, expected=f"bytes of {encoding}", advice=advice)
        ]
    except LookupError:
        wrong = f"{encoding!r} is not a supported encoding"
        expected = f"one of {', '.join(ENCODINGS)}"
        return None, [
            Problem(location, "record-invalid", wrong=wrong, expected=expected, advice="name one of these encodings")
        ]


def _extracted(folder: Folder) -> tuple[Witness | None, list[Problem]]:
    """What was read out of a seed with markup, where it still is what was recorded."""
    source, record = folder.article.source, folder.extract
    if record is None or folder.extract_sha256 != source.extraction:
        return None, [
            Problem(
                folder.location("article.yml", "source", "extraction"),
                "extraction-changed",
                wrong=f"{EXTRACT} has the SHA-256 {folder.extract_sha256}",
                expected=str(source.extraction),
                advice="restore the file, and make corrections in emendations.yml; "
                f"`jianzhu extract {folder.slug}` reads the seed again",
            )
        ]
    return Witness(record.text, source.encoding or "", source.sha256, record.structure), []
