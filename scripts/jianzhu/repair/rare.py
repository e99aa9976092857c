"""Rare characters: which ones readers hardly ever meet, by the words they occur in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from jianzhu.text.characters import fold_script
from jianzhu.text.variants.lattice import LONGEST, frequencies

#: How often the words that a character occurs in must be counted for it to be a common one.
ENOUGH = 30
#: Characters of names and of today's talk that the dictionary has no words for.
_OF_NAMES = frozenset(
    "祎喆珺垚犇翀芃玥堃囧怼嘚氪镕槑氹瑄瑗昇昉晞晟晖杺栎桢梓楸楠沁沅沐泓洺淦湉溦滢濛炘烜烨焱煊熠燚玚玘玙珂珈珏珞珩珣珮琋琎琛琤琰瑀瑄瑆璐璟璠甯皓睎祺禛筠粼绮翊翎芊芮苡苒茗荇莘菀菡萱葳蒽蓁蔚薇蘅赟轶郦钰铖铎铠锴锶锘镱闫阚陟隽雯霏霈韬颉颢馥骁骥鳌麒麓黛怹孬夯嗲啵咩哒嘎嘞噗尬怂屌屄癫瘪"
)


def is_rare(character: str) -> bool:
    """Whether `character` is none that every reader knows; a variant counts as its simplified form."""
    return not _is_common(character)


def unknown_words(text: str, at: int) -> bool:
    """Whether no word of the dictionary that contains the character at `at` stands there in `text`."""
    around = fold_script(text[max(0, at - LONGEST + 1) : at + LONGEST])
    own, known = min(at, LONGEST - 1), frequencies()
    return not any(
        around[start:end] in known
        for start in range(max(0, own - 3), own + 1)
        for end in range(own + 1, min(len(around), own + 4) + 1)
        if end - start > 1
    )


@lru_cache(maxsize=65536)
def _is_common(character: str) -> bool:
    """True for level 1 of GB 2312 or of Big5, which order by frequency of use, and for what occurs in common words."""
    forms = (character, fold_script(character))
    return (
        any(_within(form, "gb2312", b"\xb0\xa1", b"\xd7\xf9") for form in forms)
        or _within(character, "big5", b"\xa4\x40", b"\xc6\x7e")
        or any(form in _OF_NAMES or _in_words().get(form, 0) >= ENOUGH for form in forms)
    )


def is_coded(character: str) -> bool:
    """Whether one of the character sets of the 1980s has `character`, or a name in use."""
    forms = (character, fold_script(character))
    return any(
        _within(form, "gb2312", b"", b"\xff") or _within(form, "big5", b"", b"\xff") or form in _OF_NAMES
        for form in forms
    )


def _within(character: str, encoding: str, first: bytes, last: bytes) -> bool:
    try:
        return first <= character.encode(encoding) <= last
    except UnicodeEncodeError:
        return False


@lru_cache(maxsize=1)
def _in_words() -> Mapping[str, int]:
    """How often the words of two characters or more are counted that a character occurs in."""
    counts: Counter[str] = Counter()
    for word, count in frequencies().items():
        if len(word) > 1:
            for character in set(word):
                counts[character] += count
    return MappingProxyType(counts)
