"""Failing: every step at which the disk is changed can be made to fail, one after the other."""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from unittest.mock import patch

#: The steps that change a disk, or settle a change of it; what is opened counts where it is opened to be written.
STEPS = ("replace", "rename", "fsync", "mkdir", "unlink", "rmdir")


class Crash(BaseException):
    """The process ends here: nothing in the code may catch it, or clear up behind it."""


@contextmanager
def _counted(step: Callable[[], None]) -> Iterator[None]:
    """Have `step` called in front of every step of the block."""

    def wrapped(function: Callable) -> Callable:
        def call(*arguments, **options):
            step()
            return function(*arguments, **options)

        return call

    opened = io.open

    def open_(file, mode="r", *arguments, **options):
        if not isinstance(file, int) and set(mode) & set("wax+"):
            step()
        return opened(file, mode, *arguments, **options)

    steps = {name: wrapped(getattr(os, name)) for name in STEPS}
    with patch.multiple(os, **steps), patch.object(io, "open", open_), patch.object(builtins, "open", open_):
        yield


def steps_of(deed: Callable[[], object]) -> int:
    """Do `deed`; how many steps it takes."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1

    with _counted(step):
        deed()
    return count


@contextmanager
def failing_at(number: int, error: BaseException) -> Iterator[None]:
    """Step `number` of the block, counted from 0, raises `error`. Behind a Crash, so do all others: nothing is cleared up."""
    count = -1

    def step() -> None:
        nonlocal count
        count += 1
        if count == number or (isinstance(error, Crash) and count > number):
            raise error

    with _counted(step):
        yield
