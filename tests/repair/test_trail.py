"""The trail: whatever the layers do, the result can be undone, and the changes tell the whole difference."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.repair.edits import Edit, changes, make_layer, replay, undo

ALPHABET = "内nèi(),。?;蛟S \n<&"


@st.composite
def layered_texts(draw: st.DrawFn) -> tuple[str, list[tuple[Edit, ...]]]:
    seed = text = draw(st.text(ALPHABET, max_size=30))
    layers = []
    for number in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
        edits = [
            Edit(start, text[start:end], draw(st.text(ALPHABET, max_size=3)), f"rule-{number}")
            for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        ]
        layers.append(make_layer(edits))
        text = replay(text, layers[-1:])
    return seed, layers


@given(layered_texts())
def test_replaying_and_undoing_are_inverse(case):
    seed, layers = case
    assert undo(replay(seed, layers), layers) == seed


@given(layered_texts())
def test_the_changes_are_the_whole_difference(case):
    seed, layers = case
    printed = replay(seed, layers)
    seed_parts, printed_parts, seed_done, done = [], [], 0, 0
    for change in changes(seed, layers):
        assert seed[change.seed_start :].startswith(change.sic)
        assert printed[change.start : change.end] == change.corr
        assert change.sic != change.corr
        assert seed[seed_done : change.seed_start] == printed[done : change.start]
        seed_parts += [seed[seed_done : change.seed_start], change.sic]
        printed_parts += [printed[done : change.start], change.corr]
        seed_done, done = change.seed_start + len(change.sic), change.end
    assert "".join([*seed_parts, seed[seed_done:]]) == seed
    assert "".join([*printed_parts, printed[done:]]) == printed


def test_edits_of_two_layers_in_one_place_are_one_change():
    first = make_layer([Edit(1, "(nèi)", "", "pinyin-gloss"), Edit(6, "?;蛟S", "，或", "curated")])
    second = make_layer([Edit(1, "，", "。", "punctuation")])
    assert [(c.sic, c.corr, c.rules) for c in changes("內(nèi)?;蛟S", [first, second])] == [
        ("(nèi)", "", ("pinyin-gloss",)),
        ("?;蛟S", "。或", ("curated", "punctuation")),
    ]


def test_edits_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlap"):
        make_layer([Edit(0, "ab", "x", "one"), Edit(1, "b", "y", "two")])


def test_a_layer_refuses_a_text_it_was_not_made_for():
    with pytest.raises(ValueError, match="not 'b'"):
        replay("aaa", [make_layer([Edit(1, "b", "c", "rule")])])
