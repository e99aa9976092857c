"""Seed: the bytes of an article, checked and decoded as its record says."""

from __future__ import annotations

from jianzhu.repair.decode import ENCODINGS, UndecodableSeed, Witness, read_witness, sha256
from jianzhu.source.load import Folder
from jianzhu.source.problems import Problem


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
    location = folder.location("article.yml", "source", "encoding")
    try:
        return read_witness(folder.seed, source.encoding), []
    except UndecodableSeed as error:
        wrong = f"{source.file}, line {error.line}: {error}"
        advice = "name the right encoding (`jianzhu add` proposes one), or get an undamaged file"
        return None, [
            Problem(location, "seed-undecodable", wrong=wrong, expected=f"bytes of {source.encoding}", advice=advice)
        ]
    except LookupError:
        wrong = f"{source.encoding!r} is not a supported encoding"
        expected = f"one of {', '.join(ENCODINGS)}"
        return None, [
            Problem(location, "record-invalid", wrong=wrong, expected=expected, advice="name one of these encodings")
        ]
