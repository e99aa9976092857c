"""Reads the search index back by its documented format (the page search.md), and by nothing else than that."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianzhu.site.search.sounds import sounds

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
MARKS = "!#$%&'()*+,./:;=>?@[]^`{|}~"
#: What a pair of characters has in a row of which nothing is said: one place, where both are met first.
ONCE = [(0, 0)]


@dataclass(frozen=True)
class ReadIndex:
    """What is in an index: its meta, documents as (kind, path, zh, en, rows), terms with their rows, and names.

    `places` are those of the pairs in the rows where they are not ONCE: term -> row -> places.
    """

    meta: Mapping[str, object]
    documents: list[tuple[str, str, str, str, list[list[str]]]]
    grams: dict[str, list[int]]
    words: dict[str, list[int]]
    names: list[list[str]]
    places: dict[str, dict[int, list[tuple[int, int]]]]

    def rows_with(self, compact: str) -> list[int]:
        """The rows whose compact Chinese text holds `compact`, two characters or more, by the terms alone."""
        pairs = [compact[at : at + 2] for at in range(len(compact) - 1)]
        found = []
        for row in self.grams.get(pairs[0], []):
            met = None
            for pair in pairs:
                own = self.places.get(pair, {}).get(row, ONCE) if row in self.grams.get(pair, []) else []
                met = {second for first, second in own if met is None or first in met}
            if met:
                found.append(row)
        return found


def read_index(files: Mapping[str, str]) -> ReadIndex:
    """The index in `files` (name -> text). Raises AssertionError where they are not what the format says."""
    payloads = dict(read_call(name, text) for name, text in files.items())
    meta = json.loads(payloads.pop("meta"))
    assert meta["version"] == 3
    first_keys = {field: meta[field].split(" ") if meta[field] else [] for field in FIELDS}
    shards = {field: [payloads.pop(f"{field[0]}{n}") for n, _ in enumerate(first_keys[field])] for field in FIELDS}
    for field, parts in shards.items():
        # A term comes behind the digit that says what it shares with the one before.
        firsts = [re.split(r"[ \t]", part, maxsplit=1)[0] for part in parts]
        own = [first if field == "names" else first.removeprefix("0") for first in firsts]
        assert own == first_keys[field], f"the first {field} of the shards are not those of the meta file"
    documents = []
    for number, count in enumerate(numbers(meta["files"])):
        lines = payloads.pop(f"t{number}").split("\n")
        assert len(lines) == 5 * count
        documents += [document(lines[at : at + 5]) for at in range(0, len(lines), 5)]
    assert payloads.pop("p0") == sounds()
    assert not payloads, f"files that the meta file does not tell of: {sorted(payloads)}"
    assert [1 + len(rows) for *_, rows in documents] == list(numbers(meta["documents"]))
    assert [kind["id"] for kind in meta["kinds"] for _ in range(kind["documents"])] == [kind for kind, *_ in documents]
    grams = {term: (rows, places) for term, rows, places in terms(shards["grams"])}
    return ReadIndex(
        meta,
        documents,
        {term: rows for term, (rows, _) in grams.items()},
        {term: rows for term, rows, _ in terms(shards["words"])},
        [line.split("\t") for part in shards["names"] for line in part.split("\n")],
        {term: places for term, (_, places) in grams.items() if places},
    )


FIELDS = ("grams", "words", "names")


def read_call(name: str, text: str) -> tuple[str, str]:
    """Name and payload of one file."""
    called, checksum, payload = json.loads(f"[{re.fullmatch(r'__S[(](.*)[)];', text.strip(), re.DOTALL)[1]}]")
    assert name == f"{called}.js"
    assert checksum == f"{zlib.crc32(payload.encode()):08x}"
    return called, payload


def document(lines: list[str]) -> tuple[str, str, str, str, list[list[str]]]:
    """A document from its head and the four columns of its rows."""
    kind, path, zh, en = lines[0].split("\t")
    columns = [line.split("\t")[1:] for line in lines[1:]]
    return kind, path, zh, en, [list(row) for row in zip(*columns, strict=True)]


def numbers(written: str) -> Iterator[int]:
    """Numbers of five bits a digit, the lowest first; a digit from 32 says that more follow."""
    number = shift = 0
    for digit in map(DIGITS.index, written):
        number |= (digit & 31) << shift
        shift += 5
        if digit < 32:
            yield number
            number = shift = 0


def terms(shards: list[str]) -> Iterator[tuple[str, list[int], dict[int, list[tuple[int, int]]]]]:
    """Every term, its rows, and its places in the rows that have some written."""
    for shard in shards:
        parts, before = shard.split(" "), b""
        for key, written in zip(parts[::2], parts[1::2], strict=True):
            before = before[: 2 * DIGITS.index(key[0])] + key[1:].encode("utf-16-le")
            row, rows, places = -1, [], {}
            for difference, marks in re.findall(r"([\w-]*?[0-9A-V])((?:~[\w-]*?[0-9A-V]|[^\w\s-])*)", written):
                row += next(numbers(difference))
                rows.append(row)
                if marks:
                    places[row] = [place(mark) for mark in re.findall(r"~[\w-]*?[0-9A-V]|[^~]", marks)]
            yield before.decode("utf-16-le"), rows, places


def place(mark: str) -> tuple[int, int]:
    """The place that a mark stands for: numbered along the diagonals, (0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)…"""
    number = next(numbers(mark[1:])) if mark[0] == MARKS[-1] else MARKS.index(mark)
    diagonal = 0
    while number > diagonal:
        number -= diagonal + 1
        diagonal += 1
    return diagonal - number, number
