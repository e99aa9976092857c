"""Layout: what paper and screens have left in a text: lines cut to a width, page numbers, running heads, spaces within words.

Each rule takes the text so far and gives its edits, like those in `jianzhu.repair.rules`.
"""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from jianzhu.repair.edits import Edit
from jianzhu.text.characters import CLOSING, HAN
from jianzhu.text.code import is_code
from jianzhu.text.variants.lattice import frequencies

#: What a line of a plain text is: a paragraph, or a part of one that was cut to a width.
Lines = Literal["paragraphs", "wrapped"]

_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60“”‘’…—]")
_STOP = re.compile(rf"[。！？…!?.：:；;][{re.escape(CLOSING)}\"']*$")
#: What begins a line of its own.
_ITEM = re.compile(
    r"[•●○◦▪■□◆◇➤►▶✓‣*–-][ \u3000]|[①-⑳⑴-⒇]|[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）、．]|\d{1,3}\. |\[\d{1,3}\]|\||>|#{1,6} |[=*~-]{3,}|——\S"
    r"|第[一二三四五六七八九十百零〇\d]{1,5}[章回节節卷部篇]|(?i:chapter|part|book) +(?:\d+|[ivxlc]+)\b"
)
_HAN = re.compile(f"[{HAN}]")


@dataclass(frozen=True, kw_only=True)
class _Line:
    """A line with where it and its text start; `end` is where its text ends."""

    start: int
    text_start: int
    end: int
    text: str

    @property
    def indent(self) -> int:
        return self.text_start - self.start

    @property
    def width(self) -> int:
        """In columns: a Han character has two."""
        return _width(" " * self.indent + self.text)


def _width(text: str) -> int:
    return len(text) + len(_WIDE.findall(text))


def _lines(text: str) -> list[_Line]:
    lines, at = [], 0
    for whole in text.split("\n"):
        held = whole.strip()
        text_start = at + len(whole) - len(whole.lstrip()) if held else at
        lines.append(_Line(start=at, text_start=text_start, end=text_start + len(held), text=held))
        at += len(whole) + 1
    return lines


# Hard wraps


def guess_lines(text: str) -> Lines:
    """`wrapped` where most lines that are followed by another end because no more fits into the width of the text.

    Verse is no such text: its lines are short, or end with a mark, or begin with a capital letter.
    """
    lines = _lines(re.sub("\r\n?", "\n", text))
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line.text and after.text]
    width = _measure([line for line, _ in pairs])
    if width < 30:
        return "paragraphs"
    cut = [(line, after) for line, after in pairs if _is_full(line, after, width)]
    inside = [line for line, _ in cut if not _STOP.search(line.text)]
    large = sum(after.text[:1].isupper() for _, after in cut)
    if len(cut) < 4 or 2 * len(cut) < len(pairs) or 2 * len(inside) < len(cut) or 10 * large >= 7 * len(cut):
        return "paragraphs"
    return "wrapped"


def join_wrapped_lines(text: str) -> list[Edit]:
    """The lines of a paragraph that was cut to a width become one line, Latin words divided by a space.

    A new paragraph begins behind an empty line, a short line, and where a line is indented or has the form of an item, a
    heading or code. A word divided by a hyphen is joined, unless the text elsewhere has it with the hyphen.
    """
    lines = _lines(text)
    pairs = [(line, after) for line, after in itertools.pairwise(lines) if line.text and after.text]
    width = _measure([line for line, _ in pairs])
    indented = sum(
        line.indent >= 2 or (line.text_start > line.start and text[line.start] == "\u3000") for line, _ in pairs
    )
    spaced = _spaces_latin(text)
    hyphened = set(re.findall(r"(?<![A-Za-z])[A-Za-z]+-[A-Za-z]+", text))
    edits = []
    base = Counter(line.indent for line in lines if line.text).most_common(1)[0][0] if pairs else 0
    for line, after in pairs:
        if after.indent > max(line.indent, base) or (after.indent > base and line.indent > base and indented > 3):
            continue
        if _ITEM.match(after.text) or is_code(after.text) or is_code(line.text):
            continue
        goes_on = line.text[-1].islower() and after.text[0].islower()
        ends = _STOP.search(line.text) is not None
        if not (
            _is_full(line, after, width)
            or (not ends and 10 * line.width >= 8 * width)
            or (goes_on and 2 * line.width > width)
        ):
            continue
        start, joint = line.end, _joint(line.text, after.text, spaced)
        word = re.search(r"(?<![A-Za-z])[A-Za-z]+-$", line.text[-40:])
        if word and after.text[0].islower():
            whole = word[0] + (re.match(r"[a-z]+", after.text) or [""])[0]
            joint = ""
            if whole not in hyphened:
                start -= 1
        edits.append(Edit(start, text[start : after.text_start], joint, "hard-wrap"))
    return edits


def _measure(lines: Sequence[_Line]) -> int:
    """The width that most of `lines` come near: the widest of those that are so wide."""
    widths = sorted(line.width for line in lines)
    best = (0, 0)
    for at, width in enumerate(widths):
        if at + 1 < len(widths) and widths[at + 1] == width:
            continue
        best = max(best, (at + 1 - bisect.bisect_left(widths, width - 8), width))
    return best[1]


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    """Whether what `after` begins with did not fit into `line` any more."""
    first = re.match(rf"[{HAN}][，。、；：？！）》」』”’…]*|\S+", after.text)
    token = first[0] if first else ""
    if _HAN.match(token) is None and _HAN.search(token):
        token = token[: _HAN.search(token).start() + 1]  # type: ignore[union-attr] # it has one
    gap = 0 if _WIDE.match(line.text[-1]) else 1
    return width - 8 <= line.width + gap + _width(token) - 1 and line.width + gap + _width(token) > width - 2


def _joint(before: str, after: str, spaced: bool) -> str:
    han = [_WIDE.match(character) is not None for character in (before[-1], after[0])]
    if all(han):
        return ""
    if not any(han):
        return " "
    word = after[0] if han[0] else before[-1]
    return " " if spaced and word.isalnum() else ""


def _spaces_latin(text: str) -> bool:
    """Whether the author puts a space between Han and Latin more often than not."""
    spaced = len(re.findall(rf"[{HAN}] [A-Za-z0-9]|[A-Za-z0-9] [{HAN}]", text))
    return 2 * spaced > spaced + len(re.findall(rf"[{HAN}](?=[A-Za-z0-9])|[A-Za-z0-9](?=[{HAN}])", text))


# Pages

_PAGE = re.compile(
    r"[-–—·]{1,2} ?\d{1,4} ?[-–—·]{1,2}|第 ?[\d一二三四五六七八九十百零〇]{1,5} ?[页頁](?:[ ，,/／]{0,2}共 ?\d{1,4} ?[页頁])?|[（(]?共 ?\d+ ?[页頁][）)]?"
    r"|(?i:page) \d{1,4}(?: of \d{1,4})?|(?i:p)\. ?\d{1,4}|\[ ?\d{1,4} ?\]|\d{1,4} ?/ ?\d{1,4}"
)
_BARE = re.compile(r"\d{1,4}|[ivxlc]{1,6}")


def drop_page_numbers(text: str) -> list[Edit]:
    """Page numbers on lines of their own, and the line that stands beside three of them or more: the running head.

    A line of digits alone is one only at a form feed, for it may number a part of the text. Where the sentence before goes on
    behind the page, its halves come together on neighboring lines.
    """
    lines = _lines(text.replace("\f", "\n"))
    held = [at for at, line in enumerate(lines) if line.text]
    starts = [lines[at].text_start for at in held]
    at_feed: set[int] = set()  # of `held`: the first and the last line of each page
    for feed in re.finditer("\f", text):
        behind = bisect.bisect_left(starts, feed.start())
        at_feed |= {behind - 1, behind} & set(range(max(0, behind - 1), min(len(held), behind + 1)))
    texts = [lines[at].text for at in held]
    numbers = {at for at, line in enumerate(texts) if _PAGE.fullmatch(line)}
    numbers |= {at for at in at_feed if _BARE.fullmatch(texts[at])}
    if len(numbers) < 2 and not any(re.match(r"[-–—]|第 ?\d|[Pp]age", texts[at]) for at in numbers):
        return []
    near = {other for at in (numbers | at_feed) for other in (at - 1, at, at + 1) if 0 <= other < len(held)} - numbers
    beside = Counter(_head(texts[at]) for at in near)
    heads = {at for at in near if beside[_head(texts[at])] >= 3 and len(texts[at]) <= 40}
    edits = []
    for first, last in _groups(sorted(numbers | heads)):
        before = lines[held[first - 1]] if first else None
        after = lines[held[last + 1]] if last + 1 < len(held) else None
        start, end = (before.end if before else 0), (after.start if after else len(text))
        glue = "" if before is None or after is None else "\n\n" if _STOP.search(before.text) or after.indent else "\n"
        edits.append(Edit(start, text[start:end], glue, "page-number"))
    return edits


def _head(text: str) -> str:
    return re.sub(r"\d+", "", text)


def _groups(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of `places` in each row of neighbors."""
    for _, row in itertools.groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
        group = [at for _, at in row]
        yield group[0], group[-1]


# Spaces within words

_GAP = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[{HAN}])")
_SINGLE = re.compile(rf"(?<![{HAN}])[{HAN}](?: [{HAN}])+(?![{HAN}])")


def close_up_words(text: str) -> list[Edit]:
    """Spaces between Han characters go in lines where OCR has put them between most characters: 人 工 智 能.

    One that divides a title or names stays: those parts are words.
    """
    edits, start = [], 0
    for line in text.split("\n"):
        gaps = [match for match in _GAP.finditer(line) if "\u3000" not in match[0]]
        if len(gaps) >= 3 and _is_torn(line, gaps):
            edits += [Edit(start + gap.start(), gap[0], "", "spaces-in-words") for gap in gaps]
        start += len(line) + 1
    return edits


def _is_torn(line: str, gaps: Sequence[re.Match[str]]) -> bool:
    """Whether the spaces at `gaps` are within words, most of them."""
    pairs = len(re.findall(rf"[{HAN}](?=[{HAN}])", line)) + len(gaps)
    if 4 * len(gaps) < pairs:
        return False
    singles = [match[0].split(" ") for match in _SINGLE.finditer(line)]
    if any(len(run) >= 7 for run in singles):
        return True
    return 3 * sum(splits_a_word(line, gap.start(), gap.end()) for gap in gaps) >= len(gaps)


def splits_a_word(line: str, start: int, end: int) -> bool:
    """Whether what stands before `start` and behind `end` is one word, of which neither half is a word beside its neighbor."""
    before, after = line[start - 1 : start], line[end : end + 1]
    known = frequencies()
    if known.get(before + after, 0) < 20:
        return False
    left, right = line[max(0, start - 2) : start], line[end : end + 2]
    own = known[before + after]
    return all(
        len(part) < 2 or known.get(part, 0) < own for part in (left, right) if _HAN.match(part) and " " not in part
    )


# Full-width Latin

_FULL_WIDTH = re.compile(
    "[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+(?:[．：][\uff10-\uff19]+|，[\uff10-\uff19]{3}(?![\uff10-\uff19]))*％?"
)


def narrow_latin(text: str) -> list[Edit]:
    """Latin letters and digits in full width become plain ones, with the point and the percent sign of their numbers."""
    return [
        Edit(match.start(), match[0], _narrow(match[0]), "full-width-latin") for match in _FULL_WIDTH.finditer(text)
    ]


def _narrow(text: str) -> str:
    return "".join(
        chr(ord(character) - 0xFEE0) if "\uff01" <= character <= "\uff5e" else character for character in text
    )
