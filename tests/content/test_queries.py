"""The judged queries of the first edition: enough of every kind, and every address is a place in it."""

from __future__ import annotations

from collections import Counter

from bench.judged import KINDS, read_queries
from jianzhu.language import LANGUAGES
from jianzhu.site.search.documents import edition_documents

QUERIES = read_queries()


def test_there_are_enough_queries_of_every_kind_in_both_languages():
    counts = Counter((query.kind, query.lang) for query in QUERIES)
    assert counts.total() >= 120
    assert all(counts[kind, lang] >= 8 for kind in KINDS for lang in LANGUAGES)
    halves = [sum(query.lang == lang for query in QUERIES) for lang in LANGUAGES]
    assert abs(halves[0] - halves[1]) <= len(QUERIES) / 20


def test_every_address_is_a_place_that_can_be_found(edition):
    places = set()
    for document in edition_documents(edition):
        places.add(document.path)
        places |= {f"{document.path}#{row.anchor}" for row in (*document.headings, *document.rows) if row.anchor}
    missing = [(query.text, address) for query in QUERIES for address in query.grades if address not in places]
    assert missing == []
