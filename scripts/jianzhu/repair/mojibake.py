"""Mojibake: stretches of text that were read in another encoding than they were written in, and what they read then."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from jianzhu.text.characters import HAN

#: What code page 1252 has for the bytes 80–9F; where it has none, Latin-1 has a control character.
_PAGE_1252 = {
    character: bytes([byte]) for byte in range(0x80, 0xA0) if (character := bytes([byte]).decode("cp1252", "ignore"))
}
_CONTINUES = "[\x80-\xbf" + "".join(_PAGE_1252) + "]"
_UTF8_AS_LATIN = re.compile(f"(?:[\xc2-\xdf]{_CONTINUES}|[\xe0-\xef]{_CONTINUES}{{2}}|[\xf0-\xf4]{_CONTINUES}{{3}})+")
_GBK_AS_LATIN = re.compile("[\xa1-\xfe]{4,}")
#: What the most frequent characters and marks of Chinese become when their UTF-8 is read as GBK: ，。的在是和中一了这不我有…
_SIGNATURE = "锛銆鐨鍦鏄鍜涓浜杩鎴鍙鏂绗浠鍒澶鏈鐢瀛璇闂鎵灏鍚鐜浣鏁枃娴埌湪憬"
_UTF8_AS_GBK = re.compile(rb"(?:[\xe4-\xe9][\x80-\xbf]{2}|\xe3\x80[\x80-\xbf]|\xef\xbc[\x80-\xbf]){2,}")
_SIGNS = re.compile(f"[{_SIGNATURE}]")
_LOST = re.compile("锟斤拷(?:锟斤拷)*锟?斤?|[锟斤拷]{3,}|烫烫烫+|屯屯屯+")
_HAN = re.compile(f"[{HAN}]")


class Mojibake(NamedTuple):
    """A garbled stretch: `start`, the characters, how they came about, and what they were, empty where that is lost."""

    start: int
    exact: str
    cause: str
    correction: str


def find_mojibake(text: str) -> Iterator[Mojibake]:
    """The garbled stretches of `text`, in order for each cause."""
    for match in _UTF8_AS_LATIN.finditer(text):
        read = _again(match[0])
        if read:
            yield Mojibake(match.start(), match[0], "UTF-8 read as Latin-1 or Windows-1252", read)
    for match in _GBK_AS_LATIN.finditer(text):
        read = match[0].encode("latin-1").decode("gb18030", "ignore")
        if len(match[0]) % 2 == 0 and len(_HAN.findall(read)) * 10 >= len(match[0]) * 4:
            yield Mojibake(match.start(), match[0], "GBK read as Latin-1", read)
    if _SIGNS.search(text):
        yield from _utf8_as_gbk(text)
    for match in _LOST.finditer(text):
        yield Mojibake(
            match.start(), match[0], "bytes that no encoding fitted, read as GBK; the characters are lost", ""
        )


def _again(garbled: str) -> str:
    data = b"".join(_PAGE_1252.get(character) or character.encode("latin-1") for character in garbled)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _utf8_as_gbk(text: str) -> Iterator[Mojibake]:
    """What is UTF-8 in the bytes that GBK has for `text`."""
    coded = [character.encode("gb18030", "replace") for character in text]
    starts = list(itertools.accumulate(map(len, coded), initial=0))
    for match in _UTF8_AS_GBK.finditer(b"".join(coded)):
        # A character at the edge may be half of it.
        start, end = bisect.bisect_right(starts, match.start()) - 1, bisect.bisect_left(starts, match.end())
        if _SIGNS.search(text, start, end):
            read = b"".join(coded[start:end]).decode("utf-8", "replace").replace("\ufffd", "?")
            yield Mojibake(start, text[start:end], "UTF-8 read as GBK", read)
