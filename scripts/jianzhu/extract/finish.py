"""Finish: what the walk cannot see from one element: addresses and formulas that are printed as text, speakers, captions,
attributions, and which heading is the title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jianzhu.source.records.extract import ExtractBlock, ExtractInline
from jianzhu.text.structure import PROTECTED_BLOCKS, PROTECTED_INLINES, InlineKind

#: An address as printed. Letters end it that no address has unescaped, and so does punctuation at its end (RFC 3986, appendix C).
_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24}"
)
_FORMULA = re.compile(
    r"\$\$(?!\s*\$)[^$]{1,2000}\$\$|\\\((?:[^\\]|\\(?!\))){1,2000}\\\)|\\\[(?:[^\\]|\\(?!\])){1,2000}\\\]"
    r"|(?<![\\$\w])\$(?=[^\s$])[^$\n]{0,400}?[^\s\\$]\$(?![\d$])"
)
#: What a dollar sign must have beside it to begin a formula and not a sum.
_MATHEMATICAL = re.compile(r"[\\^_=+*/<>{}]|^\$[A-Za-z]['′]?\$$")
_CAPTION = re.compile(
    r"(?:图|圖|表|Fig(?:ure|\.)?|Table|Photo|Image)\s*\d*\s*[:：.]|(?:图片|圖片|图源|圖源|摄影|攝影|资料图|資料圖)|(?:图|圖|表)\s*\d+(?:[-.–]\d+)*\s",
    re.IGNORECASE,
)
#: How many lines below the title can be bylines, and how long one is.
_BYLINES, _BYLINE_LENGTH = 3, 60
#: A strong line is a heading up to this length, unless it ends like a sentence or announces what follows.
_HEADING_LENGTH = 40
_NO_HEADING = tuple("。！？…!?.；;，,：:”’」』")
_SIGNED = re.compile(
    r"[（(]?\s*(?:本报|本刊|本网)?\s*(?:作者|撰文|文字|文|编辑|責編|责编|责任编辑|責任編輯|来源|來源|译者|翻译|记者|記者|原载|原載)"
    r"\s*[:：/／|丨]|[（(]\s*(?:本报|本刊|本网|新华社)?\s*(?:记者|記者)\s*\S{2,12}[）)]$|(?:By|Written by)\s+\S"
)
_BYLINE = re.compile(
    rf"{_SIGNED.pattern}|原创\s|.{{0,40}}\d{{4}}\s*[-年/.]\s*\d{{1,2}}\s*[-月/.]\s*\d{{1,2}}(?!.*[。！？])|.{{0,20}}\bby\s+\S"
)
_ATTRIBUTION = re.compile(r"(?:——|—|--)\s*[^\s—-].{0,60}$")
_SPEAKER = re.compile(
    r"([^\s：:，。！？,!?“”\"（）()]{1,12}(?: [^\s：:，。！？,!?]{1,12}){0,2})(?:\s*[（(][^（）()]{1,20}[）)])?\s*[：:]"
)
_ALWAYS_SPEAKS = re.compile(r"[问問答甲乙丙丁男女QA]|(?:记者|記者|主持人|学生|學生|老师|老師)[A-Z甲乙丙一二三]?")


def finish(blocks: Iterable[ExtractBlock], title: str = "") -> list[ExtractBlock]:
    """`blocks` with all that only their neighbors show; `title` is what the file says that the text is called."""
    found = [_with_printed(block) for block in blocks]
    found = _with_strong_headings(_with_speakers(_with_neighbors(_without_borders(found))))
    return _with_bylines(_with_title(found, title))


def _with_printed(block: ExtractBlock) -> ExtractBlock:
    """The block with its printed addresses and formulas as inlines."""
    if block.kind in PROTECTED_BLOCKS or block.kind == "separator":
        return block
    taken = [(inline.start, inline.end) for inline in block.inlines if inline.kind in PROTECTED_INLINES]
    inlines = list(block.inlines)
    for kind, start, end in _printed(block.text):
        if all(end <= first or last <= start for first, last in taken):
            taken.append((start, end))
            inlines.append(ExtractInline(kind=kind, start=start, end=end))
    if len(inlines) == len(block.inlines):
        return block
    return block.model_copy(update={"inlines": tuple(sorted(inlines, key=lambda one: (one.start, -one.end)))})


def _printed(text: str) -> Iterable[tuple[InlineKind, int, int]]:
    if "$" in text or "\\" in text:
        for found in _FORMULA.finditer(text):
            if found[0][:2] in ("$$", "\\(", "\\[") or _MATHEMATICAL.search(found[0]):
                yield "formula", found.start(), found.end()
    if "://" in text or "www." in text or "@" in text:
        for found in _ADDRESS.finditer(text):
            address = found[0].rstrip(".,;:!?'*_~")
            while address.endswith((")", "]")) and address.count("(" if address[-1] == ")" else "[") < address.count(
                address[-1]
            ):
                address = address[:-1].rstrip(".,;:!?'*_~")
            if len(address) > 5:
                yield "address", found.start(), found.start() + len(address)


def _without_borders(blocks: Sequence[ExtractBlock]) -> list[ExtractBlock]:
    """Without separators that divide nothing: at the beginning and at the end, in a row, and above the notes."""
    kept: list[ExtractBlock] = []
    for block in blocks:
        if block.kind == "separator" and (not kept or kept[-1].kind == "separator"):
            continue
        if block.kind == "footnote" and kept and kept[-1].kind == "separator":
            kept.pop()
        kept.append(block)
    return kept[:-1] if len(kept) > 1 and kept[-1].kind == "separator" else kept


def _with_strong_headings(blocks: Sequence[ExtractBlock]) -> list[ExtractBlock]:
    """Short lines that are strong as a whole are headings where the author had no other; the first line of all is the title."""
    made: list[ExtractBlock] = []
    level, has_title = 1, any(block.kind == "heading" and block.level == 1 for block in blocks)
    for number, block in enumerate(blocks):
        behind = blocks[number + 1].kind if number + 1 < len(blocks) else None
        if block.kind == "heading":
            level = block.level or 1
        elif block.kind == "paragraph" and behind is not None and _is_strong_line(block):
            own = 1 if number == 0 and not has_title else min(level + 1, 6)
            kept = tuple(inline for inline in block.inlines if inline.kind != "strong")
            made.append(block.model_copy(update={"kind": "heading", "level": own, "inlines": kept}))
            continue
        made.append(block)
    return made


def _is_strong_line(block: ExtractBlock) -> bool:
    covered = sum(inline.end - inline.start for inline in block.inlines if inline.kind == "strong")
    return covered == len(block.text) <= _HEADING_LENGTH and block.text[-1:] not in _NO_HEADING


def _with_bylines(blocks: Sequence[ExtractBlock]) -> list[ExtractBlock]:
    """Lines of who wrote it, when and where, below the title and at the end."""
    title = next((number for number, block in enumerate(blocks) if block.kind == "heading" and block.level == 1), None)
    top = range(title + 1, title + 1 + _BYLINES) if title is not None else range(0)
    last = len(blocks) - 1
    made = list(blocks)
    for number, block in enumerate(blocks):
        if block.kind != "paragraph" or len(block.text) > _BYLINE_LENGTH:
            continue
        pattern = _BYLINE if number in top else _SIGNED if number == last else None
        if pattern is not None and pattern.match(block.text):
            made[number] = block.model_copy(update={"kind": "byline"})
    return made


def _with_neighbors(blocks: Sequence[ExtractBlock]) -> list[ExtractBlock]:
    """Captions stand beside a figure or a table, attributions end a quotation or an epigraph."""
    made: list[ExtractBlock] = []
    for number, block in enumerate(blocks):
        before = made[-1].kind if made else None
        behind = blocks[number + 1].kind if number + 1 < len(blocks) else None
        kind = block.kind
        if (
            kind == "paragraph"
            and len(block.text) <= 120
            and _CAPTION.match(block.text)
            and (before in ("figure", "table") or behind == "table")
        ):
            kind = "caption"
        elif kind in ("quotation", "paragraph") and before in ("quotation", "verse") and _ATTRIBUTION.match(block.text):
            kind = "attribution"
        made.append(block if kind == block.kind else block.model_copy(update={"kind": kind}))
    return made


@dataclass(frozen=True)
class _Speech:
    """The name at the beginning of a block, where it ends, and whether it is set apart."""

    name: str
    end: int
    strong: bool


def _with_speakers(blocks: Sequence[ExtractBlock]) -> list[ExtractBlock]:
    """Blocks that begin with the name of one who speaks are dialogue.

    A name and a label (“Note:”) look the same; names come again. Two names, or one and a word that only begins speech, must be
    there, and what is not set apart must come twice each.
    """
    speeches = {number: speech for number, block in enumerate(blocks) if (speech := _speech(block)) is not None}
    counts = Counter(speech.name for speech in speeches.values())
    strong = {speech.name for speech in speeches.values() if speech.strong}
    names = {name for name, count in counts.items() if count > 1 or (name in strong and _ALWAYS_SPEAKS.fullmatch(name))}
    if len(names) < 2 and not any(name in strong for name in names):
        return list(blocks)
    if names & strong and any(counts[name] > 1 for name in names):
        # Among speakers, one who speaks once is one too.
        numbers = sorted(number for number, speech in speeches.items() if speech.name in names)
        names |= {
            speech.name
            for number, speech in speeches.items()
            if speech.strong and {number - 1, number + 1} & set(numbers)
        }
    made = list(blocks)
    for number, speech in speeches.items():
        if speech.name not in names:
            continue
        block = blocks[number]
        kept = [
            one for one in block.inlines if not (one.kind == "strong" and one.start == 0 and one.end <= speech.end + 1)
        ]
        speaker = ExtractInline(kind="speaker", start=0, end=len(speech.name))
        made[number] = block.model_copy(update={"kind": "dialogue", "inlines": (speaker, *kept)})
    return made


def _speech(block: ExtractBlock) -> _Speech | None:
    found = _SPEAKER.match(block.text) if block.kind == "paragraph" else None
    if found is None or "://" in block.text[: found.end() + 2] or found.end() >= len(block.text):
        return None
    name, end = found[1], found.end()
    strong = any(one.kind == "strong" and one.start == 0 and len(name) <= one.end <= end for one in block.inlines)
    return _Speech(name, end, strong)


def _with_title(blocks: Sequence[ExtractBlock], title: str) -> list[ExtractBlock]:
    """At most one heading of level 1, the title: where several are, those behind it are parts, and all headings go down."""
    tops = [number for number, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    if len(tops) < 2:
        return list(blocks)
    first = blocks[tops[0]]
    is_title = _same(first.text, title) if title else tops[0] == 0 and (tops[1] == 1 or _stands_alone(blocks, tops))
    return [
        block.model_copy(update={"level": min((block.level or 1) + 1, 6)})
        if block.kind == "heading" and not (is_title and number == tops[0])
        else block
        for number, block in enumerate(blocks)
    ]


def _same(one: str, other: str) -> bool:
    return bool(other) and "".join(one.split()) == "".join(other.split())


def _stands_alone(blocks: Sequence[ExtractBlock], tops: Sequence[int]) -> bool:
    """True where the first heading has no text of a part before the next: at most a line or two."""
    between = blocks[tops[0] + 1 : tops[1]]
    return sum(len(block.text) for block in between) <= 100 and all(block.kind != "heading" for block in between)
