"""MkDocs with the plugin of the edition, also where this package runs from its sources and is not installed.

`python -m jianzhu.site.mkdocs build` is `mkdocs build` then.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from importlib.metadata import Distribution, DistributionFinder
from os import PathLike
from pathlib import Path

ENTRY_POINTS = "[mkdocs.plugins]\njianzhu = jianzhu.site.plugin:EditionPlugin\n"


class _Sources(Distribution):
    """The sources as a package that has the plugin."""

    def read_text(self, filename: str) -> str | None:
        return {"METADATA": "Name: jianzhu\n", "entry_points.txt": ENTRY_POINTS}.get(filename)

    def locate_file(self, path: str | PathLike[str]) -> Path:
        return Path(path)


class _Finder:
    """Finds `_Sources` where all packages are asked for (importlib.metadata, “Extending the search algorithm”)."""

    @staticmethod
    def find_spec(*_: object) -> ModuleSpec | None:
        """It has no modules."""
        return None

    @staticmethod
    def find_distributions(context: DistributionFinder.Context | None = None) -> Iterator[Distribution]:
        if context is None or context.name is None:
            yield _Sources()


def register() -> None:
    """Have MkDocs find the plugin; it looks for plugins as it is imported, so this comes first."""
    sys.meta_path.insert(0, _Finder())


def main(arguments: list[str] | None = None) -> None:
    """Run MkDocs in this process; ends it with MkDocs' status."""
    register()
    from mkdocs.__main__ import cli  # noqa: PLC0415 - see `register`

    cli(arguments)


if __name__ == "__main__":
    main()
