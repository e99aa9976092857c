"""Code: which lines of a plain text are lines of a program, of a shell or of its output, by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianzhu.text.characters import CJK_PUNCTUATION, HAN

_FENCE = re.compile(r"\s*(?:```|~~~)")
#: What no sentence looks like. Words in quotation marks and behind the sign of a comment may be of any language.
_SURE = re.compile(
    r"\s*(?:>>> |\.\.\. |\$ \S|#!|#include\b|import [\w.*{]|from [\w.]+ import |(?:async )?def \w+\(|class \w+[(:{]|elif .*:$|else:$|try:$"
    r"|except\b.*:$|return(?:;?$|\s+(?![a-z]+ [a-z]+ )[^\n]{0,40}?[()\[\]{}=*+/\"'].*|\s+\w+;?$)|(?:public|private|static|const|let|var|function|fn|func)\s+\w[^.]*[;{(=]"
    r"|(?:for|while|if|with) .*:$|(?:if|for|while|switch) ?\(.*\) ?\{?$|(?:sudo|pip3?|npm|apt(?:-get)?|git|cd|curl|docker|make|echo|export) [\w./-]+"
    r"|SELECT .*|INSERT INTO .*|@\w+(?:\(.*\))?$|[\w.\[\]'\"]+ ?[-+*/|&]?= ?\S.*|[\w.]+\(.*\)[;:]?$|[})\]]+[;,]?$|</?\w+[^>]*>.*</?\w+>$|\"?[\w-]+\"?: .*[{\[]$)"
)
_ENDS = re.compile(r"(?:[;{}]|\) ?=>.*|->.*)$")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'|`[^`]*`|(?:#|//|--|/\*).*$")
_CHINESE = re.compile(f"[{HAN}{CJK_PUNCTUATION}]")
_COMMENT = re.compile(r"\s*(?:# |//|/\*|\* |-- )")


def is_code(line: str) -> bool:
    """Whether `line` is a line of code by itself: no Chinese but in quotation marks and comments, and the form of a statement."""
    bare = _QUOTED.sub("", line)
    if not bare.strip() or _CHINESE.search(bare):
        return False
    if _SURE.match(line):
        # `Name = value` is one; a sentence that happens to have a sign of equality is not.
        return len(bare.split()) <= 24
    return bool(_ENDS.search(bare.rstrip())) and not re.match(r"[A-Z][a-z]+ [a-z]+ ", line)


def code_lines(lines: Sequence[str]) -> list[bool]:
    """For each of `lines` whether it is code: what looks like it, what stands between fences, and comments in between."""
    found, fenced = [], False
    for line in lines:
        fence = _FENCE.match(line) is not None
        found.append(fenced or fence or is_code(line))
        fenced ^= fence
    if fenced:  # A fence that is never closed is none.
        found = [is_code(line) for line in lines]
    for at, line in enumerate(lines):
        beside = found[at - 1 : at] + found[at + 1 : at + 2]
        if not found[at] and _COMMENT.match(line) and any(beside):
            found[at] = True
    return found


def code_stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines of code in `text` start and end, with the spaces that begin them."""
    lines, start = text.split("\n"), 0
    if len(lines) < 2:  # A line alone is a sentence, or a part of one.
        return
    for line, code in zip(lines, code_lines(lines), strict=True):
        if code and line.strip():
            yield start, start + len(line.rstrip())
        start += len(line) + 1
