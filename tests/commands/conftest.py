"""An edition on which every command has something to do."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def edited(small: Path) -> Path:
    """The small edition with something to do for every command."""
    craze = small / "seeds/articles/craze"
    (small / "wave.txt").write_text("一篇文章\n百度做大模型。", encoding="utf-8")
    (craze / "en.yml").write_text("{}\n", encoding="utf-8")
    path = craze / "emendations.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("corr: 要有大算力", "corr: 要有很大的算力"), encoding="utf-8")
    return small
