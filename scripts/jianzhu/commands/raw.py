"""Raw: a file as an editor gives it: its bytes, its format, and what is read out of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jianzhu.annotate.propose import propose_blocks
from jianzhu.extract.encoding import UndecodableSeed, decode
from jianzhu.extract.extraction import Extraction, Found, Image, Neighbor, UnreadableFile
from jianzhu.extract.formats import FORMATS, KNOWN, detect_format, extract
from jianzhu.extract.images import local_path
from jianzhu.extract.language import NAMES, detect_language
from jianzhu.language import DEFAULT_TEXTS, TextLanguage, TextLanguages
from jianzhu.repair.carry import carry
from jianzhu.repair.edits import Change, Layer, changes
from jianzhu.repair.layout import Lines, guess_lines
from jianzhu.repair.repair import apply_rules
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import Format
from jianzhu.storage.digest import sha256
from jianzhu.text.structure import Structure

_LARGEST = 256 * 2**20
_LARGEST_IMAGE = 64 * 2**20


@dataclass(frozen=True, kw_only=True)
class RawArticle:
    """A raw article. `encoding` is empty for what is no text file, `extraction` None for plain text."""

    path: Path
    data: bytes
    format: Format
    encoding: str
    extraction: Extraction | None
    #: The languages of the edition that it is for.
    texts: TextLanguages = DEFAULT_TEXTS

    @cached_property
    def text(self) -> str:
        """Its words, before any repair."""
        if self.extraction is not None:
            return self.extraction.record.text
        return decode(self.data, self.encoding)

    @cached_property
    def lines(self) -> Lines:
        """What a line of it is; in a text with a structure, a paragraph."""
        return "paragraphs" if self.extraction is not None else guess_lines(self.text)

    @cached_property
    def _printed(self) -> tuple[str, tuple[Layer, ...]]:
        given = self.extraction.record.structure if self.extraction is not None else None
        return apply_rules(self.text, given, self.texts.source.code, self.lines)

    @cached_property
    def repaired(self) -> tuple[str, Structure | None]:
        """Its words as the rules repair them, and their structure; None for plain text."""
        given = self.extraction.record.structure if self.extraction is not None else None
        text, layers = self._printed
        return text, given and carry(given, self.text, layers)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the rules changed."""
        return changes(self.text, self._printed[1])

    @cached_property
    def blocks(self) -> tuple[tuple[str, str], ...]:
        """The kind and the text of each block; those of plain text are proposed by rule."""
        if self.extraction is not None:
            return tuple((block.kind, block.text) for block in self.extraction.record.blocks)
        proposed = propose_blocks(self.repaired[0], lang=self.texts.source.code)
        return tuple((block.kind, "".join(segment.text for segment in block.segments)) for block in proposed)

    @cached_property
    def language(self) -> str:
        """The language it is in, a key of `jianzhu.extract.language.NAMES`."""
        return detect_language(self.text)

    @property
    def other_language(self) -> str:
        """What the language that the text seems to be in is called, where that is not the edition’s; else an empty string."""
        looks, source = TextLanguage(self.language), self.texts.source
        is_same = looks.code == source.code or (looks.is_chinese and source.is_chinese)
        # What is not known may be a language that is not told apart.
        is_unknown = looks.code == "und" and not (source.is_chinese or source.code in NAMES)
        return "" if is_same or is_unknown else NAMES[self.language]

    @property
    def sha256(self) -> str:
        """The SHA-256 of its bytes."""
        return sha256(self.data)

    @property
    def file(self) -> str:
        """What the file is called in the article’s folder."""
        return f"source.{FORMATS[self.format].suffixes[0]}"

    @property
    def images(self) -> tuple[Image, ...]:
        """The images of the text."""
        return self.extraction.images if self.extraction is not None else ()

    def found(self, field: str) -> tuple[Found, ...]:
        """What the file says of the `field` of article.yml, the best first."""
        return self.extraction.found.get(field, ()) if self.extraction is not None else ()

    @cached_property
    def title(self) -> str:
        """The title that its first block gives; empty where that is none."""
        if self.extraction is not None:
            blocks = self.extraction.record.blocks
            return next((block.text for block in blocks if block.kind == "heading" and block.level == 1), "")
        return self.blocks[0][1] if self.blocks and self.blocks[0][0] == "heading" else ""


def read_raw(path: Path, texts: TextLanguages = DEFAULT_TEXTS) -> RawArticle:
    """The raw article in the file at `path`, for an edition of `texts`.

    Raises EditionError where it cannot be read, says why and what to do."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _problem(path, "file-unreadable", "it is too large", f"at most {_LARGEST >> 20} MB", "divide it")
        data = path.read_bytes()
    except OSError as error:
        wrong = f"the file cannot be read: {error.strerror or error}"
        raise _problem(path, "file-missing", wrong, f"a file with a text: {KNOWN}", "check the path") from error
    try:
        format_, encoding = detect_format(data, path.name)
        markup = FORMATS[format_].module
        extraction = extract(data, format_, encoding, neighbor_of(path)) if markup else None
    except UndecodableSeed as error:
        raise EditionError(
            [
                Problem(
                    Location(str(path), error.line),
                    "seed-undecodable",
                    wrong=str(error),
                    expected="a text in UTF-8, UTF-16, GB18030, Big5, Shift_JIS, EUC-JP or EUC-KR",
                    advice="convert the file to one of these encodings",
                )
            ]
        ) from error
    except UnreadableFile as error:
        raise _problem(path, "file-unreadable", error.wrong, error.expected, error.advice) from error
    return RawArticle(path=path, data=data, format=format_, encoding=encoding, extraction=extraction, texts=texts)


def neighbor_of(path: Path) -> Neighbor:
    """Reads the images that lie beside the file at `path` or below its folder, and nothing else."""

    def neighbor(address: str) -> bytes | None:
        name = local_path(address)
        if not name:
            return None
        try:
            folder = path.parent.resolve()
            image = (folder / name).resolve()
            if not image.is_relative_to(folder) or not image.is_file() or image.stat().st_size > _LARGEST_IMAGE:
                return None
            return image.read_bytes()
        except (OSError, ValueError):
            return None

    return neighbor


def _problem(path: Path, code: str, wrong: str, expected: str, advice: str) -> EditionError:
    return EditionError([Problem(Location(str(path)), code, wrong=wrong, expected=expected, advice=advice)])
