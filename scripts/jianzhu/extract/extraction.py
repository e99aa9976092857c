"""Extraction: what is read out of a raw article."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

from jianzhu.source.records.extract import ExtractBlock, ExtractRecord


class UnreadableFile(ValueError):
    """The bytes are not a whole, harmless file of their format: what is wrong, what was expected and what to do next."""

    def __init__(self, wrong: str, expected: str, advice: str) -> None:
        super().__init__(wrong)
        self.wrong, self.expected, self.advice = wrong, expected, advice


@dataclass(frozen=True, kw_only=True)
class Found:
    """A value that the file gives for a field of article.yml, and where in the file it stands."""

    value: str
    where: str


@dataclass(frozen=True, kw_only=True)
class Image:
    """An image of the text: the name of its `file` in images/, its address in the raw file, and its bytes where these come
    with the raw file. `refused` is why bytes that are there are not taken.
    """

    file: str
    address: str
    data: bytes | None = None
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class Extraction:
    """What a tool found in a raw article: the record, the images, and proposals for fields of article.yml by their names
    (`title`, `author`, `date`).
    """

    record: ExtractRecord
    images: tuple[Image, ...] = ()
    found: dict[str, tuple[Found, ...]] = field(default_factory=dict)


#: From the address of an image in the raw file to its bytes, where they come with it. No address is ever fetched.
Neighbor = Callable[[str], bytes | None]


def no_neighbor(_: str) -> None:
    """For a raw file that lies alone."""


def versions_of(*packages: str) -> dict[str, str]:
    """`tool` and `version` of a record made by this package and `packages`."""
    names = ("jianzhu", *packages)
    return {"tool": ", ".join(names), "version": ", ".join(map(_version, names))}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:  # run from its source
        return "unknown"


def make_record(packages: tuple[str, ...], blocks: list[ExtractBlock], left_out: list[str]) -> ExtractRecord:
    """The record of `blocks` as `packages` read them."""
    return ExtractRecord(**versions_of(*packages), blocks=tuple(blocks), left_out=tuple(left_out))
