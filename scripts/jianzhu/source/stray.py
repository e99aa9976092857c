"""Stray: files and folders in seeds/ that nothing reads, so that what an editor wrote there is not silently missing."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Protocol

from jianzhu.source.names import is_utf8, printable
from jianzhu.source.problems import Location, Problem, one_of
from jianzhu.source.records import ArticleRecord

_TOP = frozenset(
    {
        "edition.yml",
        "events.yml",
        "claims.yml",
        "relations.yml",
        "questions.yml",
        "sources.yml",
        "forms.yml",
        "changes.yml",
        "kinds.yml",
    }
)
_FOLDERS = frozenset({"articles", "glossary"})
_ARTICLE = frozenset({"article.yml", "emendations.yml", "segments.yml", "notes.yml", "marks.yml"})
_IMAGES = "images"
#: What systems and editors leave behind.
_LEFT_BEHIND = frozenset({"Thumbs.db", "desktop.ini"})


class _Folder(Protocol):
    """What is asked of the folder of an article: its name, its record, and the name of its translation."""

    @property
    def slug(self) -> str: ...

    @property
    def article(self) -> ArticleRecord: ...

    @property
    def translation_file(self) -> str: ...


def stray_problems(root: Path, folders: Iterable[_Folder]) -> Iterator[Problem]:
    """A problem for each file or folder in seeds/ below `root` that nothing reads; what is in articles that could not be read
    is not blamed."""
    top, articles = root / "seeds", root / "seeds/articles"
    yield from _strays(root, top, _TOP, _FOLDERS)
    yield from _strays(root, top / "glossary", frozenset(), frozenset(), ".yml")
    slugs = frozenset(path.name for path in _entries(articles) if path.is_dir())
    yield from _strays(root, articles, frozenset(), slugs)
    for folder in folders:
        known = _ARTICLE | {folder.translation_file, folder.article.source.file, "extract.yml"}
        # Older versions of the seed stay beside it.
        older = {path.name for path in _entries(articles / folder.slug) if path.name.startswith(("source.", "source-"))}
        yield from _strays(root, articles / folder.slug, known | older, frozenset({_IMAGES}))


def _strays(
    root: Path, folder: Path, files: Collection[str], folders: Collection[str], suffix: str = ""
) -> Iterator[Problem]:
    """What is in `folder` and none of `files` and `folders`, and does not end in `suffix`, if there is one."""
    for path in _entries(folder):
        name = path.name
        if name in (folders if path.is_dir() else files) or (suffix and path.is_file() and name.endswith(suffix)):
            continue
        yield _stray(path.relative_to(root).as_posix(), name, sorted(files), suffix)


def _stray(path: str, name: str, files: Collection[str], suffix: str) -> Problem:
    stem = name.rpartition(".")[0]
    near = f"{stem}{suffix}" if suffix and stem else next(iter(difflib.get_close_matches(name, files, 1)), "")
    return Problem(
        Location(printable(path)),
        "file-unknown",
        wrong="nothing reads this",
        expected=f"names that end in {suffix}" if suffix else one_of(files, "the folders of articles"),
        advice=f"rename it {near!r}, if that is meant" if near else "move it out of seeds/, or give it the right name",
    )


def _entries(folder: Path) -> list[Path]:
    """What is in `folder`, in order, without what is hidden or left behind by other programs, handbooks and names that no
    system can hold, which are reported elsewhere."""
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    return [
        path
        for path in found
        if is_utf8(path.name)
        and not path.name.startswith((".", "README"))
        and not path.name.endswith("~")
        and path.name not in _LEFT_BEHIND
    ]
