"""Move: a sentence to another article, with its translation, its notes and marks, and everything that points to it.

A page prints what its seed says. Where two articles are parts of one file, the border between them is shifted; else the sentence
is left out of the one and put into the other by an emendation, so that both seeds stay as received, and readers are told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jianzhu.commands.changes.article import file_of, folder_of, free_segment, parse_ref, translation_of
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.commands.changes.names import label_of
from jianzhu.commands.changes.parts import move_positions, refuse_spanning, write_manifest
from jianzhu.commands.changes.seeds import SeedText, seed_text
from jianzhu.source.manifest import next_number
from jianzhu.source.records import ManifestBlock
from jianzhu.source.ref import Ref
from jianzhu.source.seeds import SEEDS, Folder, translation_file
from jianzhu.source.yamledit import YamlEdit, flow
from jianzhu.source.yamlfile import Key
from jianzhu.text.folding import compact
from jianzhu.text.structure import BlockKind

#: Blocks that are one segment: nothing can be put into one.
_WHOLE: frozenset[BlockKind] = frozenset({"heading", "byline", "attribution", "caption", "figure", "code"})


def move(draft: Draft, name: str, to: str) -> None:
    """Move the sentence `name` behind the sentence `to` of another article; where that is the id of an article, to its end or
    beginning, wherever the two are parts of one file.

    Raises EditionError where that cannot be, or where something would have passages in two articles then.
    """
    ref = parse_ref(draft, name)
    behind = parse_ref(draft, to) if ":" in to else None
    slug = behind.article if behind else to
    titles = {"from": label_of(draft, "article", ref.article), "to": label_of(draft, "article", slug)}
    folder, other = folder_of(draft, ref.article), folder_of(draft, slug)
    location = folder.segment_location(ref.segment)
    if slug == ref.article:
        wrong = f"{ref} is in {slug} already"
        raise refuse(location, wrong, "another article", "the order within an article is that of its seed")
    if (
        len(draft.edition.by_slug[ref.article].blocks) == 1
        and len([*draft.edition.by_slug[ref.article].sentences]) == 1
    ):
        raise refuse(location, f"{ref} is the only sentence", "an article with others", "`jianzhu delete article`")
    new = Ref(slug, free_segment(other))
    moved = {str(ref): str(new)}
    refuse_spanning(draft, moved, ref.article)
    seeds = seed_text(folder), seed_text(other)
    if behind is None:
        blocks = _shift_border(draft, (folder, other), seeds, ref, new)
    else:
        blocks = _put_behind(draft, (folder, other), seeds, (ref, new, behind), titles)
    _keep_title(draft, folder, ref)
    gone = {**folder.manifest.withdrawn, ref.segment: str(new)}
    gone = {old: str(new) if successor == ref.segment else successor for old, successor in gone.items()}
    stay = [
        block.model_copy(update={"segments": {one: text for one, text in block.segments.items() if one != ref.segment}})
        for block in folder.manifest.blocks
        if list(block.segments) != [ref.segment]
    ]
    write_manifest(draft, ref.article, stay, gone, next_number(folder.manifest))
    write_manifest(draft, slug, blocks, other.manifest.withdrawn, next_number(other.manifest) + 1)
    notes = _transfer(draft, folder, other, ref, new)
    draft.redirect({("segment", old): target for old, target in moved.items()})
    move_positions(draft, moved, ref.article, slug)
    draft.record({"kind": "moved", "what": "segment", "from": str(ref), "to": str(new)})
    for note in notes:
        draft.record({"kind": "moved", "what": "note", "from": f"{ref.article}:{note}", "to": f"{slug}:{note}"})


def _keep_title(draft: Draft, folder: Folder, ref: Ref) -> None:
    """Where the article's own title goes, have the one in its record be the editors'."""
    words = {name: text for block in folder.manifest.blocks for name, text in block.segments.items()}[ref.segment]
    if folder.title and compact(words) == compact(folder.title):
        path = file_of(folder.slug, "article.yml")
        draft.edit(path, lambda edit: edit.replace(("titleSource",), "supplied"))
        draft.told.append(f"{SEEDS}/{path}: the title is no longer in the text, and counts as the editors’ own")


def _shift_border(
    draft: Draft, folders: tuple[Folder, Folder], seeds: tuple[SeedText, SeedText], ref: Ref, new: Ref
) -> list[ManifestBlock]:
    """Shift the border of two parts of one file over the sentence `ref`; gives the blocks of the other article."""
    folder, other = folders
    location = folder.segment_location(ref.segment)
    if folder.article.source.sha256 != other.article.source.sha256:
        wrong = (
            f"{folder.slug} and {other.slug} are not parts of one file: the seed of {other.slug} has no such sentence"
        )
        advice = f"name the sentence behind which it is to stand: <{other.slug}>:<segment>"
        raise refuse(location, wrong, "the place", advice)
    own, theirs = seeds
    order = own.order
    left, right = own.span(ref.segment)
    forward = order[-1] == ref.segment and theirs.span(theirs.order[0])[0] >= right
    backward = order[0] == ref.segment and theirs.span(theirs.order[-1])[1] <= left
    if not (forward or backward):
        wrong = f"{ref} does not stand where {folder.slug} and {other.slug} meet in their file"
        raise refuse(location, wrong, "the last or the first sentence", "move the sentences between them first")
    beside = [place for place in own.records().values() if place[1] <= left or place[0] >= right]
    if forward:
        before = own.span(order[-2])[1]
        end = max([before, *(stop for start, stop in beside if before <= start < left)])
        _name_part(draft, folder, "ends", own.quote(end, at_end=True))
        _name_part(draft, other, "begins", theirs.quote(left, at_end=False))
    else:
        after = own.span(order[1])[0]
        begin = min([after, *(start for start, _ in beside if right <= start < after)])
        _name_part(draft, folder, "begins", own.quote(begin, at_end=False))
        _name_part(draft, other, "ends", theirs.quote(right, at_end=True))
    _move_emendations(draft, folder, other, own, (left, right))
    block = _block_of(folder, ref.segment).model_copy(update={"segments": {new.segment: _text(draft, ref)}})
    blocks = [*other.manifest.blocks]
    return [block, *blocks] if forward else [*blocks, block]


def _name_part(draft: Draft, folder: Folder, end: str, quote: Mapping[str, str]) -> None:
    part = {**(folder.files["article.yml"].data["source"].get("part") or {})}
    known = bool(part)
    part[end] = dict(quote)
    draft.edit(
        file_of(folder.slug, "article.yml"),
        lambda edit: edit.put(("source", "part"), part) if known else edit.add(("source",), "part", part),
    )


def _move_emendations(draft: Draft, folder: Folder, other: Folder, seed: SeedText, span: tuple[int, int]) -> None:
    """Have the emendations of the words at `span` be those of the other article."""
    found = {key: place for key, place in seed.records().items() if place[0] < span[1] and place[1] > span[0]}
    for (name, key), (left, right) in found.items():
        if name == "article.yml" or left < span[0] or right > span[1]:
            wrong = "this reaches into the sentence from outside, or leaves out a part of it"
            raise refuse(
                folder.location(name, *key), wrong, "an emendation within the sentence", "move it by hand first"
            )
    _carry(draft, folder, other, "emendations.yml", [key for _, key in found], None)


def _put_behind(
    draft: Draft,
    folders: tuple[Folder, Folder],
    seeds: tuple[SeedText, SeedText],
    refs: tuple[Ref, Ref, Ref],
    titles: Mapping[str, Mapping[str, str]],
) -> list[ManifestBlock]:
    """Leave the sentence out of its article, and put it behind another one by an emendation; gives the other's blocks."""
    (folder, other), (own, theirs), (ref, new, behind) = folders, seeds, refs
    target = _block_of(other, behind.segment)
    if target.kind in _WHOLE:
        location = other.segment_location(behind.segment)
        raise refuse(
            location, f"{behind} is a {target.kind}: nothing can follow in it", "a paragraph", "name another one"
        )
    _leave_out(draft, folder, own, ref, new, titles["to"])
    at = theirs.span(behind.segment)[1]
    quote = dict(theirs.quote(at, at_end=True))
    start = at - len(quote["exact"])
    for (name, key), (left, right) in theirs.records().items():
        if left < at and right > start:
            wrong = f"the end of {behind} is emended here, so that nothing can be put behind it"
            raise refuse(other.location(name, *key), wrong, "an end as the seed has it", "name another sentence")
    text = _text(draft, ref)
    between = " " if draft.edition.texts.source.spaces_words else ""
    entry: dict[str, Any] = {"sic": quote["exact"], "corr": f"{quote['exact']}{between}{text.strip()}"}
    entry |= {name: quote[name] for name in ("prefix", "suffix") if name in quote}
    title = titles["from"]
    why = {
        "zh": f"此句在《{title['zh']}》的底本中（{ref}），移至此处。",
        "en": f"This sentence stands in the seed of “{title['en']}” ({ref}), and was moved here.",
    }
    entry |= {"reason": "structure", "cert": "high", "why": why}
    _append(draft, file_of(other.slug, "emendations.yml"), entry)
    draft.told.append(
        f"{SEEDS}/{file_of(other.slug, 'emendations.yml')}: say why it belongs here, if readers are to know"
    )
    blocks = []
    for block in other.manifest.blocks:
        segments: dict[str, str] = {}
        for one, said in block.segments.items():
            segments[one] = said
            if one == behind.segment:
                segments[new.segment] = f"{between}{text.strip()}".strip()
        blocks.append(block.model_copy(update={"segments": segments}))
    return blocks


def _leave_out(draft: Draft, folder: Folder, seed: SeedText, ref: Ref, new: Ref, title: Mapping[str, str]) -> None:
    """Leave the words of the sentence out of its article; emendations within them are done with."""
    left, right = seed.span(ref.segment)
    idle: list[Key] = []
    for (name, key), (start, end) in seed.records().items():
        if start >= right or end <= left:
            continue
        if name == "article.yml" or start < left or end > right:
            wrong = "this reaches into the sentence from outside, or leaves out a part of it"
            raise refuse(folder.location(name, *key), wrong, "an emendation within the sentence", "change it first")
        idle.append(key)
    draft.edit(file_of(folder.slug, "emendations.yml"), lambda edit: edit.remove(*idle))
    quote = seed.whole(left, right)
    why = {"zh": f"移至《{title['zh']}》（{new}）。", "en": f"Moved to “{title['en']}” ({new})."}
    entry = {"sic": quote.pop("exact"), **quote, "why": why}
    said = folder.files["article.yml"].data

    def change(edit: YamlEdit) -> None:
        if said.get("leftOut"):
            edit.extend(("leftOut",), [entry])
        elif "leftOut" in said:
            edit.put(("leftOut",), [entry])
        else:
            edit.add((), "leftOut", [entry])

    draft.edit(file_of(folder.slug, "article.yml"), change)


def _append(draft: Draft, path: str, entry: Mapping[str, Any]) -> None:
    lines = [
        f"{'- ' if not number else '  '}{name}: {flow(value)}" for number, (name, value) in enumerate(entry.items())
    ]
    draft.edit(path, lambda edit: edit.append("\n".join(lines), [dict(entry)]))


def _transfer(draft: Draft, folder: Folder, other: Folder, ref: Ref, new: Ref) -> list[str]:
    """Move the translation, the notes and the marks of the sentence; gives the ids of the notes."""
    notes = [name for name, note in folder.notes.items() if note.segment == ref.segment]
    for name in notes:
        if name in other.notes:
            advice = f"`jianzhu rename note {folder.slug}:{name} <new>` first"
            wrong = f"{other.slug} has a note {name!r} too"
            raise refuse(folder.location("notes.yml", name), wrong, "one note of an id in an article", advice)
    marks: list[Key] = [(number,) for number, mark in enumerate(folder.marks) if mark.segment == ref.segment]
    translation = translation_file(draft.edition.texts)
    known = draft.data(translation_of(draft, folder.slug)) or {}

    def repoint(edit: YamlEdit, keys: list[Key]) -> None:
        for key in keys:
            edit.replace((*key, "segment"), new.segment)

    if ref.segment in known:
        _carry(
            draft, folder, other, translation, [(ref.segment,)], lambda edit: edit.rename((ref.segment,), new.segment)
        )
    _carry(draft, folder, other, "notes.yml", [(name,) for name in notes], lambda e: repoint(e, [(n,) for n in notes]))
    _carry(draft, folder, other, "marks.yml", marks, lambda e: repoint(e, [(n,) for n in range(len(marks))]))
    return notes


def _carry(
    draft: Draft, folder: Folder, other: Folder, name: str, keys: list[Key], change: Callable[[YamlEdit], None] | None
) -> None:
    """Move the entries `keys` of a file to the same file of another article, after `change`, if any, has been made to them."""
    if not keys:
        return
    source, target = file_of(folder.slug, name), file_of(other.slug, name)
    edit = YamlEdit(draft.read(source).decode("utf-8"), f"{SEEDS}/{source}")
    lines = "".join(one if one.endswith("\n") else f"{one}\n" for one in (edit.entry(key) for key in keys))
    edit.remove(*keys)
    cut = YamlEdit(lines, f"{SEEDS}/{source}")
    if change is not None:
        change(cut)
    carried = cut.result()
    data = YamlEdit(carried, f"{SEEDS}/{target}").data
    draft.write(source, edit.result().encode())
    draft.edit(target, lambda edit: edit.append(carried, data))


def _block_of(folder: Folder, segment: str) -> ManifestBlock:
    return next(block for block in folder.manifest.blocks if segment in block.segments)


def _text(draft: Draft, ref: Ref) -> str:
    return draft.edition.sentences[ref].text
