"""Update: the seed of an article replaced by a new version of it. Sentences keep their ids by what they keep of their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from jianzhu.annotate.passages import propose
from jianzhu.annotate.segment import Alignment, align, to_manifest
from jianzhu.commands.changes.article import (
    Pointed,
    file_of,
    folder_of,
    offset_of,
    pointing_to,
    translation_of,
)
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.commands.changes.names import label_of
from jianzhu.commands.raw import RawArticle, read_raw
from jianzhu.extract.record import dump_extract
from jianzhu.repair.decode import Witness
from jianzhu.repair.emendation import LEFT_OUT, RECORDED
from jianzhu.repair.repair import curated_layer, repair
from jianzhu.source.manifest import dump_manifest
from jianzhu.source.problems import EditionError, Problem
from jianzhu.source.quote import find_quote
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import EXTRACT, IMAGES, SEEDS, Folder
from jianzhu.source.yamledit import YamlEdit
from jianzhu.source.yamlfile import Key
from jianzhu.storage.digest import sha256

#: What a sentence loses where it becomes a part of another.
_ENDS = "。！？.!?…”』」 \n"


@dataclass(frozen=True)
class Comparison:
    """The segments of an article before and after: texts by id, and for each that is gone what has taken it in, if anything."""

    before: Mapping[str, str]
    after: Mapping[str, str]
    gone: Mapping[str, str | None]

    @property
    def edited(self) -> list[str]:
        return [name for name, text in self.after.items() if self.before.get(name, text) != text]

    @property
    def new(self) -> list[str]:
        return [name for name in self.after if name not in self.before]


def update(draft: Draft, slug: str, file: Path) -> None:
    """Make the bytes of `file` the seed of the article `slug`; the old ones are kept beside it, under a name with their SHA-256.

    What no longer applies (emendations, what is left out, translations and marks of sentences that are gone, quotes of words
    that are gone) becomes a comment where it stands. Raises EditionError where the file cannot be read or is the seed already,
    and where a sentence is gone that something else points to.
    """
    label = label_of(draft, "article", slug)
    folder, raw = folder_of(draft, slug), read_raw(file, draft.edition.texts)
    if raw.sha256 == folder.article.source.sha256:
        location = folder.location("article.yml", "source", "sha256")
        raise refuse(location, f"{file} is the seed already", "a new version of it", "nothing is to be done")
    _replace_seed(draft, folder, raw)
    witness = Witness(
        raw.text, raw.encoding, raw.sha256, raw.extraction.record.structure if raw.extraction is not None else None
    )
    source = folder.article.source.model_copy(update={"lines": raw.lines})
    folder = replace(folder, article=folder.article.model_copy(update={"source": source}))
    kept = _keep_what_applies(draft, folder, witness)
    repaired, _ = repair(witness, kept)
    alignment = align(propose(repaired, folder.title), folder.manifest)
    compared = _compare(folder, alignment)
    _tell(draft, slug, compared)
    _follow(draft, slug, compared)
    manifest = to_manifest(alignment.blocks, folder.manifest)
    withdrawn = {**folder.manifest.withdrawn, **compared.gone}
    withdrawn = {old: compared.gone.get(new, new) if new else new for old, new in withdrawn.items()}
    manifest = manifest.model_copy(update={"withdrawn": withdrawn})
    draft.write(file_of(slug, "segments.yml"), dump_manifest(manifest).encode())
    seed = {"old": folder.article.source.sha256, "new": raw.sha256}
    draft.record({"kind": "updated", "what": "article", "from": slug, "label": label, "seed": seed})


def _replace_seed(draft: Draft, folder: Folder, raw: RawArticle) -> None:
    """Put the new bytes, what was read out of them, and their images in place, and have article.yml say so."""
    source, slug = folder.article.source, folder.slug
    old = Path(source.file)
    draft.write(file_of(slug, f"{old.stem}.{source.sha256[:8]}{old.suffix}"), folder.seed)
    draft.delete(file_of(slug, source.file))
    draft.write(file_of(slug, raw.file), raw.data)
    said = {"file": raw.file, "sha256": raw.sha256}
    if raw.format != "text":
        said["format"] = raw.format
    if raw.lines != "paragraphs":
        said["lines"] = raw.lines
    if raw.encoding:
        said["encoding"] = raw.encoding
    if raw.extraction is not None:
        extract = dump_extract(raw.extraction.record).encode()
        said["extraction"] = sha256(extract)
        draft.write(file_of(slug, EXTRACT), extract)
    elif folder.extract is not None:
        draft.delete(file_of(slug, EXTRACT))
    for image in raw.images:
        if image.data is not None and image.file not in folder.images:
            draft.write(file_of(slug, f"{IMAGES}/{image.file}"), image.data)
            draft.told.append(
                f"{SEEDS}/{file_of(slug, IMAGES)}/{image.file} is new: record it under images in article.yml"
            )
    was = folder.files["article.yml"].data["source"]

    def change(edit: YamlEdit) -> None:
        for name in ("file", "format", "encoding", "lines", "sha256", "extraction"):
            if name in was and name not in said:
                edit.remove(("source", name))
            elif name in was and was[name] != said[name]:
                edit.replace(("source", name), said[name])
            elif name in said and name not in was:
                edit.add(("source",), name, said[name])

    draft.edit(file_of(slug, "article.yml"), change)


def _keep_what_applies(draft: Draft, folder: Folder, witness: Witness) -> Folder:
    """The folder with those emendations and omissions alone that apply to `witness`; the others become comments."""
    layer, _ = curated_layer(witness.text, folder)
    names = {edit.rule for edit in layer}
    kept = []
    for number, record in enumerate(folder.emendations):
        if f"{RECORDED}{number}" in names:
            kept.append(record)
            continue
        known = f"; the new version reads {record.corr!r}" if record.corr and record.corr in witness.text else ""
        location = folder.location("emendations.yml", number)
        draft.told.append(f"{location}: the emendation of {record.sic!r} no longer applies{known}")
    left_out = []
    for number, omission in enumerate(folder.article.left_out):
        if f"{LEFT_OUT}{number}" in names:
            left_out.append(omission)
        else:
            location = folder.location("article.yml", "leftOut", number)
            draft.told.append(f"{location}: {omission.sic[:40]!r} is not there any more to be left out")
    own = file_of(folder.slug, "emendations.yml"), file_of(folder.slug, "article.yml")
    idle: list[tuple[str, Key]] = [
        (own[0], (n,)) for n in range(len(folder.emendations)) if f"{RECORDED}{n}" not in names
    ]
    omitted: list[tuple[str, Key]] = [
        (own[1], ("leftOut", n)) for n in range(len(folder.article.left_out)) if f"{LEFT_OUT}{n}" not in names
    ]
    _comment_out(draft, [*idle, *omitted])
    return replace(
        folder, emendations=tuple(kept), article=folder.article.model_copy(update={"left_out": tuple(left_out)})
    )


def _comment_out(draft: Draft, entries: Iterable[tuple[str, Key]]) -> None:
    """Turn `entries`, each by its file and key, into comments."""
    by_file: dict[str, list[Key]] = {}
    for name, key in entries:
        by_file.setdefault(name, []).append(key)
    for name, keys in by_file.items():

        def change(edit: YamlEdit, keys: list[Key] = keys) -> None:
            edit.comment_out(keys, f"{draft.day}: does not apply to the new version of the seed")

        draft.edit(name, change)


def _compare(folder: Folder, alignment: Alignment) -> Comparison:
    before = {name: text for block in folder.manifest.blocks for name, text in block.segments.items()}
    after = {segment.id: segment.text for block in alignment.blocks for segment in block.segments}
    gone = {
        name: next((other for other, text in after.items() if before[name].strip(_ENDS) in text), None)
        for name in alignment.vanished
    }
    return Comparison(before, after, gone)


def _tell(draft: Draft, slug: str, compared: Comparison) -> None:
    same = len(compared.after) - len(compared.edited) - len(compared.new)
    draft.told.append(
        f"{slug}: {same} sentences as before, {len(compared.edited)} edited, {len(compared.new)} new, "
        f"{len(compared.gone)} gone"
    )
    for name in compared.edited:
        draft.told += [f"  {name} - {compared.before[name]}", f"  {' ' * len(name)} + {compared.after[name]}"]
    draft.told += [f"  {name} + {compared.after[name]}" for name in compared.new]
    for name, successor in compared.gone.items():
        draft.told.append(f"  {name} - {compared.before[name]}{f' (now in {successor})' if successor else ''}")


def _follow(draft: Draft, slug: str, compared: Comparison) -> None:
    """Have what points to edited sentences quote what they say now, and what points to those that are gone point on.

    Raises EditionError where something but a mark or a translation points to a sentence that is gone.
    """
    pointed = {
        name: [*pointing_to(draft, Ref(slug, name))]
        for name in (*compared.edited, *compared.gone)
        if name in compared.before
    }
    orphans = [
        _orphan(draft, found, name)
        for name, successor in compared.gone.items()
        if successor is None
        for found in pointed[name]
        if not found.mention.path.endswith("/marks.yml")
    ]
    if orphans:
        raise EditionError(orphans)
    translations = _take_in(draft, slug, compared)
    lost: list[tuple[str, Key]] = []
    by_path: dict[str, list[tuple[Pointed, str | None]]] = {}
    for name, found in pointed.items():
        for one in found:
            by_path.setdefault(one.mention.path, []).append((one, compared.gone.get(name, name)))
    source, translation = draft.edition.texts.codes
    for path, pairs in by_path.items():
        edit = _editing(draft, path)
        for one, target in pairs:
            texts: dict[str, str | None] = {
                source: compared.after.get(target or "", ""),
                translation: translations.get(target or ""),
            }
            lost += _requote(draft, edit, one, f"{slug}:{target}" if target else None, texts)
        draft.write(path, edit.result().encode())
    translated = draft.data(translation_of(draft, slug)) or {}
    lost += [(translation_of(draft, slug), (name,)) for name in compared.gone if name in translated]
    _comment_out(draft, lost)


def _take_in(draft: Draft, slug: str, compared: Comparison) -> dict[str, str]:
    """Put the translations of sentences that others have taken in into theirs; gives the words of all translations."""
    path = translation_of(draft, slug)
    words = {name: entry["text"] for name, entry in (draft.data(path) or {}).items() if entry.get("text")}
    order = {name: number for number, name in enumerate(compared.before)}
    taken = {
        name: successor
        for name, successor in compared.gone.items()
        if successor is not None and successor in words and name in words
    }
    for successor in dict.fromkeys(taken.values()):
        members = [successor, *(name for name in taken if taken[name] == successor)]
        parts = [words[name] for name in sorted(members, key=lambda name: order[name])]
        words[successor] = (" " if draft.edition.texts.translation.spaces_words else "").join(parts)
    changed = dict.fromkeys(taken.values())

    def change(edit: YamlEdit) -> None:
        for name in changed:
            edit.replace((name, "text"), words[name])

    if changed:
        draft.edit(path, change)
    return words


def _editing(draft: Draft, path: str) -> YamlEdit:
    return YamlEdit(draft.read(path).decode("utf-8"), f"{SEEDS}/{path}")


def _requote(
    draft: Draft, edit: YamlEdit, one: Pointed, target: str | None, texts: Mapping[str, str | None]
) -> Iterator[tuple[str, Key]]:
    """Have `one` point to the sentence `target` and quote its `texts`; gives the places of what cannot."""
    mention = one.mention
    if target is None:
        yield mention.path, one.holder
        return
    place, missing = draft.location(mention), []
    for key, quote in one.quotes.items():
        text = texts.get(key)
        if text is None or offset_of(text, quote) is not None:
            continue
        if len(find_quote(text, quote["exact"])) == 1:
            edit.remove(*((*one.holder, key, name) for name in ("prefix", "suffix") if name in quote))
        else:
            missing.append(key)
            draft.told.append(f"{place}: {quote['exact']!r} is not in {target} any more, or is there twice")
    if missing and mention.path.endswith("/marks.yml"):
        yield mention.path, one.holder
        return
    written = mention.written(target)
    if mention.written(mention.name) != written:
        edit.replace(mention.key, written)
    yield from ((mention.path, (*one.holder, key)) for key in missing)


def _orphan(draft: Draft, found: Pointed, name: str) -> Problem:
    return Problem(
        draft.location(found.mention),
        "segment-vanished",
        wrong=f"{name}, which is named here, is not in the new version",
        expected="nothing but marks and the translation that name a sentence that goes",
        advice="have this name another sentence, or delete it, and run the command again",
    )
