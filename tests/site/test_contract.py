"""The data contract: what is published says what its schemas say, and leads where it points."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from jianzhu.language import Language
from jianzhu.site.data.contract import DESCRIPTION, FILES, schema
from jianzhu.text.kinds import default_kinds

#: The keys that other programs were promised, by file.
PROMISED = {
    "articles": "id slug title author publisher date script sha256 url segments",
    "segments": "id article kind text translation translationStatus url",
    "glossary": "id type prefLabel altLabel definition occurrences url",
    "events": "id edtf kind label segments",
    "claims": "id label unit asOf assertedBy segment exact",
    "relations": "id type source target rationale",
    "questions": "id label about verdict finding positions url",
    "emendations": "id article segment sic corr reason cert resp",
    "notes": "id segment exact kind body",
    "sources": "id type title author issued url accessed",
}


@pytest.fixture(scope="module")
def data(files):
    return {name: json.loads(files[f"data/{name}.json"]) for name in FILES}


OBJECTS = {
    model: described
    for name in FILES
    for model, described in (
        schema(name, default_kinds()).get("$defs") or {name: schema(name, default_kinds())}
    ).items()
}
FIELDS = [(model, field) for model, described in OBJECTS.items() for field in described["properties"]]
HAN = re.compile(r"[\u4e00-\u9fff]")


def texts_of(described: dict) -> dict[str, str]:
    return {lang: described.get(key, "") for lang, key in DESCRIPTION.items()}


@pytest.mark.parametrize(("model", "field"), FIELDS, ids=lambda value: value)
def test_a_field_is_described_in_both_languages(model, field):
    check_description(f"{model}.{field}", OBJECTS[model]["properties"][field])


@pytest.mark.parametrize("model", OBJECTS)
def test_an_object_is_described_in_both_languages(model):
    check_description(model, OBJECTS[model])


def check_description(name: str, described: dict) -> None:
    texts = texts_of(described)
    for lang, text in texts.items():
        assert text.strip(), f"{name} has no description in {lang}: say what it means by described(…, …)"
        assert text.count("`") % 2 == 0, f"{name}: backquotes enclose code"
        assert "|" not in text, f"{name}: it stands in a cell of a table, which holds no |"
        assert bool(HAN.search(text)) == (lang is Language.ZH), f"{name}: English first, then Chinese"
    if {"type": "null"} in described.get("anyOf", ()):
        assert all("null" in text for text in texts.values()), f"{name} may be null: say what that means"


def test_all_fields_are_described_and_shown(files):
    assert len(FIELDS) >= 112
    for lang, key in DESCRIPTION.items():
        page = files[f"{lang}/data.md"]
        for name in FILES:
            assert f"## {name}.json {{ #{name} }}" in page
            assert f"(../data/schema/{name}.json)" in page
        for model, field in FIELDS:
            said = OBJECTS[model]["properties"][field][key].partition("`")[0]
            assert re.search(rf"^\| `{field}` \| .* \| {re.escape(said[:20])}", page, re.MULTILINE), (model, field)


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ("author", ("[Pair](#pair)或null", "[Pair](#pair) or null")),
        ("status", ("`draft`、`published`", "`draft`, `published`")),
        ("segments", ("文本的列表", "list of text")),
        ("occurrences", ("[Occurrence](#occurrence)的列表", "list of [Occurrence](#occurrence)")),
        ("withdrawn", ("由文本到文本或null的映射", "map from text to text or null")),
        ("value", ("数或null", "number or null")),
        ("seedStart", ("整数", "integer")),
    ],
)
def test_types_are_shown_in_words(files, field, shown):
    for lang, words in zip(Language, shown, strict=True):
        assert f"| `{field}` | {words} | " in files[f"{lang}/data.md"]


def test_types_that_are_linked_are_on_the_page(files):
    for lang in DESCRIPTION:
        page = files[f"{lang}/data.md"]
        assert set(re.findall(r"\]\(#([a-z]+)\)", page)) <= set(re.findall(r"\{ #([a-z]+) \}", page))


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_its_schema_says(name, files, data):
    schema = json.loads(files[f"data/schema/{name}.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data[name], schema)


@pytest.mark.parametrize(("name", "keys"), PROMISED.items())
def test_the_promised_keys_are_there(name, keys, data):
    assert data[name], f"{name}.json is empty"
    for row in data[name]:
        assert set(keys.split()) <= set(row)


@pytest.mark.parametrize("name", PROMISED)
def test_ids_are_unique(name, data):
    ids = [row["id"] for row in data[name]]
    assert len(set(ids)) == len(ids)


def test_occurrences_are_where_they_say(data):
    texts = {("zh", row["id"]): row["text"] for row in data["segments"]}
    texts |= {("en", row["id"]): row["translation"] for row in data["segments"]}
    seen = 0
    for concept in data["glossary"]:
        for found in concept["occurrences"]:
            text = texts[(found["lang"], found["segment"])]
            assert text[found["start"] : found["end"]] == found["exact"]
            seen += 1
    assert seen > 1000


def test_every_segment_that_is_named_exists(data):
    known = {row["id"] for row in data["segments"]}
    named = [name for row in data["articles"] for name in row["segments"]]
    named += [name for row in data["events"] for name in row["segments"]]
    named += [row["segment"] for name in ("claims", "notes", "emendations") for row in data[name] if row["segment"]]
    named += [row[end] for row in data["relations"] for end in ("source", "target")]
    assert set(named) <= known
    assert [name for row in data["articles"] for name in row["segments"]] == [row["id"] for row in data["segments"]]


def test_quotes_stand_in_their_segments(data):
    texts = {row["id"]: row["text"] for row in data["segments"]}
    for name in ("claims", "notes"):
        for row in data[name]:
            assert row["exact"] is None or row["exact"] in texts[row["segment"]]


def test_addresses_lead_to_rendered_pages_and_anchors(data, files):
    for name in ("articles", "segments", "glossary", "events"):
        for row in data[name]:
            for lang, url in row["url"].items():
                path, _, anchor = url.removeprefix("en/").partition("#")
                page = files[f"{lang}/{path.removesuffix('.html')}.md"]
                assert not anchor or re.search(rf'#{re.escape(anchor)}[ }}]|id="{re.escape(anchor)}"', page), url


def test_the_build_names_nothing_that_changes(data):
    assert set(data["build"]) == {"contract", "versions", "counts"}
    assert data["build"]["counts"] == {name: len(data[name]) for name in (*PROMISED, "changes")}
