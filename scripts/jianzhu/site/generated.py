"""Generated files, as MkDocs gets them: each at the path that it would have in docs/, beside what people write there.

MkDocs asks for that by `File.generated`. mkdocs-static-i18n, which sorts files by language, makes new ones of all that stand in
docs/ and takes the others for the theme's: so generated files claim a place in docs/ first, and are led to their text when it is
done.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

#: How many files a message names.
_NAMED = 30


def add_generated(files: Files, config: MkDocsConfig, folder: Path) -> None:
    """Add all that stands in `folder` to `files`. Raises PluginError where a file in docs/ is in the place of one of them."""
    docs = Path(config.docs_dir)
    made = [
        File.generated(config, uri, abs_src_path=str(docs / uri))
        for uri in sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    ]
    written = {file.dest_uri: file.src_uri for file in files if file.src_dir == config.docs_dir}
    if taken := {written[file.dest_uri] for file in made if file.dest_uri in written}:
        raise PluginError(_collision(docs, taken))
    for file in made:
        files.append(file)


def locate_generated(files: Files, folder: Path) -> None:
    """Lead the files that `add_generated` has added to their text in `folder`; nobody is to edit that."""
    for file in files:
        text = folder / file.src_uri
        if file.src_dir is None or not text.is_file():
            continue
        file.abs_src_path, file.generated_by = str(text), "jianzhu"


def _collision(docs: Path, taken: Iterable[str]) -> str:
    """What to say of the files `taken` below `docs`, a folder in the place of all its files where it has no others."""
    paths = {PurePosixPath(path) for path in taken}
    whole = {
        parent
        for path in paths
        for parent in [*path.parents][:-1]
        if all(PurePosixPath(file.relative_to(docs)) in paths for file in (docs / parent).rglob("*") if file.is_file())
    }
    named = sorted({next((parent for parent in reversed(path.parents) if parent in whole), path) for path in paths})
    lines = [f"    {docs.name}/{path}{'/' if path in whole else ''}" for path in named[:_NAMED]]
    if len(named) > _NAMED:
        lines.append(f"    and {len(named) - _NAMED} more")
    return "\n".join(
        [
            f"{docs.name}/ has {len(paths)} files where generated ones belong",
            *lines,
            "    expected: only files that people write; generated pages and data have a folder of their own",
            "    to do:    delete these if an earlier version generated them (`git status docs` shows what nobody has written),",
            "              else give them another name",
        ]
    )
