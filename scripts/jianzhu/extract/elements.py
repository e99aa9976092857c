"""Elements: what one element within a block says by its name and its attributes."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree

from jianzhu.extract.dom import tag_of, words_of
from jianzhu.text.structure import InlineKind

_INLINE: dict[str, InlineKind] = {
    "em": "emphasis", "i": "emphasis", "cite": "emphasis", "dfn": "emphasis", "var": "emphasis",
    "strong": "strong", "b": "strong",
    "del": "deletion", "s": "deletion", "strike": "deletion",
    "sup": "superscript", "sub": "subscript",
    "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
#: Where a link may lead: nothing that runs.
_SAFE = re.compile(r"(?:https?|ftp)://.|(?:mailto|tel):.", re.IGNORECASE)
_LONGEST = 2000
#: An image of so many points is a sign in the line.
_ICON = 32


def inline_kind(element: etree._Element) -> InlineKind | None:
    """What is set apart by the element, by its name or else by its style; None where nothing is."""
    return _INLINE.get(tag_of(element)) or _styled(element)


def link_address(element: etree._Element, online: str) -> str:
    """Where a link leads, for one on a page that was `online` there; empty for a place that is not online, or not safe."""
    address = re.sub(r"[\x00-\x20\x7f]", "", str(element.get("href") or ""))[:_LONGEST]
    if address.startswith("//"):
        address = f"https:{address}"
    if online and address and not address.startswith("#"):
        try:
            address = urljoin(online, address)
        except ValueError:
            return ""
    return address if _SAFE.match(address) else ""


def online_address(root: etree._Element) -> str:
    """Where the page `root` was online, as it says itself; empty where it does not."""
    said = [str(link.get("href") or "") for link in root.iter("base", "{*}base")]
    said += [str(link.get("href") or "") for link in root.iter("link", "{*}link") if link.get("rel") == "canonical"]
    said += [str(meta.get("content") or "") for meta in root.iter("meta") if meta.get("property") == "og:url"]
    return next((address for address in said if re.match("https?://", address)), "")


def is_counter(element: etree._Element) -> bool:
    """True for an image of one point: it counts readers and shows nothing."""
    return max(_sides(element)) <= 1


def is_icon(element: etree._Element) -> bool:
    """True for an image that is a sign in the line, such as an emoji."""
    return max(_sides(element)) <= _ICON or re.search(r"\b(?:emoji|emoticon|smiley)\b", words_of(element)) is not None


def _sides(element: etree._Element) -> list[int]:
    return [whole_number(element.get(side), _ICON + 1) for side in ("width", "height")]


def _styled(element: etree._Element) -> InlineKind | None:
    """What the style of the element says: CSS for what has an element of its own."""
    style = re.sub(r"\s", "", str(element.get("style") or "").lower())
    if re.search(r"font-weight:(?:bold|[6-9]00)", style):
        return "strong"
    if "font-style:italic" in style or "text-emphasis" in style:
        return "emphasis"
    return "deletion" if "line-through" in style else None


def image_address(element: etree._Element) -> str:
    """The image’s address; pages that load images late keep it in another attribute, and have a placeholder in `src`."""
    lazy = [str(element.get(key) or "") for key in ("data-src", "data-original", "data-lazy-src", "data-actualsrc")]
    href = str(
        element.get("{http://www.w3.org/1999/xlink}href") or element.get("href") or element.get("xlink:href") or ""
    )
    source = str(element.get("src") or "")
    first = str(element.get("srcset") or "").split(",")[0].split()
    choices = [*lazy, source, href, *(first[:1])]
    if source.startswith("data:") and any(lazy):
        return next(filter(None, lazy))
    return next((choice for choice in [source, *choices] if choice.strip()), "")


def whole_number(value: object, otherwise: int) -> int:
    """The number that an attribute says; `otherwise` where it says none."""
    found = re.fullmatch(r"\s*(-?\d{1,6})(?:px)?\s*", str(value)) if value is not None else None
    return int(found[1]) if found else otherwise
