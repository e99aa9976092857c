"""Sources: what a record of sources.yml may say, and who may cite it."""

from __future__ import annotations

import pytest
from jianzhu.source.records import NoteRecord, SourceRecord
from pydantic import ValidationError

LEAST = {"type": "report", "title": {"zh": "报告", "en": "A Report"}}


def source(**more):
    return SourceRecord.model_validate(LEAST | more)


def test_a_text_is_a_name_in_both_languages():
    record = source(title="Nature", author=["Jane Doe", {"zh": "王明", "en": "Wang Ming"}], container="Nature")
    assert (record.title.zh, record.title.en, record.container.zh) == ("Nature", "Nature", "Nature")
    assert [author.zh for author in record.author] == ["Jane Doe", "王明"]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"type": "rumor"}, "type"),
        ({"title": {"zh": "报告"}}, "title"),
        ({"url": "https://example.org/"}, "add `accessed`"),
        ({"accessed": "2023-01-01"}, "add `url`"),
        ({"url": "javascript:alert(1)", "accessed": "2023-01-01"}, "url"),
        ({"url": "https://example.org/", "accessed": "2023-02-30"}, "accessed"),
        ({"doi": "https://doi.org/10.1/x"}, "doi"),
        ({"date": "spring"}, "date"),
        ({"copy": "pirated"}, "copy"),
        ({"pages": "3"}, "pages"),
    ],
)
def test_what_a_source_may_not_say(more, wrong):
    with pytest.raises(ValidationError, match=wrong):
        source(**more)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (["a-2023"], [("a-2023", None)]),
        (["a-2023", {"source": "b-2024", "locator": "p. 3"}], [("a-2023", None), ("b-2024", "p. 3")]),
    ],
)
def test_a_record_cites_by_id_or_with_a_place(written, read):
    note = {"segment": "s1", "kind": "fact", "body": {"zh": "注", "en": "A note."}, "sources": written}
    cited = NoteRecord.model_validate(note).sources
    assert [(one.source, one.locator) for one in cited] == read
