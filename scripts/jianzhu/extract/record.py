"""Record: extract.yml as text, and where two readings of a seed part."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from jianzhu.source.manifest import quoted
from jianzhu.source.records.extract import ExtractBlock, ExtractRecord

HEADER = """\
# What was read out of the seed, block by block. Made by `jianzhu add` and `jianzhu extract`, and not to be edited:
# corrections belong in emendations.yml.
"""


def dump_extract(record: ExtractRecord) -> str:
    """`record` as the text of extract.yml; reading it gives the same record."""
    lines = [HEADER.rstrip("\n"), f"tool: {quoted(record.tool)}", f"version: {quoted(record.version)}", *_body(record)]
    return "\n".join(lines) + "\n"


def first_difference(old: ExtractRecord, new: ExtractRecord) -> tuple[int, str, str] | None:
    """The first line of extract.yml, counted from 1, in which the blocks of two readings differ, with both; None where none does.

    The tool and its version are no part of a reading.
    """
    before = 2 + HEADER.count("\n")
    for number, (one, other) in enumerate(itertools.zip_longest(_body(old), _body(new), fillvalue=""), before + 1):
        if one != other:
            return number, one.strip(), other.strip()
    return None


def _body(record: ExtractRecord) -> Iterator[str]:
    yield "blocks:" if record.blocks else "blocks: []"
    for block in record.blocks:
        yield from _block(block)
    if record.left_out:
        yield "leftOut:"
        for words in record.left_out:
            yield f"  - {quoted(words)}"


def _block(block: ExtractBlock) -> Iterator[str]:
    yield f"  - kind: {block.kind}"
    if block.level is not None:
        yield f"    level: {block.level}"
    if block.label:
        yield f"    label: {quoted(block.label)}"
    if block.text:
        yield f"    text: {quoted(block.text)}"
    if block.inlines:
        yield "    inlines:"
        for inline in block.inlines:
            value = f", value: {quoted(inline.value)}" if inline.value else ""
            yield f"      - {{kind: {inline.kind}, start: {inline.start}, end: {inline.end}{value}}}"
