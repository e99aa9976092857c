"""MathML as text: its TeX where the file has it, else its signs in a row."""

from __future__ import annotations

from lxml import etree

from jianzhu.extract.dom import strings_of, tag_of


def formula_of(element: etree._Element) -> str:
    """The formula as text. TeX is put between dollar signs."""
    if tag_of(element) != "math":
        return "".join(strings_of(element))
    tex = str(element.get("alttext") or "")
    for part in element.iter():
        if tag_of(part) == "annotation" and "tex" in str(part.get("encoding") or "").lower():
            tex = "".join(strings_of(part))
    tex = " ".join(tex.split())
    if tex:
        sign = "$$" if element.get("display") == "block" else "$"
        return tex if tex.startswith(("$", "\\(", "\\[")) else f"{sign}{tex}{sign}"
    words: list[str] = []
    for part in element.iter():
        if tag_of(part) in ("mi", "mn", "mo", "mtext", "ms"):
            words.append(" ".join("".join(strings_of(part)).split()))
    return " ".join(filter(None, words))
