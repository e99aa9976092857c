"""The repair rules: each takes the text so far and gives its edits; none reads or writes anything else."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from jianzhu.repair.edits import Edit
from jianzhu.text.characters import CJK_PUNCTUATION, HAN, INVISIBLE, LINE_ENDS, SPACES, TONED, is_cjk

WIDE = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}

_LINE_END = re.compile(f"\r\n|[{LINE_ENDS}]")
_GLOSS = re.compile(rf"(?<=[{HAN}])[(（](?=[a-zü]*[{TONED}])[a-zü{TONED}]{{1,7}}[)）]")
_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BLANK = re.compile(f"[{SPACES}]+")
_MARK = re.compile(r"[,:;?!()]")
#: A full stop behind Chinese, where a sentence can end; not within dots, and not behind a number (1. 2.5).
_STOP = re.compile(rf"(?<=[{HAN}”」』）》])\.(?=[{HAN}”」』）\n]|\Z)")
#: Marks that Chinese and Latin text have in common, and those that only Chinese text has.
_SHARED = "“”‘’…—·"
_WIDE_MARKS = "，。、；：？！（）"
#: The numeral of an item at the beginning of a line.
_ITEM = re.compile(r"(?:^|(?<=[\n\s（(]))[一二三四五六七八九十]{1,3}\Z", re.MULTILINE)
_WIDE_GAP = re.compile(rf"[{SPACES}]{{2,}}")
#: Entities, tags, pictures of Markdown, :emoji:, names with a mark of exclamation.
_NO_PUNCTUATION = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});|</?[a-zA-Z][^<>\n]{0,400}>|!(?=\[)|(?<![0-9a-zA-Z]):[a-z0-9_+-]{1,30}:"
    r"|(?<=[a-zA-Z]):{1,2}(?=[\w/\\])(?=[\x21-\x7e])|\b(?:Yahoo|Yum|Jeopardy|Wham)!"
)
#: A call of a function: f(x), print(a, b), os.path.join(), but not an abbreviation explained: GPT-3 (text only).
_CALL = re.compile(r"(?<![\w.)])([A-Za-z_][\w.:]{0,60})\(")
_FUNCTION = re.compile(r"[A-Za-z]|[a-z_][a-z0-9_]*|[a-z]\w*[A-Z]\w*|.*[a-z_].*[.:_].*|.*_.*")
_LINK = re.compile(r"\]\(")
_EMOTICON = re.compile(r"(?<!\w)[:;]-?[()DPpOo3](?!\w)|(?<=[\u3400-\u9fff。，！？])[:;]-?[()DPp](?![\w])")
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
    """Characters that have no width or turn the direction of writing go: Chinese prose needs none of them.

    Holds back where they do something: a joiner (U+200C, U+200D) within emoji and other scripts, a mark of direction in a line
    with words written from right to left.
    """
    return [
        Edit(match.start(), match[0], "", "invisible")
        for match in _INVISIBLE.finditer(text)
        if not (_works_as_joiner(text, match) or _RIGHT_TO_LEFT.search(_around(text, match.start())))
    ]


def _works_as_joiner(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match[0] in _JOINERS and all(
        side > "\u02ff" and not is_cjk(side) and not side.isspace() for side in (before, after)
    )


def _around(text: str, at: int) -> str:
    return text[max(0, at - 40) : at + 40]


def normalize_spaces(text: str) -> list[Edit]:
    """Spaces: one plain space between Latin words, none beside full-width punctuation or at the ends of lines.

    A single space between Han and Latin or digits is the author's spacing and stays; one between two Han characters
    stays too, since titles are divided so. So do the spaces between the columns of a table, and those beside quotation marks
    and dashes of Latin text, which have the same characters.
    """
    edits, columns, lines = [], _Columns(text), _Lines(text)
    for match in _BLANK.finditer(text):
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        at_edge = before in ("", "\n") or after in ("", "\n")
        if not at_edge and columns.hold(match):
            continue
        beside_mark = ((before and before in CJK_PUNCTUATION + ",;:") and is_cjk(after)) or (
            after and after in CJK_PUNCTUATION
        )
        if beside_mark and not at_edge:
            item = before in "-*+–•·●" and text[match.start() - 2 : match.start() - 1] in ("", "\n")
            latin = item or _is_latin_gap(text, match.start(), match.end())
            beside_mark = not latin and lines.have_han(match.start())
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


def _is_latin_gap(text: str, start: int, end: int) -> bool:
    """Whether the spaces from `start` to `end` divide Latin words, or a word and a mark that Latin text has too."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before[-1:] in _SHARED and after[:1] in _SHARED:
        return _is_latin(before[:1]) and _is_latin(after[1:])
    if before[-1:] in _SHARED:
        return _is_latin(before[:1]) and _is_latin(after[:1])
    return after[:1] in _SHARED and _is_latin(before[-1:]) and _is_latin(after[1:])


def _is_latin(character: str) -> bool:
    return bool(character) and character < "\u0250" and not character.isspace()


def close_up_marks(text: str) -> list[Edit]:
    """Spaces beside punctuation that has become full-width just now: （研发部） 宣布."""
    lines = _Lines(text)
    return [
        Edit(match.start(), match[0], "", "spaces-beside-marks")
        for match in re.finditer(" +", text)
        if "\n" not in (before := text[match.start() - 1 : match.start()])
        and before
        and (after := text[match.end() : match.end() + 1]) not in ("", "\n")
        and (before in _WIDE_MARKS or after in _WIDE_MARKS)
        and lines.have_han(match.start())
    ]


def widen_punctuation(text: str) -> list[Edit]:
    """ASCII marks become full-width ones where the text around them is Chinese.

    Holds back inside numbers (1,000; 12:30), inside runs of Latin text (Hey, let's get dinner), in lines without Han, and for
    hyphens, which keep their form in ranges (500万-2000万). A bracket is wide when what it holds or what it follows is Chinese.
    Holds back for what is no punctuation: entities, tags, targets of links, calls, emoticons, names with a mark in them, and
    marks between Latin characters, unless it is a comma (std::string, a?b=1).
    """
    edits, partner, latin, lines = [], _bracket_pairs(text), _LatinSentences(text), _Lines(text)
    held = _Held(text, partner)
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        if held.hold(at) or not lines.have_han(at):
            continue
        if mark in "()":
            opening = at if mark == "(" else partner.get(at, at)
            wide = _bracket_is_chinese(text, opening) if text[opening] == "(" else _beside_chinese(text, at)
        else:
            wide = not _in_number(text, at) and (
                _beside_chinese(text, at) or not (latin.hold(at) or (mark != "," and _is_glued(text, at)))
            )
        if wide:
            edits.append(Edit(at, mark, WIDE[mark], "full-width-punctuation"))
    return edits + [Edit(at, ".", "。", "full-width-punctuation") for at in _stops(text) if not held.hold(at)]


def _is_glued(text: str, at: int) -> bool:
    """Whether the mark at `at` stands between two characters of Latin text without a space."""
    return all("!" <= side <= "~" for side in (text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "))


def _stops(text: str) -> Iterator[int]:
    """Full stops typed as points: none of a text that has full-width ones, where the point divides a name or numbers an item."""
    points = [match.start() for match in _STOP.finditer(text)]
    between = [at for at in points if _HAS_HAN.match(text, at + 1)]
    proper = text.count("。") > len(between)
    for at in points:
        if at + 1 < len(text) and _HAS_HAN.match(text, at + 1) and (proper or _ITEM.search(text, max(0, at - 4), at)):
            continue
        yield at


class _Held:
    """What is no punctuation although it looks like it."""

    def __init__(self, text: str, partner: Mapping[int, int]) -> None:
        spans = [match.span() for match in _NO_PUNCTUATION.finditer(text)]
        opening = {start: end for end, start in partner.items()}
        for match in _CALL.finditer(text):
            end = opening.get(match.end() - 1)
            named = _FUNCTION.fullmatch(match[1]) or end == match.end()
            if named and end is not None and end - match.end() <= 80 and not _HAS_HAN.search(text, match.end(), end):
                spans.append((match.start(), end + 1))
        for match in _LINK.finditer(text):
            end = opening.get(match.end() - 1)
            if end is not None and not _HAS_HAN.search(text, match.end(), min(end, match.end() + 4)):
                spans.append((match.start(), end + 1))
        spans += [match.span() for match in _EMOTICON.finditer(text) if match.end() - 1 not in partner]
        spans.sort()
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in spans:
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def hold(self, at: int) -> bool:
        """True where the mark at `at` is within such a thing."""
        before = bisect.bisect_right(self._starts, at) - 1
        return before >= 0 and at < self._ends[before]


class _Lines:
    """The lines of a text, and whether there is a Han character in them."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._have_han = [
            _HAS_HAN.search(text, start, end) is not None
            for start, end in itertools.pairwise([*self._starts, len(text) + 1])
        ]

    def have_han(self, at: int) -> bool:
        """Whether the line of the character at `at` has one."""
        return self._have_han[bisect.bisect_right(self._starts, at) - 1]


class _Columns:
    """The spaces that divide the columns of tables: two neighboring lines or more that are divided alike."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        tabs, wide = [], []
        for start, end in itertools.pairwise([*self._starts, len(text) + 1]):
            line = text[start : end - 1].strip(SPACES)
            tabs.append(line.count("\t"))
            wide.append(len(_WIDE_GAP.findall(line)) if "\t" not in line and len(line) <= 200 else 0)
        self._tabs, self._wide = _alike(tabs, 2), _alike(wide, 3)

    def hold(self, gap: re.Match[str]) -> bool:
        """Whether `gap` divides two cells."""
        line = bisect.bisect_right(self._starts, gap.start()) - 1
        return (self._tabs[line] and "\t" in gap[0]) or (self._wide[line] and len(gap[0]) > 1)


def _alike(counts: Sequence[int], least: int) -> list[bool]:
    """For each of `counts` whether it stands in a row of `least` or more that are the same, and not 0."""
    found: list[bool] = []
    for count, run in itertools.groupby(counts):
        length = len(list(run))
        found += [bool(count) and length >= least] * length
    return found


def expand_ellipses(text: str) -> list[Edit]:
    """A lone U+2026, or dots typed one by one, become the Chinese ellipsis of two U+2026 between Chinese text."""
    lines = _Lines(text)
    return [
        Edit(match.start(), match[0], "……", "ellipsis")
        for match in _ELLIPSIS.finditer(text)
        if (
            is_cjk(text[match.start() - 1 : match.start()] or " ") or is_cjk(text[match.end() : match.end() + 1] or " ")
        )
        and lines.have_han(match.start())
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
        self._lines = _Lines(text)

    def hold(self, at: int) -> bool:
        """True inside or at the end of a run of Latin text that has words divided by spaces, and in a line without Han.

        At `at` is an ASCII mark, so that it is within a run.
        """
        run = bisect.bisect_right(self._run_starts, at) - 1
        start, end = max(self._run_starts[run], at - _RUN), min(self._run_ends[run], at + _RUN)
        word = bisect.bisect_left(self._word_starts, start)
        if word < len(self._word_ends) and self._word_ends[word] <= end:
            return True
        return not self._lines.have_han(at)
