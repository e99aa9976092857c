"""Downloads: the tables read back as what the JSON files say, and hold no formula."""

from __future__ import annotations

import csv
import io
import json

import pytest
from edition.render.downloads import TABLES, csv_text
from hypothesis import given
from hypothesis import strategies as st


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_the_json_says(files, name):
    rows, data = read(files[f"data/{name}.csv"]), json.loads(files[f"data/{name}.json"])
    assert [row["id"] for row in rows] == [datum["id"] for datum in data]
    texts = {"claims": "label", "relations": "rationale", "events": "label", "notes": "body"}
    if name in texts:
        assert [row[f"{texts[name]}.en"] for row in rows] == [datum[texts[name]]["en"] for datum in data]


@given(
    st.dictionaries(
        st.sampled_from("abc"), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"))
    )
)
def test_any_text_is_read_back_and_no_cell_is_a_formula(row):
    if not row:
        return
    found = read(csv_text([row]))[0]
    for name, text in row.items():
        assert found[name].removeprefix("'") == text.removeprefix("'")
        assert found[name][:1] not in ("=", "+", "-", "@", "\t")
