"""Manifest: segments.yml as text, and the ids in it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from jianzhu.source.problems import Location, Problem
from jianzhu.source.records import ManifestRecord
from jianzhu.text.characters import UNPRINTABLE

#: The highest number of a segment.
HIGHEST = 9_999_999
HEADER = """\
# The permanent ids of the segments in reading order, with the text as last recorded.
# Made by `jianzhu segments`; kinds, levels and the joining of sentences are yours to edit.
"""


def dump_manifest(manifest: ManifestRecord) -> str:
    """`manifest` as the text of segments.yml; reading it gives the same record."""
    lines = [HEADER.rstrip("\n"), "blocks:" if manifest.blocks else "blocks: []"]
    for block in manifest.blocks:
        lines.append(f"  - kind: {block.kind}")
        if block.level is not None:
            lines.append(f"    level: {block.level}")
        if block.label:
            lines.append(f"    label: {quoted(block.label)}")
        lines.append("    segments:" if block.segments else "    segments: {}")
        lines += [f"      {segment_id}: {quoted(text)}" for segment_id, text in block.segments.items()]
    if manifest.withdrawn:
        lines.append("withdrawn:")
        lines += [f"  {old}: {new or '~'}" for old, new in manifest.withdrawn.items()]
    lines.append(f"next: {manifest.next}")
    return "\n".join(lines) + "\n"


def quoted(text: str) -> str:
    """`text` as a double-quoted YAML scalar on one line."""
    written = json.dumps(text, ensure_ascii=False).replace("\u00a0", "\\_")
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def next_number(manifest: ManifestRecord) -> int:
    """The lowest number that no segment has or had."""
    names = [*(name for block in manifest.blocks for name in block.segments), *manifest.withdrawn]
    return max([manifest.next, *(int(name[1:]) + 1 for name in names)])


def last_segment(names: Iterable[str]) -> str:
    """The segment of the highest number among `names`; `none` where there are none."""
    return max(names, key=lambda name: int(name[1:]), default="none")


def unknown_segment(location: Location, name: str, slug: str, last: str) -> Problem:
    """The problem of a pointer at `location` to segment `name`, which the article `slug`, whose last is `last`, does not have."""
    return Problem(
        location,
        "segment-unknown",
        wrong=f"{name} is not a segment of {slug}",
        expected=f"an id from seeds/articles/{slug}/segments.yml (the last is {last})",
        advice="find the sentence there and use its id",
    )
