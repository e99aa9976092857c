"""Notes: the footnotes and endnotes of a text, and the signs that refer to them.

Formats write them in many ways: a sign is a link to the place of a note in the same file, and looks like one, or says so by its
class or role (EPUB 3 Structural Semantics, DPUB-ARIA).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from urllib.parse import unquote

from lxml import etree

from jianzhu.extract.dom import Page, role_of, tag_of, text_of, words_of

_SIGN = re.compile(
    r"[\[〔［(（【]?\s*(?:注|註|note\s*)?(\d{1,4}|[①-⑳㉑-㊿*＊†‡§a-z]|[ivxl]{1,6})\s*[\]〕］)）】]?", re.IGNORECASE
)
_LABEL = re.compile(
    r"\s*[\[〔［(（【^]?\s*([^\s\[\]〔〕［］()（）【】.．、:：]{1,40})\s*[\]〕］)）】]?\s*[.．、:：]?\s*"
)
_BRACKETS = "[]〔〕［］()（）【】 \t\n\u00a0"
_REFERS = re.compile(r"\b(?:noteref|doc-noteref|footnote-?ref|fn-?ref|footnote-?anchor|footnote-?link)\b")
_RETURNS = re.compile(r"\b(?:doc-backlink|backlink|back-?ref|footnote-?back(?:ref|link)?|reversefootnote)\b")
_BACK_SIGN = re.compile(r"[\s↩↑⏎^←⤴\ufe0e\ufe0f]+|back|返回|回到?正文", re.IGNORECASE)
_HOLDERS = frozenset({"li", "p", "div", "dd", "aside", "td", "section"})
_LONGEST = 20_000


class Notes:
    """Which links are signs, which elements are notes, and which links lead back, in the pages of one file."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.label_of_sign: dict[etree._Element, str] = {}
        self.label_of_note: dict[etree._Element, str] = {}
        self.backlinks: set[etree._Element] = set()
        self._labels: set[str] = set()
        self._by_id: dict[tuple[str, str], etree._Element] = {}
        for page in pages:
            for element in page.root.iter():
                name = element.get("id") or (element.get("name") if tag_of(element) == "a" else None)
                if name and isinstance(element.tag, str):
                    self._by_id.setdefault((page.name, str(name)), element)
        for page in pages:
            for link in page.root.iter("{*}a", "a"):
                self._look_at(page, link)

    def _look_at(self, page: Page, link: etree._Element) -> None:
        target = self._target(page, str(link.get("href") or ""))
        within = self._note_around(link)
        sign = text_of(link)
        words = words_of(link)
        if _RETURNS.search(words) or (
            within is not None and (_BACK_SIGN.fullmatch(sign) or (target is not None and _SIGN.fullmatch(sign)))
        ):
            self.backlinks.add(link)
            return
        if target is None or within is not None:
            return
        parent = link.getparent()
        says_so = bool(_REFERS.search(words)) or (
            parent is not None and tag_of(parent) == "sup" and bool(_REFERS.search(words_of(parent)))
        )
        if not says_so and not _SIGN.fullmatch(sign):
            return
        holder = self._holder(target)
        if holder is None or holder in self._ancestors(link):
            return
        if holder not in self.label_of_note:
            said = sign.strip(_BRACKETS) or str(len(self._labels) + 1)
            label, count = said[:40], 1
            while label in self._labels:
                count += 1
                label = f"{said[:40]}-{count}"
            self._labels.add(label)
            self.label_of_note[holder] = label
        self.label_of_sign[link] = self.label_of_note[holder]

    def _target(self, page: Page, address: str) -> etree._Element | None:
        file, sign, name = address.partition("#")
        if not sign or ":" in file:
            return None
        folder = posixpath.dirname(page.name)
        name_of_page = posixpath.normpath(posixpath.join(folder, unquote(file))) if file else page.name
        found = self._by_id.get((name_of_page, unquote(name)))
        return found if found is not None else self._by_id.get((name_of_page, name))

    def _holder(self, target: etree._Element) -> etree._Element | None:
        """The element with the whole note; None where the target is something else, such as a heading."""
        element: etree._Element | None = target
        for _ in range(6):
            if element is None or re.fullmatch("h[1-6]|body|html|table|ol|ul", tag_of(element)):
                return None
            if tag_of(element) in _HOLDERS:
                if not _is_short(element):
                    return None
                if text_of(element):
                    break
            element = element.getparent()
        else:
            return None
        return None if any(re.fullmatch("h[1-6]", tag_of(part)) for part in element.iter()) else element

    def _note_around(self, element: etree._Element) -> etree._Element | None:
        return next((around for around in self._ancestors(element) if around in self.label_of_note), None)

    @staticmethod
    def _ancestors(element: etree._Element) -> list[etree._Element]:
        return list(element.iterancestors())


def _is_short(element: etree._Element) -> bool:
    """True where the element holds no more words than a note has; it is not read further than that."""
    length = 0
    for text in element.itertext():
        length += len(text)
        if length > _LONGEST:
            return False
    return True


def without_label(text: str, label: str) -> int:
    """How many characters at the beginning of a note’s `text` only repeat its `label`."""
    found = _LABEL.match(text)
    repeated = found is not None and found[1].lower() == re.sub(r"-\d+$", "", label).lower()
    return found.end() if found is not None and repeated and found.end() < len(text) else 0


def is_note_list(element: etree._Element) -> bool:
    """True for what holds notes, by its role or class."""
    return bool(
        re.search(
            r"\b(?:footnotes?|endnotes?|rearnotes?|doc-endnotes|doc-footnote)\b",
            role_of(element) + " " + words_of(element),
        )
    )
