"""Alignment: the problems between the recorded segments and those of the printed text."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping

from jianzhu.annotate.segment import Alignment, to_manifest
from jianzhu.source.manifest import HIGHEST, next_number
from jianzhu.source.problems import Problem
from jianzhu.source.records import ManifestBlock, ManifestRecord
from jianzhu.source.seeds import Folder
from jianzhu.text.folding import compact


def manifest_problems(folder: Folder, alignment: Alignment) -> list[Problem]:
    """Ids that vanished, were used twice or came back, and a record that is not the text's."""
    manifest = folder.manifest
    problems = list(_id_problems(folder))
    recorded = _recorded(folder)
    for segment_id in alignment.vanished:
        problems.append(
            Problem(
                folder.segment_location(segment_id),
                "segment-vanished",
                wrong=f"{segment_id} is no longer in the text; it was {recorded[segment_id][:30]!r}",
                expected="every published id in the text, or a redirect to the segment that replaces it",
                advice=f"restore the sentence, or move the line to `withdrawn:` as `{segment_id}: <successor>` (`~` for none)",
            )
        )
    if alignment.added and int(alignment.added[-1][1:]) > HIGHEST:
        problems.append(_used_up(folder))
    elif alignment.added:
        problems.append(_unrecorded(folder, alignment))
    elif not alignment.vanished and to_manifest(alignment.blocks, manifest).blocks != manifest.blocks:
        problems.append(_stale(folder, alignment))
    return problems


def unkept(before: ManifestRecord, after: ManifestRecord) -> list[str]:
    """What of a record is another thing in the one that takes its place: texts of segments, and blocks. New segments, and the
    blocks of what is new, are told elsewhere.
    """
    old = {name: text for block in before.blocks for name, text in block.segments.items()}
    new = {name: text for block in after.blocks for name, text in block.segments.items()}
    lines = [
        f"{name} was recorded as {text[:40]!r}, and is {new[name][:40]!r} in the text"
        for name, text in old.items()
        if name in new and new[name] != text
    ]
    made = {_outline(block, old) for block in after.blocks}
    for block in before.blocks:
        here = any(name in new for name in block.segments) or not block.segments
        if here and _outline(block, new) not in made:
            lines.append(f"{_told(block)} is no block of the text as it is now")
    return lines


def _outline(block: ManifestBlock, known: Mapping[str, str]) -> tuple[object, ...]:
    """A block by what an editor decides of it, with those of its segments that are `known`."""
    return block.kind, block.level, tuple(name for name in block.segments if name in known)


def _told(block: ManifestBlock) -> str:
    names = list(block.segments)
    if not names:
        return f"a {block.kind} without segments"
    return f"the {block.kind} of {names[0] if len(names) == 1 else f'{names[0]}–{names[-1]}'}"


def title_problems(folder: Folder, alignment: Alignment) -> Iterable[Problem]:
    """A problem where the title stands in the text, according to article.yml, and no heading of the text is that title."""
    if not folder.title:
        return
    headings = [
        "".join(segment.text for segment in block.segments) for block in alignment.blocks if block.kind == "heading"
    ]
    if compact(folder.title) not in map(compact, headings):
        yield Problem(
            folder.location("article.yml", "title"),
            "title-differs",
            wrong=f"the text has no heading {folder.title!r}"
            + (f"; its first is {headings[0][:40]!r}" if headings else ""),
            expected="with `titleSource: seed`, the title as it stands in the text",
            advice="copy the title from the text, or write `titleSource: supplied`",
        )


def _recorded(folder: Folder) -> dict[str, str]:
    """The text of every recorded segment."""
    return {name: text for block in folder.manifest.blocks for name, text in block.segments.items()}


def _unrecorded(folder: Folder, alignment: Alignment) -> Problem:
    texts = {segment.id: segment.text for block in alignment.blocks for segment in block.segments}
    first = alignment.added[0]
    return Problem(
        folder.location("segments.yml", "blocks"),
        "segment-unrecorded",
        wrong=f"segments without a recorded id: {len(alignment.added)}, first {texts[first][:24]!r} (it would be {first})",
        expected="a recorded id for every segment before anything refers to it",
        advice=f"run `jianzhu segments {folder.slug}`",
    )


def _used_up(folder: Folder) -> Problem:
    return Problem(
        folder.location("segments.yml", "next"),
        "segment-id",
        wrong=f"no number is left for a new segment: the next would be s{next_number(folder.manifest)}",
        expected=f"numbers up to {HIGHEST}",
        advice="look for a mistyped id, or a mistyped `next:`",
    )


def _stale(folder: Folder, alignment: Alignment) -> Problem:
    recorded = _recorded(folder)
    segments = [segment for block in alignment.blocks for segment in block.segments]
    changed = [segment for segment in segments if recorded[segment.id] != segment.text]
    return Problem(
        folder.segment_location(changed[0].id if changed else None),
        "manifest-stale",
        wrong="; ".join(f"{segment.id} now reads {segment.text[:24]!r}" for segment in changed[:3])
        or "; ".join(unkept(folder.manifest, to_manifest(alignment.blocks, folder.manifest))[:3])
        or "a block is not as recorded: its label, or a separator or an image beside it",
        expected="a record that matches the printed text",
        advice=f"check the change, then run `jianzhu segments {folder.slug}`",
    )


def _id_problems(folder: Folder) -> Iterable[Problem]:
    manifest = folder.manifest
    seen: Counter[str] = Counter()
    for index, block in enumerate(manifest.blocks):
        for segment_id in block.segments:
            seen[segment_id] += 1
            if seen[segment_id] == 2 or segment_id in manifest.withdrawn:
                said = "withdrawn" if segment_id in manifest.withdrawn else "used by another segment"
                yield Problem(
                    folder.location("segments.yml", "blocks", index, "segments", segment_id),
                    "segment-id",
                    wrong=f"{segment_id} is already {said}",
                    expected="each id once, and a withdrawn one never again",
                    advice="give the segment the next free number",
                )
    known = sorted(int(name[1:]) for name in {*seen, *manifest.withdrawn})
    for before, after in itertools.pairwise([0, *known, next_number(manifest)]):
        if after - before > 1:
            yield _missing(folder, before + 1, after - 1)
    for old, new in manifest.withdrawn.items():
        # One in another article is looked for when all are read: jianzhu.annotate.history.
        if new is not None and ":" not in new and new not in seen:
            yield Problem(
                folder.location("segments.yml", "withdrawn", old),
                "segment-unknown",
                wrong=f"{old} redirects to {new}, which is not a segment of {folder.slug}",
                expected="a redirect to a segment that is printed",
                advice="name the segment that replaces this one",
            )


def _missing(folder: Folder, first: int, last: int) -> Problem:
    wrong, bring, lines = f"s{first} is neither printed nor withdrawn", "its line", f"`s{first}: <successor>`"
    if last > first:
        wrong = f"s{first} to s{last} ({last - first + 1:,} ids) are neither printed nor withdrawn"
        bring, lines = "their lines", f"{lines} and so on"
    return Problem(
        folder.location("segments.yml"),
        "segment-vanished",
        wrong=wrong,
        expected="every id ever assigned, in `blocks` or in `withdrawn`",
        advice=f"restore {bring}, or write {lines} under `withdrawn:` (`~` for none)",
    )
