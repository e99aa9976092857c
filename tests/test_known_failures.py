"""Known failures: texts that the rules misread today, with the right reading.

Each must fail. When a change of the rules fixes one, move its case to the table of the test file named below.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jianzhu.text.dates import find_dates
from jianzhu.text.edtf import is_edtf
from jianzhu.text.quantities import find_quantities
from jianzhu.text.units import parse_quantity

from tests.annotate.test_labels import FINDER
from tests.tables import lines, reading

FOLDER = Path(__file__).parent / "known-failures"


def failing(name: str, tests: str) -> list[object]:
    """The cases of a list, as tests that must fail until they are moved to `tests`."""
    mark = pytest.mark.xfail(
        strict=True, raises=AssertionError, reason=f"if it is read correctly now, move it to {tests}"
    )
    return [
        pytest.param(*case, reading(right), marks=mark, id=case[-1]) for *case, right in lines(FOLDER / f"{name}.txt")
    ]


@pytest.mark.parametrize(("lang", "text", "right"), failing("dates", "tests/text/test_dates.py"))
def test_dates(lang, text, right):
    assert [(text[hit.start : hit.end], hit.edtf) for hit in find_dates(text, lang, "2023-07-31")] == right


@pytest.mark.parametrize(("text", "right"), failing("quantities", "tests/text/test_quantities.py"))
def test_quantities(text, right):
    assert [(text[hit.start : hit.end], str(hit)) for hit in find_quantities(text)] == right


@pytest.mark.parametrize(("text", "right"), failing("labels", "tests/annotate/test_labels.py"))
def test_labels(text, right):
    assert [(text[hit.start : hit.end], *hit.concepts) for hit in FINDER.find(text)] == right


@pytest.mark.parametrize("name", ["dates", "quantities", "labels"])
def test_what_would_be_right_can_be(name):
    """A case that says what no rule could give would fail for ever."""
    cases = lines(FOLDER / f"{name}.txt")
    assert len({tuple(case[:-1]) for case in cases}) == len(cases) >= 8
    for *_, text, right in cases:
        for words, meaning in reading(right):
            assert words in text
            match name:
                case "dates":
                    assert is_edtf(meaning)
                case "quantities":
                    assert str(parse_quantity(meaning)) == meaning
                case _:
                    assert re.fullmatch(r"[a-z0-9-]+", meaning)
