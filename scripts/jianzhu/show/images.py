"""Images: those of an article's figures, and what is said in their place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jianzhu.annotate.article import Article
from jianzhu.show.blocks import Pair
from jianzhu.source.records.terms import Bilingual

#: The images that browsers and e-readers show, by the ending of the file. SVG is not among them: it may hold scripts.
MEDIA_TYPES = {
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}


@dataclass(frozen=True, kw_only=True)
class FigureImage:
    """The image of a figure: its file and name, and its description `alt` in the language of `tag`.

    Both of these are empty where there is no description.
    """

    path: Path
    name: str
    media_type: str
    alt: str
    tag: str
    rights: Bilingual | None


def figure_image(article: Article, pair: Pair) -> FigureImage | None:
    """The image of the figure `pair`; None where the article has none that can be shown.

    It is described on the side that leads, or on the other where that is not translated.
    """
    name = PurePosixPath(pair.label).name
    image, media_type = article.images.get(name), MEDIA_TYPES.get(PurePosixPath(name).suffix.lower())
    if pair.kind != "figure" or image is None or media_type is None:
        return None
    said = [line for line in pair.main if line.text] or [line for line in pair.facing if line.text]
    space = " " if said and said[0].language.spaces_words else ""
    return FigureImage(
        path=image.path,
        name=name,
        media_type=media_type,
        alt=space.join(line.text for line in said),
        tag=said[0].tag if said else "",
        rights=image.rights,
    )
