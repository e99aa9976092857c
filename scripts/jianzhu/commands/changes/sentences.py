"""Sentences: one split in two, and two joined, with everything that points to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jianzhu.commands.changes.article import (
    Pointed,
    file_of,
    fit_quote,
    folder_of,
    free_segment,
    hashed,
    offset_of,
    parse_ref,
    place_in_manifest,
    pointing_to,
    set_next,
    texts_of,
    translation_entry,
    translation_of,
    withdraw,
)
from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.source.manifest import quoted
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.quote import find_quote
from jianzhu.source.ref import Ref
from jianzhu.source.yamledit import YamlEdit
from jianzhu.text.numbers import numbers_apart

#: The record of a text that points into it: what it quotes, and where that stands.
_Move = tuple[Pointed, str]


def split(draft: Draft, name: str, before: str, translation_before: str | None) -> None:
    """Split the sentence `name` in front of the words `before`; its translation in front of `translation_before`.

    What quotes words of the second part points to that. Raises EditionError where the words are not there once, or where
    something quotes words of both parts.
    """
    ref = parse_ref(draft, name)
    sentence, folder = draft.edition.sentences[ref], folder_of(draft, ref.article)
    location = folder.segment_location(ref.segment)
    source, target = draft.edition.texts.source.code, draft.edition.texts.translation.code
    cut = {source: _place(sentence.text, before, location)}
    words = sentence.translation
    if words is not None:
        if translation_before is None:
            wrong = f"{ref} is translated, and it is not said where the translation is split: {words!r}"
            raise refuse(location, wrong, "--translation-before and the words", "add the option")
        cut[target] = _place(words, translation_before, location)
    new = Ref(ref.article, free_segment(folder))
    block, _ = place_in_manifest(folder, ref.segment)
    at = cut[source]
    head, tail = sentence.text[:at], sentence.text[at:]

    def manifest(edit: YamlEdit) -> None:
        key = ("blocks", block, "segments", ref.segment)
        edit.replace(key, head)
        edit.insert(key, f"{new.segment}: {quoted(tail)}", new.segment, tail)
        set_next(edit, folder, new.segment)

    draft.edit(file_of(ref.article, "segments.yml"), manifest)
    _split_translation(draft, ref, new, (head, tail), cut.get(target))
    _share(draft, ref, new, cut)
    draft.record({"kind": "split", "what": "segment", "from": str(ref), "to": str(new)})


def _place(text: str, words: str, location: Location) -> int:
    """Where `words` begin in `text`. Raises EditionError where they do not stand there once, or where nothing is before them."""
    found = find_quote(text, words) if words else ()
    if len(found) != 1 or not found[0]:
        wrong = (
            f"{words!r} stands {len(found)} times in {text!r}"
            if len(found) != 1
            else f"nothing stands before {words!r}"
        )
        raise refuse(location, wrong, "words within the sentence that stand there once", "give more of the words")
    return found[0]


def _split_translation(draft: Draft, ref: Ref, new: Ref, halves: tuple[str, str], at: int | None) -> None:
    path, languages = translation_of(draft, ref.article), draft.edition.texts.codes
    entry = (draft.data(path) or {}).get(ref.segment)
    if entry is None:
        return
    words = entry.get("text")
    parts = (words[:at].rstrip(), words[at:]) if words and at else (None, None)

    def change(edit: YamlEdit) -> None:
        first, second = (hashed(entry, text, part) for text, part in zip(halves, parts, strict=True))
        for own, text in ((first, halves[0]), (second, halves[1])):
            if "numbersDiffer" in own and not any(numbers_apart(text, own["text"] or "", languages)):
                del own["numbersDiffer"]
        _put(edit, (ref.segment,), entry, first)
        edit.insert((ref.segment,), translation_entry(new.segment, second), new.segment, second)

    draft.edit(path, change)


def _put(edit: YamlEdit, key: tuple[str, ...], old: dict[str, Any], new: dict[str, Any]) -> None:
    """Have the mapping at `key` say `new` instead of `old`."""
    for name, said in old.items():
        if name not in new:
            edit.remove((*key, name))
        elif said != new[name] and said is not None and new[name] is not None:
            edit.replace((*key, name), new[name])
        elif said != new[name]:
            edit.put((*key, name), new[name])
    for name, said in new.items():
        if name not in old:
            edit.add(key, name, said)


def _share(draft: Draft, ref: Ref, new: Ref, cut: dict[str, int]) -> None:
    """Have what points to the sentence `ref` point to the part that it quotes: `ref`, or `new` from the places `cut` on."""
    texts = texts_of(draft.edition.sentences[ref], draft.edition.texts)
    moved: list[_Move] = []
    wrong: list[Problem] = []
    for pointed in pointing_to(draft, ref):
        sides = set()
        for key, quote in pointed.quotes.items():
            start = offset_of(texts.get(key, ""), quote)
            if start is None or key not in cut:
                continue
            sides |= {start >= cut[key], start + len(quote["exact"]) > cut[key]}
        if len(sides) > 1:
            wrong.append(_across(draft, pointed))
        elif sides == {True}:
            moved.append((pointed, str(new)))
        else:
            moved.append((pointed, str(ref)))
            if not sides:
                draft.told.append(f"{draft.location(pointed.mention)} means all of {ref}: it stays with the first part")
    if wrong:
        raise EditionError(wrong)

    def shifted(key: str, start: int, target: str) -> tuple[str, int]:
        at, text = cut.get(key, 0), texts[key]
        return (text[at:], start - at) if target == str(new) else (text[:at].rstrip(), start)

    repoint(draft, moved, texts, shifted)


def repoint(
    draft: Draft, moved: list[_Move], texts: dict[str, str], shifted: Callable[[str, int, str], tuple[str, int]]
) -> None:
    """Have each of `moved` point to its new sentence. `shifted` gives, for a quote in a language that stands at a place of
    `texts`, the text that it is in now, and its place there.
    """
    for path in dict.fromkeys(pointed.mention.path for pointed, _ in moved):

        def change(edit: YamlEdit, path: str = path) -> None:
            for pointed, target in moved:
                if pointed.mention.path != path:
                    continue
                written = pointed.mention.written(target)
                if pointed.mention.named:
                    edit.rename(pointed.mention.key, written)
                elif pointed.mention.written(pointed.mention.name) != written:
                    edit.replace(pointed.mention.key, written)
                for key, quote in pointed.quotes.items():
                    start = offset_of(texts.get(key, ""), quote)
                    if start is not None:
                        fit_quote(edit, (*pointed.holder, key), quote, *shifted(key, start, target))

        draft.edit(path, change)


def _across(draft: Draft, pointed: Pointed) -> Problem:
    said = ", ".join(repr(quote["exact"]) for quote in pointed.quotes.values())
    return Problem(
        draft.location(pointed.mention),
        "record-invalid",
        wrong=f"the words quoted here are in both parts: {said}",
        expected="words, in both languages, of one part",
        advice="shorten the quote, or split the sentence elsewhere",
    )


def join(draft: Draft, first: str, second: str) -> None:
    """Join the sentence `second` to `first`, which keeps its id; the two stand next to each other in one block.

    Raises EditionError where they do not, where one of them alone is translated, or where a relation links the two.
    """
    kept, gone = parse_ref(draft, first), parse_ref(draft, second)
    folder = folder_of(draft, kept.article)
    location = folder.segment_location(kept.segment)
    places = _neighbors(draft, kept, gone)
    ordered = (kept, gone) if places[0] < places[1] else (gone, kept)
    sentences = [draft.edition.sentences[ref] for ref in ordered]
    translated = [sentence.translation for sentence in sentences]
    if (translated[0] is None) != (translated[1] is None):
        wrong = f"only one of {kept} and {gone} is translated"
        raise refuse(location, wrong, "both translated, or none", "translate the other one first")
    languages = draft.edition.texts
    between = " " if languages.translation.spaces_words else ""
    texts = [texts_of(sentence, languages) for sentence in sentences]
    whole = sentences[0].text + sentences[1].text
    words = None if translated[0] is None else f"{translated[0]}{between}{translated[1]}"
    _refuse_relations(draft, kept, gone)

    def manifest(edit: YamlEdit) -> None:
        block, _ = place_in_manifest(folder, kept.segment)
        edit.replace(("blocks", block, "segments", kept.segment), whole)
        edit.remove(("blocks", block, "segments", gone.segment))
        withdraw(edit, folder, {gone.segment: kept.segment})

    pointers = [[*pointing_to(draft, ref)] for ref in ordered]
    draft.edit(file_of(kept.article, "segments.yml"), manifest)
    _join_translation(draft, kept, ordered, whole, words)
    target = languages.translation.code
    joined = {languages.source.code: whole, target: words or ""}
    for number, found in enumerate(pointers):
        behind = {key: len(text) + (len(between) if key == target else 0) for key, text in texts[0].items()}

        def shifted(
            key: str, start: int, _: str, number: int = number, behind: dict[str, int] = behind
        ) -> tuple[str, int]:
            return joined[key], start + (behind[key] if number else 0)

        for pointed in found:
            if not pointed.quotes:
                draft.told.append(f"{draft.location(pointed.mention)} means all of {kept} now")
        repoint(draft, [(pointed, str(kept)) for pointed in found], texts[number], shifted)
    draft.redirect({("segment", str(gone)): str(kept)})
    draft.record({"kind": "joined", "what": "segment", "from": str(gone), "to": str(kept)})


def _neighbors(draft: Draft, kept: Ref, gone: Ref) -> tuple[int, int]:
    """The places of the two in their block. Raises EditionError where they are not next to each other in one."""
    folder = folder_of(draft, kept.article)
    if kept.article == gone.article:
        (block, place), (other, at) = (place_in_manifest(folder, ref.segment) for ref in (kept, gone))
        if block == other and abs(place - at) == 1:
            return place, at
    wrong = f"{kept} and {gone} do not stand next to each other in one block"
    advice = "join the blocks in segments.yml first, or choose neighbors"
    raise refuse(folder.segment_location(kept.segment), wrong, "two neighbors", advice)


def _refuse_relations(draft: Draft, kept: Ref, gone: Ref) -> None:
    ends = {kept, gone}
    for name, relation in draft.edition.relations.items():
        if {relation.source, relation.target} == ends:
            location = draft.seeds.registers.files["relations.yml"].location(name)
            wrong = f"the relation {name!r} links the two sentences"
            raise refuse(
                location, wrong, "a relation of two passages", f"delete it first: `jianzhu delete relation {name}`"
            )


def _join_translation(draft: Draft, kept: Ref, ordered: tuple[Ref, Ref], whole: str, words: str | None) -> None:
    path, languages = translation_of(draft, kept.article), draft.edition.texts.codes
    entries = draft.data(path) or {}
    own = [entries.get(ref.segment) for ref in ordered]
    present = [entry for entry in own if entry is not None]
    if not present:
        return
    entry = hashed(present[0], whole, words)
    reviewed = all(one is not None and one.get("status") == "reviewed" for one in own)
    if "status" in entry and not reviewed:
        entry["status"] = "draft"
    elif reviewed:
        entry["status"] = "reviewed"
    reasons = [one["numbersDiffer"] for one in present if one.get("numbersDiffer")]
    entry.pop("numbersDiffer", None)
    if reasons and any(numbers_apart(whole, words or "", languages)):
        entry["numbersDiffer"] = "; ".join(dict.fromkeys(reasons))
    gone = next(ref for ref in ordered if ref != kept)

    def change(edit: YamlEdit) -> None:
        if kept.segment in entries:
            _put(edit, (kept.segment,), entries[kept.segment], entry)
            if gone.segment in entries:
                edit.remove((gone.segment,))
        else:
            edit.rename((gone.segment,), kept.segment)

    draft.edit(path, change)
