"""Changes: what an edition tells of its own changes, and where its old addresses lead."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
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
    # A note that moves goes with its sentence or article, of which readers are told.
    records = [record for record in edition.history.changes if (record.what, record.kind) != ("note", "moved")]
    told = sorted(records, key=lambda record: record.date, reverse=True)
    return [
        (day, [_change(edition, record, lang) for record in of_day])
        for day, of_day in itertools.groupby(told, key=lambda record: record.date)
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
        case "source" if name in edition.sources:
            return Place(title=edition.sources[name].title[lang], page="sources", anchor=name)
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
    """What is no longer in an article: its former anchor there, what it was called, and where it is now, if anywhere.

    `also` are the former anchors of what is about it: events, claims and links that are listed with it.
    """

    anchor: str
    name: str
    place: Place | None
    #: The short title of the article that it is in now; empty where it is in none.
    title: str
    also: tuple[str, ...] = ()


def departures(edition: Edition, slug: str, lang: Language) -> Iterator[Departure]:
    """The sentences and notes that were in the article `slug`, and are elsewhere or nowhere now, in the order of their ids."""
    kinds: tuple[tuple[Addressed, str], ...] = (("segment", ""), ("note", "note-"))
    seen: set[str] = set()
    for what, before in kinds:
        left = edition.history.left(slug, what)
        for name in sorted(left, key=lambda name: (len(name), name)):
            successor = left[name]
            place = place_of(edition, what, successor, lang) if successor else None
            about = _about(edition, slug, name, Ref.parse(successor)) if successor and what == "segment" else ()
            also = tuple(anchor for anchor in dict.fromkeys(about) if anchor not in seen)
            seen |= {*also}
            title = edition.short_titles[split_id(successor)[0]][lang] if successor else ""
            yield Departure(anchor=f"{before}{name}", name=name, place=place, title=title, also=also)


def _about(edition: Edition, slug: str, name: str, now: Ref) -> Iterator[str]:
    """The anchors that the page of the article `slug` once had for what is about the sentence `now`, which was its `name`."""
    listed: tuple[tuple[Addressed, Iterable[str], Iterable[str]], ...] = (
        ("event", _events_at(edition, now), edition.events_in.get(slug, ())),
        ("claim", _claims_at(edition, now), edition.claims_in.get(slug, ())),
    )
    for what, found, still in listed:
        for own in found:
            if own not in still:
                yield from (f"{what}-{one}" for one in (own, *former_ids(edition, what, own)))
    links: tuple[tuple[Addressed, Iterable[str]], ...] = (
        ("relation", (own for own, _ in edition.relations_of.get(now, ()))),
        ("question", edition.questions_of.get(now, ())),
    )
    for what, found in links:
        for own in found:
            yield from (f"{what}-{one}-{name}" for one in (own, *former_ids(edition, what, own)))


def _events_at(edition: Edition, ref: Ref) -> list[str]:
    events = edition.events_in.get(ref.article, ())
    return [name for name in events if any(target.segment == ref for target in edition.events[name].evidence)]


def _claims_at(edition: Edition, ref: Ref) -> list[str]:
    claims = edition.claims_in.get(ref.article, ())
    return [name for name in claims if any(target.segment == ref for target in edition.claims[name].targets)]


def former_ids(edition: Edition, what: Addressed, name: str) -> list[str]:
    """The ids that `name` once had on the page that it is on, without the article: old links name them."""
    article, own = split_id(name)
    found: dict[str, None] = {}
    names = edition.history.names(article) if article else {""}
    for old in edition.history.former.get((what, name), ()):
        was_in, old_own = split_id(old)
        if old_own != own and was_in in names:
            found[old_own] = None
    return list(found)


def former_anchors(edition: Edition, link: Link) -> list[str]:
    """The anchors that a link from a sentence once had, when it or the sentence had another id."""
    what: Addressed = "relation" if link.ref else "question"
    names = [link.name, *former_ids(edition, what, link.name)]
    segments = [link.own.segment, *former_ids(edition, "segment", str(link.own))]
    return [f"{what}-{name}-{segment}" for name in names for segment in segments][1:]
