"""The articles of this edition, as people wrote them."""

from __future__ import annotations

from pathlib import Path

from jianzhu.source.load import Folder, load_sources


def _folders() -> dict[str, Folder]:
    sources, problems = load_sources(Path(__file__).parents[1])
    assert not problems
    return {folder.slug: folder for folder in sources.folders}


#: By slug.
FOLDERS = _folders()
