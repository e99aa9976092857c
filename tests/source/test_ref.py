"""Ref: an address of a sentence is parsed once and written once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.source import ref as module
from jianzhu.source.ref import Ref
from pydantic import TypeAdapter, ValidationError

ADAPTER = TypeAdapter(Ref)
ENGINE = Path(module.__file__).parents[1]


@given(st.from_regex(module.PATTERN, fullmatch=True).map(str.strip))
def test_what_is_parsed_is_written_again(text):
    assert str(Ref.parse(text)) == text
    assert ADAPTER.dump_json(ADAPTER.validate_json(f'"{text}"')) == f'"{text}"'.encode()


def test_its_parts_and_its_page():
    ref = Ref.parse("great-steelmaking:s29")
    assert (ref.article, ref.segment) == ("great-steelmaking", "s29")
    assert ref.page == "articles/great-steelmaking.html#s29"
    assert ADAPTER.validate_python(ref) is ref


@pytest.mark.parametrize(
    "text", ["", "s29", "tortoise", "tortoise:", ":s29", "tortoise:s0", "Tortoise:s1", "a:b:s1", "t:s12345678"]
)
def test_another_form_is_refused(text):
    with pytest.raises(ValueError, match="no address of a sentence"):
        Ref.parse(text)
    with pytest.raises(ValidationError, match="string_pattern_mismatch"):
        ADAPTER.validate_python(text)


def test_the_published_schema_says_its_form():
    for mode in ("validation", "serialization"):
        assert ADAPTER.json_schema(mode=mode) == {"type": "string", "pattern": module.PATTERN}


def test_no_other_module_takes_an_address_apart():
    apart = re.compile(r"""partition\(["']:["']\)|split\(["']:["']\)""")
    found = {
        path.relative_to(ENGINE).as_posix()
        for path in (*ENGINE.rglob("*.py"), *ENGINE.rglob("*.j2"))
        if apart.search(path.read_text(encoding="utf-8"))
    }
    # The others read lines of lists of words.
    assert found == {"source/ref.py", "suggest/names/words.py", "text/variants/convert.py"}
