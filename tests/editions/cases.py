"""The tiny editions, and what each is to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent


def read(path: Path) -> dict:
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 (it makes texts only)


@dataclass(frozen=True, kw_only=True)
class Case:
    """An edition: its languages as it was begun, its file, the `lang` of its source and of its translation, and its blocks."""

    slug: str
    languages: tuple[str, str]
    file: str
    source: str
    translation: str
    blocks: Mapping[str, int]

    @property
    def folder(self) -> Path:
        return HERE / self.slug

    @property
    def article(self) -> Path:
        return self.folder / "seeds/articles" / self.slug

    def recorded(self, name: str) -> dict:
        return read(self.article / name)


CASES = [
    Case(
        slug="ma-shuo",
        languages=("lzh", "en"),
        file="source.txt",
        source="lzh-Hant",
        translation="en",
        blocks={"heading": 1, "byline": 1, "paragraph": 3},
    ),
    Case(
        slug="of-studies",
        languages=("en", "zh"),
        file="source.html",
        source="en",
        translation="zh-Hans",
        blocks={"heading": 1, "byline": 1, "paragraph": 4},
    ),
    Case(
        slug="letter",
        languages=("zh", "en"),
        file="source.md",
        source="zh-Hans",
        translation="en",
        blocks={
            "heading": 3,
            "paragraph": 2,
            "figure": 1,
            "caption": 1,
            "list": 5,
            "code": 1,
            "table": 4,
            "quotation": 1,
            "attribution": 1,
            "footnote": 1,
        },
    ),
    Case(
        slug="grain-boats",
        languages=("zh", "en"),
        file="source.txt",
        source="zh-Hans",
        translation="en",
        blocks={"heading": 1, "paragraph": 2},
    ),
]
each = pytest.mark.parametrize("case", CASES, ids=[case.slug for case in CASES])
MA_SHUO, OF_STUDIES, LETTER, GRAIN_BOATS = CASES
