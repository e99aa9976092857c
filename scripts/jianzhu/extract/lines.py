"""Lines: what the line breaks of a block mean. They part the lines of a verse, or paragraphs, or are an accident."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianzhu.extract.inline import MARGIN, InlineRun
from jianzhu.source.records.extract import ExtractBlock, ExtractInline
from jianzhu.text.characters import CLOSING, HAN

#: A line of verse is no longer than this, by its script.
_LONGEST_HAN, _LONGEST_LATIN = 28, 75
_TWO_SENTENCES = re.compile(r"[。！？!?.]\s*[^\s。！？!?.，,；;—…”’」』）)]")
_ENDS = "。！？…!?."


def verse_or_paragraphs(run: InlineRun, *, verse: bool) -> Iterator[tuple[bool, InlineRun]]:
    """The parts of `run`, which line breaks divide, and of each whether it is a stanza of verse.

    An empty line always divides. Short lines without two sentences in one are verse, and `verse` says that all are.
    """
    for start, end in _spans(run.text, r"\n(?:[ \t\u3000]*\n)+"):
        part = run.cut(start, end)
        if not part.text:
            continue
        lines = part.text.split("\n")
        if verse or _looks_like_verse(lines):
            yield True, part
            continue
        # Every line of prose is a paragraph: whoever breaks lines by hand means it.
        for first, last in _spans(part.text, r"\n"):
            line = part.cut(first, last)
            if line.text:
                yield False, line


def joined_stanza(blocks: list[ExtractBlock]) -> ExtractBlock:
    """Blocks of one line each as one of all lines."""
    inlines: list[ExtractInline] = []
    start = 0
    for block in blocks:
        inlines += [
            inline.model_copy(update={"start": inline.start + start, "end": inline.end + start})
            for inline in block.inlines
        ]
        start += len(block.text) + 1
    return ExtractBlock(kind="verse", text="\n".join(block.text for block in blocks), inlines=tuple(inlines))


def _looks_like_verse(lines: list[str]) -> bool:
    if len(lines) < 2 or any(line.startswith("\u3000\u3000") for line in lines[1:]):
        return False
    return all(_is_short(line) and not _TWO_SENTENCES.search(line.rstrip(_ENDS + CLOSING)) for line in lines)


def _is_short(line: str) -> bool:
    bare = line.strip(MARGIN)
    return 0 < len(bare) <= (_LONGEST_HAN if re.search(f"[{HAN}]", bare) else _LONGEST_LATIN)


def _spans(text: str, divider: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(divider, text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)
