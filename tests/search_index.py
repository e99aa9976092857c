"""Reads the search index back by its documented format (the page search.md), and by nothing else than that."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianzhu.site.search.sounds import sounds

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
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
        lines = [part.split("\n")[0] for part in parts]
        read = {"grams": lambda line: pairs_of(line)[0], "words": lambda line: next(words_of(line))}
        own = [read.get(field, lambda line: line.split("\t")[0])(line) for line in lines]
        assert own == first_keys[field], f"the first {field} of the shards are not those of the meta file"
    documents = []
    characters, unused, written = payloads.pop("d0").split("\n")
    short = [chr(code) for code in range(0x21, 0x7F) if chr(code) not in "\"&'<>\\"]
    long = [chr(code) for code in range(0xA2, 0x800)]
    words = zip((sign for sign in long if sign not in unused), written.split("\t") if written else (), strict=False)
    signs = {2: dict(zip(short + long, characters, strict=False)), 3: dict(words)}
    for number, count in enumerate(numbers(meta["files"])):
        lines = payloads.pop(f"t{number}").split("\n")
        lines = [longhand(line, signs[at % 5]) if at % 5 in signs else line for at, line in enumerate(lines)]
        assert len(lines) == 5 * count
        documents += [document(lines[at : at + 5]) for at in range(0, len(lines), 5)]
    assert payloads.pop("p0") == sounds()
    assert not payloads, f"files that the meta file does not tell of: {sorted(payloads)}"
    assert [1 + len(rows) for *_, rows in documents] == list(numbers(meta["documents"]))
    assert [kind["id"] for kind in meta["kinds"] for _ in range(kind["documents"])] == [kind for kind, *_ in documents]
    total = sum(numbers(meta["documents"]))
    grams = {term: (rows, places) for term, rows, places in terms(shards["grams"], total, with_places=True)}
    return ReadIndex(
        meta,
        documents,
        {term: rows for term, (rows, _) in grams.items()},
        {term: rows for term, rows, _ in terms(shards["words"], total, with_places=False)},
        [line.split("\t") for part in shards["names"] for line in part.split("\n")],
        {term: places for term, (_, places) in grams.items() if places},
    )


def longhand(text: str, signs: Mapping[str, str]) -> str:
    """A text in signs as it was; what stands behind ¡ is no sign."""
    return re.sub("¡(.)|(.)", lambda match: match[1] or signs.get(match[2], match[2]), text)


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


def terms(
    shards: list[str], rows: int, with_places: bool
) -> Iterator[tuple[str, list[int], dict[int, list[tuple[int, int]]]]]:
    """Every term, its rows, and its places in the rows that have some written; of `rows` rows in all."""
    for shard in shards:
        line, written = shard.split("\n")
        bits = Bits("".join(format(DIGITS.index(digit), "06b") for digit in written))
        for term in pairs_of(line) if with_places else words_of(line):
            yield term, *bits.postings(rows, with_places)


def pairs_of(line: str) -> list[str]:
    """The pairs of a line: the first character of each group with each of the others; `_` is none."""
    return [group[0] + second.replace("_", "") for group in line.split(" ") if group for second in group[1:]]


def words_of(line: str) -> Iterator[str]:
    """The words of a line: a digit says how many units of UTF-16 each shares with the one before."""
    before = b""
    for key in line.split(" ") if line else ():
        before = before[: 2 * DIGITS.index(key[0])] + key[1:].encode("utf-16-le")
        yield before.decode("utf-16-le")


@dataclass
class Bits:
    """Bits, read from the left."""

    bits: str
    at: int = 0

    def take(self, count: int) -> int:
        self.at += count
        return int(self.bits[self.at - count : self.at] or "0", 2)

    def gamma(self) -> int:
        zeros = self.bits.index("1", self.at) - self.at
        self.at += zeros
        return self.take(zeros + 1)

    def postings(self, total: int, with_places: bool) -> tuple[list[int], dict[int, list[tuple[int, int]]]]:
        count = self.gamma() - 1
        told = with_places and self.take(1)
        digits = max(1, total * 69 // (100 * max(1, count))).bit_length() - 1
        row, rows, places = -1, [], {}
        for _ in range(count):
            over = self.bits.index("0", self.at) - self.at
            self.at += over + 1
            row += (over << digits) + self.take(digits) + 1
            rows.append(row)
            own = [place(self.gamma() - 1) for _ in range(self.gamma() - 1)] if told else []
            if own:
                places[row] = own
        return rows, places


def place(number: int) -> tuple[int, int]:
    """Numbered along the diagonals: (0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)…"""
    diagonal = 0
    while number > diagonal:
        number -= diagonal + 1
        diagonal += 1
    return diagonal - number, number
