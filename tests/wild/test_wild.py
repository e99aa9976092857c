"""Wild: texts of many kinds as they come, each beside a file that says what is right for it.

A file `NAME.right` has what is known of the text (`damage:` what must be suspected, `same:` what must stay), an empty line, and
the blocks: the kind in brackets, and below it the sentences, lines or cells, one a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from jianzhu.annotate.propose import Block, propose_blocks
from jianzhu.commands.raw import read_raw
from jianzhu.language import TextLanguage, TextLanguages
from jianzhu.repair.damage import find_damage
from jianzhu.repair.edits import undo
from jianzhu.repair.repair import apply_rules

FOLDER = Path(__file__).parent
NAMES = sorted(path.stem for path in FOLDER.glob("*.right"))


@dataclass
class Right:
    """What is right for a text."""

    said: dict[str, list[str]] = field(default_factory=dict)
    blocks: list[tuple[str, list[str]]] = field(default_factory=list)


def right(name: str) -> Right:
    head, *blocks = (FOLDER / f"{name}.right").read_text(encoding="utf-8").strip("\n").split("\n\n[")
    found = Right()
    for line in head.split("\n"):
        key, _, value = line.partition(": ")
        found.said.setdefault(key, []).append(value)
    for block in blocks:
        kind, _, lines = block.partition("]")
        found.blocks.append((kind, [line for line in lines.split("\n") if line.strip()]))
    return found


@dataclass
class Result:
    """What came of a text, beside what is right."""

    name: str
    encoding: bool
    language: bool
    lines: bool
    printed: bool
    blocks: int
    wrong_blocks: list[str]
    sentences: int
    wrong_sentences: list[str]
    characters: int
    false_alarms: list[str]
    unseen: list[str]
    changed: list[str]


def bare(text: str) -> str:
    return re.sub(r"[\s|]", "", text)


def ends(parts: Sequence[str]) -> dict[int, str]:
    """Where each of `parts` ends, counted without spaces, and its last characters."""
    found, at = {}, 0
    for part in parts:
        at += len(bare(part))
        found[at] = part[-12:]
    return found


def parts_of(block: Block) -> list[str]:
    return [line for segment in block.segments for line in segment.text.split("\n") if line.strip()]


def read(name: str) -> Result:
    wanted = right(name)
    (file,) = (path for path in FOLDER.glob(f"{name}.*") if path.suffix != ".right")
    code = TextLanguage(wanted.said["language"][0]).code
    raw = read_raw(file, TextLanguages(source=TextLanguage(code)))
    text, structure = raw.repaired
    blocks = propose_blocks(text, lang=code)
    proposed = {bare("".join(parts_of(block))): block.kind for block in blocks if block.segments}
    separators = sum(block.kind == "separator" for block in blocks)
    wrong_blocks = []
    for kind, parts in wanted.blocks:
        own = bare("".join(parts))
        if kind == "separator":
            separators -= 1
        elif proposed.get(own) != kind:
            wrong_blocks.append(f"{own[:16]}: {proposed.get(own)}, not {kind}")
    wrong_blocks += ["separator"] * abs(separators)
    right_ends = ends([part for _, parts in wanted.blocks for part in parts])
    found_ends = ends([part for block in blocks for part in parts_of(block)])
    findings = find_damage(text, structure, code)
    known = wanted.said.get("damage", [])
    return Result(
        name=name,
        encoding=raw.encoding == wanted.said["encoding"][0],
        language=raw.language == wanted.said["language"][0],
        lines=raw.lines == wanted.said["lines"][0],
        printed=bare("".join(part for block in blocks for part in parts_of(block)))
        == bare("".join(part for _, parts in wanted.blocks for part in parts)),
        blocks=len(wanted.blocks),
        wrong_blocks=wrong_blocks,
        sentences=len(right_ends),
        wrong_sentences=[(right_ends | found_ends)[at] for at in sorted(right_ends.keys() ^ found_ends.keys())],
        characters=len(text),
        false_alarms=[
            f"{found.exact} ({found.looks_like})"
            for found in findings
            if not any(one in found.exact or found.exact in one for one in known)
        ],
        unseen=[one for one in known if not any(one in found.exact or found.exact in one for found in findings)],
        changed=[one for one in wanted.said.get("same", []) if one not in text],
    )


@pytest.fixture(scope="module")
def results() -> list[Result]:
    return [read(name) for name in NAMES]


def faults(results: Sequence[Result], name: str) -> list[str]:
    return [f"{result.name}: {fault}" for result in results for fault in getattr(result, name)]


def test_the_table(results, capsys):
    with capsys.disabled():
        print(f"\n{'text':22}{'encoding':>9}{'language':>9}{'blocks':>8}{'sentences':>10}{'false alarms':>13}")
        for one in results:
            told = [
                one.blocks - len(one.wrong_blocks),
                one.blocks,
                one.sentences - len(one.wrong_sentences),
                one.sentences,
            ]
            print(
                f"{one.name:22}{one.encoding!s:>9}{one.language!s:>9}{told[0]:>5}/{told[1]}{told[2]:>7}/{told[3]}"
                f"{len(one.false_alarms):>10}"
            )
    assert len(results) == 30


def test_encoding_and_language_are_told(results):
    assert [one.name for one in results if not (one.encoding and one.language)] == []


def test_cut_lines_are_told_and_joined(results):
    assert [one.name for one in results if not (one.lines and one.printed)] == []


def test_kinds_of_blocks(results):
    wrong = faults(results, "wrong_blocks")
    assert len(wrong) <= 0.03 * sum(one.blocks for one in results), wrong


def test_ends_of_sentences(results):
    wrong = faults(results, "wrong_sentences")
    assert len(wrong) <= 0.01 * sum(one.sentences for one in results), wrong


def test_false_alarms_of_damage(results):
    alarms = faults(results, "false_alarms")
    assert len(alarms) * 10_000 <= sum(one.characters for one in results), alarms


def test_damage_and_what_is_not_the_authors_is_seen(results):
    assert faults(results, "unseen") == []


def test_addresses_formulas_and_code_stay(results):
    assert faults(results, "changed") == []


@pytest.mark.parametrize("name", NAMES)
def test_repair_can_be_undone(name):
    (file,) = (path for path in FOLDER.glob(f"{name}.*") if path.suffix != ".right")
    raw = read_raw(file)
    for lines in ("paragraphs", "wrapped"):
        printed, layers = apply_rules(raw.text, None, "zh", lines)
        assert undo(printed, layers) == raw.text
