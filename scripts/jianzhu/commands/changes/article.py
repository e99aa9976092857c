"""Article: what commands need to know of an article and of its sentences, and the small edits of its files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jianzhu.annotate.article import Sentence
from jianzhu.annotate.translation import source_hash
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.language import TextLanguages
from jianzhu.source.manifest import next_number, quoted
from jianzhu.source.places import Mention
from jianzhu.source.problems import Location
from jianzhu.source.quote import context, find_quote
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import ARTICLES, Folder, translation_file
from jianzhu.source.yamledit import YamlEdit
from jianzhu.source.yamlfile import Key


def parse_ref(draft: Draft, text: str) -> Ref:
    """The sentence that `text` names. Raises EditionError where it names none."""
    try:
        ref = Ref.parse(text)
    except ValueError as error:
        advice = "write it as pages cite it: <article>:<segment>"
        raise refuse(Location(ARTICLES), str(error), "a sentence, such as my-text:s29", advice) from error
    if ref not in draft.edition.sentences:
        known = draft.edition.by_slug.get(ref.article)
        wrong = f"{ref.segment} is not a segment of {ref.article}" if known else f"there is no article {ref.article!r}"
        raise refuse(
            Location(f"{ARTICLES}/{ref.article}"), wrong, "a sentence that is printed", "look it up in segments.yml"
        )
    return ref


def folder_of(draft: Draft, slug: str) -> Folder:
    """The records of the article `slug`, as they were before the command."""
    return next(folder for folder in draft.seeds.folders if folder.slug == slug)


def file_of(slug: str, name: str) -> str:
    """The path, below seeds/, of the file `name` of the article `slug`."""
    return f"articles/{slug}/{name}"


def translation_of(draft: Draft, slug: str) -> str:
    """The path of the article's translation."""
    return file_of(slug, translation_file(draft.edition.texts))


def texts_of(sentence: Sentence, texts: TextLanguages) -> dict[str, str]:
    """The texts of a sentence under the keys of their quotes."""
    return {texts.source.code: sentence.text, texts.translation.code: sentence.translation or ""}


def place_in_manifest(folder: Folder, segment: str) -> tuple[int, int]:
    """The block of `segment`, and its place in the block."""
    for index, block in enumerate(folder.manifest.blocks):
        if segment in block.segments:
            return index, list(block.segments).index(segment)
    raise KeyError(segment)


def free_segment(folder: Folder) -> str:
    """The id of the next new segment."""
    return f"s{next_number(folder.manifest)}"


def set_next(edit: YamlEdit, folder: Folder, used: str) -> None:
    """Have the manifest count `used` as given."""
    if "next" in (folder.files["segments.yml"].data or {}):
        edit.replace(("next",), str(int(used[1:]) + 1))


def withdraw(edit: YamlEdit, folder: Folder, successors: Mapping[str, str | None]) -> None:
    """Withdraw segments in the manifest, each for its successor."""
    if not successors:
        return
    own = folder.files["segments.yml"].data
    if own.get("withdrawn"):
        for old, new in successors.items():
            edit.insert(("withdrawn", list(own["withdrawn"])[-1]), f"{old}: {new or '~'}", old, new)
    else:
        if "withdrawn" in own:
            edit.remove(("withdrawn",))
        lines = "\n".join(["withdrawn:", *(f"  {old}: {new or '~'}" for old, new in successors.items())])
        edit.insert(("blocks",), lines, "withdrawn", dict(successors))


def translation_entry(name: str, entry: Mapping[str, Any]) -> str:
    """The lines of an entry of a translation."""
    return "\n".join([f"{name}:", *(f"  {key}: {_written(value)}" for key, value in entry.items())])


def _written(value: Any) -> str:
    if value is None:
        return ""
    return value if value in ("draft", "reviewed") else quoted(value)


def hashed(entry: Mapping[str, Any], text: str, words: str | None) -> dict[str, Any]:
    """The `entry` of a translation, as that of the sentence `text` by `words`."""
    return {**entry, "source": source_hash(text), "text": words}


@dataclass(frozen=True)
class Pointed:
    """What points to a sentence: where, and the words it quotes in each language, with the key of each quote."""

    mention: Mention
    quotes: Mapping[str, Mapping[str, str]]

    @property
    def holder(self) -> Key:
        """The key of the record that points."""
        return self.mention.key[:-1]


def pointing_to(draft: Draft, ref: Ref) -> Iterator[Pointed]:
    """All that points to the sentence `ref`, withdrawn ids that lead to it aside."""
    for mention in draft.find("segment", str(ref)):
        if mention.key[0] == "withdrawn":
            continue
        record: Any = draft.data(mention.path)
        for part in mention.key[:-1]:
            record = record[part]
        named = mention.key[-1] == "segment" and isinstance(record, dict)
        quotes = (
            {key: value for key, value in record.items() if isinstance(value, dict) and "exact" in value}
            if named
            else {}
        )
        yield Pointed(mention, quotes)


def offset_of(text: str, quote: Mapping[str, str]) -> int | None:
    """Where `quote` stands in `text`; None where it is not there, or more than once."""
    found = find_quote(text, quote["exact"], quote.get("prefix") or "", quote.get("suffix") or "")
    return found[0] if len(found) == 1 else None


def fit_quote(edit: YamlEdit, key: Key, quote: Mapping[str, str], text: str, at: int) -> None:
    """Have the quote at `key`, whose words stand at `at` in `text`, mean them there: with as much around them as it takes."""
    if offset_of(text, quote) == at:
        return
    prefix, suffix = context(text, at, len(quote["exact"]))
    for name, words in (("prefix", prefix), ("suffix", suffix)):
        if name in quote and words:
            edit.replace((*key, name), words)
        elif name in quote:
            edit.remove((*key, name))
        elif words:
            edit.add(key, name, words)
