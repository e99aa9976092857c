"""Damage: text that looks damaged and that no editor has accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jianzhu.repair.carry import kept_stretches
from jianzhu.repair.detect import Finding, detect
from jianzhu.repair.repair import Repaired
from jianzhu.source.load import Folder
from jianzhu.source.problems import Location, Problem
from jianzhu.text.addresses import HIDDEN, Cover, mask, protected
from jianzhu.text.structure import Structure


def damage_problems(folder: Folder, repaired: Repaired) -> list[Problem]:
    """What the detector suspects and no editor has accepted, and acceptances that accept nothing."""
    accepted = {record.text: index for index, record in enumerate(folder.article.accepted)}
    findings = find_damage(repaired.text, repaired.structure, folder.texts.source.code)
    suspicious = [finding for finding in findings if finding.exact not in accepted]
    lines = seed_lines(repaired, [finding.start for finding in suspicious])
    problems = []
    for finding, line in zip(suspicious, lines, strict=True):
        around = repaired.text[max(0, finding.start - 10) : finding.start + len(finding.exact) + 10].replace("\n", "⏎")
        problems.append(
            Problem(
                Location(folder.seed_path, line),
                "damage",
                wrong=f"{finding.exact!r} looks like {finding.looks_like}: …{around}…",
                expected="text as an author would write it",
                advice="add an emendation, or accept the reading under `accepted:` in article.yml with the reason",
            )
        )
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


def find_damage(text: str, structure: Structure | None = None, lang: str = "zh") -> tuple[Finding, ...]:
    """What looks damaged in `text`, in the language with the code `lang`, but for addresses, code and formulas."""
    kept = kept_stretches(text, structure, protected)
    if not kept:
        return detect(text, lang)
    cover = Cover(kept)
    findings = detect(mask(text, kept, HIDDEN), lang)
    return tuple(
        finding for finding in findings if not cover.touches(finding.start, finding.start + len(finding.exact))
    )


def seed_lines(repaired: Repaired, starts: Sequence[int]) -> Iterator[int]:
    """The lines of the seed from which the printed characters at `starts`, in ascending order, come."""
    emendations, line, done = iter(repaired.emendations), 1, 0
    emendation = next(emendations, None)
    for start in starts:
        line += repaired.text.count("\n", done, start)
        done = start
        while emendation is not None and emendation.start <= start:
            line += emendation.sic.count("\n") - emendation.corr.count("\n")
            emendation = next(emendations, None)
        yield line
