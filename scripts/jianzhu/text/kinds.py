"""Kinds: what the concepts, events and figures of an edition are divided into, over a default set that every edition has."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from jianzhu.language import Language
from jianzhu.text.unit_table import NEEDED, Units, units_of

#: An event is of this kind unless it says another.
OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What a type of concepts, a kind of events or a dimension of figures is called: one of it, and `heading` all of them.

    Those that are `named` are proper names, by which texts call what they are about.
    """

    name: Mapping[Language, str]
    heading: Mapping[Language, str]
    named: bool = False


@dataclass(frozen=True, kw_only=True)
class Kinds:
    """The types of concepts, the kinds of events, the dimensions and the units of an edition, in the order of their lists."""

    concepts: Mapping[str, Kind]
    events: Mapping[str, Kind]
    dimensions: Mapping[str, Kind]
    units: Units


#: As it is before anything is added.
NOTHING = Kinds(concepts={}, events={}, dimensions={}, units=Units({}))


def kinds_over(default: Kinds, data: Mapping[str, Any]) -> Kinds:
    """`default` with what `data` adds to it, changes in it and leaves out of it, in the form of kinds.yml."""
    without = {section: _left_out(default, section, data.get("without") or {}) for section in SECTIONS}
    return Kinds(
        concepts=_merged(default.concepts, data.get("concepts") or {}, without["concepts"]),
        events=_merged(default.events, data.get("events") or {}, without["events"]),
        dimensions=_merged(default.dimensions, data.get("dimensions") or {}, ()),
        units=units_of(default.units, data.get("units") or {}, without["units"]),
    )


def kept(kinds: Kinds, section: str) -> frozenset[str]:
    """The ids of a `section` of `kinds` that no edition can do without: they are what the rules themselves find or set."""
    if section == "units":
        return frozenset(code for code, unit in kinds.units.codes.items() if unit.dimension in NEEDED)
    return frozenset({OTHER} if section == "events" else ())


#: The sections of which an edition can leave out what the default set has.
SECTIONS = ("concepts", "events", "units")


def ids_of(kinds: Kinds, section: str) -> tuple[str, ...]:
    """The ids of a `section` of `kinds`."""
    return tuple(kinds.units.codes if section == "units" else getattr(kinds, section))


def _left_out(default: Kinds, section: str, without: Mapping[str, Any]) -> frozenset[str]:
    listed = without.get(section) or ()
    gone = frozenset(ids_of(default, section) if listed == "all" else listed)
    return gone - kept(default, section)


def _merged(default: Mapping[str, Kind], entries: Mapping[str, Any], without: Collection[str]) -> dict[str, Kind]:
    kinds = {name: kind for name, kind in default.items() if name not in without}
    kinds |= {name: _kind(entry) for name, entry in entries.items()}
    # What is of no other kind stands last.
    return {name: kind for name, kind in kinds.items() if name != OTHER} | {
        name: kind for name, kind in kinds.items() if name == OTHER
    }


def _kind(entry: Mapping[str, Any]) -> Kind:
    heading = entry.get("heading") or {}
    plural = entry.get("plural") or f"{entry['en']}s"
    return Kind(
        name={Language.ZH: entry["zh"], Language.EN: entry["en"]},
        heading={
            Language.ZH: heading.get("zh") or entry["zh"],
            Language.EN: heading.get("en") or plural[:1].upper() + plural[1:],
        },
        named=str(entry.get("named", False)).lower() == "true",
    )


@lru_cache(maxsize=1)
def default_kinds() -> Kinds:
    """The default set, kinds.yml beside this module."""
    text = files("jianzhu.text").joinpath("kinds.yml").read_text(encoding="utf-8")
    kinds = kinds_over(NOTHING, yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 (it makes texts only)
    return replace(kinds, units=Units(kinds.units.codes))
