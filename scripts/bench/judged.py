"""Judged: queries as readers type them, each with the addresses that answer it, from the tables in tests/tables/queries/.

A table holds the queries of one kind. A line is `language | query | answers | acceptable`; addresses stand apart by spaces. A
sentence is named as everywhere (`tortoise:s53`), any other place by its path in the site without `.html` (`glossary/sora`,
`claims/index#cost-of-gpt-3`).
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jianzhu.language import Language

#: What an address is worth: it answers the query, or it is a place from which a reader sees the answer.
ANSWER, ACCEPTABLE = 2, 1
KINDS = ("name", "misspelled", "phrase", "question", "date", "number", "theme", "address")
TABLES = Path(__file__).parents[2] / "tests/tables/queries"


@dataclass(frozen=True, kw_only=True)
class JudgedQuery:
    """What is typed, and the grade of every address that is right: paths in the site, without the folder of a language."""

    kind: str
    lang: Language
    text: str
    grades: Mapping[str, int]


class TableError(ValueError):
    """A line of a table that cannot be read; says file, line and what was expected."""


def read_queries(folder: Path = TABLES) -> list[JudgedQuery]:
    """The queries of all tables in `folder`, by kind, in their order. Raises TableError."""
    strange = {file.stem for file in folder.glob("*.txt")} - set(KINDS)
    if strange:
        raise TableError(
            f"{folder}: no kind of query is called {', '.join(sorted(strange))}; expected {', '.join(KINDS)}"
        )
    found = []
    for kind in KINDS:
        file = folder / f"{kind}.txt"
        if file.exists():
            found += read_table(file.read_text(encoding="utf-8"), kind, str(file))
    return found


def read_table(text: str, kind: str, name: str) -> list[JudgedQuery]:
    """The queries of one table; `name` is what a message calls it. Raises TableError."""
    found: dict[tuple[Language, str], JudgedQuery] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            query = _read_line(line, kind)
            if (query.lang, query.text) in found:
                raise ValueError(f"{query.text} stands in the table twice; write its addresses on one line")
        except ValueError as error:
            raise TableError(f"{name}:{number}: {error}") from None
        found[query.lang, query.text] = query
    return list(found.values())


def _read_line(line: str, kind: str) -> JudgedQuery:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) not in (3, 4):
        raise ValueError(f"{len(cells)} columns; expected: language | query | answers | acceptable")
    lang, text, *graded = cells
    if lang not in tuple(Language):
        raise ValueError(f"the language is {lang!r}; expected {' or '.join(Language)}")
    if not text or not graded[0]:
        raise ValueError("a query and an address that answers it are expected")
    grades: dict[str, int] = {}
    for grade, cell in zip((ANSWER, ACCEPTABLE), graded, strict=False):
        for written in cell.split():
            if grades.setdefault(address(written), grade) != grade:
                raise ValueError(f"{written} both answers and is acceptable; leave it in one column")
    return JudgedQuery(kind=kind, lang=Language(lang), text=text, grades=grades)


def address(written: str) -> str:
    """The path of a place as the tables name it: `tortoise:s53` is `articles/tortoise.html#s53`. Raises ValueError."""
    page, hash_sign, anchor = written.partition("#")
    slug, colon, sentence = page.partition(":")
    if colon:
        if hash_sign or not slug or not sentence:
            raise ValueError(f"{written} is no sentence; expected <article>:<id>")
        return f"articles/{slug}.html#{sentence}"
    if page.endswith(".html") or page.startswith("/") or (hash_sign and not anchor):
        raise ValueError(f"{written} is no path; expected one such as glossary/sora or timeline/index#<event>")
    return f"{page}.html{hash_sign}{anchor}"


def drawn(queries: Sequence[JudgedQuery], count: int, seed: str) -> list[JudgedQuery]:
    """`count` of `queries` by lot, of each kind and language as many as its share is."""
    rng = random.Random(seed)
    groups: dict[tuple[str, Language], list[JudgedQuery]] = {}
    for query in queries:
        groups.setdefault((query.kind, query.lang), []).append(query)
    ordered = []
    for group in groups.values():
        mixed = rng.sample(group, len(group))
        ordered += [((place + rng.random()) / len(mixed), query) for place, query in enumerate(mixed)]
    chosen = {id(query) for _, query in sorted(ordered, key=lambda pair: pair[0])[:count]}
    return [query for query in queries if id(query) in chosen]
