"""Slug: a text as an id, in small Latin letters, figures and hyphens."""

from __future__ import annotations

import re
import unicodedata

from pypinyin import lazy_pinyin

from jianzhu.text.characters import HAN

#: As long as a proposed id may be, and of how many syllables.
_LONGEST, _SYLLABLES = 48, 8
_KANA_OR_HANGUL = re.compile("[\u3041-\u30ff\uac00-\ud7a3]")


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
