"""Index: documents and names as the files that the search worker reads.

All files are calls of `__S(name, checksum, payload)`, so that they can be fetched, or loaded as scripts from a folder.
The format is documented for readers in docs/en/search.md; whoever changes it counts VERSION up.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from edition.escape import script
from edition.search.folding import compact, grams, variants, words
from edition.search.postings import ALPHABET, encode_number, encode_numbers

VERSION = 1
#: Characters of payload in a shard of terms, and in a file of short documents; a long article is longer than that.
SHARD_SIZE = 16_000
TEXTS_SIZE = 16_000
_DIGITS = ALPHABET.encode()
#: The kind of document that has a file of texts to itself.
ARTICLE = "article"
_ONE_LINE = str.maketrans("\t\n\r\v\f", "     ")


@dataclass(frozen=True)
class Row:
    """What is found as one: a sentence, or an entry of a register, in both languages.

    `anchor` is its place on the document's page, or empty; `articles` the slugs of the articles it belongs to, where it
    is not in one.
    """

    anchor: str
    zh: str
    en: str
    articles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A page, or the part of it that is of one kind. `path` is below the language's folder; headings go before rows."""

    kind: str
    path: str
    zh: str
    en: str
    rows: tuple[Row, ...]
    headings: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Name:
    """By any of `forms` one means the document at `path` of `kind`; `labels` are what else texts call it."""

    forms: tuple[str, ...]
    kind: str
    path: str
    labels: tuple[str, ...]


def index_files(documents: Iterable[Document], names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    """The files of the index, name and text, made as the documents come.

    Raises ValueError where the documents of a kind do not come together.
    """
    index = _Index()
    digest = hashlib.sha256()
    for name, payload in itertools.chain(index.texts(documents), index.terms(names)):
        digest.update(payload.encode())
        yield f"{name}.js", call(name, payload)
    yield "meta.js", call("meta", json.dumps(index.meta(digest.hexdigest()[:8]), ensure_ascii=False))


def call(name: str, payload: str) -> str:
    """The file `name`: a script that gives the payload, which nothing in a text can end, and its CRC-32."""
    return f'__S("{name}","{zlib.crc32(payload.encode()):08x}",{script(payload)});\n'


class _Postings:
    """The rows of each term, written down as they come."""

    def __init__(self) -> None:
        self.written: dict[str, bytearray] = {}
        self.last: dict[str, int] = {}

    def add(self, terms: Iterable[str], row: int) -> None:
        written, last = self.written, self.last
        for term in terms:
            difference = row - last.get(term, -1)
            last[term] = row
            rows = written.get(term)
            if rows is None:
                rows = written[term] = bytearray()
            if difference < 32:
                rows.append(_DIGITS[difference])
            else:
                rows += encode_number(difference).encode()

    def shards(self) -> Iterator[tuple[str, str]]:
        """First term and payload of each shard: terms in order, each with its rows behind it."""
        entries = ((term, f"{term} {self.written[term].decode()}") for term in sorted(self.written, key=_utf16))
        return _cut(entries, " ")


class _Index:
    def __init__(self) -> None:
        self.grams, self.words = _Postings(), _Postings()
        self.kinds: list[tuple[str, int]] = []
        self.row_counts: list[int] = []
        self.heading_counts: list[int] = []
        self.file_counts: list[int] = []
        self.numbers: dict[tuple[str, str], int] = {}
        self.firsts: dict[str, list[str]] = {}
        self.row = 0

    def texts(self, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
        """The files of texts, and with that the terms of all documents."""
        for kind, own in itertools.groupby(documents, key=lambda document: document.kind):
            if any(kind == known for known, _ in self.kinds):
                raise ValueError(f"documents of the kind {kind!r} come in two places; the index wants them together")
            pending: list[str] = []
            size, before = 0, len(self.row_counts)
            for document in own:
                pending.append(self._add(document))
                size += len(pending[-1])
                if kind == ARTICLE or size >= TEXTS_SIZE:
                    yield self._texts_file(pending)
                    pending, size = [], 0
            if pending:
                yield self._texts_file(pending)
            self.kinds.append((kind, len(self.row_counts) - before))

    def _texts_file(self, written: list[str]) -> tuple[str, str]:
        self.file_counts.append(len(written))
        return f"t{len(self.file_counts) - 1}", "\n\n".join(written)

    def _add(self, document: Document) -> str:
        """The document as it stands in its file of texts: a line for itself, and one for each row."""
        lines = [_line(document.kind, document.path, document.zh, document.en)]
        self._add_row(document.zh, document.en)
        for row in (*document.headings, *document.rows):
            self._add_row(row.zh, row.en)
            lines.append(_line(row.anchor, row.zh, row.en, " ".join(row.articles)))
        self.numbers[document.kind, document.path] = len(self.row_counts)
        self.row_counts.append(len(lines))
        self.heading_counts.append(len(document.headings))
        return "\n".join(lines)

    def _add_row(self, zh: str, en: str) -> None:
        self.grams.add(grams(zh), self.row)
        self.words.add(words(en), self.row)
        self.row += 1

    def terms(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        """The shards of terms and of names."""
        for field, shards in (
            ("grams", self.grams.shards()),
            ("words", self.words.shards()),
            ("names", self._names(names)),
        ):
            firsts = self.firsts[field] = []
            for first, payload in shards:
                firsts.append(first)
                yield f"{field[0]}{len(firsts) - 1}", payload

    def _names(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        lines = {
            (key, _line(key, str(self.numbers[name.kind, name.path]), *name.labels))
            for name in names
            for form in name.forms
            if (key := name_key(form))
        }
        return _cut(sorted(lines, key=lambda line: (_utf16(line[0]), line)), "\n")

    def meta(self, digest: str) -> Mapping[str, object]:
        characters = {character for term in self.grams.written for character in term}
        return {
            "version": VERSION,
            "digest": digest,
            "fold": variants(characters),
            "kinds": self.kinds,
            "documents": encode_numbers(self.row_counts),
            "headings": encode_numbers(self.heading_counts),
            "files": encode_numbers(self.file_counts),
            **{field: " ".join(firsts) for field, firsts in self.firsts.items()},
        }


def name_key(form: str) -> str:
    """How a name is looked up: compact, and `@` before the name of an article."""
    return ("@" if form.startswith("@") else "") + compact(form)


def _cut(entries: Iterable[tuple[str, str]], separator: str) -> Iterator[tuple[str, str]]:
    """Entries (key, text) in order, cut into payloads of about SHARD_SIZE characters, each with its first key.

    Entries of one key stay together.
    """
    pending: list[str] = []
    first = last = ""
    size = 0
    for key, text in entries:
        if pending and key != last and size + len(text) > SHARD_SIZE:
            yield first, separator.join(pending)
            pending, size = [], 0
        if not pending:
            first = key
        pending.append(text)
        size += len(text) + 1
        last = key
    if pending:
        yield first, separator.join(pending)


def _utf16(text: str) -> bytes:
    """Puts texts into the order that JavaScript's `<` has for them."""
    return text.encode("utf-16-be", "surrogatepass")


def _line(*fields: str) -> str:
    return "\t".join(field.translate(_ONE_LINE) for field in fields)
