"""Names: rename what has an id, and delete it, with every reference to it."""

from __future__ import annotations

import difflib

from jianzhu.commands.changes.draft import Draft, refuse
from jianzhu.language import LANGUAGES
from jianzhu.source.places import Mention
from jianzhu.source.problems import EditionError, Location, Problem
from jianzhu.source.records import SLUG_RULE, Addressed
from jianzhu.source.records.changes import WITHIN, is_address
from jianzhu.source.ref import split_id
from jianzhu.source.seeds import ARTICLES, SEEDS
from jianzhu.source.yamledit import YamlEdit


def rename(draft: Draft, what: Addressed, old: str, new: str) -> None:
    """Call the `what` with the id `old` `new`. Raises EditionError where there is no such id, or `new` cannot be one."""
    label = label_of(draft, what, old)
    if what == "note" and ":" not in new:
        new = f"{split_id(old)[0]}:{new}"
    require_free(draft, what, new, old)
    if what in WITHIN and split_id(old)[0] != split_id(new)[0]:
        wrong, advice = f"{new} is in another article than {old}", "give the new id alone: the article stays"
        raise refuse(definition(draft, what, old), wrong, "a name within the same article", advice)
    if what == "article":
        move_folder(draft, old, new)
    draft.redirect({(what, old): new})
    draft.record({"kind": "renamed", "what": what, "from": old, "to": new, "label": label})


def delete(draft: Draft, what: Addressed, name: str, successor: str | None) -> None:
    """Delete the `what` with the id `name`; what names it names `successor` then.

    Raises EditionError where something names it and there is no successor, or `successor` is not there.
    """
    label = label_of(draft, what, name)
    if successor is not None:
        label_of(draft, what, successor)
        if successor == name:
            raise refuse(definition(draft, what, name), f"{name} is its own successor", "another id", "name another")
        if what == "article":
            successor_of_an_article(draft, name)
    found = draft.find(what, name)
    if found and successor is None:
        raise EditionError([_named(draft, mention, what, name) for mention in found])
    remove(draft, what, name)
    if successor is not None:
        draft.redirect({(what, name): successor})
    entry = {"kind": "deleted", "what": what, "from": name, "label": label}
    draft.record(entry | ({"to": successor} if successor else {}))


def merge_concepts(draft: Draft, name: str, into: str) -> None:
    """Make the concept `name` one with `into`, which gets its labels, its broader and its related concepts.

    Its definition goes: what is worth keeping of it, an editor writes into that of `into`. Raises EditionError where one of
    them is not there.
    """
    label = label_of(draft, "concept", name)
    label_of(draft, "concept", into)
    if name == into:
        raise refuse(definition(draft, "concept", name), f"{name} and {into} are one", "two concepts", "name another")
    mine, place = draft.edition.concepts[name], mention_of(draft, "concept", into)
    own = draft.edition.concepts[into]
    united = {
        "altLabel": [one for one in mine.labels if one not in (*own.labels, *mine.hidden_label)],
        "hiddenLabel": [one for one in mine.hidden_label if one not in own.labels],
        "notIn": [one for one in mine.not_in if one not in own.not_in],
        "broader": [one for one in mine.broader if one not in (*own.broader, into, name)],
        "related": [one for one in mine.related if one not in (*own.related, into, name)],
    }
    said = draft.data(place.path)[into]

    def unite(edit: YamlEdit) -> None:
        for key, values in united.items():
            if values and said.get(key):
                edit.extend((into, key), values)
            elif values and key in said:
                edit.put((into, key), values)
            elif values:
                edit.add((into,), key, values)

    draft.edit(place.path, unite)
    remove(draft, "concept", name)
    draft.redirect({("concept", name): into})
    draft.record({"kind": "joined", "what": "concept", "from": name, "to": into, "label": label})


def successor_of_an_article(draft: Draft, name: str) -> None:
    """Refuse to let anything follow from the sentences of the article `name` to another one: they are not its sentences."""
    if found := [mention for mention in draft.find("article", name) if mention.what == "segment"]:
        raise EditionError([_named(draft, mention, "article", name) for mention in found])


def remove(draft: Draft, what: Addressed, name: str) -> None:
    """Take away where `name` is defined."""
    if what == "article":
        for path in folder_of(draft, name):
            draft.delete(path)
        return
    mention = mention_of(draft, what, name)
    draft.edit(mention.path, lambda edit: edit.remove(mention.key))


def move_folder(draft: Draft, old: str, new: str) -> None:
    """Have all files of the article `old` in the folder of `new`."""
    for path in folder_of(draft, old):
        draft.write(f"articles/{new}/{path.split('/', 2)[2]}", draft.read(path))
        draft.delete(path)


def folder_of(draft: Draft, slug: str) -> list[str]:
    """The files of the article `slug`."""
    return [path for path in draft.paths() if path.startswith(f"articles/{slug}/")]


def mention_of(draft: Draft, what: Addressed, name: str) -> Mention:
    """Where `name` is defined. Raises EditionError where it is not."""
    for mention in draft.mentions():
        if mention.defines and mention.what == what and mention.name == name:
            return mention
    raise _unknown(draft, what, name)


def definition(draft: Draft, what: Addressed, name: str) -> Location:
    """The place of what defines `name`."""
    if what == "article":
        return Location(f"{ARTICLES}/{name}/article.yml")
    return draft.location(mention_of(draft, what, name))


def label_of(draft: Draft, what: Addressed, name: str) -> dict[str, str]:
    """What `name` is called, for the record of the change. Raises EditionError where there is nothing of this id."""
    edition = draft.edition
    if what == "article" and name in edition.by_slug:
        title = edition.by_slug[name].record.title
    elif what == "concept" and name in edition.concepts:
        label = edition.concepts[name].pref_label
        return {lang.code: label[lang] for lang in LANGUAGES}
    elif what == "event" and name in edition.events:
        title = edition.events[name].label
    elif what == "claim" and name in edition.claims:
        title = edition.claims[name].label
    elif what == "question" and name in edition.questions:
        title = edition.questions[name].label
    elif what == "source" and name in edition.sources:
        title = edition.sources[name].title
    elif what == "relation" and name in edition.relations:
        relation = edition.relations[name]
        said = f"{relation.source} → {relation.target}"
        return {"zh": said, "en": said}
    elif what == "note" and (note := _note(draft, name)):
        return note
    else:
        raise _unknown(draft, what, name)
    return {"zh": title.zh, "en": title.en}


def _note(draft: Draft, name: str) -> dict[str, str] | None:
    slug, own = split_id(name)
    article = draft.edition.by_slug.get(slug)
    if article is None or own not in article.notes:
        return None
    note = article.notes[own]
    quotes = {lang.code: note.quote(article.texts.lead(lang)) for lang in LANGUAGES}
    return {lang: quote.exact if quote else str(note.segment) for lang, quote in quotes.items()}


def require_free(draft: Draft, what: Addressed, name: str, of: str = "") -> None:
    """Raise EditionError where `name` cannot be the id of something new: malformed, taken, or one that old links use. What is
    renamed back takes its own old id again: `of` is what it is called now.
    """
    location = Location(f"{SEEDS}/changes.yml")
    if not is_address(what, name):
        raise refuse(location, f"{name!r} is not a valid id", SLUG_RULE, "choose another")
    taken = any(mention.defines and mention.what == what and mention.name == name for mention in draft.mentions())
    if taken or (what == "article" and (draft.root / ARTICLES / name).exists()):
        raise refuse(location, f"the {what} {name!r} is already there", "an id that nothing has", "choose another")
    successors = draft.edition.history.successors
    if (what, name) in successors and successors[what, name] != of:
        wrong = f"{name!r} is still the address of {successors[what, name] or 'what was deleted'}"
        raise refuse(location, wrong, "an id that no old link uses", "choose another")


def _unknown(draft: Draft, what: Addressed, name: str) -> EditionError:
    known = sorted({mention.name for mention in draft.mentions() if mention.defines and mention.what == what})
    known = sorted(draft.edition.by_slug) if what == "article" else known
    near = difflib.get_close_matches(name, known, 3, 0.4)
    form = "<article>:<note>" if what == "note" else "the id"
    advice = f"the nearest: {', '.join(near)}" if near else "look it up in seeds/"
    return refuse(Location(f"{SEEDS}/"), f"there is no {what} {name!r}", f"{form} of one that is there", advice)


def _named(draft: Draft, mention: Mention, what: Addressed, name: str) -> Problem:
    said = mention.name if mention.name == name else f"{mention.name}, which is in it,"
    return Problem(
        draft.location(mention),
        "record-invalid",
        wrong=f"{said} is named here: {' › '.join(map(str, mention.key))}",
        expected=f"nothing that names the {what} {name!r} before it is deleted",
        advice="remove this, or have it name another"
        + ("" if what == "article" else "; `--to <id>` redirects every reference to a successor"),
    )
