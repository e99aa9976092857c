"""Images: their names, and which bytes are shown."""

from __future__ import annotations

import pytest
from jianzhu.extract.images import ImageShelf, image_fault, local_path
from jianzhu.source.names import name_fault

from tests.extract.make import make_png

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (make_png(), ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"GIF89a", ""),
        (b"RIFF\0\0\0\0WEBP", ""),
        (b"<html>", "is not a PNG"),
        (b"", "is not a PNG"),
        (SVG.format('<rect fill="url(#a)"/><use href="#b"/>').encode(), ""),
        (SVG.format("<script>x</script>").encode(), "<script>"),
        (SVG.format('<rect onclick="x"/>').encode(), "handler onclick"),
        (SVG.format('<image href="https://e.com/a.png"/>').encode(), "refers to"),
        (SVG.format('<a xlink:href="javascript:x"/>').encode(), "refers to"),
        (SVG.format('<image xlink:href="data:image/svg+xml,x"/>').encode(), "refers to"),
        (SVG.format('<rect fill="url(https://e.com/)"/>').encode(), "fill"),
        (SVG.format('<rect style="background:url(//e.com)"/>').encode(), "style"),
        (SVG.format("<style>@import 'x';</style>").encode(), "style"),
        (SVG.format("<foreignObject/>").encode(), "foreignObject"),
        (SVG.format('<set attributeName="href" to="x"/>').encode(), "<set>"),
        (b'<?xml-stylesheet href="x"?>' + SVG.format("").encode(), "processing instruction"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="x"?>' + SVG.format("").encode(), "processing instruction"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;").encode(), "document type"),
        (b"<svg><rect", "well-formed"),
        (b"<svg />", "is not an SVG"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>".encode("utf-16"), "is not a PNG"),
    ],
)
def test_what_may_be_shown(data, fault):
    assert fault in image_fault(data)
    assert bool(image_fault(data)) == bool(fault)


@pytest.mark.parametrize(
    ("addresses", "names"),
    [
        (["a.png", "x/a.png", "a.png"], ["a.png", "a-2.png"]),
        (["图 片.jpeg"], ["image-1.jpg"]),
        (["../Some%20Photo (1).JPG?x=1#y"], ["some-photo-1.jpg"]),
        (["https://mmbiz.qpic.cn/abc/640?wx_fmt=jpeg"], ["640.jpg"]),
        (["data:image/gif;base64,R0lGODlh"], ["image-1.gif"]),
        (["con.png"], ["image-1-2.png"]),
        (["C:\\pics\\b.gif"], ["b.gif"]),
        (["http://[", "//x", "index.php"], ["image-1.png", "image-2.png", "index.png"]),
        (["a" * 300 + ".png"], ["a" * 60 + ".png"]),
    ],
)
def test_names(addresses, names):
    shelf = ImageShelf(lambda address: None)
    for address in addresses:
        shelf.name_of(address)
    assert [image.file for image in shelf.images] == names
    assert not [name for name in names if name_fault(name)]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("a%20b.png", "a b.png"),
        ("./x/a.png?v=1", "./x/a.png"),
        ("/etc/passwd", ""),
        ("https://e.com/a.png", ""),
        ("//e.com/a.png", ""),
        ("file:///a.png", ""),
        ("http://[", ""),
    ],
)
def test_only_a_relative_address_leads_to_a_file(address, path):
    assert local_path(address) == path


def test_what_is_unsafe_is_kept_out_and_said():
    shelf = ImageShelf(lambda address: SVG.format("<script/>").encode())
    shelf.name_of("a.svg")
    assert shelf.images[0].data is None
    assert "<script>" in shelf.images[0].refused
