"""Queries as odd as those of `make fuzz`, in the browser of the tests."""

from __future__ import annotations

from tests.fuzz.queries import run_queries, search_page

SAMPLE = 200


def test_odd_queries_are_answered(browser):
    with search_page(browser) as page:
        result = run_queries(page, seed=7, batch=0, count=SAMPLE)
    assert (result.inputs, result.faults) == (SAMPLE, [])
