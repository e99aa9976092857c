"""Welcome: what `add` tells of a new article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from jianzhu.commands.raw import RawArticle
from jianzhu.extract.formats import FORMATS
from jianzhu.extract.language import NAMES
from jianzhu.repair.damage import find_damage, group_findings, seed_lines
from jianzhu.source.seeds import ARTICLES, translation_file

#: How many lines of one kind are told; the files have all.
_MOST = 12
_WIDTH = 60


def welcome(slug: str, raw: RawArticle) -> str:
    """The report on the new article `slug`: what was found in it, and what to do next."""
    return "\n".join(
        [
            f"{ARTICLES}/{slug}/ created: {len(raw.text)} characters, {_form(raw)}, {NAMES[raw.language]}.",
            f"Blocks: {_blocks(raw)}.",
            *_found(raw),
            *_left_out(raw),
            *_images(raw),
            *_language(raw),
            *_damage(raw),
            (
                "Next: fill in article.yml, correct what is listed above, run `jianzhu segments "
                f"{slug}` and `jianzhu translation {slug}`, translate in {translation_file(raw.texts)}, and run `jianzhu check` "
                "until it reports no problems."
            ),
        ]
    )


def _form(raw: RawArticle) -> str:
    name = FORMATS[raw.format].name
    return f"{name} in {raw.encoding}" if raw.encoding else name


def _blocks(raw: RawArticle) -> str:
    counts = Counter(kind for kind, _ in raw.blocks)
    return ", ".join(f"{count} {kind}" for kind, count in counts.most_common()) or "none"


def _found(raw: RawArticle) -> Iterator[str]:
    for field in ("title", "author", "date"):
        for found in raw.found(field)[:1]:
            yield f"{field.capitalize()}, proposed from {found.where}: {_short(found.value)}"
    if raw.title and not raw.found("title"):
        yield f"Title, the first line: {_short(raw.title)}"


def _left_out(raw: RawArticle) -> Iterator[str]:
    left_out = raw.extraction.record.left_out if raw.extraction is not None else ()
    if left_out:
        yield f"Left out, as not the text's own (all of it is in extract.yml under leftOut): {len(left_out)}"
        yield from (f"  {_short(words)}" for words in left_out[:_MOST])
        if len(left_out) > _MOST:
            yield f"  … and {len(left_out) - _MOST} more"


def _images(raw: RawArticle) -> Iterator[str]:
    taken = sum(image.data is not None for image in raw.images)
    if raw.images:
        yield f"Images: {taken} copied, {len(raw.images) - taken} not."
    for image in raw.images:
        if image.data is None:
            why = f"it {image.refused}" if image.refused else "it is not beside the file, and nothing is fetched"
            yield f"  {image.file} ({_short(image.address)}): {why}"


def _language(raw: RawArticle) -> Iterator[str]:
    if raw.other_language:
        yield (
            f"The text looks like {raw.other_language}, and the edition is of {raw.texts.source.tag}: `languages` in "
            "seeds/edition.yml names the language of its texts."
        )


def _damage(raw: RawArticle) -> Iterator[str]:
    text, structure = raw.repaired
    findings = find_damage(text, structure, raw.texts.source.code)
    if findings:
        yield "What looks damaged or is not the author's (emendations.yml, leftOut in article.yml):"
    for group in group_findings(findings, list(seed_lines(text, raw.changes, [found.start for found in findings]))):
        yield f"  {f'line {group.lines[0]}: ' if raw.extraction is None else ''}{group.told(text)}"


def _short(text: str) -> str:
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"
