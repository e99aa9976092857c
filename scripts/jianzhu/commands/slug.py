"""Slug: the id of a new article, given or proposed."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from pypinyin import lazy_pinyin

from jianzhu.commands.raw import RawArticle
from jianzhu.source.load import ARTICLES
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import SLUG_RULE, is_slug
from jianzhu.text.characters import HAN

#: As long as a proposed id may be, and of how many syllables.
_LONGEST, _SYLLABLES = 48, 8
_KANA_OR_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")


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


def slug_of(text: str) -> str:
    """`text` as an id: Latin letters without accents, Chinese in pinyin, cut at a syllable; empty where nothing is left.

    Kana and hangul have no pinyin, and the characters between them another reading.
    """
    if _KANA_OR_HANGUL.search(text):
        return ""
    # Text up to a subtitle is enough of a title.
    head = re.split(r"[：:—_|｜]", text)[0] or text
    words: list[str] = []
    for part in re.findall(f"[{HAN}]+|[^{HAN}]+", head[:80]):
        if re.match(f"[{HAN}]", part):
            words += lazy_pinyin(part, errors="ignore")
        else:
            plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode("ascii").lower()
            words += re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    slug = ""
    for word in words[:_SYLLABLES]:
        plain = re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", word.lower()))
        if plain and len(slug) + len(plain) < _LONGEST:
            slug = f"{slug}-{plain}" if slug else plain
    return slug
