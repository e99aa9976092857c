"""A screen for engines that cannot do without one: Xvfb."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator

from tests.browser.engines.driver import DriverError, EngineMissing, process

SCREEN = "1600x1200x24"


@contextlib.contextmanager
def display() -> Iterator[str]:
    """The name of a display of this process alone. Raises EngineMissing where there is no Xvfb."""
    path = shutil.which("Xvfb")
    if path is None:
        raise EngineMissing("there is no Xvfb on this machine; on Debian: sudo apt-get install xvfb")
    read, write = os.pipe()
    command = [path, "-displayfd", str(write), "-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset"]
    with process(command, pass_fds=(write,)):
        os.close(write)
        with os.fdopen(read) as told:
            number = told.readline().strip()
        if not number:
            raise DriverError(f"{path} did not open a display: run {' '.join(command[:1])} by hand to see why")
        yield f":{number}"
