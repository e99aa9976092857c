"""Detect: what in a printed text still looks damaged, so that a new article cannot pass unseen.

A finding is a suspicion. The editor corrects it in emendations.yml, or accepts the reading in article.yml with a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from jianzhu.language import TextLanguage
from jianzhu.text.characters import CLOSING, HAN, INVISIBLE, OPENING, TONED, fold_script


class Finding(NamedTuple):
    """A suspicious stretch of the printed text: `start` in code points, the characters, and what they look like."""

    start: int
    exact: str
    looks_like: str


#: What looks like damage: a name for the editor, and a pattern. Order is that of the report for one place.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an undecodable character", re.compile("\ufffd+")),
    ("a control or private-use character", re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff]+")),
    ("a no-break or invisible space", re.compile(f"[\u00a0{INVISIBLE}]+")),
    (
        "a Latin letter with tone mark (a pinyin gloss?)",
        re.compile(rf"[(（]?[a-zü]{{0,6}}[{TONED}][a-zü]{{0,6}}[)）]?"),
    ),
    (
        "? or ; between Chinese characters (garbled bytes?)",
        re.compile(rf"(?<=[{HAN}])[?;？；!！][?;？；!！]+|[?？!！][;；]|[;；][?？!！]"),
    ),
    ("half-width punctuation beside a Chinese character", re.compile(rf"(?<=[{HAN}])[,:;?!()]|[,;?!()](?=[{HAN}])")),
    ("a stray letter of another script", re.compile("[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0e00-\u0e7f]+")),
    ("half of a two-byte code", re.compile(rf"(?<=[{HAN}])[A-Z](?=[{HAN}])")),
    ("an HTML tag", re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>")),
    ("a straight quotation mark beside Chinese", re.compile(rf'(?<=[{HAN}])"|"(?=[{HAN}])')),
    ("an HTML entity", re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]{2,8});")),
    (
        "a website's own words",
        re.compile(
            "本站资源|搜索建议|相关文章|相關文章|本文留言|近期讀者推薦|(?:展开)|责任编辑|版权声明|转载请注明|扫码关注"
        ),
    ),
)


#: The patterns that hold in every language.
_ANY_LANGUAGE = frozenset(
    {"an undecodable character", "a control or private-use character", "an HTML tag", "an HTML entity"}
)


def detect(text: str, lang: str = "zh") -> tuple[Finding, ...]:
    """Everything in the printed `text`, in the language with the code `lang`, that looks like damage, in order."""
    chinese = TextLanguage(lang).is_chinese
    patterns = [(name, pattern) for name, pattern in PATTERNS if chinese or name in _ANY_LANGUAGE]
    found = [Finding(match.start(), match[0], name) for name, pattern in patterns for match in pattern.finditer(text)]
    if chinese:
        found += [*_rare_characters(text), *_unbalanced(text)]
    return tuple(sorted(found, key=attrgetter("start", "looks_like")))


def _rare_characters(text: str) -> Iterator[Finding]:
    for match in re.finditer(f"[{HAN}]", text):
        if not _is_common(match[0]):
            yield Finding(match.start(), match[0], "a rare character out of place")


@lru_cache(maxsize=65536)
def _is_common(character: str) -> bool:
    """True for level 1 of GB 2312 or of Big5, which order by frequency of use; a variant counts as its simplified form."""
    forms = (character, fold_script(character))
    return any(_within(form, "gb2312", b"\xb0\xa1", b"\xd7\xf9") for form in forms) or _within(
        character, "big5", b"\xa4\x40", b"\xc6\x7e"
    )


def _within(character: str, encoding: str, first: bytes, last: bytes) -> bool:
    try:
        return first <= character.encode(encoding) <= last
    except UnicodeEncodeError:
        return False


def _unbalanced(text: str) -> Iterator[Finding]:
    """Quotation marks and brackets that do not pair within a line."""
    start = 0
    for line in text.split("\n"):
        stack: list[tuple[int, str]] = []
        for offset, character in enumerate(line):
            if character in OPENING:
                stack.append((start + offset, character))
            elif character in CLOSING and not (character == "’" and line[offset - 1 : offset].isascii()):
                if stack and OPENING.index(stack[-1][1]) == CLOSING.index(character):
                    stack.pop()
                else:
                    yield Finding(start + offset, character, "an unmatched quotation mark or bracket")
        for at, character in stack:
            yield Finding(at, character, "an unmatched quotation mark or bracket")
        start += len(line) + 1
