"""Characters: the classes of characters and the one-to-one folding that all rooms share."""

from __future__ import annotations

import re
from functools import lru_cache

from opencc import OpenCC

HAN = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〇"
#: Punctuation that only Chinese text uses, or uses in this width.
CJK_PUNCTUATION = "，。、；：？！（）《》〈〉「」『』【】“”‘’…—～·"
#: Vowels with tone marks as pinyin writes them, and the plain letters around them.
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"

OPENING = "（《〈「『【“‘("
CLOSING = "）》〉」』】”’)"

is_han = re.compile(f"[{HAN}]").match
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
