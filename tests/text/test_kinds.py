"""Kinds: the default set, and what an edition adds to it, changes in it and leaves out of it."""

from __future__ import annotations

from decimal import Decimal

import pytest
import yaml
from jianzhu.source.records.kinds import KindsRecord, faults
from jianzhu.text import kinds as module
from jianzhu.text.characters import PLAIN
from jianzhu.text.cldr import MEASURES, measure_names
from jianzhu.text.kinds import Kinds, default_kinds, ids_of, kept, kinds_over
from jianzhu.text.numbers import numbers_apart
from jianzhu.text.quantities import find_quantities
from jianzhu.text.units import parse_quantity

DEFAULT = default_kinds()


def own(text: str) -> Kinds:
    """The kinds of an edition whose kinds.yml says `text`."""
    record = KindsRecord.model_validate(yaml.load(text, yaml.BaseLoader))  # noqa: S506 (it makes texts only)
    assert faults(record) == []
    return kinds_over(DEFAULT, record.model_dump(by_alias=True))


def test_the_default_set_has_the_form_of_an_editions_own():
    path = module.files("jianzhu.text").joinpath("kinds.yml")
    record = KindsRecord.model_validate(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))  # noqa: S506 (texts)
    again = kinds_over(module.NOTHING, record.model_dump(by_alias=True))
    assert dict(again.units.codes) == dict(DEFAULT.units.codes)
    assert (again.concepts, again.events, again.dimensions) == (DEFAULT.concepts, DEFAULT.events, DEFAULT.dimensions)


def test_the_default_set_is_sound():
    assert list(DEFAULT.units.clashes()) == []
    assert {unit.dimension for unit in DEFAULT.units.codes.values()} == set(DEFAULT.dimensions)
    for code, unit in DEFAULT.units.codes.items():
        assert DEFAULT.units.codes[unit.base].base == unit.base, code
        assert DEFAULT.units.codes[unit.base].dimension == unit.dimension, code


def test_cldr_names_every_measure_of_the_table():
    assert [code for code in MEASURES if measure_names(code) is None] == []


#: What kinds.yml says, a section, and the ids that it has then.
SECTIONS = [
    ("{}", "events", "product company research policy remark market publication other"),
    ("events: {wreck: {zh: 海损, en: wreck}}", "events", "product company research policy remark market publication wreck other"),
    ("{without: {events: all}, events: {wreck: {zh: 海损, en: wreck}}}", "events", "wreck other"),
    ("{without: {concepts: [idiom, model]}}", "concepts", "person organization place work idea"),
    ("{without: {concepts: all}, concepts: {poem: {zh: 诗, en: poem}}}", "concepts", "poem"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "section", "ids"), SECTIONS)
def test_the_ids_of_a_section(said, section, ids):
    assert " ".join(ids_of(own(said), section)) == ids


def test_what_the_rules_find_stays():
    units = own("{without: {units: all}}").units
    assert set(units.codes) == kept(DEFAULT, "units")
    found = [str(hit) for hit in find_quantities("三成，两年半，8美元，每月30%，零下5度，一半，5公斤", "zh", units)]
    assert found == ["30 percent", "2.5 year", "30 percent per month", "50 percent"]
    assert not any("USD" in hit or "kilogram" in hit for hit in found)


def test_names_of_a_kind():
    kinds = own("""concepts:
  poem: {zh: 诗, en: poem}
  ode: {zh: 赋, en: ode, plural: fu, heading: {zh: 辞赋}}
  poet: {zh: 诗人, en: poet, named: true}
""")
    assert [kinds.concepts[name].heading["en"] for name in ("poem", "ode", "person")] == ["Poems", "Fu", "People"]
    assert [kinds.concepts[name].heading["zh"] for name in ("poem", "ode", "person")] == ["诗", "辞赋", "人物"]
    assert [kinds.concepts[name].named for name in ("poem", "poet", "person", "idea")] == [False, True, True, False]


#: What kinds.yml says of units, a text, and the quantities in it.
UNITS = [
    ("hu: {zh: 斛, en: hu}", "三百斛粮食，2斛，十斛", ["300 hu", "2 hu", "10 hu"]),
    ("hu: {zh: 斛, en: hu, counts: true}", "两斛，三百斛", ["300 hu"]),
    ("tael: {zh: 兩, en: tael, words: {zh: [兩, 两银子]}}", "一百两，5兩，八两银子，三两天，一千两百人，十多两，三四两",
     ["100 tael", "5 tael", "8 tael", "1,200 person", "≥ 10 tael", "3–4 tael"]),
    ("guan: {zh: 贯, en: string, words: {zh: [贯, {word: 缗, factor: 0.5}]}}", "三百贯，四十缗", ["300 guan", "20 guan"]),
    ("li: {words: {zh: [{word: 里, notBefore: 面}]}}", "五十里路，五十里面，三华里", ["50 li", "3 li"]),
    ("CZK: {iso4217: CZK, dimension: money, words: {zh: [捷克克朗, 捷克币]}, signs: [Kč]}", "5000捷克克朗，Kč300",
     ["5,000 CZK", "300 CZK"]),
    ("knot: {ucum: '[kn_i]', dimension: measure}", "航速20节", ["20 knot"]),
    ("wage: {zh: 工资, en: wage, words: {zh: [{word: 年薪, per: year}]}}", "30年薪", ["30 wage per year"]),
    ("mast: {zh: 根桅, en: mast}", "三根桅，30根木", ["3 mast", "30 item"]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "text", "right"), UNITS)
def test_a_unit_of_its_own_is_found(said, text, right):
    units = own(f"without: {{units: [liang]}}\nunits: {{{said}}}").units
    assert [str(hit) for hit in find_quantities(text, "zh", units)] == right


def test_a_unit_of_one_edition_is_not_in_another():
    assert find_quantities("三百斛", "zh", own("units: {hu: {zh: 斛, en: hu}}").units)
    assert find_quantities("三百斛", "zh") == ()


#: What kinds.yml says of units, a quantity, and how it is written.
WRITTEN = [
    ("hu: {zh: 斛, en: hu, plural: hu}", "≥ 300 hu", "至少300斛", "at least 300 hu"),
    ("hu: {zh: 斛, en: hu}", "5 hu per year", "5斛/年", "5 hus per year"),
    ("CZK: {iso4217: CZK}", "1 CZK", "1捷克克朗", "1 Czech koruna"),
    ("CZK: {iso4217: CZK}", "20,000 CZK", "2万捷克克朗", "20,000 Czech korunas"),
    ("knot: {ucum: '[kn_i]'}", "20 knot", "20节", "20 knots"),
    ("USD: {zh: 美金}", "5 USD", "5美金", "5 dollars"),
]


@pytest.mark.parametrize(("said", "quantity", "zh", "en"), WRITTEN)
def test_it_is_written_by_its_names_or_those_of_cldr(said, quantity, zh, en):
    units = own(f"units: {{{said}}}").units
    assert [parse_quantity(quantity).words(lang, units) for lang in ("zh", "en")] == [zh, en]


def test_units_are_converted_whatever_their_order():
    units = own(
        "units: {shi: {zh: 石, en: shi, equals: 10 dou}, dou: {zh: 斗, en: dou, equals: 10 sheng},"
        " sheng: {zh: 市升, en: sheng, equals: 0.6 liter}}"
    ).units
    assert [units[code].factor for code in ("shi", "dou", "sheng")] == [Decimal(60), Decimal(6), Decimal("0.6")]
    assert {units[code].base for code in ("shi", "dou", "sheng")} == {"liter"}
    assert parse_quantity("2 shi").order(units) > parse_quantity("110 liter").order(units)


#: A sentence, its translation, and the numbers that are missing and added where a 里 is 500 meters and a 斛 20 liters.
CONVERTED = [
    ("走了五十里", "It went 25 kilometers", "", ""),
    ("走了五十里", "It went twenty-five kilometers", "", ""),
    ("走了五十里", "It went 25 km", "", ""),
    ("走了五十里", "It went fifteen and a half miles", "", ""),
    ("走了五十里", "It went 25 kilograms", "50", "25"),
    ("走了五十里", "It went 35 kilometers", "50", "35"),
    ("装三百斛", "It holds 6,000 liters", "", ""),
    ("装三百斛", "It holds 3,000 liters", "300", "3000"),
    ("装十斛", "It holds grain", "10", ""),
    ("装十斛", "It holds ten hu", "", ""),
    ("时速20kn", "It makes 21 knots", "20", "21"),
    ("五十斤", "25 kilograms", "", ""),
    ("一百两银子", "100 taels of silver", "", ""),
    ("一百两银子", "102 taels of silver", "100", "102"),
]


@pytest.mark.parametrize(("source", "translation", "missing", "added"), CONVERTED)
def test_a_number_that_is_converted_is_the_same(source, translation, missing, added):
    units = own(
        "{without: {units: [liang]}, units: {li: {words: {zh: [里]}}, hu: {zh: 斛, en: hu, equals: 20 liter},"
        " knot: {ucum: '[kn_i]', words: {zh: [kn, 节]}},"
        " tael: {zh: 两, en: tael}}}"
    ).units
    found = numbers_apart(source, translation, ("zh", "en"), units)
    assert found == tuple(tuple(Decimal(value) for value in values.split()) for values in (missing, added))


def test_every_name_of_a_unit_can_stand_in_an_attribute_of_a_page():
    units = default_kinds().units.codes.values()
    assert [name for unit in units for name in (unit.zh, unit.one, unit.many) if not PLAIN.fullmatch(name)] == []
