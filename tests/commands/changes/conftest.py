"""What the tests of changes share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from jianzhu.commands import cli

Jianzhu = Callable[..., tuple[int, str]]


@pytest.fixture
def jianzhu(small: Path, capsys: pytest.CaptureFixture[str]) -> Jianzhu:
    """Run a command in the small edition: its exit status, and all that it says."""

    def run(*arguments: str) -> tuple[int, str]:
        status = cli.main(["--root", str(small), *arguments])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run
