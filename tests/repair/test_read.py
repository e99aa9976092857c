"""Read: bytes to text for every encoding that seeds come in, and back."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jianzhu.extract.encoding import CHINESE, ENCODINGS, UndecodableSeed, detect_encoding
from jianzhu.repair.decode import read_witness
from opencc import OpenCC

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/articles/*/source.txt"))


def in_encoding(text: str, encoding: str) -> bytes:
    """`text` as a file in `encoding`; Big5 holds traditional characters only, and drops what it lacks."""
    if encoding == "big5":
        return OpenCC("s2t").convert(text).encode("big5", "ignore")
    return text.encode(encoding)


@pytest.mark.parametrize("encoding", CHINESE)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.parent.name)
def test_the_encoding_of_a_seed_is_recognized(seed, encoding):
    data = in_encoding(seed.read_bytes().decode("utf-8"), encoding)
    detected = detect_encoding(data)
    assert detected == encoding
    assert read_witness(data, detected).text.encode(encoding) == data


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.sampled_from(ENCODINGS))
def test_reading_changes_nothing(text, encoding):
    text = text.removeprefix("\ufeff")
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError:
        return
    assert read_witness(data, encoding).text.encode(encoding) == data


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (codecs.BOM_UTF8 + "大模型".encode(), "utf-8-sig"),
        ("大模型".encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + "大模型".encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + "大模型".encode("utf-16-be"), "utf-16"),
        (b"", "utf-8"),
    ],
)
def test_marks_and_short_files(data, encoding):
    assert detect_encoding(data) == encoding


@pytest.mark.parametrize(
    ("data", "encoding", "offset", "line"),
    [
        ("大模型\n".encode() + b"\xff", "utf-8", 10, 2),
        (codecs.BOM_UTF8 + b"a\nb\n\xff", "utf-8-sig", 7, 3),
        (b"a\nb\n\xff", "utf-8-sig", 4, 3),  # without the mark
        (b"\xff", "utf-8-sig", 0, 1),
        (codecs.BOM_UTF8[:2], "utf-8-sig", 0, 1),
        ("上上\n".encode("utf-16-le") + b"\x01", "utf-16-le", 6, 2),  # 上 has the byte of a line feed in it
        (b"abc\x81", "gb18030", 3, 1),
        (b"\n\n\xa1", "big5", 2, 3),
        ("大".encode("utf-16") + b"\x01", "utf-16", 4, 1),
    ],
)
def test_an_undecodable_byte_is_told_with_offset_and_line(data, encoding, offset, line):
    with pytest.raises(UndecodableSeed) as caught:
        read_witness(data, encoding)
    assert (caught.value.offset, caught.value.line) == (offset, line)


def test_what_fits_no_encoding_is_an_error():
    with pytest.raises(UndecodableSeed):
        detect_encoding(b"\x81\xff\xff\xff" * 10)


def test_an_encoding_that_seeds_do_not_come_in_is_refused():
    with pytest.raises(LookupError):
        read_witness(b"abc", "latin-1")
