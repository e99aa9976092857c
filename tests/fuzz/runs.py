"""Runs: batches of inputs through a stage, and what came of them."""

from __future__ import annotations

import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.fuzz.stages import Stage
from tests.fuzz.texts import Texts

#: No input may take longer (seconds of processor time).
LIMIT = 5.0
#: Inputs of one batch, which has a seed of its own: `<seed> <stage> <batch>`.
BATCH = 1000


@dataclass
class Result:
    """What came of some inputs of a stage: `faults` are errors that nobody declared, each with its input."""

    stage: str
    inputs: int = 0
    seconds: float = 0.0
    worst: float = 0.0
    faults: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        self.inputs += other.inputs
        self.seconds += other.seconds
        self.worst = max(self.worst, other.worst)
        self.faults += other.faults


class TooSlow(Exception):
    """An input took longer than LIMIT."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise TooSlow when the work within has taken `seconds` of processor time, however busy the machine is."""

    def stop(*_: object) -> None:
        raise TooSlow(f"more than {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def run_batch(stage: Stage, seed: int, batch: int, count: int = BATCH) -> Result:
    """Do `count` inputs of a batch. Its inputs depend on nothing but `seed`, the stage and the number of the batch."""
    texts, result = Texts(f"{seed} {stage.name} {batch}"), Result(stage.name)
    for number in range(count):
        given = stage.make(texts)
        begun = time.process_time()
        try:
            with limited(LIMIT):
                stage.run(given)
        except Exception as error:
            result.faults.append(fault(error, f"batch {batch}, input {number}", given))
        took = time.process_time() - begun
        result.inputs, result.seconds, result.worst = number + 1, result.seconds + took, max(result.worst, took)
    return result


def fault(error: BaseException, place: str, given: object) -> str:
    """The error of the input at `place` in one line."""
    at = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{at.filename.rpartition('/')[2]}:{at.lineno}"
    return f"{place}: {type(error).__name__} at {where}: {str(error)[:120]} <- {repr(given)[:160]}"


def table(results: list[Result]) -> str:
    """The results as a table: what `make fuzz` prints."""
    rows = [
        (r.stage, f"{r.inputs:,}", f"{r.seconds:.1f}", f"{r.worst * 1000:.0f}", str(len(r.faults))) for r in results
    ]
    whole = sum(r.inputs for r in results), sum(r.seconds for r in results), max(r.worst for r in results)
    rows.append(
        ("all", f"{whole[0]:,}", f"{whole[1]:.1f}", f"{whole[2] * 1000:.0f}", str(sum(len(r.faults) for r in results)))
    )
    header = ("stage", "inputs", "seconds", "worst input, ms", "faults")
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    return "\n".join(
        f"{first:<{widths[0]}}  " + "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=True))
        for first, *cells in (header, *rows)
    )
