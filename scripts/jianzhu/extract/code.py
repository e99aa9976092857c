"""Code: preformatted text, verbatim; or a poem, which is written so to keep its lines."""

from __future__ import annotations

import re

from lxml import etree

from jianzhu.extract.dom import SILENT, tag_of, words_of
from jianzhu.extract.inline import MARGIN
from jianzhu.source.records.extract import ExtractBlock
from jianzhu.text.characters import HAN

_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source|brush:?)[-: ]\s*([a-z0-9+#._-]+)")
_SYNTAX = re.compile(r"[{};=<>\\|$`]|\(\)|^\s*(?:#|//|\$ |>>>)", re.MULTILINE)


def preformatted_blocks(element: etree._Element, *, verse: bool) -> list[ExtractBlock]:
    """The block of code in a preformatted element, or the stanzas where it is no code, or `verse` says so."""
    text = verbatim(element)
    if not verse and is_code(element, text):
        return [ExtractBlock(kind="code", text=text, label=code_language(element))] if text.strip() else []
    stanzas = (
        "\n".join(line.rstrip(MARGIN) for line in stanza.split("\n") if line.strip(MARGIN))
        for stanza in re.split(r"\n[ \t\u3000]*\n", text)
    )
    return [ExtractBlock(kind="verse", text=stanza) for stanza in stanzas if stanza]


def verbatim(element: etree._Element) -> str:
    """The text of a preformatted element with its own lines; the first line end is none (HTML, 4.4.3)."""
    parts: list[str] = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        tag = tag_of(part)
        if event == "start" and (tag in SILENT or not tag):
            walker.skip_subtree()
        elif event == "start":
            parts.append("\n" if tag == "br" else part.text or "")
        elif event == "end" and part is not element:
            parts.append(part.tail or "")
    text = "".join(parts).replace("\r\n", "\n").replace("\r", "\n").removeprefix("\n")
    return text.rstrip("\n \t")


def code_language(element: etree._Element) -> str:
    """The language of code, as its class says; empty where it does not."""
    for part in [element, *element.iter("code", "{*}code")]:
        found = _LANGUAGE.search(words_of(part)) or re.search(r"\bsource(?:code)?\s+([a-z0-9+#]+)", words_of(part))
        if found:
            return found[1]
    return ""


def is_code(element: etree._Element, text: str) -> bool:
    """False for text that is preformatted to keep its lines only, such as a poem."""
    if next(iter(element.iter("code", "{*}code", "samp", "kbd")), None) is not None or code_language(element):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    han = len(re.findall(f"[{HAN}]", text))
    return bool(_SYNTAX.search(text)) or (han * 2 < len(re.sub(r"\s", "", text)) and len(lines) > 0)
