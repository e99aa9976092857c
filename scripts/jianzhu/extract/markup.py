"""Markup: documents of HTML as an extraction, whichever format they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from jianzhu.extract.dom import Page
from jianzhu.extract.extraction import Extraction, Found, Neighbor, UnreadableFile, make_record
from jianzhu.extract.finish import finish
from jianzhu.extract.images import ImageShelf
from jianzhu.extract.notes import Notes
from jianzhu.extract.walk import Walker


def read_pages(
    pages: Sequence[Page],
    packages: tuple[str, ...],
    neighbor: Neighbor,
    *,
    found: dict[str, tuple[Found, ...]],
    excluded: Iterable[etree._Element] = (),
    left_out: Sequence[str] = (),
) -> Extraction:
    """The text of `pages` in their order, read with `packages`.

    `excluded` are elements that are not the text’s own, `left_out` words that were left out before, `found` what the file says of
    itself. Raises UnreadableFile where no words are left.
    """
    title = found["title"][0].value if "title" in found else ""
    shelf = ImageShelf(neighbor)
    walker = Walker(Notes(pages), shelf, excluded)
    for page in pages:
        walker.walk(page.root, page.name.rpartition("/")[0] + "/" if "/" in page.name else "")
    blocks = finish(walker.blocks, title)
    if not any(block.text for block in blocks):
        raise UnreadableFile("there are no words in it", "a file with a text", "choose another file")
    record = make_record(packages, blocks, [*left_out, *walker.left_out])
    return Extraction(record=record, images=shelf.images, found=found)
