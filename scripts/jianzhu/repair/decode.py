"""Decode: the bytes of a seed as text, without changing a character."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass

from charset_normalizer import from_bytes

from jianzhu.text.structure import Structure

#: Byte order marks, longest first, and the encoding that each announces (Unicode 16, section 23.8).
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: The encodings that seeds come in, as Python names them.
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5")


@dataclass(frozen=True)
class Witness:
    """A seed as read (TEI *witness*): its text, the encoding it was read with, the SHA-256 of its bytes in hex.

    `structure` is that of a format with markup; None for plain text, whose blocks are proposed by rule.
    """

    text: str
    encoding: str
    sha256: str
    structure: Structure | None = None


class UndecodableSeed(ValueError):
    """The bytes do not fit the encoding. `offset` counts bytes from 0, `line` lines from 1."""

    def __init__(self, encoding: str, offset: int, line: int, byte: str) -> None:
        super().__init__(f"byte {offset} ({byte}) does not fit {encoding}")
        self.encoding, self.offset, self.line = encoding, offset, line


def sha256(data: bytes) -> str:
    """SHA-256 of `data`, 64 hex digits."""
    return hashlib.sha256(data).hexdigest()


def read_witness(data: bytes, encoding: str) -> Witness:
    """`data` as text in `encoding` (one of ENCODINGS).

    Raises UndecodableSeed with the first byte that does not fit; LookupError for an encoding that seeds do not come in.
    """
    if encoding not in ENCODINGS:
        raise LookupError(encoding)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # A codec that strips its mark counts from behind it, where there is one.
        stripped = encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8)
        offset = error.start + (len(codecs.BOM_UTF8) if stripped else 0)
        byte = data[offset : offset + 1].hex() or "end of file"
        # Not the bytes 0A: in UTF-16, 上 (U+4E0A) has one.
        line = data[:offset].decode(encoding, "replace").count("\n") + 1
        raise UndecodableSeed(encoding, offset, line, byte) from error
    return Witness(text, encoding, sha256(data))


def detect_encoding(data: bytes) -> str:
    """The encoding of `data`, one of ENCODINGS: its byte order mark, else UTF-8 if it fits, else the best guess.

    GB18030 and Big5 allow most of each other's bytes; charset-normalizer distinguishes them by which reading looks like
    language. The answer is a proposal for the article's record, where an editor sees and may correct it.
    Raises UndecodableSeed where no encoding fits.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    try:
        read_witness(data, "utf-8")
        if b"\0" not in data:
            return "utf-8"
    except UndecodableSeed as error:
        not_utf8 = error
    else:
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    best = from_bytes(data, cp_isolation=["gb18030", "big5", "utf_16_le", "utf_16_be"]).best()
    if best is not None:
        return best.encoding.replace("_", "-")
    raise not_utf8
