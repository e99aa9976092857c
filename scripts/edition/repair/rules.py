"""The repair rules: each takes the text so far and gives its edits; none reads or writes anything else."""

from __future__ import annotations

import re

from edition.characters import BLANKS, CJK_PUNCTUATION, HAN, INVISIBLE, LINE_ENDS, TONED, is_cjk
from edition.trail import Edit

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_GLOSS = re.compile(rf"(?<=[{HAN}])[(（](?=[a-zü]*[{TONED}])[a-zü{TONED}]{{1,7}}[)）]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_BLANK = re.compile(f"[{BLANKS}]+")
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
    """Blanks: one plain space between Latin words, none beside Han characters' own punctuation or at the ends of lines.

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


def widen_punctuation(text: str) -> list[Edit]:
    """ASCII marks become full-width ones where the text around them is Chinese.

    Holds back inside numbers (1,000; 12:30), inside runs of Latin text (Hey, let's get dinner), and for hyphens,
    which keep their form in ranges (500万-2000万). A bracket is wide when what it holds or what it follows is Chinese.
    """
    edits, partner = [], _bracket_pairs(text)
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if mark in "()":
            opening = at if mark == "(" else partner.get(at, at)
            wide = _bracket_is_chinese(text, opening) if text[opening] == "(" else _neighbours_chinese(text, at)
        else:
            wide = not _in_number(text, at) and (_neighbours_chinese(text, at) or not _in_latin_sentence(text, at))
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


def _bracket_is_chinese(text: str, opening: int) -> bool:
    line_end = text.find("\n", opening)
    content = re.match(r"\(([^()]*)", text[opening : line_end if line_end >= 0 else len(text)])
    return bool(content and re.search(f"[{HAN}]", content[1])) or _neighbours_chinese(text, opening)


def _neighbours_chinese(text: str, at: int) -> bool:
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
_LATIN_BEFORE = re.compile(r"[\x20-\x7e’]*\Z")
_LATIN_BEHIND = re.compile(r"[\x20-\x7e’]*")


def _in_latin_sentence(text: str, at: int) -> bool:
    """True inside or at the end of a run of Latin text that has words divided by spaces, and in a line without Han."""
    line_start = text.rfind("\n", 0, at) + 1
    before = _LATIN_BEFORE.search(text[max(line_start, at - _RUN) : at])[0]
    behind = _LATIN_BEHIND.match(text[at : at + _RUN])[0]
    if re.search(r"[A-Za-z]['’,]? [A-Za-z]", before + behind):
        return True
    line_end = text.find("\n", at)
    return not re.search(f"[{HAN}]", text[line_start : line_end if line_end >= 0 else len(text)])
