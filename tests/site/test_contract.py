"""The data contract: what is published says what its schemas say, and leads where it points."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from jianzhu.site.data.contract import FILES

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
}


@pytest.fixture(scope="module")
def data(files):
    return {name: json.loads(files[f"data/{name}.json"]) for name in FILES}


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
    assert data["build"]["counts"] == {name: len(data[name]) for name in PROMISED}
