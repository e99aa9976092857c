"""What readers do gives the same in every engine, online and from a folder."""

from __future__ import annotations

import re
from typing import Any


def words(value: Any) -> Any:
    """An answer without the white space in its texts: where an element begins a line of its own, engines differ in it."""
    if isinstance(value, str):
        return re.sub(r"\s+", "", value)
    return [words(item) for item in value] if isinstance(value, list) else value


def test_a_reader_finds_the_same(answer, engine, place, scenario):
    """As Chromium online or, where every engine has measures of its own, as the same engine online."""
    model = engine if scenario.measured or "chromium" not in scenario.engines else "chromium"
    given = answer(scenario, engine, place)
    assert given
    assert scenario.holds in str(given)
    assert words(given) == words(answer(scenario, model, "http"))
