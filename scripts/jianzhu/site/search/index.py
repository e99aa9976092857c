"""Index: documents and names as the files that the search worker reads.

All files are calls of `__S(name, checksum, payload)`, so that they can be fetched, or loaded as scripts from a folder.
The format is documented for readers in the templates search.*.md.j2; whoever changes it counts VERSION up.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jianzhu.show.escape import script
from jianzhu.show.messages import THEME
from jianzhu.site.search.packing import pack, rows_as_bits
from jianzhu.site.search.postings import ALPHABET, encode_number, encode_numbers, encode_place
from jianzhu.site.search.shorthand import Shorthand
from jianzhu.site.search.sounds import sounds
from jianzhu.site.search.vocabulary import (
    ARTICLE,
    FILTERS,
    KINDS,
    USUAL_COLUMNS,
    Columns,
    described,
    vocabulary_characters,
)
from jianzhu.source.ref import split_id
from jianzhu.text.folding import compact, gram_places, pairs, phrases_in, spaced, variants, words

VERSION = 3
#: Characters of payload in a shard of terms, and in a file of short documents; a long article is longer than that.
SHARD_SIZE = 16_000
TEXTS_SIZE = 16_000
#: Documents by which it is told what texts hold most often.
SAMPLE = 500
_DIGITS = ALPHABET.encode()
#: In a term, in the place of the space between the words of a phrase: no word has it, and a space ends a term.
PHRASE_SPACE = "_"
#: In the place of a second character, where a first one ends a text; no text has it once it is compact.
ALONE = "_"
#: The anchor of a row that is searched and never shown.
UNSEEN = "?"
#: Before a label that is never shown.
HIDDEN = "~"
#: What labels of the results say, by their names in theme.yml.
MESSAGES = ("also_called", "nearest")
_ONE_LINE = str.maketrans("\t\n\r\v\f", "     ")


@dataclass(frozen=True)
class Row:
    """What is found as one: a sentence, or an entry of a register, in both languages.

    `anchor` is its place on the document's page, empty where it has none, or UNSEEN; `refs` are what it rests on, where it is
    not in an article: sentences (`<article>:<segment>`), or articles. `terms` are found beside its words (`terms.py`).
    """

    anchor: str
    zh: str
    en: str
    refs: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The slugs of the articles that it belongs to."""
        return tuple(dict.fromkeys(article or own for article, own in map(split_id, self.refs)))


@dataclass(frozen=True, kw_only=True)
class Document:
    """A page, or the part of it that is of one kind (an id of vocabulary.KINDS).

    `path` is below the language's folder; headings go before rows. `terms` are those of the title.
    """

    kind: str
    path: str
    zh: str
    en: str
    rows: tuple[Row, ...]
    headings: tuple[Row, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Name:
    """By any of `forms` one means the document at `path` of `kind`; `labels` are what else texts call it.

    `hidden` are labels that lead to it and are never shown.
    """

    forms: tuple[str, ...]
    kind: str
    path: str
    labels: tuple[str, ...]
    hidden: tuple[str, ...] = ()


def index_files(
    documents: Iterable[Document], names: Iterable[Name], more: str = "", columns: Columns = USUAL_COLUMNS
) -> Iterator[tuple[str, str]]:
    """The files of the index, name and text, made as the documents come.

    `more` are characters that are not in the documents, and that lists are narrowed by; `columns` says what the two columns of a
    row hold. Raises ValueError where the
    documents of a kind do not come together, or a kind is none of vocabulary.KINDS.
    """
    names = list(names)
    index = _Index(names)
    digest = hashlib.sha256()
    for name, payload in itertools.chain(index.texts(documents), index.terms(names), [("p0", sounds())]):
        digest.update(payload.encode())
        yield f"{name}.js", call(name, payload)
    yield "meta.js", call("meta", json.dumps(index.meta(digest.hexdigest()[:8], more, columns), ensure_ascii=False))


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

    def mark(self, places: Mapping[str, Iterable[tuple[int, int]]]) -> None:
        """Say of terms where they stand in the row that was added last."""
        for term, own in places.items():
            self.written[term] += "".join(encode_place(*place) for place in own).encode()

    def shards(self, rows: int, with_places: bool) -> Iterator[tuple[str, str]]:
        """First term and payload of each shard: a line of the terms in order, and one of their postings, of `rows` rows in all."""
        self.last.clear()  # no more rows come, and this is when memory is needed most
        for pending in _cut_packed(self._packed(rows, with_places)):
            terms = [term for term, _ in pending]
            line = grouped(terms) if with_places else front_coded(terms)
            yield terms[0], f"{line}\n{pack(''.join(bits for _, bits in pending))}"

    def _packed(self, rows: int, with_places: bool) -> Iterator[tuple[str, str]]:
        for term in sorted(self.written, key=_utf16):
            yield term, rows_as_bits(self.written[term].decode(), rows, with_places)


def grouped(terms: Iterable[str]) -> str:
    """Pairs of characters in order: each first one and all that follow it, ALONE where none does; a space between groups."""
    groups = itertools.groupby(terms, key=lambda term: term[0])
    return " ".join(first + "".join(term[1:] or ALONE for term in own) for first, own in groups)


def front_coded(terms: Iterable[str]) -> str:
    """Terms in order, each behind a digit that says how many UTF-16 units it shares with the one before it."""
    before, parts = "", []
    for term in terms:
        shared = _shared(before, term)
        parts.append(f"{ALPHABET[_units(term[:shared])]}{term[shared:]}")
        before = term
    return " ".join(parts)


def _cut_packed(entries: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    """Terms with their bits, in parts of about SHARD_SIZE characters."""
    pending: list[tuple[str, str]] = []
    size = 0.0
    for term, bits in entries:
        own = len(term) + len(bits) / 6
        if pending and size + own > SHARD_SIZE:
            yield pending
            pending, size = [], 0.0
        pending.append((term, bits))
        size += own
    if pending:
        yield pending


class _Index:
    def __init__(self, names: Iterable[Name]) -> None:
        self.grams, self.words = _Postings(), _Postings()
        self.documents = {kind.id: 0 for kind in KINDS}
        self.order: list[str] = []
        self.row_counts: list[int] = []
        self.heading_counts: list[int] = []
        self.file_counts: list[int] = []
        self.numbers: dict[tuple[str, str], int] = {}
        self.firsts: dict[str, list[str]] = {}
        self.row = 0
        self.shorthand = Shorthand({}, {})
        self.phrases = _phrases(names)

    def texts(self, documents: Iterable[Document]) -> Iterator[tuple[str, str]]:
        """The files of texts, and with that the terms of all documents."""
        stream = iter(documents)
        sample = list(itertools.islice(stream, SAMPLE))
        rows = (row for document in sample for row in (*document.headings, *document.rows))
        self.shorthand = Shorthand.of((row.zh.translate(_ONE_LINE), row.en.translate(_ONE_LINE)) for row in rows)
        yield "d0", self.shorthand.payload
        documents = itertools.chain(sample, stream)
        for kind, own in itertools.groupby(documents, key=lambda document: document.kind):
            if kind not in self.documents:
                raise ValueError(
                    f"{kind!r} is no kind of document; edition/search/vocabulary.py has {[*self.documents]}"
                )
            if kind in self.order:
                raise ValueError(f"documents of the kind {kind!r} are not consecutive; the index needs them together")
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
            self.order.append(kind)
            self.documents[kind] = len(self.row_counts) - before

    def _texts_file(self, written: list[str]) -> tuple[str, str]:
        self.file_counts.append(len(written))
        return f"t{len(self.file_counts) - 1}", "\n".join(written)

    def _add(self, document: Document) -> str:
        """The document as it stands in its file of texts: a line for itself, and one for each column of its rows."""
        rows = (*document.headings, *document.rows)
        self._add_row(Row("", document.zh, document.en, terms=document.terms))
        for row in rows:
            self._add_row(row)
        self.numbers[document.kind, document.path] = len(self.row_counts)
        self.row_counts.append(1 + len(rows))
        self.heading_counts.append(len(document.headings))
        columns = (
            _column(row.anchor for row in rows),
            self.shorthand.first(_column(row.zh for row in rows)),
            self.shorthand.second(_column(row.en for row in rows)),
            _column(" ".join(row.refs) for row in rows),
        )
        return "\n".join((_line(document.kind, document.path, document.zh, document.en), *columns))

    def _add_row(self, row: Row) -> None:
        bare, en = compact(row.zh), row.en
        self.grams.add(pairs(bare), self.row)
        self.grams.mark(gram_places(bare))
        self.words.add(words(en), self.row)
        if self.phrases:
            self.words.add((p.replace(" ", PHRASE_SPACE) for p in phrases_in(en, self.phrases)), self.row)
        self.words.add((*(f"@{slug}" for slug in row.articles), *row.terms), self.row)
        self.row += 1

    def terms(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        """The shards of terms and of names."""
        for phrase in itertools.chain.from_iterable(self.phrases.values()):
            # That a phrase stands nowhere is known, too.
            self.words.written.setdefault(phrase.replace(" ", PHRASE_SPACE), bytearray())
        for field, shards in (
            ("grams", self.grams.shards(self.row, with_places=True)),
            ("words", self.words.shards(self.row, with_places=False)),
            ("names", self._names(names)),
        ):
            firsts = self.firsts[field] = []
            for first, payload in shards:
                firsts.append(first)
                yield f"{field[0]}{len(firsts) - 1}", payload

    def _names(self, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
        lines = {
            (key, _line(key, str(self.numbers[name.kind, name.path]), *_labels(name)))
            for name in names
            for form in name.forms
            if (key := name_key(form))
        }
        for first, entries in _cut(sorted(lines, key=lambda line: (_utf16(line[0]), line))):
            yield first, "\n".join(line for _, line in entries)

    def meta(self, digest: str, more: str, columns: Columns) -> Mapping[str, object]:
        characters = {character for term in self.grams.written for character in term}
        kinds = {kind.id: shown for kind, shown in zip(KINDS, described(KINDS), strict=True)}
        order = [*self.order, *(kind for kind in kinds if kind not in self.order)]
        return {
            "version": VERSION,
            "digest": digest,
            "fold": variants({*characters, *compact(more), *vocabulary_characters(columns.terms)}),
            "kinds": [kinds[kind] | {"documents": self.documents[kind]} for kind in order],
            "languages": described(columns.terms),
            "top": columns.top,
            "tags": dict(zip(("zh", "en"), columns.tags, strict=True)),
            "filters": described(FILTERS),
            "messages": {name: dict(THEME[name]) for name in MESSAGES},
            "documents": encode_numbers(self.row_counts),
            "headings": encode_numbers(self.heading_counts),
            "files": encode_numbers(self.file_counts),
            **{field: " ".join(firsts) for field, firsts in self.firsts.items()},
        }


def _phrases(names: Iterable[Name]) -> dict[str, list[str]]:
    """The names of several English words, by their first."""
    found: dict[str, list[str]] = defaultdict(list)
    labels = dict.fromkeys(spaced(label) for name in names for label in (*name.labels, *name.hidden))
    for phrase in labels:
        first, _, rest = phrase.partition(" ")
        if rest:
            found[first].append(phrase)
    return found


def _labels(name: Name) -> tuple[str, ...]:
    return (*name.labels, *(f"{HIDDEN}{label}" for label in name.hidden))


def name_key(form: str) -> str:
    """How a name is looked up: compact, and `@` before the name of an article."""
    return ("@" if form.startswith("@") else "") + compact(form)


def _cut(entries: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Entries (key, text) in order, cut into parts of about SHARD_SIZE characters, each with its first key.

    Entries of one key stay together.
    """
    pending: list[tuple[str, str]] = []
    size = 0
    for key, text in entries:
        if pending and key != pending[-1][0] and size + len(key) + len(text) > SHARD_SIZE:
            yield pending[0][0], pending
            pending, size = [], 0
        pending.append((key, text))
        size += len(key) + len(text) + 2
    if pending:
        yield pending[0][0], pending


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common, as far as one digit can tell in UTF-16 units."""
    shared = units = 0
    for a, b in zip(one, other, strict=False):
        units += 1 if a < "\U00010000" else 2
        if a != b or units >= len(ALPHABET):
            break
        shared += 1
    return shared


def _units(text: str) -> int:
    return len(_utf16(text)) // 2


def _utf16(text: str) -> bytes:
    """Puts texts into the order that JavaScript's `<` has for them."""
    return text.encode("utf-16-be", "surrogatepass")


def _line(*fields: str) -> str:
    return "\t".join(field.translate(_ONE_LINE) for field in fields)


def _column(cells: Iterable[str]) -> str:
    """The cells of all rows, a tab before each: no rows are told from one that is empty."""
    return "".join(f"\t{cell.translate(_ONE_LINE)}" for cell in cells)
