"""The command line for the edition in this folder, where the package is not installed: `python3 scripts/build.py --help`."""

from pathlib import Path

from jianzhu.commands.cli import run

if __name__ == "__main__":
    run(Path(__file__).resolve().parent.parent)
