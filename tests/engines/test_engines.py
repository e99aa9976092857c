"""What readers do gives the same in every engine, online and from a folder."""

from __future__ import annotations

import re
from typing import Any


def words(value: Any) -> Any:
    """An answer without the white space in its texts: where an element begins a line of its own, engines differ in it."""
    if isinstance(value, str):
        return re.sub(r"\s+", "", value)
    return [words(item) for item in value] if isinstance(value, list) else value


def test_a_reader_finds_the_same(answer, expected, engine, place, scenario):
    given = answer(scenario, engine, place)
    assert scenario.holds in str(given)
    assert given
    assert words(given) == words(expected(scenario, engine))
