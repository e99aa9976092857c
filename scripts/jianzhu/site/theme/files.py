"""Files of the engine outside its modules: the theme's templates and the assets, in a source tree or an installed package.

In the source tree they are overrides/ and docs/assets/, where people expect them; setup.py puts both into the package.
"""

from __future__ import annotations

from pathlib import Path

import jianzhu

_PACKAGE, _TREE = Path(__file__).parent, Path(jianzhu.__file__).parents[2]


def engine_templates() -> Path:
    """The folder with the engine's own templates of the theme."""
    return _place("overrides")


def engine_docs() -> Path:
    """The folder below which the engine's assets are, at the paths that they have in a site: `assets/…`."""
    return _place("docs")


def _place(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _TREE / name


def asset(path: str, docs: Path) -> Path:
    """The file `path` (`assets/…`) of an edition whose own files are in the folder `docs`: its own, else the engine's."""
    own = docs / path
    return own if own.is_file() else engine_docs() / path


def handbooks() -> dict[str, bytes]:
    """The editor's handbook by the name of its file in seeds/, in each language in which there is one."""
    return {path.name: path.read_bytes() for path in sorted(_place("seeds").glob("README*.md"))}
