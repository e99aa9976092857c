"""The command line of a project, run as its users run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path


def begin(project: Path, command: str) -> subprocess.Popen:
    """Start the command in a session of its own. It hears Ctrl+C, to which the jobs a shell runs in the background are deaf."""
    return subprocess.Popen(
        [sys.executable, "scripts/build.py", command],
        cwd=project,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 (there are no threads)
    )


def run(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, str(project / "scripts/build.py"), *arguments],
        cwd="/", env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
