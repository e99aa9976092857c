"""EPUBCheck, for the tests that ask for it; they are marked `epubcheck`."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "epubcheck" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.epubcheck)


@pytest.fixture(scope="session")
def epubcheck() -> Callable[[Path], list[str]]:
    """Gives what EPUBCheck has against a file."""
    return _checked


def _checked(book: Path) -> list[str]:
    """What EPUBCheck has against the file, warnings included."""
    path = shutil.which("epubcheck")
    assert path, "no EPUBCheck on this machine: run the tests by `make test`, which installs it or says how"
    # Debian's command is the archive itself, which only some kernels run.
    archive = Path(path).resolve()
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(archive)]
    command = java if archive.suffix == ".jar" else [path]
    report = book.with_suffix(".json")
    subprocess.run([*command, "--json", str(report), str(book)], capture_output=True, check=False)
    messages = json.loads(report.read_text(encoding="utf-8"))["messages"]
    return [
        f"{message['severity']} {message['ID']} {message['message']} {message['locations']}" for message in messages
    ]
