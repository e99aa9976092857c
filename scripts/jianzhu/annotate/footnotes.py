"""Footnotes of the author: whether every sign leads to one, and a sign to every one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jianzhu.annotate.inlines import Authored
from jianzhu.annotate.propose import Block
from jianzhu.source.problems import Problem
from jianzhu.source.seeds import Folder


def footnote_problems(folder: Folder, blocks: Sequence[Block], sentences: Mapping[str, Authored]) -> Iterator[Problem]:
    """Signs and footnotes of an article that do not find each other by their label.

    Blocks that follow each other with one label are one footnote. A footnote without a label, as in plain text, is not asked
    for its sign.
    """
    labels: dict[str, Block] = {}
    before = ""
    for block in blocks:
        label = block.label if block.kind == "footnote" else ""
        if label and label != before:
            if label in labels:
                yield _unmatched(folder, block, f"the label {label!r} is that of another footnote too")
            labels.setdefault(label, block)
        before = label
    called: set[str] = set()
    for name, sentence in sentences.items():
        for inline in sentence.inlines:
            if inline.kind != "footnote":
                continue
            called.add(inline.value)
            if inline.value not in labels:
                sign = sentence.text[inline.start : inline.end]
                yield Problem(
                    folder.segment_location(name),
                    "footnote-unmatched",
                    wrong=f"{name}: the sign {sign!r} leads to the footnote {inline.value!r}, which is not there",
                    expected="a footnote of this label in the same article",
                    advice="look for it in the file as received; if it is lost there, leave the sign out by an emendation",
                )
    for label, block in labels.items():
        if label not in called:
            yield _unmatched(folder, block, f"no sign leads to the footnote {label!r}")


def _unmatched(folder: Folder, block: Block, wrong: str) -> Problem:
    return Problem(
        folder.segment_location(block.segments[0].id if block.segments else None),
        "footnote-unmatched",
        wrong=wrong,
        expected="one footnote for each label, and a sign in the text that leads to it",
        advice="compare the file as received; if this is no footnote, change its kind in segments.yml",
    )
