"""The record of kinds.yml: what an edition adds to the default set of types, kinds and units, and leaves out of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from jianzhu.source.records.terms import Record, Slug, Text
from jianzhu.text.characters import PLAIN
from jianzhu.text.cldr import currency_names
from jianzhu.text.kinds import SECTIONS, default_kinds, ids_of, kept
from jianzhu.text.unit_table import is_standard

#: What a place in a list of the pages is called, where each type of concepts is a place by its own id.
_PLACES = frozenset({"concepts", "card", "title"})
_FIGURE = re.compile(r"\d|^[〇零一二三四五六七八九十]|^\s|\s$")


def _place(name: str) -> str:
    if name in _PLACES:
        raise ValueError("an id that is not an anchor of the pages, such as ‘concepts’")
    return name


def _word(word: str) -> str:
    if found := _FIGURE.search(word):
        raise ValueError(f"the word of a unit alone, without ‘{found[0]}’: a figure stands before it")
    return word


def _pattern(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        raise ValueError(f"a regular expression: {error}") from error
    return text


def _unit_id(code: str) -> str:
    if " per " in code:
        raise ValueError("the id of one unit: rates are made of two when they are used, such as ‘hu per year’")
    return code


def _equation(text: str) -> str:
    if not Decimal(text.partition(" ")[0]):
        raise ValueError("a number above 0, and the id of a unit, such as ‘500 meter’")
    return text


def _plain(name: str) -> str:
    if not PLAIN.fullmatch(name):
        raise ValueError("the name of a unit, of letters, digits, spaces and signs such as % ° / - ·")
    return name


KindId = Annotated[Slug, AfterValidator(_place)]
UnitId = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]*( [A-Za-z0-9-]+)*$"), AfterValidator(_unit_id)
]
Word = Annotated[Text, AfterValidator(_word)]
#: What a unit is called; it stands behind figures in attributes of pages.
UnitName = Annotated[Text, AfterValidator(_plain)]


class HeadingRecord(Record):
    """What all of a kind are called, where a list of them begins."""

    zh: Text | None = None
    en: Text | None = None


class KindRecord(Record):
    """A type of concepts, a kind of events or a dimension of figures: what one of it is called, and all of them."""

    zh: Text
    en: Text
    plural: Text | None = None
    heading: HeadingRecord | None = None


class ConceptKindRecord(KindRecord):
    """A type of concepts; those that are `named` have names of their own, which an editor should record."""

    named: bool = False


class UnitWordRecord(Record):
    """A word of a unit, alone or with how many of the unit it means, per what, and what does not stand behind it."""

    word: Word
    factor: Annotated[Decimal, Field(gt=0)] | None = None
    per: UnitId | None = None
    not_before: Text | None = None
    followed_by: Annotated[Text, AfterValidator(_pattern)] | None = None
    #: True where this word measures, though the unit counts: two dozen are no turn of phrase.
    measures: bool = False

    @model_validator(mode="before")
    @classmethod
    def _alone(cls, value: object) -> object:
        return {"word": value} if isinstance(value, str) else value


class UnitWordsRecord(Record):
    """The words by which each language writes a unit."""

    zh: tuple[UnitWordRecord, ...] = ()
    en: tuple[Word, ...] = ()


class UnitRecord(Record):
    """A unit: its names, what it measures, how much of another it equals, the words that write it, and its standard codes."""

    zh: UnitName | None = None
    en: UnitName | None = None
    plural: UnitName | None = None
    dimension: Slug | None = None
    equals: (
        Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)? [A-Za-z].*$"), AfterValidator(_equation)] | None
    ) = None
    counts: bool = False
    words: UnitWordsRecord | None = None
    signs: tuple[Text, ...] = ()
    iso4217: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] | None = None
    ucum: Annotated[str, StringConstraints(pattern=r"^[!-~]+$")] | None = None

    @model_validator(mode="after")
    def _one_code(self) -> UnitRecord:
        if self.iso4217 and self.ucum:
            raise ValueError("a currency (iso4217) or a measure (ucum), not both")
        if self.iso4217 and currency_names(self.iso4217) is None:
            raise ValueError(f"a currency of ISO 4217; ‘{self.iso4217}’ is none that CLDR knows")
        return self


class WithoutRecord(Record):
    """What of the default set an edition leaves out: `all`, or a list of ids."""

    concepts: Literal["all"] | tuple[str, ...] = ()
    events: Literal["all"] | tuple[str, ...] = ()
    units: Literal["all"] | tuple[str, ...] = ()


class KindsRecord(Record):
    """kinds.yml."""

    without: WithoutRecord = WithoutRecord()
    concepts: Mapping[KindId, ConceptKindRecord] = {}
    events: Mapping[KindId, KindRecord] = {}
    dimensions: Mapping[KindId, KindRecord] = {}
    units: Mapping[UnitId, UnitRecord] = {}


def faults(record: KindsRecord) -> list[tuple[tuple[str | int, ...], str, str]]:
    """What `record` says of what is not there: the key, what is wrong, and what was expected."""
    default = default_kinds()
    found: list[tuple[tuple[str | int, ...], str, str]] = []
    for section in SECTIONS:
        listed = getattr(record.without, section)
        for index, name in enumerate(() if listed == "all" else listed):
            key = ("without", section, index)
            if name not in ids_of(default, section):
                found.append(
                    (key, f"‘{name}’ is not in the default set", f"one of {', '.join(ids_of(default, section))}")
                )
            elif name in kept(default, section):
                found.append(
                    (key, f"no edition can do without ‘{name}’", "what the rules find or set themselves stays")
                )
    left_out = record.without.units
    units = [
        code
        for code in default.units.codes
        if code in kept(default, "units") or (left_out != "all" and code not in left_out)
    ]
    dimensions = {**default.dimensions, **record.dimensions}
    equal = {code: unit.equals.partition(" ")[2] for code, unit in record.units.items() if unit.equals}
    for code, unit in record.units.items():
        if unit.dimension and unit.dimension not in dimensions:
            found.append(
                (
                    ("units", code, "dimension"),
                    f"there is no dimension ‘{unit.dimension}’",
                    f"one of {', '.join(dimensions)}, or an entry of its own under `dimensions`",
                )
            )
        if code in equal and equal[code] not in (*units, *record.units):
            found.append(
                (
                    ("units", code, "equals"),
                    f"there is no unit ‘{equal[code]}’",
                    f"one of {', '.join((*record.units, *units))}",
                )
            )
        if code in equal and _leads_back(code, equal):
            found.append(
                (("units", code, "equals"), "this unit is defined by itself", "a unit that is known otherwise")
            )
        if code not in units and not is_standard(unit.model_dump()) and not (unit.zh and unit.en):
            found.append(
                (
                    ("units", code),
                    f"the unit ‘{code}’ has no names",
                    "`zh` and `en`, or the code of a currency (iso4217) or measure (ucum) that CLDR names",
                )
            )
        for index, word in enumerate(unit.words.zh if unit.words else ()):
            if word.per and word.per not in (*units, *record.units):
                at = ("units", code, "words", "zh", index, "per")
                found.append((at, f"there is no unit ‘{word.per}’", f"one of {', '.join((*record.units, *units))}"))
    return found


def _leads_back(code: str, equal: Mapping[str, str]) -> bool:
    at, passed = code, set[str]()
    while at in equal and at not in passed:
        passed.add(at)
        at = equal[at]
    return at == code
