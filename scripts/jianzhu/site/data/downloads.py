"""Downloads: the registers as tables for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from jianzhu.show.escape import csv_cell

#: What makes sense as a table of rows; the other files have more in a row than a cell can hold.
TABLES = ("articles", "segments", "events", "claims", "relations", "notes", "changes")
#: Keys that no cell has room for.
LEFT_OUT = frozenset({"blocks"})
#: The keys of a citation, of which a cell has the source alone.
_CITATION = frozenset({"source", "locator"})


def csv_files(data: Mapping[str, str]) -> dict[str, str]:
    """data/<name>.csv for every table, by path, from the JSON files and the JSON Schemas in `data`.

    UTF-8 with a byte order mark, so that spreadsheets know it, after RFC 4180. Columns are the required keys of the schema,
    whatever the rows have; a bilingual text has two (`label.zh`, `label.en`). Null is an empty cell, a list is joined by spaces.
    """
    return {f"data/{name}.csv": _table(data, name) for name in TABLES}


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """`rows` as CSV below a header of `columns`; text that a spreadsheet would take for a formula begins with an apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_cell(row.get(column)) for column in columns] for row in rows])
    return "\ufeff" + file.getvalue()


def _table(data: Mapping[str, str], name: str) -> str:
    schema, rows = (json.loads(data[f"data/{path}.json"]) for path in (f"schema/{name}", name))
    columns = list(_columns(schema["items"], schema["$defs"]))
    return csv_text(columns, ({column: _at(row, column) for column in columns} for row in rows))


def _columns(schema: Mapping[str, Any], models: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    """The keys of an object, and of the objects within it, whether these may be null or not."""
    model = _model(schema, models)
    for name in (name for name in model["properties"] if name in model["required"] and name not in LEFT_OUT):
        value = model["properties"][name]
        inner = next((option for option in (value, *value.get("anyOf", ())) if "$ref" in option), None)
        if inner is None:
            yield f"{prefix}{name}"
        else:
            yield from _columns(inner, models, f"{prefix}{name}.")


def _model(schema: Mapping[str, Any], models: Mapping[str, Any]) -> Mapping[str, Any]:
    model: Mapping[str, Any] = models[schema["$ref"].removeprefix("#/$defs/")]
    return model


def _at(row: Mapping[str, Any], column: str) -> Any:
    value: Any = row
    for key in column.split("."):
        value = None if value is None else value[key]
    return value


def _cell(value: object) -> str:
    match value:
        case int() | float():
            return str(value)
        case list():
            text = " ".join(map(_item, value))
        case _:
            text = _item(value) if value else ""
    return csv_cell(text)


def _item(value: object) -> str:
    if isinstance(value, Mapping) and value.keys() == _CITATION:
        return str(value["source"])
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
