"""Files: each raw file beside its reading, which people can read; and what every reading must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from jianzhu.extract.extraction import Extraction
from jianzhu.extract.formats import detect_format, extract
from jianzhu.extract.record import dump_extract, first_difference
from jianzhu.source.parse import parse_record
from jianzhu.source.records.extract import ExtractRecord
from jianzhu.source.yamlfile import parse_yaml

from tests.extract.made import book_epub, essay_docx, paper_pdf

FILES = Path(__file__).parent / "files"
TEXTS = sorted(path.name for path in FILES.iterdir() if path.suffix in (".md", ".html"))
MADE = {"essay.docx": essay_docx, "book.epub": book_epub, "paper.pdf": paper_pdf}
RAW = [*TEXTS, *MADE]
#: The versions of the tools change; what they read must not.
STATED = {"tool": "tool", "version": "version"}


def read(name: str) -> Extraction:
    data = MADE[name]() if name in MADE else (FILES / name).read_bytes()
    format_, encoding = detect_format(data, name)
    return extract(data, format_, encoding)


@pytest.mark.parametrize("name", RAW)
def test_a_file_is_read_as_its_golden_reading(name, golden):
    extraction = read(name)
    record = extraction.record.model_copy(update=STATED)
    images = "".join(f"# image {image.file}: {image.address}\n" for image in extraction.images)
    found = "".join(
        f"# {field}: {found.value} ({found.where})\n" for field, values in extraction.found.items() for found in values
    )
    golden(FILES / f"{name}.yml", dump_extract(record) + images + found)


@pytest.mark.parametrize("name", RAW)
def test_a_reading_survives_its_file(name):
    record = read(name).record
    file, problems = parse_yaml(dump_extract(record), "extract.yml")
    assert not problems
    assert parse_record(file, ExtractRecord, problems) == record, problems
    assert first_difference(record, read(name).record) is None


@pytest.mark.parametrize("name", RAW)
def test_what_is_set_apart_lies_within_its_block(name):
    for block in read(name).record.blocks:
        assert block.text == block.text.strip(" \n") or block.kind in ("code", "table")
        for inline in block.inlines:
            assert 0 <= inline.start < inline.end <= len(block.text)
