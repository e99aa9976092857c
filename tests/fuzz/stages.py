"""Stages: what is done with an odd input, and what must hold whatever it is. The declared errors are caught; no other is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jianzhu.annotate.labels import LabelFinder
from jianzhu.annotate.marks import RANK, Mark, Node, mark_tree
from jianzhu.annotate.propose import propose_blocks
from jianzhu.annotate.segment import align, to_manifest
from jianzhu.extract.encoding import ENCODINGS, UndecodableSeed, detect_encoding
from jianzhu.language import Language
from jianzhu.repair.decode import read_witness
from jianzhu.repair.detect import detect
from jianzhu.repair.edits import Edit, changes, make_layer, replay, undo
from jianzhu.repair.repair import apply_rules
from jianzhu.site.markup.markdown import annotated
from jianzhu.source.load import load_seeds
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.parse import parse_entries, parse_record
from jianzhu.source.records import (
    Anchor,
    ArticleRecord,
    ClaimRecord,
    ConceptRecord,
    EmendationRecord,
    EventRecord,
    ManifestRecord,
    MarkRecord,
    NoteRecord,
    QuestionRecord,
    RelationRecord,
    Slug,
)
from jianzhu.source.yamlfile import parse_yaml
from jianzhu.text.dates import find_dates
from jianzhu.text.kinds import default_kinds
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.quantities import find_quantities

from tests.fuzz.texts import ROOT, Texts


@dataclass(frozen=True)
class Stage:
    """A step of the pipeline: `make` gives an input, `run` does the step with it and raises where something is lost.

    `share` is how many of a hundred inputs are its.
    """

    name: str
    share: int
    make: Callable[[Texts], Any]
    run: Callable[[Any], None]


# Read


def _make_file(texts: Texts) -> tuple[bytes, str]:
    return texts.data(), texts.random.choice(ENCODINGS)


def _read(given: tuple[bytes, str]) -> None:
    """A file is read as what it is, or the first byte that does not fit is named."""
    data, other = given
    for known in (None, other):
        try:
            encoding = known or detect_encoding(data)
            witness = read_witness(data, encoding)
        except UndecodableSeed as error:
            assert 0 <= error.offset <= len(data)
            assert 1 <= error.line <= len(data) + 1
            continue
        assert encoding in ENCODINGS
        again = witness.text.encode(encoding)
        # There are two byte orders, and some codes of two bytes mean the same.
        assert again == data if encoding.startswith("utf-8") and encoding != "utf-8-sig" else True
        assert again.decode(encoding) == witness.text


# Repair


def _make_seed(texts: Texts) -> tuple[str, tuple[Edit, ...]]:
    text = texts.text()
    cuts = sorted({texts.random.randint(0, len(text)) for _ in range(texts.random.randint(0, 8))})
    edits = [
        Edit(start, text[start:end], texts.random.choice(("", ",", "。\n", texts.line())), f"emendation-{start}")
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, make_layer(edits)


def _repair(given: tuple[str, tuple[Edit, ...]]) -> None:
    """The printed text is replayed from the seed and led back to it; the changes are the whole difference."""
    seed, curated = given
    printed, by_rule = apply_rules(replay(seed, [curated]))
    layers = (curated, *by_rule)
    assert replay(seed, layers) == printed
    assert undo(printed, layers) == seed
    seed_done = done = 0
    for change in changes(seed, layers):
        assert seed.startswith(change.sic, change.seed_start)
        assert printed.startswith(change.corr, change.start)
        assert seed[seed_done : change.seed_start] == printed[done : change.start]
        seed_done, done = change.seed_start + len(change.sic), change.end
    assert seed[seed_done:] == printed[done:]
    for finding in detect(printed):
        assert printed.startswith(finding.exact, finding.start)


# Segment


def make_versions(texts: Texts) -> tuple[str, ...]:
    text = texts.text()
    versions = [text]
    for _ in range(texts.random.randint(1, 3)):
        versions.append(text if texts.random.random() < 0.3 else texts.edited(versions[-1]))
    return tuple(versions)


def check_segments(versions: tuple[str, ...]) -> None:
    """Whatever an article becomes, its recorded segments are its text, and no id is lost or given twice."""
    manifest, title = ManifestRecord(), versions[0].partition("\n")[0]
    given: dict[str, str] = {}
    for number, text in enumerate(versions):
        printed, _ = apply_rules(text)
        manifest = record(printed, title, manifest)
        names = [name for block in manifest.blocks for name in block.segments]
        assert len(names) == len(set(names))
        assert not set(names) & set(manifest.withdrawn)
        assert set(given) <= {*names, *manifest.withdrawn}, "an id has vanished"
        given |= dict.fromkeys(names, "")
        assert {f"s{name}" for name in range(1, manifest.next)} == {*names, *manifest.withdrawn}
        # A separator has no words, and what stands between the cells of a table, or the lines of code or verse, is no word.
        blocks = propose_blocks(printed, title)
        written = ["".join(block.segments.values()) for block in manifest.blocks]
        lines = ["".join(segment.text for segment in block.segments) for block in blocks]
        # Where lines were joined or divided since, the record still has the blocks that it had.
        assert _bare("".join(written)) == _bare("".join(lines))
        assert number or written == lines
        kept = {block.start for block in blocks if block.kind not in ("separator", "table")}
        for line in re.finditer(r"[^\n]+", printed):
            at = line.start() + len(line[0]) - len(line[0].lstrip())
            assert at not in kept or _bare(line[0]) in _bare("".join(lines)), "words are lost"


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def record(printed: str, title: str, manifest: ManifestRecord) -> ManifestRecord:
    """The manifest after `segments`, twice; ids that have no text any more are withdrawn first, as the check advises."""
    while True:
        alignment = align(propose_blocks(printed, title), manifest)
        if not alignment.vanished:
            break
        kept = tuple(
            block.model_copy(update={"segments": left})
            for block in manifest.blocks
            if (left := {name: text for name, text in block.segments.items() if name not in alignment.vanished})
        )
        gone = manifest.withdrawn | dict.fromkeys(alignment.vanished)
        manifest = ManifestRecord(blocks=kept, withdrawn=gone, next=manifest.next)
    once = to_manifest(alignment.blocks, manifest)
    file, problems = parse_yaml(dump_manifest(once), "segments.yml")
    assert not problems, problems
    read: list[Any] = []
    assert parse_record(file, ManifestRecord, read) == once, read
    again = align(propose_blocks(printed, title), once)
    assert (again.added, again.vanished) == ((), ()), "segments after segments changes ids"
    assert to_manifest(again.blocks, once) == once, "segments after segments changes the record"
    return once


# Annotate


def _make_sentence(texts: Texts) -> tuple[str, str, tuple[Mark, ...]]:
    _finder()  # the first use reads the glossary
    text = texts.text()[:800]
    marks = []
    for number in range(texts.random.randint(0, 8) if text else 0):
        start = texts.random.randrange(len(text))
        end = min(len(text), start + texts.random.randint(1, 20))
        kind = texts.random.choice([kind for kind in RANK if kind not in ("date", "quantity")])
        marks.append(Mark(start, end, kind, f"m{number}"))
    return text, texts.english(), tuple(marks)


@lru_cache(maxsize=1)
def _finder() -> LabelFinder:
    return LabelFinder(load_seeds(ROOT)[0].vocabulary.concepts)


def _annotate(given: tuple[str, str, tuple[Mark, ...]]) -> None:
    """What the rules find stands in the text and does not overlap; with all marks in it, the text is all there."""
    text, english, marks = given
    for own in (english, text):
        _stand_apart(find_dates(own, Language.EN, "2023-07-31"), own)
    _stand_apart(dates := find_dates(text, Language.ZH, "2023-07-31"), text)
    _stand_apart(quantities := find_quantities(text), text)
    _stand_apart(_finder().find(text), text)
    _finder().find(english)
    numbers_apart(text, english)
    numbers_apart(english, text)
    found = [Mark(hit.start, hit.end, "date", hit.edtf, hit.rule) for hit in dates]
    found += [Mark(hit.start, hit.end, "quantity", str(hit), "quantity") for hit in quantities]
    assert "".join(_leaves(mark_tree(len(text), (*found, *marks)), text)) == text
    annotated(text, (*found, *marks), Language.ZH, default_kinds().units)


def _stand_apart(hits: tuple[Any, ...], text: str) -> None:
    at = 0
    for hit in hits:
        assert at <= hit.start < hit.end <= len(text)
        at = hit.end


def _leaves(nodes: tuple[Node, ...], text: str) -> list[str]:
    return [
        part
        for node in nodes
        for part in (_leaves(node.children, text) if node.children else [text[node.start : node.end]])
    ]


# YAML and records

_ENTRIES: Mapping[str, Any] = {
    "events": dict[Anchor, EventRecord],
    "claims": dict[Anchor, ClaimRecord],
    "relations": dict[Slug, RelationRecord],
    "questions": dict[Slug, QuestionRecord],
    "glossary": dict[Slug, ConceptRecord],
    "notes": dict[Slug, NoteRecord],
}
_WHOLE = (ArticleRecord, ManifestRecord, tuple[EmendationRecord, ...], tuple[MarkRecord, ...])


def _make_yaml(texts: Texts) -> tuple[str, str, Any]:
    return texts.yaml(), texts.random.choice(list(_ENTRIES)), texts.random.choice(_WHOLE)


def _yaml(given: tuple[str, str, Any]) -> None:
    """What can be read is plain data with a line for every value; whatever cannot is a problem with its line."""
    text, entries, whole = given
    file, problems = parse_yaml(text, "seeds/x.yml")
    assert file.data is not None or problems or not re.sub(r"#.*|[\s~]|null|---|\.\.\.", "", text) or _empty(text)
    lines = len(re.split("\r\n|[\n\r\x85\u2028\u2029]", text)) + 1
    assert all(1 <= problem.location.line <= lines for problem in problems)
    _plain(file.data)
    unread: set[str] = set()
    found: list[Any] = []
    read = parse_entries(file, _ENTRIES[entries], found, unread)
    assert bool(found) or len(read) == len(file.data or {}), "an entry is lost without a word"
    found = []
    assert (parse_record(file, whole, found) is None) == bool(found)
    for problem in found:
        assert 1 <= problem.location.line <= lines
        str(problem)


def _empty(text: str) -> bool:
    """Nothing but directives, tags, comments and nulls."""
    return not re.search(r"^[^%!&#\s]", text, re.MULTILINE) or len(text) < 12


def _plain(data: Any) -> None:
    ahead = [data]
    while ahead:
        value = ahead.pop()
        if isinstance(value, dict):
            assert all(isinstance(name, str) for name in value)
            ahead += value.values()
        elif isinstance(value, list):
            ahead += value
        else:
            assert value is None or isinstance(value, str)


STAGES = (
    Stage("read", 30, _make_file, _read),
    Stage("repair", 20, _make_seed, _repair),
    Stage("segment", 10, make_versions, check_segments),
    Stage("annotate", 20, _make_sentence, _annotate),
    Stage("yaml", 10, _make_yaml, _yaml),
)
