"""Damage: text that looks damaged and that no editor has accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianzhu.repair.carry import kept_stretches, masked
from jianzhu.repair.detect import Finding, detect
from jianzhu.repair.edits import Change
from jianzhu.repair.emendation import Emendation
from jianzhu.repair.repair import Repaired
from jianzhu.source.problems import Location, Problem
from jianzhu.source.records.extract import BETWEEN
from jianzhu.source.seeds import EXTRACT, Folder
from jianzhu.text.addresses import HIDDEN, Cover, protected
from jianzhu.text.structure import Structure

#: So many more lines are named of what stands at many places.
NAMED = 5


def damage_problems(folder: Folder, repaired: Repaired) -> list[Problem]:
    """What the detector suspects and no editor has accepted, and acceptances that accept nothing."""
    accepted = {record.text: index for index, record in enumerate(folder.article.accepted)}
    findings = find_damage(repaired.text, repaired.structure, folder.texts.source.code)
    suspicious = [finding for finding in findings if finding.exact not in accepted]
    lines = seed_lines(repaired.text, repaired.emendations, [finding.start for finding in suspicious])
    places = [seed_location(folder, line) for line in lines]
    problems = [
        Problem(
            Location(places[0].path, group.lines[0]),
            "damage",
            wrong=group.told(repaired.text),
            expected="text as an author would write it",
            advice="add an emendation, or accept the reading under `accepted:` in article.yml with the reason",
        )
        for group in group_findings(suspicious, [place.line for place in places])
    ]
    found = {finding.exact for finding in findings}
    for text, index in accepted.items():
        if text not in found:
            problems.append(
                Problem(
                    folder.location("article.yml", "accepted", index),
                    "acceptance-idle",
                    wrong=f"{text!r} is accepted, but no suspicious text reads like this",
                    expected="the exact characters given in a damage report",
                    advice="remove the entry, or copy the characters from the report",
                )
            )
    return problems


def seed_location(folder: Folder, line: int) -> Location:
    """Where line `line` of the seed’s text is written: in the seed, or in the block that was read out of it."""
    if folder.extract is None:
        return Location(folder.seed_path, line)
    last = 0
    for index, block in enumerate(folder.extract.blocks):
        last += block.text.count("\n") + 1
        if line <= last:
            return folder.location(EXTRACT, "blocks", index, "text")
        last += BETWEEN.count("\n") - 1
    return folder.location(EXTRACT)


def find_damage(text: str, structure: Structure | None = None, lang: str = "zh") -> tuple[Finding, ...]:
    """What looks damaged in `text`, in the language with the code `lang`, but for addresses, code and formulas."""
    kept = kept_stretches(text, structure, protected)
    if not kept:
        return detect(text, lang)
    cover = Cover(kept)
    findings = detect(masked(text, structure, kept, HIDDEN), lang)
    return tuple(
        finding for finding in findings if not cover.touches(finding.start, finding.start + len(finding.exact))
    )


@dataclass(frozen=True)
class Group:
    """The same finding at one place or more: the first, and the lines of all."""

    first: Finding
    lines: tuple[int, ...]

    def told(self, text: str) -> str:
        """What is suspected, with the words around the first place in the printed `text`, and where else it stands."""
        first, others = self.first, self.lines[1:]
        around = text[max(0, first.start - 10) : first.start + len(first.exact) + 10].replace("\n", "⏎")
        correction = f"; it may have been {first.correction!r}" if first.correction else ""
        more = ""
        if others:
            named = ", ".join(map(str, dict.fromkeys(self.lines[: NAMED + 1])))
            more = f" ({len(self.lines)} places: lines {named}{', …' if len(self.lines) > NAMED + 1 else ''})"
        return f"{first.exact!r} looks like {first.looks_like}{correction}: …{around}…{more}"


def group_findings(findings: Sequence[Finding], lines: Sequence[int]) -> list[Group]:
    """`findings`, each with its line, as groups of the same, in the order of the first of each."""
    groups: dict[tuple[str, str], list[tuple[Finding, int]]] = {}
    for finding, line in zip(findings, lines, strict=True):
        groups.setdefault((finding.looks_like, finding.exact), []).append((finding, line))
    return [Group(members[0][0], tuple(line for _, line in members)) for members in groups.values()]


def seed_lines(text: str, differences: Sequence[Emendation | Change], starts: Sequence[int]) -> Iterator[int]:
    """The lines of the seed from which the characters of the printed `text` at `starts`, in ascending order, come; the
    `differences` lead there.
    """
    emendations, line, done = iter(differences), 1, 0
    emendation = next(emendations, None)
    for start in starts:
        line += text.count("\n", done, start)
        done = start
        while emendation is not None and emendation.start <= start:
            line += emendation.sic.count("\n") - emendation.corr.count("\n")
            emendation = next(emendations, None)
        yield line
