"""Images: their names in an article’s folder, and which bytes are an image that a page can show safely."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from lxml import etree

from jianzhu.extract.dom import strings_of
from jianzhu.extract.extraction import Image, Neighbor
from jianzhu.source.names import name_fault

#: The types of images that all browsers and EPUB readers show, by their suffix.
SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}
_LARGEST = 64 * 2**20
_SVG = "{http://www.w3.org/2000/svg}"
#: What an SVG may not have: whatever runs, embeds HTML, or animates an address.
_UNSAFE = {"script", "foreignObject", "handler", "listener", "iframe", "embed", "object", "set", "animate"}


def image_type(data: bytes) -> str | None:
    """The media type of `data`, by its first bytes; None where it is no image that a page can show."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return "image/svg+xml" if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg[\s>])", data) else None


def image_fault(data: bytes) -> str:
    """Why `data` cannot be shown, as the end of a sentence; empty where it can."""
    if len(data) > _LARGEST:
        return f"is larger than {_LARGEST >> 20} MB"
    kind = image_type(data)
    if kind is None:
        return "is not a PNG, JPEG, GIF, WebP or SVG image"
    return _svg_fault(data) if kind == "image/svg+xml" else ""


def _svg_fault(data: bytes) -> str:
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data.replace(b"\0", b""):
        return "is an SVG with a document type, which can name other files"
    if b"<?xml-" in data:
        return "is an SVG with a processing instruction, which can name a style sheet"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return f"is not well-formed SVG ({error})"
    if root.tag != f"{_SVG}svg":
        return "is not an SVG image"
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        if name in _UNSAFE:
            return f"is an SVG with <{name}>"
        for key, value in element.attrib.items():
            attribute = etree.QName(key).localname.lower()
            if attribute.startswith("on"):
                return f"is an SVG with the handler {attribute}"
            if attribute in ("href", "src") and not re.match(
                r"#|data:image/(?:png|jpeg|gif|webp)[;,]", str(value).strip()
            ):
                return f"is an SVG that refers to {str(value)[:60]!r}"
            if re.search(r"url\(\s*['\"]?(?!#)|@import|expression\(|javascript:", str(value), re.IGNORECASE):
                return f"is an SVG whose {attribute} refers to something else"
        if name == "style" and re.search(r"url\(\s*['\"]?(?!#)|@import", "".join(strings_of(element)), re.IGNORECASE):
            return "is an SVG whose style refers to something else"
    return ""


class ImageShelf:
    """The images of one text in their order, each under one name that every system allows."""

    def __init__(self, neighbor: Neighbor) -> None:
        self._neighbor = neighbor
        self._by_address: dict[str, Image] = {}
        self._names: set[str] = set()

    @property
    def images(self) -> tuple[Image, ...]:
        """All images so far."""
        return tuple(self._by_address.values())

    def name_of(self, address: str) -> str:
        """The name in images/ of the image at `address`; empty for an address that is none."""
        address = address.strip()
        if not address:
            return ""
        known = address if len(address) < 500 else address[:200] + str(hash_of(address))
        if known not in self._by_address:
            data = _inline_data(address) if address[:5].lower() == "data:" else self._neighbor(address)
            fault = image_fault(data) if data is not None else ""
            number = len(self._by_address) + 1
            shown = f"data: image {number}" if address[:5].lower() == "data:" else address
            name = self._free_name(address, number)
            self._by_address[known] = Image(
                file=name, address=shown[:2000], data=None if fault else data, refused=fault
            )
        return self._by_address[known].file

    def _free_name(self, address: str, number: int) -> str:
        """A name by the address alone: whoever reads the file again, without its neighbors, must find the same."""
        stem, suffix = _split_name(address)
        stem = stem or f"image-{number}"
        name, count = f"{stem}.{suffix}", 1
        while name.lower() in self._names or name_fault(name):
            count += 1
            name = f"{stem}-{count}.{suffix}" if not name_fault(name) else f"image-{number}-{count}.{suffix}"
        self._names.add(name.lower())
        return name


def hash_of(address: str) -> str:
    """A short name for a long address."""
    return f"{binascii.crc32(address.encode('utf-8', 'replace')):08x}"


def _split_name(address: str) -> tuple[str, str]:
    """The stem and the suffix that an address proposes; the stem is empty where none of it can be a name."""
    if address[:5].lower() == "data:":
        kind = re.match(r"data:(image/[a-z+]+)", address.lower())
        return "", SUFFIXES.get(kind[1] if kind else "", "png")
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return "", "png"
    path = PurePosixPath(unquote(parts.path))
    said = re.search(r"(?:^|&)(?:wx_fmt|format|fm)=(png|jpe?g|gif|webp)(?:&|$)", parts.query)
    suffix = path.suffix.lower().removeprefix(".")
    if suffix not in SUFFIXES.values() and suffix != "jpeg" and said:
        suffix = said[1]
    suffix = "jpg" if suffix == "jpeg" else suffix
    stem = re.sub(r"[^A-Za-z0-9]+", "-", path.stem).strip("-").lower()[:60]
    return stem, suffix if suffix in SUFFIXES.values() else "png"


def _inline_data(address: str) -> bytes | None:
    head, comma, body = address.partition(",")
    if not comma:
        return None
    raw = unquote_to_bytes(body)
    if not head.lower().rstrip().endswith(";base64"):
        return raw
    try:
        return base64.b64decode(re.sub(rb"\s", b"", raw) + b"==")
    except (binascii.Error, ValueError):
        return None


def local_path(address: str) -> str:
    """The path of a file beside the raw one that `address` names; empty for an address that leads elsewhere."""
    try:
        parts = urlsplit(address.strip().replace("\\", "/"))
    except ValueError:
        return ""
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return ""
    return unquote(parts.path)
