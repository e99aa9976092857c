"""Characters: the classes of characters and the one-to-one folding that all parts share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from opencc import OpenCC

#: The two scripts of Chinese (BCP 47).
Script = Literal["zh-Hans", "zh-Hant"]

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
#: Punctuation that only Chinese text uses, or uses in this width.
CJK_PUNCTUATION = "，。、；：？！（）《》〈〉「」『』【】“”‘’…—～·"
#: Vowels with tone marks as pinyin writes them, and the plain letters around them.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"

#: What YAML 1.2 does not allow in a file, and U+FEFF; line separators are allowed but better escaped.
UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
#: What no editor writes in a text: the same, and a lone carriage return.
NOT_TEXT = re.compile(f"\r|{UNPRINTABLE.pattern}")
#: What ends a line besides LF, for some program or other: CR, and what Python's `splitlines` knows (Unicode 16, section 5.8).
LINE_ENDS = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
#: Spaces within a line, of any width; like the following, for a character class of a regular expression.
SPACES = " \t\u00a0\u2002-\u200a\u202f\u3000"
#: Characters without width, and those that turn the direction of what follows (Unicode TR 9).
INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"

OPENING = "（《〈「『【“‘("
CLOSING = "）》〉」』】”’)"

_CONTROLS = {
    "\0": "null",
    "\v": "vertical tab",
    "\f": "form feed",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x1c": "file separator",
    "\x1d": "group separator",
    "\x1e": "record separator",
    "\x7f": "delete",
    "\x85": "next line",
}


def name_of(character: str) -> str:
    """`character` by its code and its name (Unicode gives control characters none)."""
    name = _CONTROLS.get(character) or unicodedata.name(character, "").lower() or "no character"
    return f"U+{ord(character):04X} ({name})"


is_cjk = re.compile(f"[{HAN}{CJK_PUNCTUATION}]").match


@lru_cache(maxsize=1)
def _to_simplified() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=65536)
def _fold_character(character: str) -> str:
    folded = _to_simplified().convert(character)
    return folded if len(folded) == 1 else character


def fold_script(text: str) -> str:
    """`text` with every traditional character replaced by its simplified form, one to one: offsets stay valid."""
    return "".join(_fold_character(character) if character > "\u2fff" else character for character in text)


#: Figures, letters and signs in full width (U+FF01 to U+FF5E) that have the meaning of those of ASCII, by their codes.
_HALF_WIDTH = {ord(wide): chr(ord(wide) - 0xFEE0) for wide in "０１２３４５６７８９．％＋－／＄"} | {
    code: chr(code - 0xFEE0) for code in (*range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}


def fold_width(text: str) -> str:
    """`text` with figures, letters and the signs of numbers in half width, one to one: offsets stay valid."""
    return text.translate(_HALF_WIDTH)


#: Signs and words that mean nothing to any markup: ids, dates, figures with their units.
PLAIN = re.compile(r"(?:[^\W_]|[-–—.,:;/~?%≥≤≈+°·’ ])*")
