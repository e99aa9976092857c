"""Reads the search index back by its documented format (docs/en/search.md), and by nothing else than that."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"


@dataclass(frozen=True)
class ReadIndex:
    """What is in an index: its meta, documents as (kind, path, zh, en, rows), terms with their rows, and names."""

    meta: Mapping[str, object]
    documents: list[tuple[str, str, str, str, list[list[str]]]]
    grams: dict[str, list[int]]
    words: dict[str, list[int]]
    names: list[list[str]]


def read_index(files: Mapping[str, str]) -> ReadIndex:
    """The index in `files` (name -> text). Raises AssertionError where they are not what the format says."""
    payloads = dict(read_call(name, text) for name, text in files.items())
    meta = json.loads(payloads.pop("meta"))
    assert meta["version"] == 1
    first_keys = {field: meta[field].split(" ") if meta[field] else [] for field in FIELDS}
    shards = {field: [payloads.pop(f"{field[0]}{n}") for n, _ in enumerate(first_keys[field])] for field in FIELDS}
    for field, parts in shards.items():
        firsts = [re.split(r"[ \t]", part, maxsplit=1)[0] for part in parts]
        assert firsts == first_keys[field], f"the first {field} of the shards are not those of the meta file"
    documents = []
    for number, count in enumerate(numbers(meta["files"])):
        own = [[line.split("\t") for line in part.split("\n")] for part in payloads.pop(f"t{number}").split("\n\n")]
        assert len(own) == count
        documents += [(*head, rows) for head, *rows in own]
    assert not payloads, f"files that the meta file does not tell of: {sorted(payloads)}"
    assert [1 + len(rows) for *_, rows in documents] == list(numbers(meta["documents"]))
    return ReadIndex(
        meta,
        documents,
        dict(terms(shards["grams"])),
        dict(terms(shards["words"])),
        [line.split("\t") for part in shards["names"] for line in part.split("\n")],
    )


FIELDS = ("grams", "words", "names")


def read_call(name: str, text: str) -> tuple[str, str]:
    """Name and payload of one file."""
    called, checksum, payload = json.loads(f"[{re.fullmatch(r'__S[(](.*)[)];', text.strip(), re.DOTALL)[1]}]")
    assert name == f"{called}.js"
    assert checksum == f"{zlib.crc32(payload.encode()):08x}"
    return called, payload


def numbers(written: str) -> Iterator[int]:
    """Numbers of five bits a digit, the lowest first; a digit from 32 says that more follow."""
    number = shift = 0
    for digit in map(DIGITS.index, written):
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield number
            number = shift = 0


def terms(shards: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Every term and its rows."""
    for shard in shards:
        parts = shard.split(" ")
        for term, written in zip(parts[::2], parts[1::2], strict=True):
            row, rows = -1, []
            for difference in numbers(written):
                row += difference
                rows.append(row)
            yield term, rows
