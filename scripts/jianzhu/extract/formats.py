"""Formats: which one a raw article is in, and how it is read. One line in FORMATS and one module is a format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath

from jianzhu.extract.archive import Archive
from jianzhu.extract.encoding import UndecodableSeed, decode, detect_encoding
from jianzhu.extract.extraction import Extraction, Neighbor, UnreadableFile, no_neighbor
from jianzhu.source.records.article import Format


@dataclass(frozen=True, kw_only=True)
class FormatEntry:
    """A format by its name, the suffixes of its files, and the module whose `read` gives an Extraction; without one, the text is
    taken as it is. The files of one that `is_text` have an encoding.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str = ""
    is_text: bool = False


#: The modules are loaded when they are used: each needs libraries of its own.
FORMATS: Mapping[Format, FormatEntry] = {
    "text": FormatEntry(name="plain text", suffixes=("txt", "text"), is_text=True),
    "markdown": FormatEntry(
        name="Markdown", suffixes=("md", "markdown", "mdown", "mkd"), module="markdown", is_text=True
    ),
    "html": FormatEntry(name="HTML", suffixes=("html", "htm", "xhtml"), module="html", is_text=True),
    "docx": FormatEntry(name="DOCX", suffixes=("docx",), module="docx"),
    "epub": FormatEntry(name="EPUB", suffixes=("epub",), module="epub"),
    "pdf": FormatEntry(name="PDF with a text layer", suffixes=("pdf",), module="pdf"),
}
#: What is read, in words.
KNOWN = ", ".join(entry.name for entry in FORMATS.values())

_CONVERT = "open it in its program and save it as DOCX, HTML or plain text"
#: Formats that are known and not read, by how their files begin: what they are and what to do.
_OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "a document of an old Office (.doc)", _CONVERT),
    (b"{\\rtf", "rich text (RTF)", _CONVERT),
    (b"From: <Saved by", "a web archive (MHTML)", "save the page as “HTML only”"),
    (b"MIME-Version:", "a web archive or a mail", "save the page as “HTML only”, or the text of the mail"),
    (b"BOOKMOBI", "a Kindle book", "convert it to EPUB"),
    (b"Rar!", "an archive", "unpack it and add the files in it"),
    (b"\x1f\x8b", "an archive", "unpack it and add the files in it"),
    (b"7z\xbc\xaf", "an archive", "unpack it and add the files in it"),
    (b"\x89PNG", "an image", "recognize its words with OCR software, and add the result"),
    (b"\xff\xd8\xff", "an image", "recognize its words with OCR software, and add the result"),
    (b"GIF8", "an image", "recognize its words with OCR software, and add the result"),
    (b"bplist", "a property list", "save the page as “HTML only”"),
)
_HEAD = 4096
#: No text has these characters in number.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")


def detect_format(data: bytes, name: str) -> tuple[Format, str]:
    """The format of `data`, and the encoding of a text file, else an empty string: by its content, then by the suffix of `name`.

    Raises UnreadableFile where it is no format of FORMATS, encoding.UndecodableSeed where no encoding fits a text.
    """
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    if b"%PDF-" in data[:1024]:
        return "pdf", ""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data), ""
    for start, what, advice in _OTHERS:
        if data.startswith(start) or (start == b"BOOKMOBI" and data[60:68] == start):
            raise UnreadableFile(f"it is {what}", KNOWN, advice)
    from_suffix = next((format_ for format_, entry in FORMATS.items() if suffix in entry.suffixes), None)
    if from_suffix is not None and not FORMATS[from_suffix].is_text:
        raise UnreadableFile(f"it is named .{suffix} and is no {FORMATS[from_suffix].name}", KNOWN, "get a whole file")
    html = import_module("jianzhu.extract.html")
    try:
        encoding = detect_encoding(data)
        text = decode(data, encoding)
    except UndecodableSeed:
        _refuse_binary(data[:_HEAD].decode("latin-1"))
        raise
    _refuse_binary(text)
    if from_suffix == "html" or html.is_html(text, certain=from_suffix is not None):
        return "html", html.html_encoding(data)
    return from_suffix or "text", encoding


def _refuse_binary(text: str) -> None:
    """Raise UnreadableFile for what has more control characters than any text."""
    if len(_CONTROL.findall(text)) * 200 > len(text):
        raise UnreadableFile("it is in a binary format that is not known here", KNOWN, _CONVERT)


def _zip_format(data: bytes) -> Format:
    names = Archive(data).names
    if "META-INF/container.xml" in names:
        return "epub"
    if "word/document.xml" in names:
        return "docx"
    what = (
        "a document of another Office format"
        if "[Content_Types].xml" in names or "content.xml" in names
        else "an archive"
    )
    raise UnreadableFile(f"it is {what}", KNOWN, _CONVERT if "Office" in what else "unpack it and add the files in it")


def extract(data: bytes, format_: Format, encoding: str = "", neighbor: Neighbor = no_neighbor) -> Extraction:
    """What a file with markup holds. `neighbor` gives the images beside it.

    Raises UnreadableFile where it is damaged, harmful or empty; encoding.UndecodableSeed and LookupError as `decode` does.
    """
    module = import_module(f"jianzhu.extract.{FORMATS[format_].module}")
    try:
        extraction: Extraction = module.read(data, encoding, neighbor)
    except (UnreadableFile, ValueError, LookupError) as error:
        if isinstance(error, UnreadableFile) or hasattr(error, "offset") or (encoding and error.args == (encoding,)):
            raise
        raise _not_whole(format_, error) from error
    except ImportError:
        raise
    except Exception as error:  # whatever a library raises for a file that is not what it seems
        raise _not_whole(format_, error) from error
    return extraction


def _not_whole(format_: Format, error: Exception) -> UnreadableFile:
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return UnreadableFile(
        f"it cannot be read as {FORMATS[format_].name} ({said})",
        f"a whole {FORMATS[format_].name} file",
        "open it in its program and save it again, or save it in another format",
    )
