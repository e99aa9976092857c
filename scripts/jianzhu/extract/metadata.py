"""Metadata: what a page says of itself, as proposals: each with the element that says it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree

from jianzhu.extract.dom import strings_of, tag_of, text_of
from jianzhu.extract.extraction import Found

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "byl"),
    "date": (
        "article:published_time",
        "datepublished",
        "publishdate",
        "pubdate",
        "date",
        "dc.date",
        "dcterms.date",
        "dcterms.created",
    ),
}
_LONGEST = 300
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?")


def page_metadata(root: etree._Element) -> dict[str, tuple[Found, ...]]:
    """Title, author and date as the page `root` gives them, the best first; only those that it gives."""
    proposals: dict[str, list[Found]] = {"title": [], "author": [], "date": []}
    values: dict[str, str] = {}
    for meta in root.iter("meta"):
        for key in ("property", "name", "itemprop"):
            name = str(meta.get(key) or "").lower()
            if name and meta.get("content"):
                values.setdefault(name, str(meta.get("content")))
    for field, names in _META.items():
        proposals[field] += [Found(value=values[name], where=f"meta {name}") for name in names if name in values]
    for key, value, where in _linked_data(root):
        proposals[key].append(Found(value=value, where=where))
    heads = [text_of(head) for head in root.iter("h1")]
    if len(heads) == 1:
        proposals["title"].insert(0, Found(value=heads[0], where="h1"))
    proposals["title"] += [Found(value=" ".join((one.text or "").split()), where="title") for one in root.iter("title")]
    proposals["date"] += [
        Found(value=str(one.get("datetime")), where="time") for one in root.iter("time") if one.get("datetime")
    ]
    proposals["author"] += [
        Found(value=text_of(one), where=f"{tag_of(one)} rel=author")
        for one in root.iter("a")
        if one.get("rel") == "author"
    ]
    return {field: kept for field, found in proposals.items() if (kept := _cleaned(found, is_date=field == "date"))}


def _cleaned(found: list[Found], *, is_date: bool) -> tuple[Found, ...]:
    kept: dict[str, Found] = {}
    for one in found:
        value = as_day(one.value) if is_date else " ".join(one.value.split())
        if value and len(value) <= _LONGEST and "://" not in value:
            kept.setdefault(value, Found(value=value, where=one.where))
    return tuple(kept.values())[:3]


def as_day(text: str) -> str:
    """The day or month that `text` begins with or names, as EDTF; empty where it names none."""
    found = _DAY.search(text)
    if found is None or not 1 <= int(found[2]) <= 12 or not (found[3] is None or 1 <= int(found[3]) <= 31):
        year = re.fullmatch(r"\s*(\d{4})\s*年?\s*", text)
        return year[1] if year else ""
    return "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])


def _linked_data(root: etree._Element) -> Iterator[tuple[str, str, str]]:
    """What JSON-LD says (schema.org)."""
    for script in root.iter("script"):
        if str(script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads("".join(strings_of(script)))
        except (ValueError, RecursionError):
            continue
        items = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        for item in items if isinstance(items, list) else []:
            if not isinstance(item, dict):
                continue
            author = item.get("author")
            author = author[0] if isinstance(author, list) and author else author
            name = author.get("name") if isinstance(author, dict) else author
            for field, key, value in (
                ("title", "headline", item.get("headline")),
                ("author", "author", name),
                ("date", "datePublished", item.get("datePublished")),
            ):
                if isinstance(value, str):
                    yield field, value, f"JSON-LD {key}"
