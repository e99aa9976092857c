"""Slug: the id of a new article, given or proposed."""

from __future__ import annotations

from pathlib import Path

from jianzhu.commands.raw import RawArticle
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import SLUG_RULE, is_slug
from jianzhu.source.seeds import ARTICLES
from jianzhu.text.slug import slug_of


def refuse_slug(root: Path, slug: str) -> None:
    """Raise EditionError where no article can begin under the name `slug`."""
    if not is_slug(slug) or (root / ARTICLES / slug).exists():
        wrong = f"{slug!r} is already taken" if is_slug(slug) else f"{slug!r} is not a valid id"
        expected = f"a new id: {SLUG_RULE}"
        location = Location(f"{ARTICLES}/{slug}")
        raise EditionError(
            [Problem(location, "record-invalid", wrong=wrong, expected=expected, advice="choose another")]
        )


def free_slug(root: Path, raw: RawArticle) -> str:
    """An id that no article has: from the title, in pinyin where it is Chinese, else from the name of the file."""
    title = raw.title or next((found.value for found in raw.found("title")), "")
    proposed = next(filter(is_slug, (slug_of(title), slug_of(raw.path.stem))), "article")
    slug, count = proposed, 1
    while (root / ARTICLES / slug).exists():
        count += 1
        slug = f"{proposed}-{count}"
    return slug
