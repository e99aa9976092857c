"""HTML: a saved page. Its body is found, what stands around it is left out, and what it says of itself is proposed."""

from __future__ import annotations

import re

from jianzhu.extract.body import find_body
from jianzhu.extract.dom import Page, parse_html
from jianzhu.extract.encoding import BYTE_ORDER_MARKS, UndecodableSeed, decode, detect_encoding
from jianzhu.extract.extraction import Extraction, Neighbor
from jianzhu.extract.markup import read_pages
from jianzhu.extract.metadata import page_metadata

PACKAGES = ("trafilatura", "lxml")
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9._:-]+)",
    re.IGNORECASE,
)
#: The encodings that pages name, by the one that browsers read them with (Encoding Standard, section 4.2).
_LABELS = {
    "utf8": "utf-8", "utf-8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030",
    "big5": "big5", "big5-hkscs": "big5", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "euc-jp": "euc-jp", "x-euc-jp": "euc-jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
    "windows-949": "cp949", "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1252": "cp1252", "us-ascii": "cp1252",
    "ascii": "cp1252",
}  # fmt: skip


def html_encoding(data: bytes) -> str:
    """The encoding of a page: its mark, else what it says of itself where its bytes fit that, else as for any text.

    Raises UndecodableSeed where no encoding fits.
    """
    if any(data.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return detect_encoding(data)
    named = _CHARSET.search(data, 0, 4096)
    label = (named[1] or named[2]).decode("ascii").lower() if named else ""
    encoding = _LABELS.get(label)
    if encoding is not None:
        try:
            decode(data, encoding)
        except UndecodableSeed:
            pass
        else:
            return encoding
    return detect_encoding(data)


def read(data: bytes, encoding: str, neighbor: Neighbor) -> Extraction:
    """The blocks of a page. Raises UnreadableFile where there are none; else as `decode` does."""
    root = parse_html(decode(data, encoding))
    body = find_body(root)
    return read_pages([Page("", root)], PACKAGES, neighbor, excluded=body.excluded, found=page_metadata(root))


def is_html(text: str, *, certain: bool) -> bool:
    """True where `text` begins as a page does, or, where that need not be `certain`, as a part of one."""
    head = re.sub(r"\A(?:\ufeff|\s|<!--.*?-->|<\?xml[^>]*>)*", "", text[:20_000], flags=re.DOTALL)
    parts = "!doctype\\s+html|html|head|body" + ("" if certain else "|meta|title|div|article|main|section|p|h[1-6]")
    return re.match(rf"<(?:{parts})[\s>/]", head, re.IGNORECASE) is not None
