"""The repair rules: each takes the text so far and gives its edits; none reads or writes anything else."""

from __future__ import annotations

import bisect
import itertools
import re

from jianzhu.repair.edits import Edit
from jianzhu.text.characters import CJK_PUNCTUATION, HAN, INVISIBLE, LINE_ENDS, SPACES, TONED, is_cjk

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_GLOSS = re.compile(rf"(?<=[{HAN}])[(（](?=[a-zü]*[{TONED}])[a-zü{TONED}]{{1,7}}[)）]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_BLANK = re.compile(f"[{SPACES}]+")
_MARK = re.compile(r"[,:;?!()]")
#: A full stop behind Chinese, where a sentence can end; not within dots, and not behind a number (1. 2.5).
_STOP = re.compile(rf"(?<=[{HAN}”」』）》])\.(?=[{HAN}”」』）\n]|\Z)")
_ELLIPSIS = re.compile("(?<!…)…(?!…)|\\.{3,6}|。{3,}")


def normalize_newlines(text: str) -> list[Edit]:
    """CR LF becomes LF, and so does whatever else ends a line: form feeds (pdftotext writes one a page), U+0085, U+2028, …"""
    return [Edit(match.start(), match[0], "\n", "newlines") for match in _LINE_END.finditer(text)]


def drop_pinyin_glosses(text: str) -> list[Edit]:
    """A bracket with one syllable of pinyin, tone mark included, right behind a Han character goes.

    Holds back where the bracket has no tone mark (an abbreviation) or more than one word (a real pronunciation note).
    """
    return [Edit(match.start(), match[0], "", "pinyin-gloss") for match in _GLOSS.finditer(text)]


def drop_invisible(text: str) -> list[Edit]:
    """Characters that have no width or turn the direction of writing go: Chinese prose needs none of them."""
    return [Edit(match.start(), match[0], "", "invisible") for match in _INVISIBLE.finditer(text)]


def normalize_spaces(text: str) -> list[Edit]:
    """Spaces: one plain space between Latin words, none beside full-width punctuation or at the ends of lines.

    A single space between Han and Latin or digits is the author's spacing and stays; one between two Han characters
    stays too, since titles are divided so.
    """
    edits = []
    for match in _BLANK.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        at_edge = before in ("", "\n") or after in ("", "\n")
        beside_mark = ((before and before in CJK_PUNCTUATION + ",;:") and is_cjk(after)) or (
            after and after in CJK_PUNCTUATION
        )
        glued = "" if at_edge or beside_mark or (after == "(" and _bracket_is_chinese(text, match.end())) else " "
        edits.append(Edit(match.start(), match[0], glued, "spaces"))
    return edits


def single_spaces(text: str) -> list[Edit]:
    """Runs of spaces become one, and none is left at the ends of lines: what any language may be rid of.

    A single no-break or wide space is the author's.
    """
    edits = []
    for match in _BLANK.finditer(text):
        at_edge = text[match.start() - 1 : match.start()] in ("", "\n") or text[match.end() : match.end() + 1] in (
            "",
            "\n",
        )
        if at_edge or len(match[0]) > 1 or match[0] == "\t":
            edits.append(Edit(match.start(), match[0], "" if at_edge else " ", "single-spaces"))
    return edits


def widen_punctuation(text: str) -> list[Edit]:
    """ASCII marks become full-width ones where the text around them is Chinese.

    Holds back inside numbers (1,000; 12:30), inside runs of Latin text (Hey, let's get dinner), and for hyphens,
    which keep their form in ranges (500万-2000万). A bracket is wide when what it holds or what it follows is Chinese.
    """
    edits, partner, latin = [], _bracket_pairs(text), _LatinSentences(text)
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in "()":
            opening = at if mark == "(" else partner.get(at, at)
            wide = _bracket_is_chinese(text, opening) if text[opening] == "(" else _beside_chinese(text, at)
        else:
            wide = not _in_number(text, at) and (_beside_chinese(text, at) or not latin.hold(at))
        if wide:
            edits.append(Edit(at, mark, WIDE[mark], "full-width-punctuation"))
    return edits + [Edit(match.start(), ".", "。", "full-width-punctuation") for match in _STOP.finditer(text)]


def expand_ellipses(text: str) -> list[Edit]:
    """A lone U+2026, or dots typed one by one, become the Chinese ellipsis of two U+2026 between Chinese text."""
    return [
        Edit(match.start(), match[0], "……", "ellipsis")
        for match in _ELLIPSIS.finditer(text)
        if is_cjk(text[match.start() - 1 : match.start()] or " ") or is_cjk(text[match.end() : match.end() + 1] or " ")
    ]


def _bracket_pairs(text: str) -> dict[int, int]:
    """Closing bracket -> its opening one, within a line."""
    pairs, open_at = {}, []
    for match in re.finditer(r"[()\n]", text):
        if match[0] == "(":
            open_at.append(match.start())
        elif match[0] == "\n":
            open_at.clear()
        elif open_at:
            pairs[match.start()] = open_at.pop()
    return pairs


_BRACKET_CONTENT = re.compile(r"\(([^()\n]*)")
_HAS_HAN = re.compile(f"[{HAN}]")


def _bracket_is_chinese(text: str, opening: int) -> bool:
    content = _BRACKET_CONTENT.match(text, opening)
    return bool(content and _HAS_HAN.search(content[1])) or _beside_chinese(text, opening)


def _beside_chinese(text: str, at: int) -> bool:
    before, after = text[max(0, at - 7) : at].rstrip(" ")[-1:], text[at + 1 : at + 8].lstrip(" ")[:1]
    return bool((before and is_cjk(before)) or (after and is_cjk(after)))


def _in_number(text: str, at: int) -> bool:
    """1,000 and 12:30, but not 2023,2024."""
    around = text[max(0, at - 3) : at + 4]
    match text[at]:
        case ",":
            return bool(re.match(r"\d,\d{3}(?!\d)", text[at - 1 : at + 5])) and at > 0
        case ":":
            return bool(re.search(r"\d:\d", around))
    return False


#: How far a run of Latin text is looked at on either side of a mark; a sentence is known by fewer characters.
_RUN = 200
_LATIN = re.compile(r"[\x20-\x7e’]+")
#: Two words divided by a space, wherever they begin.
_WORDS = re.compile(r"(?=([A-Za-z]['’,]? [A-Za-z]))")


class _LatinSentences:
    """Whether punctuation marks are inside Latin sentences; the text is read once for all of them."""

    def __init__(self, text: str) -> None:
        runs = [match.span() for match in _LATIN.finditer(text)]
        self._run_starts, self._run_ends = [start for start, _ in runs], [end for _, end in runs]
        words = [match.span(1) for match in _WORDS.finditer(text)]
        self._word_starts, self._word_ends = [start for start, _ in words], [end for _, end in words]
        line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._line_starts = line_starts
        self._line_has_han = [
            _HAS_HAN.search(text, start, end) is not None
            for start, end in itertools.pairwise([*line_starts, len(text) + 1])
        ]

    def hold(self, at: int) -> bool:
        """True inside or at the end of a run of Latin text that has words divided by spaces, and in a line without Han.

        At `at` is an ASCII mark, so that it is within a run.
        """
        run = bisect.bisect_right(self._run_starts, at) - 1
        start, end = max(self._run_starts[run], at - _RUN), min(self._run_ends[run], at + _RUN)
        word = bisect.bisect_left(self._word_starts, start)
        if word < len(self._word_ends) and self._word_ends[word] <= end:
            return True
        return not self._line_has_han[bisect.bisect_right(self._line_starts, at) - 1]
