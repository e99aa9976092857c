"""Changes: what an edition tells of its own changes, and where its old addresses lead."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.links import Link
from jianzhu.source.records import Addressed, ChangeKind, ChangeRecord
from jianzhu.source.ref import Ref, split_id

#: What has a page of its own, and the folder of such pages.
FOLDERS: dict[Addressed, str] = {"article": "articles", "concept": "glossary", "question": "questions"}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something is: what it is called, and its page below the pages of a language, without the extension, and anchor."""

    title: str
    page: str
    anchor: str = ""

    @property
    def address(self) -> str:
        """Its address below the pages of a language."""
        return f"{self.page}.html{f'#{self.anchor}' if self.anchor else ''}"


@dataclass(frozen=True, kw_only=True)
class Change:
    """A change as readers are told of it: `title` is what it was called, `place` where it is now."""

    kind: ChangeKind
    what: Addressed
    name: str
    title: str
    target: str
    place: Place | None
    why: str


def changes_by_day(edition: Edition, lang: Language) -> list[tuple[str, list[Change]]]:
    """All changes in `lang`, by their days, the last first."""
    told = sorted(edition.history.changes, key=lambda record: record.date, reverse=True)
    return [
        (day, [_change(edition, record, lang) for record in records])
        for day, records in itertools.groupby(told, key=lambda record: record.date)
    ]


def _change(edition: Edition, record: ChangeRecord, lang: Language) -> Change:
    now = current(edition, record.what, record.target or record.source)
    return Change(
        kind=record.kind,
        what=record.what,
        name=record.source,
        title=record.label[lang] if record.label else "",
        target=record.target or "",
        place=place_of(edition, record.what, now, lang) if now else None,
        why=record.why[lang] if record.why else "",
    )


def current(edition: Edition, what: Addressed, name: str) -> str | None:
    """The id by which `name` is there now; None where nothing is."""
    if (what, name) in edition.history.successors:
        return edition.history.successors[what, name]
    return name if place_of(edition, what, name, Language.ZH) else None


def place_of(edition: Edition, what: Addressed, name: str, lang: Language) -> Place | None:
    """Where the `what` with the id `name` is; None where there is none."""
    article, own = split_id(name)
    match what:
        case "article" if name in edition.by_slug:
            return Place(title=edition.by_slug[name].record.title[lang], page=f"articles/{name}")
        case "concept" if name in edition.concepts:
            return Place(title=edition.concepts[name].pref_label[lang], page=f"glossary/{name}")
        case "question" if name in edition.questions:
            return Place(title=edition.questions[name].label[lang], page=f"questions/{name}")
        case "event" if name in edition.events:
            return Place(title=edition.events[name].label[lang], page="timeline/index", anchor=name)
        case "claim" if name in edition.claims:
            return Place(title=edition.claims[name].label[lang], page="claims/index", anchor=name)
        case "relation" if name in edition.relations:
            ref = edition.relations[name].source
            return Place(title=name, page=f"articles/{ref.article}", anchor=f"relation-{name}-{ref.segment}")
        case "segment" if Ref.parse(name) in edition.sentences:
            return Place(title=f"{edition.short_titles[article][lang]} {own}", page=f"articles/{article}", anchor=own)
        case "note" if article in edition.by_slug and own in edition.by_slug[article].notes:
            return Place(title=edition.short_titles[article][lang], page=f"articles/{article}", anchor=f"note-{own}")
    return None


@dataclass(frozen=True, kw_only=True)
class Departure:
    """What is no longer in an article: its former anchor there, what it was called, and where it is now, if anywhere."""

    anchor: str
    name: str
    place: Place | None


def departures(edition: Edition, slug: str, lang: Language) -> Iterator[Departure]:
    """The sentences and notes that were in the article `slug`, and are elsewhere or nowhere now, in the order of their ids."""
    kinds: tuple[tuple[Addressed, str], ...] = (("segment", ""), ("note", "note-"))
    for what, before in kinds:
        left = edition.history.left(slug, what)
        for name in sorted(left, key=lambda name: (len(name), name)):
            successor = left[name]
            place = place_of(edition, what, successor, lang) if successor else None
            yield Departure(anchor=f"{before}{name}", name=name, place=place)


def former_ids(edition: Edition, what: Addressed, name: str) -> list[str]:
    """The ids that `name` once had on the page that it is on, without the article: old links name them."""
    article, own = split_id(name)
    found: dict[str, None] = {}
    for old in edition.history.former.get((what, name), ()):
        was_in, old_own = split_id(old)
        if old_own != own and was_in in (article, *edition.history.former.get(("article", article), ())):
            found[old_own] = None
    return list(found)


def former_anchors(edition: Edition, link: Link) -> list[str]:
    """The anchors that a link from a sentence once had, when it or the sentence had another id."""
    what: Addressed = "relation" if link.ref else "question"
    names = [link.name, *former_ids(edition, what, link.name)]
    segments = [link.own.segment, *former_ids(edition, "segment", str(link.own))]
    return [f"{what}-{name}-{segment}" for name in names for segment in segments][1:]
