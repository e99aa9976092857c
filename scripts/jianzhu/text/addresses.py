"""Addresses, code and formulas in running text, and other sequences of characters that only work as they are.

Found by form alone, in plain text and in what a format with markup leaves in its words. An address ends before Chinese
characters and marks, and without the stop or bracket of the sentence around it (RFC 3986, appendix C).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from jianzhu.text.code import code_stretches

#: What is kept as it is: an address (also of mail or a file), code, a formula, characters joined into one sign, an entity of
#: HTML, and the marks of Markdown or HTML around words.
KeptKind = Literal["address", "code", "formula", "emoji", "entity", "markup"]
#: In these nothing is found or divided. Entities and markup are what a program left, so that a detector shall see them.
PROTECTED: frozenset[KeptKind] = frozenset({"address", "code", "formula", "emoji"})
#: What stands for a hidden character where it must be neither a letter nor a mark (OBJECT REPLACEMENT CHARACTER).
HIDDEN = "\ufffc"


class Stretch(Protocol):
    """From `start` to `end` of a text (code points)."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


@dataclass(frozen=True)
class Kept:
    """Characters from `start` to `end` that are kept as they are."""

    start: int
    end: int
    kind: KeptKind


#: The characters of an address (RFC 3986, section 2), with those that browsers show in it.
_URL = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%{}|^\\]"
#: Domains that are known without a scheme, where a path follows; others could be a file or a product (Node.js/React).
_DOMAIN = (
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+"
    r"(?:com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|me|co|tv|cc|xyz|site|top|wiki|blog|news|"
    r"cn|tw|hk|mo|sg|jp|kr|uk|us|de|fr|it|es|nl|ru|eu|ch|at|au|ca|in|br|be|se|no|fi|dk|pl)"
)
#: Two pictures or letters and U+200D or U+200C between them; a picture with its colors and its sign of presentation.
_PICTURE = "[\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff][\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
_JOINED_LETTER = "[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff]"

#: Where a link of Markdown leads, in brackets.
_TARGET = r"\([^()\s\u3000-\uffef]+(?:\s\"[^\"\n]*\")?\)"

_PATTERNS: tuple[tuple[KeptKind, re.Pattern[str]], ...] = (
    # Code between fences or backquotes (CommonMark 0.31, sections 4.5 and 6.1), within one paragraph.
    ("code", re.compile(r"^(?P<fence>`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?(?P=fence)[`~]*[ \t]*$", re.MULTILINE)),
    ("code", re.compile(r"(?<!`)(?P<quote>`{1,3})(?!`)(?:(?!'')[^`\n]|(?!(?P=quote)(?!`))`)+?(?<!`)(?P=quote)(?!`)")),
    # Formulas of TeX. Between single dollars, as Pandoc has it: no space within, no digit behind; and something that
    # prices have not, so that $5 and $6 are none.
    ("formula", re.compile(r"\$\$(?=[^$])(?:(?!\n[ \t]*\n)[^$]){1,2000}\$\$")),
    ("formula", re.compile(r"\\\((?:(?!\\\)).){1,400}\\\)|\\\[(?:(?!\\\]|\n[ \t]*\n)[\s\S]){1,2000}\\\]")),
    (
        "formula",
        re.compile(
            r"(?<![\\$A-Za-z0-9])\$(?![\s$])(?=[^$\n]*[\\^_={}<>+]|[A-Za-z]'?\$|[A-Za-z]\([A-Za-z]\)\$)"
            r"(?:\\\$|[^$\n\u3001-\u303f\u4e00-\u9fff\uff01-\uff5e])+?(?<![\s\\])\$(?![0-9$])"
        ),
    ),
    ("address", re.compile(rf"(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{{1,30}}://{_URL}+")),
    (
        "address",
        re.compile(
            rf"(?<![A-Za-z0-9+.-])(?:mailto|tel|sms|magnet|urn|doi|data|javascript|geo|xmpp|sip):(?![/ ]){_URL}+",
            re.IGNORECASE,
        ),
    ),
    ("address", re.compile(rf"(?<![A-Za-z0-9@.-])www\.[A-Za-z0-9-]+\.{_URL}+", re.IGNORECASE)),
    ("address", re.compile(rf"(?<![A-Za-z0-9@._/-]){_DOMAIN}(?::\d{{2,5}})?[/?#](?:{_URL})*", re.IGNORECASE)),
    (
        "address",
        re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?::[A-Za-z0-9._~/-]+)?"),
    ),
    ("address", re.compile(rf"(?<![A-Za-z0-9])10\.\d{{4,9}}/{_URL}+")),
    # Paths: of Windows, of a share in a network, of Unix from the root, the home or the folder one is in.
    ("address", re.compile(r"(?<![A-Za-z0-9])[A-Za-z]:\\[\x21-\x7e]*|\\\\[A-Za-z0-9.$-]+\\[\x21-\x7e]+")),
    (
        "address",
        re.compile(
            r"(?<![A-Za-z0-9_/.~$€£¥%])(?:(?:~|\.{1,2})/[\w@.+-]+|/[\w@.+-]+/[\w@.+-]+)(?:/[\w@.+-]*)*", re.ASCII
        ),
    ),
    # Names in programs: std::string, fe80::1, obj.method(), my_call(a, b), localhost:8080, --option=value.
    ("code", re.compile(r"(?<!\w)\w*(?:::~?\w+)+(?:<[\w:, *&]*>)?(?:\([^()\n\u3000-\uffef]*\))?", re.ASCII)),
    ("code", re.compile(r"(?<![\w.])[A-Za-z_][\w.]*\(\)", re.ASCII)),
    (
        "code",
        re.compile(r"(?<![\w.])(?=\w*[A-Za-z]\w*[._]\w)[A-Za-z_]\w*(?:\.\w+)*\([^()\n\u3000-\uffef]*\)", re.ASCII),
    ),
    ("code", re.compile(r"(?<![\w.:])(?:localhost|\d{1,3}(?:\.\d{1,3}){3}):\d{2,5}(?!\d)", re.ASCII)),
    ("code", re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*=[\x21-\x7e]+")),
    ("emoji", re.compile(f"{_PICTURE}(?:\u200d{_PICTURE})+|{_JOINED_LETTER}[\u200c\u200d](?={_JOINED_LETTER})")),
    ("entity", re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")),
    ("markup", re.compile(r"</?[a-zA-Z][^<>\n]{0,400}>|<!--[^\n]{0,400}?-->")),
    ("markup", re.compile(rf"!?\[(?=[^\[\]\n]{{0,400}}\]{_TARGET})|(?<=\]){_TARGET}")),
    ("markup", re.compile(r"\[\^[^\]\s]{1,40}\]:?")),
)
#: One of these is in whatever is kept; without them nothing has to be looked for.
_SIGN = re.compile("[:/@&`$\\\\<\\[=_\u200c\u200d]|\\(\\)|www\\.|\\.\\w+\\(", re.IGNORECASE)
_LAST = ".,;:!?'\"*_~|^"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def find_kept(text: str) -> tuple[Kept, ...]:
    """Everything in `text` that is kept as it is, in order, none overlapping: of two, the one that begins first, then the
    longer stretch of code, then the one named first in KeptKind’s patterns.
    """
    if not _SIGN.search(text):
        return ()
    found = sorted(
        (start, rank, end, kind)
        for rank, (kind, pattern) in enumerate(_PATTERNS)
        for match in pattern.finditer(text)
        for start, end in (_trimmed(text, match.start(), match.end(), kind),)
        if start < end
    )
    found = sorted(
        [*found, *((start, -1, end, "code") for start, end in code_stretches(text))],
        # Of two stretches of code the longer: a fence rather than its first line.
        key=lambda one: (one[0], -one[2] if one[3] == "code" else 0, one[1]),
    )
    kept: list[Kept] = []
    for start, _, end, kind in found:
        if not kept or start >= kept[-1].end:
            kept.append(Kept(start, end, kind))
    return tuple(kept)


def _trimmed(text: str, start: int, end: int, kind: KeptKind) -> tuple[int, int]:
    """An address without the marks of the sentence around it: a stop at its end, a bracket that opens or closes outside."""
    if kind != "address":
        return start, end
    while end > start:
        last = text[end - 1]
        opened = _PAIRS.get(last)
        unmatched = last in "([{" or (
            opened is not None and text.count(last, start, end) > text.count(opened, start, end)
        )
        if not (last in _LAST or unmatched):
            break
        end -= 1
    return start, end


def protected(text: str) -> tuple[Kept, ...]:
    """The addresses, formulas, code and joined signs in `text`, in which nothing is found or divided."""
    return tuple(kept for kept in find_kept(text) if kept.kind in PROTECTED)


def mask(text: str, stretches: Iterable[Stretch], character: str = "x") -> str:
    """`text` with every code point of `stretches` replaced by `character`; line ends stay, and so does the length."""
    parts, done = [], 0
    for stretch in sorted(stretches, key=lambda stretch: (stretch.start, stretch.end)):
        start = max(done, stretch.start)
        if start < stretch.end:
            hidden = re.sub("[^\n]", character, text[start : stretch.end])
            parts += [text[done:start], hidden]
            done = stretch.end
    return "".join([*parts, text[done:]])


class Cover:
    """Which places of a text are in one of some stretches, in logarithmic time; the stretches may overlap."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        merged: list[tuple[int, int]] = []
        for start, end in sorted((stretch.start, stretch.end) for stretch in stretches if stretch.start < stretch.end):
            if merged and start < merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        self._starts = [start for start, _ in merged]
        self._ends = [end for _, end in merged]

    def touches(self, start: int, end: int) -> bool:
        """True where a character from `start` to `end` is covered; for an empty stretch, where one on either side is the same’s."""
        at = bisect_right(self._starts, start) - 1
        if at >= 0 and (self._ends[at] > start if end > start else self._starts[at] < start < self._ends[at]):
            return True
        return end > start and at + 1 < len(self._starts) and self._starts[at + 1] < end

    def inside(self, at: int) -> bool:
        """True where a stretch begins before `at` and ends behind it."""
        return self.touches(at, at)
