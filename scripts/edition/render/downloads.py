"""Downloads: the registers as tables for spreadsheets, and the page that tells how to cite and what can be taken along."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from edition.relate import Edition
from edition.render.data import row_counts
from edition.render.page import fill

#: What makes sense as a table of rows; the other files have more in a row than a cell can hold.
TABLES = ("articles", "segments", "events", "claims", "relations", "notes")


def csv_files(data: Mapping[str, str]) -> dict[str, str]:
    """data/<name>.csv for every table of the JSON files `data`, by path.

    UTF-8 with a byte order mark, so that spreadsheets know it, after RFC 4180. Columns are the keys of the JSON; a
    bilingual text has two (`label.zh`, `label.en`), and a list is joined by blanks.
    """
    return {f"data/{name}.csv": csv_text(json.loads(data[f"data/{name}.json"])) for name in TABLES}


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """`rows` as CSV with a header; cells that a spreadsheet would take for a formula begin with an apostrophe."""
    flat = [dict(_cells(row)) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([[_cell(row.get(name)) for name in names] for row in flat])
    return "\ufeff" + file.getvalue()


def _cells(value: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _cells(inner, f"{prefix}{name}.")
        elif isinstance(inner, list):
            yield f"{prefix}{name}", " ".join(map(_item, inner))
        else:
            yield f"{prefix}{name}", inner


def _item(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text[:1] in "=+-@\t\r" and not isinstance(value, int | float) else text


def download_page(edition: Edition, lang: str) -> dict[str, str]:
    """How to cite, and the files of the data, by path below docs/<lang>/."""
    example = edition.sentences[edition.record.specimen]
    slug = edition.record.specimen.partition(":")[0]
    return {
        "download.md": fill(
            "download.md.j2",
            lang,
            record=edition.record,
            article=edition.by_slug[slug],
            segment=example.id,
            files=[(name, count, name in TABLES) for name, count in row_counts(edition).items()],
        )
    }
