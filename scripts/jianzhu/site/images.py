"""Images: those that the articles' figures show, as files of the site, each below its article."""

from __future__ import annotations

from jianzhu.annotate.edition import Edition
from jianzhu.language import Side
from jianzhu.show.blocks import pair_of
from jianzhu.show.images import figure_image
from jianzhu.site.markup.blocks import image_path


def image_files(edition: Edition) -> dict[str, bytes]:
    """Every image of a figure, by its path below the site. Raises OSError where one cannot be read."""
    files: dict[str, bytes] = {}
    for article in edition.articles:
        for block in article.blocks:
            image = figure_image(article, pair_of(article, block, Side.SOURCE)) if block.kind == "figure" else None
            if image is not None:
                files[image_path(article.slug, image.name)] = image.path.read_bytes()
    return files
