"""CLDR: what currencies and measures are called, by their standard codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from babel.numbers import get_currency_name
from babel.units import format_unit, get_unit_name

_CHINESE = "zh_Hans"
#: A count of the measure, how long its name is, and the locale: Chinese has no longer form than the short one.
_WRITTEN: tuple[tuple[int, Literal["short", "long"], str], ...] = (
    (2, "short", _CHINESE),
    (1, "long", "en"),
    (2, "long", "en"),
)
#: By its code in UCUM: what CLDR calls a measure.
MEASURES: Mapping[str, str] = {
    "ug": "mass-microgram", "mg": "mass-milligram", "g": "mass-gram", "kg": "mass-kilogram", "t": "mass-tonne",
    "[lb_av]": "mass-pound", "[oz_av]": "mass-ounce", "[stone_av]": "mass-stone", "[car_m]": "mass-carat",
    "nm": "length-nanometer", "um": "length-micrometer", "mm": "length-millimeter", "cm": "length-centimeter",
    "dm": "length-decimeter", "m": "length-meter", "km": "length-kilometer", "[in_i]": "length-inch", "[ft_i]": "length-foot",
    "[yd_i]": "length-yard", "[mi_i]": "length-mile", "[nmi_i]": "length-nautical-mile", "[fth_i]": "length-fathom",
    "[fur_us]": "length-furlong", "[ly]": "length-light-year", "AU": "length-astronomical-unit", "pc": "length-parsec",
    "cm2": "area-square-centimeter", "m2": "area-square-meter", "km2": "area-square-kilometer",
    "[sft_i]": "area-square-foot", "[mi_us]2": "area-square-mile", "[acr_us]": "area-acre", "har": "area-hectare",
    "mL": "volume-milliliter", "cL": "volume-centiliter", "dL": "volume-deciliter", "L": "volume-liter", "hL": "volume-hectoliter",
    "cm3": "volume-cubic-centimeter", "m3": "volume-cubic-meter", "km3": "volume-cubic-kilometer", "[gal_us]": "volume-gallon",
    "[pt_us]": "volume-pint", "[qt_us]": "volume-quart", "[bu_us]": "volume-bushel", "[bbl_us]": "volume-barrel",
    "Hz": "frequency-hertz", "kHz": "frequency-kilohertz", "MHz": "frequency-megahertz", "GHz": "frequency-gigahertz",
    "W": "power-watt", "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt", "[HP]": "power-horsepower",
    "J": "energy-joule", "kJ": "energy-kilojoule", "cal": "energy-calorie", "kcal": "energy-kilocalorie",
    "kW.h": "energy-kilowatt-hour", "eV": "energy-electronvolt", "V": "electric-volt", "A": "electric-ampere",
    "Ohm": "electric-ohm",
    "N": "force-newton", "Pa": "pressure-pascal", "kPa": "pressure-kilopascal", "bar": "pressure-bar", "atm": "pressure-atmosphere",
    "Cel": "temperature-celsius", "[degF]": "temperature-fahrenheit", "K": "temperature-kelvin", "deg": "angle-degree",
    "rad": "angle-radian", "ns": "duration-nanosecond", "us": "duration-microsecond", "ms": "duration-millisecond",
    "s": "duration-second", "min": "duration-minute", "h": "duration-hour", "d": "duration-day", "wk": "duration-week",
    "mo": "duration-month", "a": "duration-year", "bit": "digital-bit", "By": "digital-byte", "kBy": "digital-kilobyte",
    "MBy": "digital-megabyte", "GBy": "digital-gigabyte", "TBy": "digital-terabyte", "PBy": "digital-petabyte",
    "[kn_i]": "speed-knot", "m/s": "speed-meter-per-second", "km/h": "speed-kilometer-per-hour", "[mi_i]/h": "speed-mile-per-hour",
    "lm": "light-lumen", "lx": "light-lux", "cd": "light-candela", "mol": "concentr-mole",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Names:
    """What something is called in Chinese, and in English: one of it, and many."""

    zh: str
    one: str
    many: str


def currency_names(code: str) -> Names | None:
    """The names of the currency with the ISO 4217 `code`; None where CLDR has none."""
    zh, one, many = (
        get_currency_name(code, count, locale) for locale, count in ((_CHINESE, None), ("en", 1), ("en", 2))
    )
    return None if code in (zh, one) else Names(zh=zh, one=one, many=many)


def measure_symbol(ucum: str) -> str | None:
    """What English writes for the measure with the UCUM code `ucum` where it is short: km. None where CLDR has nothing."""
    name = MEASURES.get(ucum)
    return format_unit(2, name, "short", locale="en").lstrip("2 ").strip() if name else None


def measure_names(ucum: str) -> Names | None:
    """The names of the measure with the UCUM code `ucum`; None where CLDR has none."""
    name = MEASURES.get(ucum)
    if name is None:
        return None
    zh, one, many = (
        format_unit(count, name, length, locale=locale).lstrip("12 ").strip() for count, length, locale in _WRITTEN
    )
    called = (get_unit_name(name, "long", _CHINESE), get_unit_name(name, "short", _CHINESE))
    words = next((word for word in (zh, *called) if word and not word.isascii()), zh)
    return Names(zh=words, one=one, many=many)
