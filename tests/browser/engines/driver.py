"""What the page needs of an engine's driver, and the processes that drivers start."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol, TypeVar

#: Seconds until something that was to come is given up. Long, since machines are slow; a passing test waits for none of it.
PATIENCE = 30.0
#: The room that a page has at first.
DESK = (1440, 900)
Found = TypeVar("Found")


class EngineMissing(AssertionError):
    """An engine is not on this machine; the message says how to install it."""


class DriverError(RuntimeError):
    """The driver refused a command."""


class Moved(DriverError):
    """The page was left while a script ran in it; what was asked can be asked again of the next page."""


class Driver(Protocol):
    """One tab of an engine, which nothing of another tab reaches."""

    #: What the page complained of, and the addresses it asked for, as far as the engine tells.
    errors: list[str]
    requests: list[str]
    #: Where it saves what is downloaded; None where it cannot be told.
    downloads: Path | None

    def go(self, url: str) -> None:
        """Open `url`, and come back when it is loaded."""

    def reload(self) -> None:
        """Open the same address again, and come back when it is loaded."""

    def run(self, function: str, text: str) -> str:
        """What the JavaScript `function`, which promises a text, makes of `text` in the page. Raises Moved."""

    def act(self, source: dict[str, Any]) -> None:
        """Do with a keyboard, mouse or wheel what an input source of WebDriver describes (WebDriver, section 15.4)."""

    def resize(self, width: int, height: int) -> None:
        """Give the page this much room."""

    def hear(self) -> None:
        """Come back when what the page has said until now is in `errors` and `requests`."""


def until(found: Callable[[], Found | None], what: Callable[[], str], patience: float | None = None) -> Found:
    """What `found` gives once it gives something that is true; a page that is just being left is asked again.

    Raises TimeoutError with the text of `what`, and what the driver said last.
    """
    end = time.monotonic() + (PATIENCE if patience is None else patience)
    while True:
        moved: Moved | None = None
        try:
            if value := found():
                return value
        except Moved as error:
            moved = error
        if time.monotonic() > end:
            raise TimeoutError(f"{what()}: {moved}" if moved else what())
        time.sleep(0.02)


@contextlib.contextmanager
def process(command: list[str], **options: Any) -> Iterator[subprocess.Popen[bytes]]:
    """`command` while it runs. At the end it and all that it started are asked to go, and made to go where they do not."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, start_new_session=True, **(quiet | options)) as running:
        try:
            yield running
        finally:
            for word in (signal.SIGTERM, signal.SIGKILL):
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(running.pid, word)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    running.wait(10)
