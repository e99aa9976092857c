"""The list of sources, and the short references where records cite them."""

from __future__ import annotations

import json
import re

import pytest
from jianzhu.annotate.citations import Citing
from jianzhu.compile import compile_publishable
from jianzhu.language import Language
from jianzhu.show.registers.sources import short_reference
from jianzhu.site.pages import render
from jianzhu.source.records import SourceRecord

from tests.conftest import TESTS


@pytest.fixture(scope="module")
def edition():
    """The small edition, whose note and event cite a source."""
    return compile_publishable(TESTS / "edition")[0]


@pytest.fixture(scope="module")
def files(edition):
    return render(edition)


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        ({"author": ["Jane Doe"], "date": "2023-04"}, "Jane Doe 2023", "Jane Doe 2023"),
        (
            {"author": [{"zh": "王明", "en": "Wang Ming"}, "Jane Doe"], "date": "2023"},
            "王明、Jane Doe 2023",
            "Wang Ming and Jane Doe 2023",
        ),
        ({"author": ["A. A.", "B. B.", "C. C."], "date": "2017-06-12"}, "A. A.等 2017", "A. A. et al. 2017"),
        ({"container": {"zh": "样报", "en": "The Specimen"}, "date": "2023"}, "样报 2023", "The Specimen 2023"),
        ({"publisher": "OpenAI"}, "OpenAI", "OpenAI"),
        ({}, "报告", "A Report"),
    ],
)
def test_a_source_is_named_in_short(more, zh, en):
    record = SourceRecord.model_validate({"type": "report", "title": {"zh": "报告", "en": "A Report"}, **more})
    assert [short_reference(record, lang) for lang in (Language.ZH, Language.EN)] == [zh, en]


def test_an_edition_knows_where_each_source_is_cited(edition):
    assert edition.cited_in == {"clusters-2023": (Citing("note", "craze", "hub"), Citing("event", "", "many-models"))}


@pytest.mark.parametrize("folder", ["zh", "en"])
def test_the_list_leads_to_the_address_and_to_what_cites_it(files, folder):
    page = files[f"{folder}/sources.md"]
    assert 'href="https://example.com/clusters"' in page
    assert 'href="https://doi.org/10.5555/specimen.3"' in page
    leads = re.findall(r'class="ref" href="([^"]+)"', page)
    assert leads == ["articles/craze.html#note-hub", "timeline/index.html#many-models"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        (
            "en/articles/craze.md",
            "[Sources: [Wang Ming and Jane Doe 2023](../sources.md#clusters-2023), p. 17]{ .citations }",
        ),
        ("zh/articles/craze.md", "[据 [王明、Jane Doe 2023](../sources.md#clusters-2023)，p. 17]{ .citations }"),
        ("en/timeline/index.md", "[Sources: [Wang Ming and Jane Doe 2023](../sources.md#clusters-2023)]{ .citations }"),
    ],
)
def test_what_rests_on_a_source_says_so(files, page, line):
    assert line in files[page]


def test_sources_are_data(files):
    (source,) = json.loads(files["data/sources.json"])
    assert (source["id"], source["issued"], source["containerTitle"]["en"]) == (
        "clusters-2023",
        "2023-04",
        "The Specimen",
    )
    (note,) = [row for row in json.loads(files["data/notes.json"]) if row["id"] == "craze:hub"]
    assert note["sources"] == [{"source": "clusters-2023", "locator": "p. 17"}]
    assert "clusters-2023" in files["data/notes.csv"]
