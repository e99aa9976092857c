"""The articles of this edition, as people wrote them."""

from __future__ import annotations

from pathlib import Path

from jianzhu.source.load import load_seeds
from jianzhu.source.seeds import Folder


def _folders() -> dict[str, Folder]:
    seeds, problems = load_seeds(Path(__file__).parents[1])
    assert not problems
    return {folder.slug: folder for folder in seeds.folders}


#: By slug.
FOLDERS = _folders()
