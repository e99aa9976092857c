"""Detect: what in a printed text still looks damaged, so that a new article cannot pass unseen.

A finding is a suspicion. The editor corrects it in emendations.yml, or accepts the reading in article.yml with a reason.
Signs that sound text has too (a rare character, a letter between Chinese characters) count only beside surer ones.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from html.entities import html5
from operator import attrgetter
from typing import NamedTuple

from jianzhu.language import Language, TextLanguage
from jianzhu.repair.boilerplate import boilerplate
from jianzhu.repair.layout import splits_a_word
from jianzhu.repair.mojibake import find_mojibake
from jianzhu.repair.rare import is_coded, is_rare, unknown_words
from jianzhu.text.characters import CLOSING, HAN, INVISIBLE, OPENING, TONED


class Finding(NamedTuple):
    """A suspicious stretch of the printed text: `start` in code points, the characters, what they look like, and what they
    may have been, where that can be told.
    """

    start: int
    exact: str
    looks_like: str
    correction: str = ""


_SYLLABLE = rf"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?[aeiouü]{{0,2}}[{TONED}][aeiouü]{{0,2}}(?:ng|n|r)?"
_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|code|dd|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|"
    "html|i|iframe|img|input|ins|li|link|main|mark|meta|nav|ol|option|p|pre|rp|rt|ruby|s|script|section|select|small|span|strike|"
    "strong|style|sub|sup|svg|table|tbody|td|th|thead|title|tr|u|ul|video|wbr"
)
_ALLOWED_GREEK = "αβγδεθλμπρστφχψωΓΔΘΛΠΣΦΨΩ"
#: What is damage wherever it stands, in any language.
_ANYWHERE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an undecodable character", re.compile("\ufffd+")),
    ("a control or private-use character", re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000-\uf8ff]+")),
    ("an HTML tag", re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>|<!--|-->", re.IGNORECASE)),
    ("an HTML entity", re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")),
)
#: What is damage in Chinese.
_CHINESE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("a no-break or invisible space", re.compile(f"(?<=[{HAN}])[\u00a0{INVISIBLE}]+|[\u00a0{INVISIBLE}]+(?=[{HAN}])")),
    (
        "a Latin letter with tone mark (a pinyin gloss?)",
        re.compile(
            rf"(?<=[{HAN}])[(（]{_SYLLABLE}[)）]|(?<=[{HAN}?？;；]){_SYLLABLE}(?:[)）]|(?=[{HAN}]))|(?<![\w(（ ]){_SYLLABLE}[)）](?=[{HAN}])"
        ),
    ),
    (
        "? or ; between Chinese characters (garbled bytes?)",
        re.compile(rf"(?<=[{HAN}。，])(?:[?;；？!！]*[;；][?;；？!！]+|[?？!！]+[;；])|(?<=[{HAN}])\?[!;](?=[{HAN}])"),
    ),
    (
        "half-width punctuation beside a Chinese character",
        re.compile(rf"(?<=[{HAN}])(?:[,?!]|[:;](?!-?[()DPp]))|[,;?!](?=[{HAN}])"),
    ),
    (
        "a stray letter of another script",
        re.compile(
            rf"(?<=[{HAN})）?])(?![{_ALLOWED_GREEK}])[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0e00-\u0e7f](?=[{HAN}A-Z?])"
        ),
    ),
    ("a straight quotation mark beside Chinese", re.compile(rf'(?<=[{HAN}])"|"(?=[{HAN}])')),
)
#: Sure signs that bytes were garbled: what else is odd near them is damage too.
_SURE = frozenset(
    {
        "an undecodable character",
        "a control or private-use character",
        "a Latin letter with tone mark (a pinyin gloss?)",
        "? or ; between Chinese characters (garbled bytes?)",
        "a stray letter of another script",
    }
)
#: How near, in characters.
_NEAR = 12
_LETTER = re.compile(rf"(?<=[{HAN}])[A-Z](?=[{HAN}])")
_GAP = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_MARKDOWN = (
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\*\*[^*\n\s][^*\n]{0,80}\*\*"),
    re.compile(r"!?\[[^\[\]\n]{0,200}\]\([^()\s]{1,200}\)"),
    re.compile(r"^(?:```|~~~)", re.MULTILINE),
    re.compile(r"^\|?[ :]*-{3,}[ :]*\|[-| :]*$", re.MULTILINE),
    re.compile(r"^\[\^[^\]\n]{1,40}\]:", re.MULTILINE),
)


def detect(text: str, lang: str = "zh") -> tuple[Finding, ...]:
    """Everything in the printed `text`, in the language with the code `lang`, that looks like damage, in order.

    Of two findings in one place the surer one is given.
    """
    chinese = TextLanguage(lang).is_chinese
    found = [Finding(start, exact, f"mojibake: {cause}", read) for start, exact, cause, read in find_mojibake(text)]
    found += _matches(text, (*_ANYWHERE, *(_CHINESE if chinese else ())))
    found += [Finding(start, exact, "a website's own words") for start, exact in boilerplate(text)]
    found += _markdown(text)
    if chinese:
        found += _unbalanced(text)
        found += _spaces_in_words(text)
        sure = sorted(finding.start for finding in found if finding.looks_like in _SURE)
        found += _beside(text, sure, lang)
    return tuple(sorted(_apart(found), key=attrgetter("start", "looks_like")))


def _matches(text: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[Finding]:
    for name, pattern in patterns:
        for match in pattern.finditer(text):
            if name != "an HTML entity" or match[0][1] == "#" or match[0][1:] in html5:
                yield Finding(match.start(), match[0], name)


def _apart(findings: Sequence[Finding]) -> Iterator[Finding]:
    """`findings` without those that lie within an earlier one."""
    starts: list[int] = []
    ends: dict[int, int] = {}
    for finding in findings:
        end = finding.start + len(finding.exact)
        at = bisect.bisect_right(starts, finding.start)
        if at and ends[starts[at - 1]] >= end:
            continue
        if finding.start not in ends:
            starts.insert(at, finding.start)
        ends[finding.start] = max(end, ends.get(finding.start, 0))
        yield finding


def _markdown(text: str) -> Iterator[Finding]:
    """The first mark of Markdown, where there are two kinds of them or three in all."""
    found = [list(pattern.finditer(text)) for pattern in _MARKDOWN]
    if sum(map(bool, found)) >= 2 or sum(map(len, found)) >= 3:
        first = min((matches[0] for matches in found if matches), key=re.Match.start)
        yield Finding(first.start(), first[0], "Markdown: add the file under a name in .md")


def _spaces_in_words(text: str) -> Iterator[Finding]:
    start = 0
    for line in text.split("\n"):
        for gap in _GAP.finditer(line):
            # One character on both sides is how names and titles are spread.
            alone = line[gap.start() - 2 : gap.start() - 1] in ("", " ") and line[gap.end() + 1 : gap.end() + 2] in (
                "",
                " ",
            )
            if not alone and splits_a_word(line, gap.start(), gap.end()):
                yield Finding(start + gap.start() - 1, line[gap.start() - 1 : gap.end() + 1], "a space within a word")
        start += len(line) + 1


def _beside(text: str, sure: Sequence[int], lang: str) -> Iterator[Finding]:
    """Rare characters and single letters near `sure` signs of damage; elsewhere only what no character set of Chinese has."""

    def near(at: int) -> bool:
        after = bisect.bisect_left(sure, at - _NEAR)
        return (
            after < len(sure)
            and sure[after] <= at + _NEAR
            and "\n" not in text[min(at, sure[after]) : max(at, sure[after])]
        )

    if sure:
        for match in _LETTER.finditer(text):
            if near(match.start()):
                yield Finding(match.start(), match[0], "half of a two-byte code")
    counts: dict[str, int] = {}
    for at, character in enumerate(text):
        if not "\u3400" <= character <= "\U0003ffff" or not is_rare(character) or not re.match(f"[{HAN}]", character):
            continue
        counts[character] = counts.get(character, 0) + 1
        strange = lang == Language.ZH and counts[character] == 1 and not is_coded(character)
        if (strange or (sure and near(at))) and unknown_words(text, at):
            yield Finding(at, character, "a rare character out of place")


#: How a list is numbered: its bracket closes nothing.
_NUMBER = re.compile(
    r"(?:^|(?<=[\s，；。、：]))(?:\d{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[ivx]{1,4})[)）]", re.MULTILINE
)


def _unbalanced(text: str) -> Iterator[Finding]:
    """Quotation marks and brackets without a partner. A quotation may go on over lines, each of which opens it again."""
    numbers = {match.end() - 1 for match in _NUMBER.finditer(text)}
    numbers |= {match.end() - 1 for match in re.finditer(r"[:;]-?[()]", text)}
    line_start = 0
    odd: list[tuple[int, str]] = []
    waiting: list[tuple[int, str]] = []
    for line in text.split("\n"):
        stack: list[tuple[int, str]] = []
        for offset, character in enumerate(line):
            at = line_start + offset
            if at in numbers:
                continue
            if character in OPENING:
                stack.append((at, character))
            elif character in CLOSING and not (character == "’" and line[offset - 1 : offset].isascii()):
                kind = OPENING[CLOSING.index(character)]
                if stack and stack[-1][1] == kind:
                    stack.pop()
                elif any(opened == kind for _, opened in waiting):
                    waiting = [pair for pair in waiting if pair[1] != kind]
                else:
                    odd.append((at, character))
        # The paragraph before left its quotation open, and this one opens it again.
        waiting = [pair for pair in waiting if pair[1] != line[:1]]
        waiting += stack
        line_start += len(line) + 1
    for at, character in (*odd, *waiting):
        yield Finding(at, character, "an unmatched quotation mark or bracket")
