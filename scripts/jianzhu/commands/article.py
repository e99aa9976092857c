"""Article: article.yml of a new article, with what its raw file says as proposals, and places for the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jianzhu.commands.raw import RawArticle
from jianzhu.extract.extraction import Image
from jianzhu.extract.language import script_of
from jianzhu.extract.metadata import as_day
from jianzhu.language import Language, TextLanguage
from jianzhu.source.manifest import quoted
from jianzhu.storage.digest import sha256
from jianzhu.text.characters import UNPRINTABLE

#: The files of an article that begin empty, besides that of the translation.
EMPTY = {"emendations.yml": "[]\n", "notes.yml": "{}\n", "marks.yml": "[]\n"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*年)")


def article_text(raw: RawArticle, number: int, extraction: str | None) -> str:
    """article.yml of `raw` as the article `number`; `extraction` is the SHA-256 of its extract.yml."""
    lines = [
        f"number: {number}",
        "status: raw",
        *_title(raw),
        *_author(raw),
        *_date(raw),
        *_script(raw),
        *_source(raw, extraction),
    ]
    lines += [
        "rights:",
        "  zh: # 权利归谁",
        "  en: # whose the text is",
        "description:",
        "  zh: # 一句话的提要",
        "  en: # a sentence or two on what it argues",
        "leftOut: []",
        "accepted: []",
        *_images(raw.images),
    ]
    return "\n".join(lines) + "\n"


def _title(raw: RawArticle) -> Iterator[str]:
    found = raw.found("title")
    own = next((one for one in found if one.value == raw.title), None)
    title = raw.title or (found[0].value if found else "")
    where = "" if raw.title and own is None else f" # proposed: {(own or found[0]).where}" if found else ""
    is_english = TextLanguage(raw.language).interface is Language.EN
    written = f"{quoted(title)}{_comment(where)}" if title else ""
    yield "title:"
    yield f"  zh: {written if written and not is_english else '# 题目'}"
    yield f"  en: {written if written and is_english else '# the title in English'}"
    for other in found:
        if other.value != title:
            yield f"  # also: {_plain(other.value)} ({_plain(other.where)})"
    yield f"titleSource: {'seed' if raw.title else 'supplied'}"


def _author(raw: RawArticle) -> Iterator[str]:
    for found in raw.found("author")[:1]:
        yield f"# author: # proposed: {_plain(found.where)}"
        yield f"#   zh: {_plain(quoted(found.value))}"
        yield f"#   en: {_plain(quoted(found.value))}"


def _date(raw: RawArticle) -> Iterator[str]:
    days = [(as_day(found.value), found.where) for found in raw.found("date")]
    days = [(day, where) for day, where in days if day]
    years = sorted(set(_YEAR.findall(raw.text)))
    if days:
        yield f"date: {days[0][0]} # proposed: {_plain(days[0][1])}"
    else:
        mentions = f"; the text mentions {', '.join(years[:6])}" if years else ""
        yield f"date: # EDTF, such as 2023-04-11 or 2023~{mentions}"
    yield "dateNote:"
    yield "  zh: # 日期从何而知"
    yield "  en: # how the date is known"


def _script(raw: RawArticle) -> Iterator[str]:
    other = f"# the text looks like {raw.other_language} ({raw.language})" if raw.other_language else ""
    if raw.texts.source.is_chinese:
        yield f"script: {script_of(raw.text)} {other}".rstrip()
    elif other:
        yield other


def _source(raw: RawArticle, extraction: str | None) -> Iterator[str]:
    yield "source:"
    yield f"  file: {raw.file}"
    if raw.format != "text":
        yield f"  format: {raw.format}"
    if raw.encoding:
        yield f"  encoding: {raw.encoding}"
    if raw.lines == "wrapped":
        yield "  lines: wrapped"
    yield f"  sha256: {raw.sha256}"
    if extraction is not None:
        yield f"  extraction: {extraction}"


def _images(images: tuple[Image, ...]) -> Iterator[str]:
    if images:
        yield "images:"
    for image in images:
        yield from image_lines(image)


def image_lines(image: Image) -> Iterator[str]:
    """The entry of `image` under images in article.yml."""
    yield f"  - file: {image.file}"
    yield f"    from: {quoted(image.address)}"
    if image.data is not None:
        yield f"    sha256: {sha256(image.data)}"
    elif image.refused:
        yield f"    # not taken: it {_plain(image.refused)}"
    else:
        yield "    # not there: put the file into images/ and its sha256 here, or say under omitted (zh, en) why it is left out"


def _plain(text: str) -> str:
    """`text` as it can stand in a comment on one line."""
    return " ".join(UNPRINTABLE.sub(" ", text).split())


def _comment(text: str) -> str:
    return f" {_plain(text)}" if text else ""
