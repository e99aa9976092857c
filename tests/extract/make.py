"""Make: small real files of formats that are no text: packed and written here, so that people can read what is in them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def make_png(color: int = 0) -> bytes:
    """An image of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(bytes([0, color])))
        + chunk(b"IEND", b"")
    )


def make_zip(files: Mapping[str, str | bytes]) -> bytes:
    """`files` packed, the same bytes every time."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def make_docx(
    body: str, parts: Mapping[str, str | bytes] | None = None, links: Mapping[str, tuple[str, str]] | None = None
) -> bytes:
    """A document of Word with `body` (WordprocessingML). `links` are relationships: id -> type and target."""
    relationships = "".join(
        f'<Relationship Id="{name}" Type="{_RELATIONSHIP}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for name, (kind, target) in (links or {}).items()
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return make_zip(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{_RELATIONSHIP}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relationships}</Relationships>',
            "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{
                name: part.replace("NAMESPACES", _NAMESPACES) if isinstance(part, str) else part
                for name, part in (parts or {}).items()
            },
        }
    )


def make_epub(documents: Mapping[str, str], extra: Mapping[str, bytes] | None = None, metadata: str = "") -> bytes:
    """A book of `documents`, bodies of XHTML by name; one named nav is its navigation."""
    items, spine = [], []
    for name in documents:
        properties = ' properties="nav"' if name == "nav" else ""
        items.append(f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"{properties}/>')
        spine.append(f'<itemref idref="{name}"/>')
    head = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>'
    return make_zip(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/package.opf"/></rootfiles></container>',
            "OEBPS/package.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{metadata}</metadata><manifest>{''.join(items)}</manifest><spine>{''.join(spine)}</spine></package>",
            **{
                f"OEBPS/text/{name}.xhtml": f'<?xml version="1.0"?><!DOCTYPE html>{head}{body}</html>'
                for name, body in documents.items()
            },
            **{f"OEBPS/{name}": data for name, data in (extra or {}).items()},
        }
    )


#: A line of a page: its text, its place from the left and the bottom in points, the size of its type.
PdfLine = tuple[str, float, float, float]


def make_pdf(pages: Sequence[Sequence[PdfLine]], title: str = "") -> bytes:
    """A PDF with a text layer: no font is in it, but what each sign means (ToUnicode)."""
    signs = sorted({sign for page in pages for line in page for sign in line[0]})
    code = {sign: number for number, sign in enumerate(signs, 1)}
    half = " ".join(f"{code[sign]} [500]" for sign in signs if sign < "\u2000")
    table = "\n".join(f"<{code[sign]:04x}> <{sign.encode('utf-16-be').hex()}>" for sign in signs)
    unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def\n1 begincodespacerange <0000> <ffff> "
        f"endcodespacerange\n{len(signs)} beginbfchar\n{table}\nendbfchar endcmap end end"
    ).encode()
    kids = " ".join(f"{7 + 2 * number} 0 R" for number in range(len(pages)))
    objects: list[bytes] = [
        b"<</Type /Catalog /Pages 2 0 R>>",
        f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>".encode(),
        b"<</Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R>>",
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /W [{half}] /CIDSystemInfo "
        "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor <</Type /FontDescriptor /FontName /Song /Flags 4 "
        "/FontBBox [0 -200 1000 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80>>>>".encode(),
        _stream(unicode),
        f"<</Title <feff{title.encode('utf-16-be').hex()}>>>".encode(),
    ]
    for number, page in enumerate(pages):
        shown = "\n".join(
            f"BT /F {size} Tf {left} {bottom} Td <{''.join(f'{code[sign]:04x}' for sign in text)}> Tj ET"
            for text, left, bottom, size in page
        )
        objects.append(
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Resources <</Font <</F 3 0 R>>>> "
            f"/Contents {8 + 2 * number} 0 R>>".encode()
        )
        objects.append(_stream(shown.encode()))
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table_at = len(data)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    return data + f"trailer <</Size {len(objects) + 1} /Root 1 0 R /Info 6 0 R>>\nstartxref\n{table_at}\n%%EOF".encode()


def _stream(data: bytes) -> bytes:
    return f"<</Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"
