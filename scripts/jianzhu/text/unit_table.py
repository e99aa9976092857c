"""Unit table: the units of an edition by their codes, and the words that write them.

A currency is called as in ISO 4217, a measure or a thing counted by its English name in the singular, and a rate by two of
these (`USD per year`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from jianzhu.language import LANGUAGES
from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.cldr import Names, currency_names, measure_names

#: What quantities are written in by rule: an edition can add words to these units, and cannot do without them.
NEEDED = frozenset({"share", "time"})


@dataclass(frozen=True, kw_only=True)
class UnitWord:
    """A word that means the unit with a `code`, and the `factor` by which values are multiplied.

    What only counts (位, 家) and does not measure takes no small numbers in Chinese characters: these mostly serve the
    sentence. None of the characters `unless` stands behind the word: 二元叙事 has no money in it; where there is
    a pattern `only`, that does: 5G流量 is data, and 5G alone a network.
    """

    word: str
    code: str
    #: As the list has it; `word` is in simplified characters and half width.
    written: str = ""
    factor: Decimal = Decimal(1)
    measures: bool = True
    unless: str = ""
    only: str = ""


@dataclass(frozen=True)
class Unit:
    """How a unit is written behind a figure, and what it measures; `factor` leads to the dimension's common measure.

    Units with the same `base` can be converted into each other by their factors. `words` write it, by the code of their
    language, `signs` stand before a figure. `iso4217` and `ucum` are its codes as a currency or a measure.
    """

    zh: str
    one: str
    many: str
    _: KW_ONLY
    dimension: str
    factor: Decimal = Decimal(1)
    base: str = ""
    words: Mapping[str, tuple[UnitWord, ...]] = field(default_factory=dict)
    signs: tuple[str, ...] = ()
    iso4217: str = ""
    ucum: str = ""


@dataclass(frozen=True, eq=False)
class Units:
    """The units of an edition, by code; `own` are the codes of those that are not of the default set as it is."""

    codes: Mapping[str, Unit]
    own: frozenset[str] = frozenset()

    def __contains__(self, code: str) -> bool:
        """True for the code of a unit, or a rate of two of them."""
        above, _, below = code.partition(" per ")
        return above in self.codes and (not below or below in self.codes)

    def __getitem__(self, code: str) -> Unit:
        """The unit with the `code`; of a rate that above its stroke. KeyError for an unknown one."""
        return self.codes[code.partition(" per ")[0]]

    @cached_property
    def words(self) -> Mapping[str, UnitWord]:
        """The Chinese words of all units."""
        return {word.word: word for unit in self.codes.values() for word in unit.words.get("zh", ())}

    @cached_property
    def signs(self) -> Mapping[str, str]:
        """The signs and words that stand before a figure, and the codes that they mean."""
        return {sign: code for code, unit in self.codes.items() for sign in unit.signs}

    def clashes(self) -> Iterator[tuple[UnitWord, UnitWord]]:
        """Words that write two units, or one unit twice, in one language: the first one and the one that repeats it."""
        seen: dict[tuple[str, str], UnitWord] = {}
        for unit in self.codes.values():
            for lang, words in unit.words.items():
                for word in words:
                    first = seen.setdefault((lang, word.word), word)
                    if first is not word:
                        yield first, word


def units_of(default: Units, entries: Mapping[str, Mapping[str, Any]], without: Iterable[str] = ()) -> Units:
    """The units of `default` but for those `without`, and `entries` in the form of kinds.yml over them.

    An entry for a unit of the default set changes what it says, and adds its words.
    """
    gone = frozenset(without)
    codes = {code: unit for code, unit in default.codes.items() if code not in gone}
    for code, entry in entries.items():
        codes[code] = _unit(code, {key: value for key, value in entry.items() if value is not None}, codes.get(code))
    equal = {code: entry["equals"].partition(" ") for code, entry in entries.items() if entry.get("equals")}
    for code in equal:
        factor, base = Decimal(1), code
        passed: set[str] = set()
        while base in equal and base not in passed:
            passed.add(base)
            value, _, base = equal[base]
            factor *= Decimal(value)
        if base in codes and base not in passed:
            factor, base = factor * codes[base].factor, codes[base].base
        codes[code] = replace(codes[code], factor=factor, base=base)
    return Units(codes, default.own | entries.keys())


def is_standard(entry: Mapping[str, Any]) -> bool:
    """Whether CLDR knows the names of a unit by the codes of its `entry`."""
    return _names(entry) is not None


def _unit(code: str, entry: Mapping[str, Any], old: Unit | None) -> Unit:
    names = _names(entry)
    zh = entry.get("zh") or (old.zh if old else names.zh if names else code)
    one = entry.get("en") or (old.one if old else names.one if names else code)
    many = entry.get("plural") or (f"{one}s" if entry.get("en") else old.many if old else names.many if names else one)
    counts = str(entry.get("counts", False)).lower() == "true"
    given = entry.get("words", {})
    words: dict[str, tuple[UnitWord, ...]] = {
        lang.code: tuple(_word(code, word, counts) for word in given.get(lang.code, ())) for lang in LANGUAGES
    }
    if old:
        # One that is listed anew is as it is listed now.
        words = {
            lang: (*(word for word in old.words.get(lang, ()) if word.word not in {one.word for one in new}), *new)
            for lang, new in words.items()
        }
    else:
        # Without words of its own it is written by its names.
        words["zh"] = words["zh"] or ((_word(code, zh, counts),) if "words" not in entry else ())
    return Unit(
        zh,
        one,
        many,
        dimension=entry.get("dimension") or (old.dimension if old else "count"),
        factor=old.factor if old else Decimal(1),
        base=old.base if old else code,
        words=words,
        signs=(*(old.signs if old else ()), *entry.get("signs", ())),
        iso4217=entry.get("iso4217") or (old.iso4217 if old else ""),
        ucum=entry.get("ucum") or (old.ucum if old else ""),
    )


def _names(entry: Mapping[str, Any]) -> Names | None:
    if entry.get("iso4217"):
        return currency_names(entry["iso4217"])
    return measure_names(entry["ucum"]) if entry.get("ucum") else None


def _word(code: str, entry: str | Mapping[str, Any], counts: bool) -> UnitWord:
    written = entry if isinstance(entry, str) else entry["word"]
    word = UnitWord(word=fold_width(fold_script(written)), code=code, written=written, measures=not counts)
    if isinstance(entry, str):
        return word
    return replace(
        word,
        code=f"{code} per {entry['per']}" if entry.get("per") else code,
        factor=Decimal(entry.get("factor") or 1),
        measures=word.measures or str(entry.get("measures", False)).lower() == "true",
        unless=entry.get("notBefore") or "",
        only=entry.get("followedBy") or "",
    )
