"""Parts: an article divided in two, and two of one file joined to one. Each keeps the whole file, and names its part of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from jianzhu.annotate.article import Sentence
from jianzhu.commands.changes.article import file_of, folder_of, parse_ref, translation_of
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.commands.changes.names import folder_of as files_of
from jianzhu.commands.changes.names import label_of, require_free
from jianzhu.commands.changes.seeds import SeedText, seed_text
from jianzhu.language import Language, Side
from jianzhu.repair.damage import find_damage
from jianzhu.source.manifest import dump_manifest, next_number
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import ManifestBlock, ManifestRecord
from jianzhu.source.seeds import Folder, translation_file
from jianzhu.source.yamledit import YamlEdit
from jianzhu.source.yamlfile import Key

#: What is said of the whole article, and is not that of a part.
_OF_THE_WHOLE = ("shortTitle", "summary")


def divide(draft: Draft, name: str, new: str) -> None:
    """Make what begins with the sentence `name` an article of its own, `new`; what is before it stays.

    Raises EditionError where nothing would stay, or where something spans the border: an emendation, a claim, a position.
    """
    ref = parse_ref(draft, name)
    require_free(draft, "article", new)
    folder = folder_of(draft, ref.article)
    seed = seed_text(folder)
    at = seed.order.index(ref.segment)
    if not at:
        wrong = f"{ref} is the first sentence: nothing would stay"
        raise refuse(
            folder.segment_location(ref.segment), wrong, "a later sentence", "`jianzhu rename article`, perhaps"
        )
    ids = {old: f"s{number}" for number, old in enumerate(seed.order[at:], 1)}
    moved = {f"{ref.article}:{old}": f"{new}:{own}" for old, own in ids.items()}
    refuse_spanning(draft, moved, ref.article)
    label = label_of(draft, "article", ref.article)
    for path in files_of(draft, ref.article):
        draft.write(file_of(new, path.split("/", 2)[2]), draft.read(path))
    first, second = _blocks(folder, ids)
    titled = second[0].kind == "heading"
    if titled:
        second[0] = second[0].model_copy(update={"level": 1})
    withdrawn = {old: f"{new}:{ids[to]}" if to in ids else to for old, to in folder.manifest.withdrawn.items()}
    gone = {old: f"{new}:{own}" for old, own in ids.items()}
    write_manifest(draft, ref.article, first, withdrawn | gone, next_number(folder.manifest))
    write_manifest(draft, new, second, {}, len(ids) + 1)
    _divide_seed(draft, folder, seed, new, (seed.span(seed.order[at - 1])[1], seed.span(ref.segment)[0]))
    _entitle(draft, ref.article, new, draft.edition.sentences[ref] if titled else None)
    for slug, here in ((ref.article, False), (new, True)):
        _keep_records(draft, slug, {old: own if here else old for old, own in ids.items()}, here=here)
    draft.redirect({("segment", old): target for old, target in moved.items()})
    move_positions(draft, moved, ref.article, new)
    draft.record({"kind": "split", "what": "article", "from": ref.article, "to": new, "label": label})
    for note, record in folder.notes.items():
        if record.segment in ids:
            draft.record({"kind": "moved", "what": "note", "from": f"{ref.article}:{note}", "to": f"{new}:{note}"})


def refuse_spanning(draft: Draft, moved: Mapping[str, str], slug: str) -> None:
    """Raise EditionError where a claim, or a position, has passages on both sides."""
    registers = draft.seeds.registers
    problems = []
    for name, claim in draft.edition.claims.items():
        sides = {str(target.segment) in moved for target in claim.targets if target.segment.article == slug}
        if len(sides) > 1:
            problems.append(_spanning(registers.files["claims.yml"].location(name), f"the claim {name!r}"))
    for name, question in draft.edition.questions.items():
        for number, position in enumerate(question.positions):
            sides = {str(passage.segment) in moved for passage in position.passages if position.article == slug}
            if len(sides) > 1:
                location = registers.files["questions.yml"].location(name, "positions", number)
                problems.append(_spanning(location, f"this position on {name!r}"))
    if problems:
        raise EditionError(problems)


def _spanning(location: Location, said: str) -> Problem:
    return Problem(
        location,
        "record-invalid",
        wrong=f"{said} has passages on both sides of the border",
        expected="passages of one article",
        advice="make two of it first, one for each side",
    )


def _blocks(folder: Folder, ids: Mapping[str, str]) -> tuple[list[ManifestBlock], list[ManifestBlock]]:
    """The blocks of the manifest without the segments `ids`, and those of them, under their new ids."""
    first: list[ManifestBlock] = []
    second: list[ManifestBlock] = []
    for block in folder.manifest.blocks:
        stay = {name: text for name, text in block.segments.items() if name not in ids}
        go = {ids[name]: text for name, text in block.segments.items() if name in ids}
        if stay or (not block.segments and not second):
            first.append(block.model_copy(update={"segments": stay}))
        if go or (not block.segments and second):
            second.append(block.model_copy(update={"segments": go}))
    while first and not first[-1].segments:
        first.pop()
    return first, second


def write_manifest(
    draft: Draft, slug: str, blocks: list[ManifestBlock], withdrawn: Mapping[str, str | None], number: int
) -> None:
    """Make segments.yml of the article `slug` one of `blocks` and `withdrawn`; `number` is that of the next new segment."""
    manifest = ManifestRecord(blocks=tuple(blocks), withdrawn=dict(withdrawn), next=number)
    draft.write(file_of(slug, "segments.yml"), dump_manifest(manifest).encode())


def _divide_seed(draft: Draft, folder: Folder, seed: SeedText, new: str, border: tuple[int, int]) -> None:
    """Have both articles name their part of the file, and each keep the emendations and omissions of its part."""
    end, begin = border
    records = seed.records()
    end = max([end, *(right for left, right in records.values() if end <= left < begin)])
    for (name, key), (left, right) in records.items():
        if left < end < right or left < begin < right:
            wrong = "this is on both sides of the border"
            raise refuse(folder.location(name, *key), wrong, "an emendation of one article", "make two of it first")
    part = folder.files["article.yml"].data["source"].get("part") or {}
    parts = {
        folder.slug: {**part, "ends": seed.quote(end, at_end=True)},
        new: {**{key: said for key, said in part.items() if key == "ends"}, "begins": seed.quote(begin, at_end=False)},
    }
    for slug, own in parts.items():
        elsewhere = [key for key, (left, _) in records.items() if (left >= end) != (slug == new)]
        emendations = [key for name, key in elsewhere if name == "emendations.yml"]
        omissions = [key for name, key in elsewhere if name == "article.yml"]
        text = "\n".join(said for block in _manifest(draft, slug).blocks for said in block.segments.values())
        suspicious = {finding.exact for finding in find_damage(text, lang=folder.texts.source.code)}
        idle: list[Key] = [
            ("accepted", number)
            for number, accepted in enumerate(folder.article.accepted)
            if accepted.text not in suspicious
        ]

        gone = (*omissions, *idle)

        def change(edit: YamlEdit, own: dict[str, Any] = own, gone: tuple[Key, ...] = gone) -> None:
            if part:
                edit.put(("source", "part"), own)
            else:
                edit.add(("source",), "part", own)
            edit.remove(*gone)

        draft.edit(file_of(slug, "article.yml"), change)
        draft.edit(file_of(slug, "emendations.yml"), partial(_remove, emendations))


def _remove(keys: list[Key], edit: YamlEdit) -> None:
    edit.remove(*keys)


def _manifest(draft: Draft, slug: str) -> ManifestRecord:
    return ManifestRecord.model_validate(draft.data(file_of(slug, "segments.yml")))


def _entitle(draft: Draft, old: str, new: str, heading: Sentence | None) -> None:
    """Give the article `new` a number and a title: its own heading, or that of the article `old` and a number."""
    record = draft.edition.by_slug[old].record
    number = 1 + max(article.record.number for article in draft.edition.articles)
    texts = draft.edition.texts
    title = {"zh": f"{record.title[Language.ZH]}（二）", "en": f"{record.title[Language.EN]} (2)"}
    for side in Side:
        lang, words = texts[side].interface, heading.text_on(side) if heading is not None else None
        if lang is not None and words:
            title[lang.code] = words
    source = "seed" if heading is not None and texts.source.interface else "supplied"
    draft.told.append(f"seeds/{file_of(new, 'article.yml')}: check its title, description, date and rights")
    data = draft.data(file_of(new, "article.yml"))

    def change(edit: YamlEdit) -> None:
        edit.replace(("number",), str(number))
        for lang, words in title.items():
            if data["title"][lang] != words:
                edit.replace(("title", lang), words)
        if data["titleSource"] != source:
            edit.replace(("titleSource",), source)
        edit.remove(*((key,) for key in _OF_THE_WHOLE if key in data))

    draft.edit(file_of(new, "article.yml"), change)


def _keep_records(draft: Draft, slug: str, ids: Mapping[str, str], *, here: bool) -> None:
    """Keep of the article's translations, notes and marks, in the files of `slug`, those of the segments `ids` (or, not `here`,
    all others), under their new ids.
    """
    for path in (translation_of(draft, slug), file_of(slug, "notes.yml"), file_of(slug, "marks.yml")):
        entries = list(_entries(draft.data(path)))

        def change(edit: YamlEdit, entries: list[tuple[Key, Key, str]] = entries) -> None:
            edit.remove(*(key for key, _, segment in entries if (segment in ids) != here))
            for key, place, segment in entries:
                if here and segment in ids and ids[segment] != segment:
                    if place == key:
                        edit.rename(key, ids[segment])
                    else:
                        edit.replace(place, ids[segment])

        draft.edit(path, change)


def _entries(data: Any) -> Iterator[tuple[Key, Key, str]]:
    """The entries of a translation, of notes or of marks: the key of each, that of its segment, and the segment."""
    named = data.items() if isinstance(data, dict) else enumerate(data or ())
    for name, entry in named:
        own = entry.get("segment") if isinstance(entry, dict) else None
        yield (name,), (name, "segment") if own else (name,), str(own or name)


def move_positions(draft: Draft, moved: Mapping[str, str], old: str, new: str) -> None:
    """Have the positions whose passages have moved be of the article `new`."""
    keys: list[Key] = [
        (name, "positions", number, "article")
        for name, question in draft.edition.questions.items()
        for number, position in enumerate(question.positions)
        if position.article == old and str(position.passages[0].segment) in moved
    ]

    def change(edit: YamlEdit) -> None:
        for key in keys:
            edit.replace(key, new)

    draft.edit("questions.yml", change)


def merge_articles(draft: Draft, gone: str, into: str) -> None:
    """Join the article `gone` to `into`, behind it: both are parts of one file, one right behind the other.

    Raises EditionError where they are not, and where notes of both have one id.
    """
    label = label_of(draft, "article", gone)
    label_of(draft, "article", into)
    folders = {slug: folder_of(draft, slug) for slug in (into, gone)}
    kept, other = folders[into], folders[gone]
    location = Location(f"seeds/{file_of(gone, 'article.yml')}")
    if gone == into or kept.article.source.sha256 != other.article.source.sha256:
        wrong = f"{gone} and {into} are not parts of one file: their seeds differ"
        advice = (
            f"`jianzhu delete article {gone} --to {into}` leads its address there; nothing can print two seeds as one"
        )
        raise refuse(location, wrong, "two articles with the same SHA-256", advice)
    seeds = {slug: seed_text(folder) for slug, folder in folders.items()}
    end, begin = seeds[into].span(seeds[into].order[-1])[1], seeds[gone].span(seeds[gone].order[0])[0]
    end = max([end, *(right for left, right in seeds[into].records().values() if end <= left < begin)])
    between = seeds[into].text[end:begin]
    if begin < end or between.strip():
        wrong = f"{gone} does not follow right behind {into} in their file: {between.strip()[:40]!r} is between them"
        raise refuse(location, wrong, "the next part of the file", "name the article that comes first as the second")
    if both := sorted({*kept.notes} & {*other.notes}):
        advice = f"`jianzhu rename note {gone}:{both[0]} <new>` first"
        raise refuse(
            other.location("notes.yml", both[0]), f"{into} has a note {both[0]!r} too", "one note of an id", advice
        )
    number = next_number(kept.manifest)
    ids = {old: f"s{own}" for own, old in enumerate(seeds[gone].order, number)}
    blocks = [
        block.model_copy(
            update={
                "level": 2 if block.kind == "heading" and block.level == 1 else block.level,
                "segments": {ids[name]: text for name, text in block.segments.items()},
            }
        )
        for block in other.manifest.blocks
    ]
    moved = {f"{gone}:{old}": f"{into}:{own}" for old, own in ids.items()}
    write_manifest(draft, into, [*kept.manifest.blocks, *blocks], kept.manifest.withdrawn, number + len(ids))
    _join_records(draft, kept, other, ids)
    for path in files_of(draft, gone):
        draft.delete(path)
    draft.redirect({("segment", old): new for old, new in moved.items()} | {("article", gone): into})
    elsewhere = {old: _now(draft, gone, to, moved) for old, to in other.manifest.withdrawn.items()}
    segments = {old: f"{into}:{own}" for old, own in ids.items()} | {old: to for old, to in elsewhere.items() if to}
    entry = {"kind": "joined", "what": "article", "from": gone, "to": into, "label": label, "segments": segments}
    draft.record(entry)
    for note in other.notes:
        draft.record({"kind": "moved", "what": "note", "from": f"{gone}:{note}", "to": f"{into}:{note}"})


def _now(draft: Draft, slug: str, name: str | None, moved: Mapping[str, str]) -> str | None:
    """Where the successor `name` of a segment of the article `slug` is, when `moved` have moved."""
    if name is None:
        return None
    whole = name if ":" in name else f"{slug}:{name}"
    now = draft.edition.history.successors.get(("segment", whole), whole)
    return moved.get(now, now) if now else None


def _join_records(draft: Draft, kept: Folder, other: Folder, ids: Mapping[str, str]) -> None:
    """Add what is written about the article of `other` to the files of that of `kept`."""
    _keep_records(draft, other.slug, ids, here=True)
    for name in ("emendations.yml", "notes.yml", "marks.yml", translation_file(draft.edition.texts)):
        path = file_of(other.slug, name)
        if data := draft.data(path):
            source = draft.read(path).decode("utf-8").removeprefix("\ufeff")
            draft.edit(file_of(kept.slug, name), partial(_append, source, data))
    own, theirs = (folder.files["article.yml"].data for folder in (kept, other))
    part = dict(own["source"].get("part") or {})
    part.pop("ends", None)
    if ends := (theirs["source"].get("part") or {}).get("ends"):
        part["ends"] = ends

    def change(edit: YamlEdit) -> None:
        if part:
            edit.put(("source", "part"), part)
        else:
            edit.remove(("source", "part"))
        for key in ("leftOut", "accepted"):
            values = [entry for entry in theirs.get(key) or () if entry not in (own.get(key) or ())]
            if values and own.get(key):
                edit.extend((key,), values)
            elif values and key in own:
                edit.put((key,), values)
            elif values:
                edit.add((), key, values)

    draft.edit(file_of(kept.slug, "article.yml"), change)


def _append(source: str, data: Any, edit: YamlEdit) -> None:
    edit.append(source, data)
