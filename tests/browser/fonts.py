"""Fonts made for a test: each character that they have is as wide as the test says, whatever the machine has installed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

#: Units of an em.
EM = 1000
CONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def make_font(folder: Path, family: str, widths: Mapping[str, int], style: str = "Regular") -> None:
    """Write the font `family` to `folder`, with a box for each character of `widths`, so wide in thousandths of an em."""
    names = {ord(character): f"u{ord(character):04X}" for character in widths}
    advances = {".notdef": (EM, 0), **{names[ord(character)]: (width, 0) for character, width in widths.items()}}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(advances))
    builder.setupCharacterMap(names)
    builder.setupGlyf({name: _box(width) for name, (width, _) in advances.items()})
    builder.setupHorizontalMetrics(advances)
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    whole = family if style == "Regular" else f"{family} {style}"
    builder.setupNameTable(
        {"familyName": family, "styleName": style, "fullName": whole, "psName": whole.replace(" ", "-")}
    )
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWeightClass=700 if style == "Bold" else 400)
    builder.setupPost()
    builder.save(folder / f"{whole}.ttf")


def only_fonts(folder: Path) -> dict[str, str]:
    """The environment in which the fonts in `folder` are all that there are."""
    config = folder / "fonts.conf"
    config.write_text(CONFIG.format(folder=escape(str(folder))), encoding="utf-8")
    return {"FONTCONFIG_FILE": str(config)}


def _box(width: int):
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, 700), (width, 700), (width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()
