"""Encoding: which one the bytes of a text are in, and their characters, none changed."""

from __future__ import annotations

import codecs
import itertools
import re

from charset_normalizer import from_bytes

from jianzhu.text.characters import HAN

#: Byte order marks, longest first, and the encoding that each announces (Unicode 16, section 23.8).
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

#: Encodings of Chinese and of all languages, as Python names them.
CHINESE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5")
#: The encodings that seeds come in: also those of Japanese, Korean and Western texts. The names with numbers are what Windows
#: writes under the older names.
ENCODINGS = (*CHINESE, "shift_jis", "cp932", "euc-jp", "euc-kr", "cp949", "cp1252")

#: How many bytes are looked at to tell the language.
_SAMPLE = 200_000
_HIRAGANA = re.compile("[\u3041-\u309f]")
_HALF_KANA = re.compile("[\uff61-\uff9f]")
_HANGUL = re.compile("[\uac00-\ud7a3]")
#: The syllables that Korean has most of: particles and endings.
_KOREAN = re.compile("[이다는을의에고가하지은를도로한서기]")
_LETTER = re.compile("[A-Za-z]")


class UndecodableSeed(ValueError):
    """The bytes do not fit the encoding. `offset` counts bytes from 0, `line` lines from 1."""

    def __init__(self, encoding: str, offset: int, line: int, byte: str) -> None:
        super().__init__(f"byte {offset} ({byte}) does not fit {encoding}")
        self.encoding, self.offset, self.line = encoding, offset, line


def decode(data: bytes, encoding: str) -> str:
    """`data` as text in `encoding` (one of ENCODINGS).

    Raises UndecodableSeed with the first byte that does not fit; LookupError for an encoding that seeds do not come in.
    """
    if encoding not in ENCODINGS:
        raise LookupError(encoding)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        # A codec that strips its mark counts from behind it, where there is one.
        stripped = encoding == "utf-8-sig" and data.startswith(codecs.BOM_UTF8)
        offset = error.start + (len(codecs.BOM_UTF8) if stripped else 0)
        byte = data[offset : offset + 1].hex() or "end of file"
        # Not the bytes 0A: in UTF-16, 上 (U+4E0A) has one.
        line = data[:offset].decode(encoding, "replace").count("\n") + 1
        raise UndecodableSeed(encoding, offset, line, byte) from error


def detect_encoding(data: bytes) -> str:
    """The encoding of `data`, one of ENCODINGS: its byte order mark, else UTF-8 if it fits, else the best guess.

    Most bytes fit several encodings of two bytes; which it is shows in the language that they give. Japanese has hiragana, and
    Korean few and frequent syllables. GB18030 and Big5 are distinguished by charset-normalizer. The answer is a proposal for the
    article's record, where an editor sees and may correct it. Raises UndecodableSeed where no encoding fits.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return encoding
    try:
        decode(data, "utf-8")
        if data.count(b"\0") * 8 <= len(data):  # one or two are damage
            return "utf-8"
    except UndecodableSeed as error:
        not_utf8 = error
    else:
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    if found := _by_language(data):
        return found
    best = from_bytes(data, cp_isolation=["gb18030", "big5", "utf_16_le", "utf_16_be"]).best()
    if best is not None:
        return best.encoding.replace("_", "-")
    raise not_utf8


def _by_language(data: bytes) -> str | None:
    """The encoding of a Japanese, Korean or Western text; None for any other."""
    sample = data[:_SAMPLE]
    for encodings, is_language in (
        (("shift_jis", "cp932"), _is_japanese),
        (("euc-jp",), _is_japanese),
        (("euc-kr", "cp949"), _is_korean),
        (("cp1252",), _is_western),
    ):
        for encoding in encodings:
            if is_language(sample.decode(encoding, "ignore")) and _fits(data, encoding):
                return encoding
    return None


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_japanese(text: str) -> bool:
    wide = sum(character > "\x7f" for character in text)
    return len(_HIRAGANA.findall(text)) > 0.12 * wide and len(_HALF_KANA.findall(text)) < 0.1 * wide


def _is_korean(text: str) -> bool:
    hangul = len(_HANGUL.findall(text))
    han = len(re.findall(f"[{HAN}]", text))
    return hangul > 4 * han and len(_KOREAN.findall(text)) > 0.15 * hangul


def _is_western(text: str) -> bool:
    """True where letters of ASCII stand around each other character: in encodings of two bytes the others come in pairs."""
    others = [at for at, character in enumerate(text) if character > "\x7f"]
    together = sum(after - before == 1 for before, after in itertools.pairwise(others))
    return len(_LETTER.findall(text)) > 10 * len(others) and together * 4 <= len(others)
