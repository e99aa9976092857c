"""Fuzz: a sample of what `make fuzz` does; tests/fuzz says what must hold."""

from __future__ import annotations

import pytest

from tests.fuzz.runs import Result, TooSlow, limited, run_batch, table
from tests.fuzz.stages import STAGES, Stage
from tests.fuzz.texts import Texts

SAMPLE = 200


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_odd_inputs_lose_nothing(stage):
    result = run_batch(stage, seed=7, batch=0, count=SAMPLE)
    assert (result.inputs, result.faults) == (SAMPLE, [])


@pytest.mark.parametrize("kind", ["text", "line", "english", "data", "yaml", "query"])
def test_a_seed_gives_the_same_inputs(kind):
    one, same, other = ([getattr(texts, kind)() for _ in range(30)] for texts in map(Texts, (3, 3, 4)))
    assert one == same != other


def test_a_fault_is_told_with_its_input():
    def run(given: int) -> None:
        if given == 2:
            raise ZeroDivisionError("lost")

    result = run_batch(Stage("example", 1, lambda texts: texts.random.randint(1, 2), run), seed=1, batch=5, count=20)
    assert result.inputs == 20
    assert result.faults[0].startswith("batch 5, input ")
    assert "ZeroDivisionError" in result.faults[0]
    assert result.faults[0].endswith("lost <- 2")
    assert table([result, Result("other", 1, 0.1, 0.02)]).split("\n")[-1].split()[:2] == ["all", "21"]


def test_what_takes_too_long_is_stopped():
    with pytest.raises(TooSlow), limited(0.05):
        while True:
            pass
