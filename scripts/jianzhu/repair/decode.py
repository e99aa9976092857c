"""Decode: a seed as read, before any repair."""

from __future__ import annotations

from dataclasses import dataclass

from jianzhu.extract.encoding import decode
from jianzhu.storage.digest import sha256
from jianzhu.text.structure import Structure


@dataclass(frozen=True)
class Witness:
    """A seed as read (TEI *witness*): its text, the encoding it was read with, the SHA-256 of its bytes in hex.

    `encoding` is empty for a format that is no text file. `structure` is that of a format with markup; None for plain text,
    whose blocks are proposed by rule.
    """

    text: str
    encoding: str
    sha256: str
    structure: Structure | None = None


def read_witness(data: bytes, encoding: str) -> Witness:
    """`data` as plain text in `encoding`. Raises as `jianzhu.extract.encoding.decode` does."""
    return Witness(decode(data, encoding), encoding, sha256(data))
