"""Sources: the works that records rest on: in full for their list, and in short where they are cited."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jianzhu.annotate.citations import Citing
from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages
from jianzhu.source.records.sources import Citations, SourceRecord, SourceType
from jianzhu.source.ref import Ref
from jianzhu.text.edtf import edtf_beginning

#: Works that stand by themselves: their titles are set as such, those of others as parts of what contains them.
WHOLE: frozenset[SourceType] = frozenset(
    {
        "book",
        "broadcast",
        "dataset",
        "legislation",
        "motion_picture",
        "report",
        "software",
        "standard",
        "thesis",
        "treaty",
    }
)


@dataclass(frozen=True, kw_only=True)
class Cited:
    """A source where it is cited: its id, what it is called in short, and where in it."""

    name: str
    short: str
    locator: str


@dataclass(frozen=True, kw_only=True)
class Use:
    """Where a source is cited: the page below those of the language, the anchor there, and what it is called."""

    page: str
    anchor: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Listed:
    """A source in the list of all, with where it is cited."""

    name: str
    record: SourceRecord
    authors: str
    uses: tuple[Use, ...]

    @property
    def whole(self) -> bool:
        """Whether it is a work by itself."""
        return self.record.type in WHOLE


def cited(sources: Mapping[str, SourceRecord], citations: Citations, lang: Language) -> tuple[Cited, ...]:
    """What `citations` name, in their order and in words of `lang`; those that are not there are left out."""
    return tuple(
        Cited(name=one.source, short=short_reference(sources[one.source], lang), locator=one.locator or "")
        for one in citations
        if one.source in sources
    )


def short_reference(record: SourceRecord, lang: Language) -> str:
    """What `record` is called where it is cited: its authors, or else where it appeared, or its title; and the year."""
    named = _authors(record, lang)
    if not named:
        named = (record.container or record.publisher or record.title)[lang]
    return f"{named} {edtf_beginning(record.date)[0]}" if record.date else named


def _authors(record: SourceRecord, lang: Language) -> str:
    t = messages(lang)
    names = [author[lang] for author in record.author]
    if len(names) > 2:
        return t.plain("and_others", name=names[0])
    return t["author_and"].join(names)


def listed_sources(edition: Edition, lang: Language) -> list[Listed]:
    """All sources, by what they are called in short, each with all its authors and where it is cited."""
    t = messages(lang)
    found = [
        Listed(
            name=name,
            record=record,
            authors=t["comma"].join(author[lang] for author in record.author),
            uses=tuple(_uses(edition, edition.cited_in.get(name, ()), lang)),
        )
        for name, record in edition.sources.items()
    ]
    return sorted(found, key=lambda one: (short_reference(one.record, lang).casefold(), one.name))


def _uses(edition: Edition, citing: tuple[Citing, ...], lang: Language) -> Iterator[Use]:
    for one in citing:
        match one.what:
            case "article":
                yield Use(
                    page=f"articles/{one.article}", anchor="", title=edition.by_slug[one.article].record.title[lang]
                )
            case "note":
                segment = edition.by_slug[one.article].notes[one.name].segment
                title = f"{edition.short_titles[one.article][lang]} {segment}"
                yield Use(page=f"articles/{one.article}", anchor=f"note-{one.name}", title=title)
            case "emendation":
                segment = edition.by_slug[one.article].emendation_segments[one.name] or ""
                title = f"{edition.short_titles[one.article][lang]} {segment}".rstrip()
                yield Use(page=f"apparatus/{one.article}", anchor=one.name, title=title)
            case "concept":
                yield Use(page=f"glossary/{one.name}", anchor="", title=edition.concepts[one.name].pref_label[lang])
            case "event":
                yield Use(page="timeline/index", anchor=one.name, title=edition.events[one.name].label[lang])
            case "claim":
                yield Use(page="claims/index", anchor=one.name, title=edition.claims[one.name].label[lang])
            case "relation":
                ref: Ref = edition.relations[one.name].source
                title = f"{edition.short_titles[ref.article][lang]} {ref.segment}"
                yield Use(page="map", anchor=f"relation-{one.name}", title=title)
