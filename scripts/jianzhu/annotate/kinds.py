"""Kinds: what the lines of a plain text are, by their forms and by what stands around them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jianzhu.annotate.forms import (
    LONE_ITEMS,
    Line,
    form_of,
    has_han,
    looks_like_a_heading,
    numbering,
    part_level,
    speaker,
)
from jianzhu.repair.boilerplate import boilerplate
from jianzhu.text.characters import CLOSING, HAN, fold_script
from jianzhu.text.code import code_lines
from jianzhu.text.structure import BlockKind
from jianzhu.text.variants.lattice import frequencies, is_name

#: A kind, and the level of a heading.
Kind = tuple[BlockKind, int | None]
_PARAGRAPH: Kind = ("paragraph", None)

_STOP = re.compile(rf"[。！？…!?.][{re.escape(CLOSING)}\"]*$")
_MARKS = re.compile(r"[\s，。、；：？！,.;:?!—…“”‘’「」『』《》（）()]")
_CLAUSES = re.compile(r"[，。、；：？！]")
_HAN_ONLY = re.compile(f"[{HAN}]+")
_CELLS = re.compile(r"\t+| {2,}|[ \u3000]*\u3000[ \u3000]*")
_SIGN = re.compile(r"[①-⑳]")
#: The most frequent surnames, simplified.
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文"
)
#: The widest line of verse, in columns (a Han character has two), and the longest line of a bare list.
VERSE_WIDTH, BARE_LENGTH = 64, 8


def kinds_of(lines: Sequence[Line], title: str = "") -> list[Kind]:
    """The kind of every one of `lines`; a first line that reads like `title` is the heading of the text."""
    return _Reading(lines, title).kinds()


class _Reading:
    """The lines of one text, and what is known of them so far; a line that is known stays so."""

    def __init__(self, lines: Sequence[Line], title: str) -> None:
        self.lines = lines
        self.texts = [line.text for line in lines]
        self.known: list[Kind | None] = [None] * len(lines)
        self.numbers = [numbering(text) for text in self.texts]
        if lines and self.texts[0] == title:
            self.known[0] = ("heading", 1)

    def kinds(self) -> list[Kind]:
        for step in (
            self._code,
            self._tables,
            self._dialogue,
            self._forms,
            self._notes,
            self._numbered,
            self._verse,
            self._bare_lists,
            self._quotations,
            self._headings,
        ):
            step()
        return [kind or _PARAGRAPH for kind in self.known]

    def _put(self, places: Iterator[int] | Sequence[int] | range, kind: BlockKind, level: int | None = None) -> None:
        for at in places:
            if self.known[at] is None:
                self.known[at] = (kind, level)

    def _runs(self, keys: Sequence[object]) -> Iterator[range]:
        """The ranges of lines that are not known yet and have the same key, if they have one."""
        start = 0
        keyed = [None if known else key or None for key, known in zip(keys, self.known, strict=True)]
        for key, run in itertools.groupby(keyed):
            end = start + len(list(run))
            if key is not None:
                yield range(start, end)
            start = end

    def _code(self) -> None:
        self._put([at for at, code in enumerate(code_lines(self.texts)) if code], "code")

    def _tables(self) -> None:
        """Two lines or more with as many cells, separated by tabs or bars; three or more where wide spaces separate them."""
        for cells, least in (([_bars(text) for text in self.texts], 2), ([text.count("\t") for text in self.texts], 2)):
            for run in self._runs(cells):
                if len(run) >= least:
                    self._put(run, "table")
        wide = [len(_CELLS.findall(text)) for text in self.texts]
        for run in self._runs(wide):
            if len(run) >= 3 and all(len(self.texts[at]) <= 100 and not _STOP.search(self.texts[at]) for at in run):
                self._put(run, "table")

    def _dialogue(self) -> None:
        """Lines that begin with who speaks: somebody who does so again, beside somebody else."""
        who = [speaker(text) for text in self.texts]
        turns = Counter(name for name in who if name)
        asked = turns.keys() & {"问", "問", "Q"} and turns.keys() & {"答", "A"}
        again = {name for name, count in turns.items() if count >= 2}
        if not asked and not (len(turns) >= 2 and sum(turns[name] for name in again) >= 3):
            return
        for at, name in enumerate(who):
            near = any(who[near] for near in range(max(0, at - 2), min(len(who), at + 3)) if near != at)
            if name and (name in again or near):
                self._put([at], "dialogue")

    def _forms(self) -> None:
        for at, text in enumerate(self.texts):
            kind = form_of(text)
            if kind == "byline" and at and self.lines[at - 1].text.endswith(("：", ":")):
                continue
            if kind:
                self._put([at], kind)
        # Who wrote a poem or an essay stands below its title.
        for at in range(1, len(self.lines) - 1):
            title, name = self.texts[at - 1], self.texts[at]
            free = self.known[at] is None and self.known[at - 1] in (None, ("heading", 1))
            if free and _is_author(name) and looks_like_a_heading(title) and (at == 1 or len(title) <= 12):
                self._put([at], "byline")

    def _notes(self) -> None:
        """Signs in circles at the beginning of lines number notes where the same signs stand within the text before."""
        seen: set[str] = set()
        for at, text in enumerate(self.texts):
            first = text[0] if _SIGN.match(text) else ""
            if first in seen:
                self._put([at], "footnote")
            seen.update(_SIGN.findall(text[1:] if first else text))

    def _numbered(self) -> None:
        """Lines numbered alike with nothing between them are a list; with text between them they are headings."""
        for at, name in enumerate(self.numbers):
            text = self.texts[at]
            if self.known[at] or (not name and part_level(text) is None):
                continue
            beside = [near for near in (at - 1, at + 1) if 0 <= near < len(self.lines)]
            if name:
                bare = "。" not in text[:-1] and len(text) <= 40 and text[-1] not in "；;，,"
                alike = any(self.numbers[near] == name and self._is_open(near) for near in beside)
                if alike or name in LONE_ITEMS:
                    self.known[at] = ("list", None)
                elif bare and name not in ("其一", "a.", "i."):
                    self.known[at] = ("heading", 2 if name == "一、" else 3)
            else:
                several = sum(part_level(self.texts[near]) == part_level(text) for near in beside)
                level = part_level(text)
                in_a_list = several and (len(beside) == several or self._contents(at))
                self.known[at] = ("list", None) if in_a_list and len(text) > 2 else ("heading", level)

    def _is_open(self, at: int) -> bool:
        known = self.known[at]
        return known is None or known[0] in ("list", "heading")

    def _contents(self, at: int) -> bool:
        """Whether the line at `at` is in a table of contents: three lines or more that number parts of one level."""
        level = part_level(self.texts[at])
        before = next((n for n in range(1, 3) if at < n or part_level(self.texts[at - n]) != level), 3)
        behind = next(
            (n for n in range(1, 3) if at + n >= len(self.texts) or part_level(self.texts[at + n]) != level), 3
        )
        return before + behind - 1 >= 3

    def _verse(self) -> None:
        """Stanzas: short lines between empty ones that go on from line to line, or are of one measure."""
        stanzas = [stanza for stanza in self._stanzas() if len(stanza) >= 2]
        measured = [stanza for stanza in stanzas if self._is_measured(stanza)]
        free = [stanza for stanza in stanzas if stanza not in measured and self._is_free(stanza)]
        for stanza in measured:
            self._put(stanza, "verse")
        inside = sum(map(len, free)) + sum(map(len, measured))
        # Short lines are verse where most of the text is like that; elsewhere they are lists, or what a page has beside its text.
        rest = sum(known is None for known in self.known) + sum(map(len, measured))
        if inside >= 4 and 2 * inside >= rest:
            for stanza in free:
                self._put(stanza, "verse")

    def _stanzas(self) -> Iterator[range]:
        start = 0
        for at in range(1, len(self.lines) + 1):
            if at == len(self.lines) or self.lines[at].after_blank or self.known[at] or self.known[at - 1]:
                if self.known[start] is None:
                    yield range(start, at)
                start = at

    def _is_measured(self, stanza: range) -> bool:
        counts = [[len(part) for part in _CLAUSES.split(self.texts[at]) if part] for at in stanza]
        first = counts[0][0] if counts[0] else 0
        if not 3 <= first <= 8 or any(count != counts[0] for count in counts[1:]) or len(counts[0]) > 2:
            return False
        texts = [_MARKS.sub("", self.texts[at]) for at in stanza]
        if not all(_HAN_ONLY.fullmatch(text) for text in texts):
            return False
        if sum(map(len, texts)) < 20:
            return False
        marked = sum(self.texts[at][-1] in "，。？！；、：" for at in stanza)
        return marked >= len(stanza) - 1 or (len(stanza) >= 4 and first >= 4 and len({text[-1] for text in texts}) > 1)

    def _is_free(self, stanza: range) -> bool:
        if len(stanza) < 3:
            return len(stanza) == 2 and all(_width(self.texts[at]) <= 32 for at in stanza)
        texts = [self.texts[at] for at in stanza]
        widths = [_width(text) for text in texts]
        if max(widths) > VERSE_WIDTH or sum(widths) < 10 * len(widths):
            return False
        open_ended = sum(not _STOP.search(text) for text in texts)
        if has_han("".join(texts)):
            return 10 * open_ended >= 3 * len(texts) and sum(widths) <= 36 * len(widths)
        large = sum(text.lstrip("“‘\"'([—")[:1].isupper() for text in texts)
        return 10 * open_ended >= 3 * len(texts) and 10 * large >= 8 * len(texts)

    def _bare_lists(self) -> None:
        """Four very short lines or more in a row, none of which ends like a sentence: what one chooses from."""
        short = [
            len(text) <= BARE_LENGTH * (1 if has_han(text) else 2) and text[-1] not in "。！？：:，”」"
            for text in self.texts
        ]
        for run in self._runs(short):
            if len(run) >= 4:
                self._put(run, "list")

    def _quotations(self) -> None:
        """A line that is one quotation, where no novel’s people speak."""
        whole = [at for at, text in enumerate(self.texts) if self.known[at] is None and _is_quotation(text)]
        opened = sum(text[0] in "“「『" for text in self.texts)
        if opened <= 1 or 4 * opened <= len(self.texts):
            # A title may be in quotation marks.
            self._put(
                [at for at in whole if at or len(self.texts) == 1 or self.texts[0][-2] in "。！？.!?"], "quotation"
            )

    def _headings(self) -> None:
        """Short lines with text behind them. Several in a row, or most lines of a text, are none."""
        candidate = [
            known is None and looks_like_a_heading(text) and not any(boilerplate(text))
            for known, text in zip(self.known, self.texts, strict=True)
        ]
        if sum(candidate) * 2 > len(self.lines) >= 8:
            # Lines that were cut: a heading stands apart.
            candidate = [
                own and line.after_blank and self._ends(at - 1) and self._apart(at)
                for at, (own, line) in enumerate(zip(candidate, self.lines, strict=True))
            ]
        for run in self._runs(candidate):
            behind = run.stop < len(self.lines) and self.known[run.stop] != ("heading", 2)
            if len(run) <= 2 and (behind or len(self.lines) <= 2 or run.start == 0):
                for at in run:
                    if self._ends(at - 1) or self.lines[at].after_blank:
                        self._put([at], "heading", 2)

    def _ends(self, at: int) -> bool:
        """Whether the line at `at` ends like a sentence, or is a heading or a line like it; so does what is before the first."""
        return (
            at < 0
            or self.known[at] is not None
            or _STOP.search(self.texts[at]) is not None
            or looks_like_a_heading(self.texts[at])
        )

    def _apart(self, at: int) -> bool:
        return at + 1 >= len(self.lines) or self.lines[at + 1].after_blank


def _is_author(line: str) -> bool:
    """Whether `line` is nothing but the name of a person, as far as the dictionary knows."""
    if not 2 <= len(line) <= 4 or _HAN_ONLY.fullmatch(line) is None:
        return False
    name = fold_script(line)
    return is_name(name) or (name[0] in _SURNAMES and name not in frequencies() and len(name) < 4)


def _bars(text: str) -> int:
    bars = text.strip("|").count("|") + text.strip("│").count("│")
    return bars if bars or text[0] in "|│" else 0


def _is_quotation(text: str) -> bool:
    """Whether `text` is one quotation of one sentence."""
    return (
        (text[0], text[-1]) in (("“", "”"), ("「", "」"))
        and text.find(text[-1]) == len(text) - 1
        and len(re.findall(r"[。！？](?!$)", text[:-2])) == 0
    )


def _width(text: str) -> int:
    return len(text) + len(
        re.findall("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]", text)
    )
