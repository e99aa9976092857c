"""Packing: postings as bits, and what a reader of the index needs to get them back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.site.search.index import front_coded, grouped
from jianzhu.site.search.packing import gamma, pack, parameter, rows_as_bits
from jianzhu.site.search.postings import encode_number, encode_place

from tests.search_index import Bits, pairs_of, words_of

places = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=3)


@given(st.dictionaries(st.integers(0, 5_000), places, max_size=40), st.booleans())
def test_postings_come_back_from_bits(rows, with_places):
    written, before = "", -1
    for row in sorted(rows):
        own = rows[row] if with_places else []
        written += encode_number(row - before) + "".join(encode_place(*place) for place in own)
        before = row
    bits = Bits(rows_as_bits(written, 5_001, with_places))
    told = {row: own for row, own in rows.items() if own and with_places}
    assert bits.postings(5_001, with_places) == (sorted(rows), told)
    assert bits.at == len(bits.bits)


@pytest.mark.parametrize(("number", "bits"), [(1, "1"), (2, "010"), (3, "011"), (4, "00100")])
def test_gamma(number, bits):
    assert gamma(number) == bits


@pytest.mark.parametrize(
    ("count", "rows", "digits"), [(1, 1, 0), (1, 100, 6), (50, 100, 0), (100, 100, 0), (0, 100, 6)]
)
def test_the_rarer_a_term_the_more_digits_are_written_as_they_are(count, rows, digits):
    assert parameter(count, rows) == digits


def test_bits_fill_the_last_character():
    assert pack("") == ""
    assert pack("000001") == "1"
    assert pack("1") == "W"


def test_terms_stand_in_groups_or_behind_what_they_share():
    assert grouped(["大", "大模", "模型"]) == "大_模 模型"
    assert pairs_of("大_模 模型") == ["大", "大模", "模型"]
    assert front_coded(["model", "models", "name"]) == "0model 5s 0name"
    assert list(words_of("0model 5s 0name")) == ["model", "models", "name"]
