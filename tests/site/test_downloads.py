"""Downloads: the tables read back as what the JSON files say, and hold no formula."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.site.data.downloads import TABLES, csv_files, csv_text


def read(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_example_of_a_citation_is_what_copying_one_gives(edition, files):
    """As cite.js of an article page does it, for a reader of a folder: the place within the edition, and no host."""
    slug, segment = edition.record.specimen.article, edition.record.specimen.segment
    record = edition.by_slug[slug].record
    title, author, year, place = record.title, record.author, record.date[:4], f"articles/{slug}.html#{segment}"
    assert (
        f"> {author.zh}：《{title.zh}》（{year}年），{segment}，载《{edition.record.title.zh}》。"
        f"[{place}](articles/{slug}.md#{segment})\n"
    ) in files["zh/download.md"]
    assert (
        f"> {author.en}, “{title.en}” ({year}), {segment}, in {edition.record.title.en}, "
        f"[en/{place}](articles/{slug}.md#{segment})\n"
    ) in files["en/download.md"]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_what_the_json_says(files, name):
    """Cell by cell: nothing stands where the JSON has nothing, and no column is left over."""
    rows, data = read(files[f"data/{name}.csv"]), json.loads(files[f"data/{name}.json"])
    for row, datum in zip(rows, data, strict=True):
        for column, cell in row.items():
            assert cell == shown(at(datum, column)), (row.get("id"), column)


def at(value: object, column: str) -> object:
    """The value that stands at `a.b` in nested mappings; None where one of them is null."""
    for key in column.split("."):
        value = value if value is None else value[key]
    return value


def shown(value: object) -> str:
    """What a cell says of a JSON value that begins like no formula."""
    match value:
        case None:
            return ""
        case [{"source": _, "locator": _}, *_]:
            return " ".join(item["source"] for item in value)
        case list():
            return " ".join(item if isinstance(item, str) else json.dumps(item, ensure_ascii=False) for item in value)
        case dict():
            return json.dumps(value, ensure_ascii=False) if value else ""
    return str(value)


@pytest.mark.parametrize("name", TABLES)
def test_a_bilingual_text_has_two_columns_and_no_third(files, name):
    columns = set(next(csv.reader([files[f"data/{name}.csv"].removeprefix("\ufeff").partition("\r\n")[0]])))
    pairs = {column.removesuffix(".zh") for column in columns if column.endswith(".zh")}
    assert pairs
    assert not pairs & columns
    assert {f"{pair}.en" for pair in pairs} <= columns


def test_the_columns_do_not_hang_on_what_the_rows_have(files):
    """An edition whose events all have a plain date has the columns of `resolution` too."""
    events = json.loads(files["data/events.json"])
    plain = {**files, "data/events.json": json.dumps([{**event, "resolution": None} for event in events])}
    assert list(read(csv_files(plain)["data/events.csv"])[0]) == list(read(files["data/events.csv"])[0])


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=SUM(A1)", "'=SUM(A1)"),
        ("+1", "'+1"),
        ("-5 degrees", "'-5 degrees"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1+1", "'＝1+1"),
        ("＋1", "'＋1"),
        ("－1", "'－1"),
        ("＠SUM(A1)", "'＠SUM(A1)"),
        ("﹦1+1", "'﹦1+1"),
        ("\t=1+1", "'\t=1+1"),
        ("\r=1+1", "'\r=1+1"),
        ("\n=1+1", "'\n=1+1"),
        ("\x0b=1+1", "'\x0b=1+1"),
        ("\ttab", "'\ttab"),
        ("  =1+1", "'  =1+1"),
        ("\u3000=1+1", "'\u3000=1+1"),
        ("\u200b=1+1", "'\u200b=1+1"),
        (["=1", "2"], "'=1 2"),
        ("——破折号", "——破折号"),
        ("1=1", "1=1"),
        (-5, "-5"),
        (-0.5, "-0.5"),
        (0, "0"),
        ("", ""),
        (None, ""),
        ("plain", "plain"),
    ],
)
def test_only_text_that_begins_like_a_formula_gets_an_apostrophe(value, cell):
    assert read(csv_text(["a", "b"], [{"a": value, "b": 1}])) == [{"a": cell, "b": "1"}]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_is_read_back_and_no_cell_is_a_formula(text):
    found = read(csv_text(["a", "b"], [{"a": text, "b": 1}]))[0]["a"]
    assert found in (text, f"'{text}")
    assert not re.match(r"[\s\u200b\u2060\ufeff]*[=+@＝＋－＠-]|[\t-\r\x1c-\x1f\x85\u2028\u2029]", found)
