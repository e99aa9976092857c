"""English: the quantities of an English text.

The words of units are those of the table of units, with the abbreviations below. A number in words below ten counts only where
its unit measures, as in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, lru_cache

from jianzhu.text.english_numerals import ANY_NUMBER, value_of
from jianzhu.text.quantities.hit import QuantityHit
from jianzhu.text.unit_table import Units
from jianzhu.text.units import Quantity

#: Units whose English words say other things as often as not.
_LOOSE = frozenset(
    {
        "K",
        "category",
        "class",
        "deal",
        "degree",
        "event",
        "issue",
        "item",
        "kind",
        "line",
        "page",
        "pair",
        "part",
        "piece",
        "sentence",
        "set",
        "step",
        "time",
        "word",
    }
)
#: Other words for units of the table.
_OTHER_WORDS = """
    percent: percent, per cent, %, pct; percentage point: percentage points; CNY: RMB, renminbi, CNY; USD:
    USD, US dollars; EUR: euros, EUR; GBP: pounds sterling, GBP; JPY: JPY; kilometer: km, kilometres; meter:
    m, metres; centimeter: cm, centimetres; millimeter: mm; nanometer: nm; foot: ft; mile: mi; kilogram: kg;
    gram: g; milligram: mg; pound: lb, lbs; ounce: oz; milliliter: ml, mL; hectare: ha; tonne: tons, tonnes,
    metric tons; liter: litres; square meter: square metres, sq m; square kilometer: square kilometres; hour:
    hrs; minute: mins; degree Celsius: degrees Celsius, °C; degree Fahrenheit: degrees Fahrenheit, °F;
    kilowatt: kW; megawatt: MW; gigawatt: GW; hertz: Hz; mile per hour: mph; kilometer per hour: kph; year of
    age: years old, year-old, year-olds; month of age: months old; week of age: weeks old; person: persons;
    basis point: basis points, bps; company: firms, enterprises; country: nations; times: times; degree:
    degrees
"""


_FLOOR = "more than|over|above|at least|exceeding|no fewer than|no less than|upwards? of|greater than|not less than|a minimum of"
_CEILING = (
    r"less than|under|fewer than|below|up to|at most|no more than|not more than|as much as|as many as|a maximum of"
)
_HEDGE = r"about|around|roughly|some|approximately|nearly|almost|close to|an estimated|circa"
_TENS = {
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2 * 10**6,
    "billions": 2 * 10**9,
    "trillions": 2 * 10**12,
}
_SHARES = {
    "half": Decimal(50), "a third": Decimal(100) / 3, "one third": Decimal(100) / 3, "two thirds": Decimal(200) / 3,
    "a quarter": Decimal(25), "one quarter": Decimal(25), "three quarters": Decimal(75), "a fifth": Decimal(20),
    "one fifth": Decimal(20), "two fifths": Decimal(40), "three fifths": Decimal(60), "four fifths": Decimal(80),
    "a tenth": Decimal(10),
    "one tenth": Decimal(10),
}  # fmt: skip
_SHARE = re.compile(
    rf"(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|(?P<hedge>{_HEDGE}))? ?"
    rf"\b(?P<share>{'|'.join(word.replace(' ', '[ -]') for word in _SHARES)})(?= of\b(?! an?\b))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\bhalf an? (?P<unit>century|year|hour|decade|million|kilometer|mile)\b", re.IGNORECASE)
_HALVES = {
    "century": (50, "year"),
    "year": (6, "month"),
    "hour": (30, "minute"),
    "decade": (5, "year"),
    "kilometer": (500, "meter"),
}
_AGED = re.compile(r"\baged (?P<age>\d{1,3})(?P<more> and (?:over|above|older)| or (?:over|older))?\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PARTS = {
    ("foot", "inch"): 12,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("pound", "ounce"): 16,
    ("year", "month"): 12,
}
_MEASURING = ("money", "share", "time", "computing", "measure")


@dataclass(frozen=True, eq=False)
class _Lexicon:
    """The English words of `units`, and the patterns that the grammar makes of them."""

    units: Units

    @cached_property
    def words(self) -> Mapping[str, tuple[str, Decimal]]:
        """The unit and the factor that each word means."""
        words: dict[str, tuple[str, Decimal]] = {}
        for code, unit in self.units.codes.items():
            if code not in _LOOSE:
                words |= {word: (code, Decimal(1)) for word in (unit.one, unit.many)}
            words |= {word.word: (word.code, word.factor) for word in unit.words.get("en", ())}
        for line in " ".join(_OTHER_WORDS.split()).split("; "):
            code, _, others = line.partition(": ")
            if code in self.units:
                words |= {word: (code, Decimal(1)) for word in others.split(", ")}
        return words | {word: ("year", Decimal(10)) for word in ("decade", "decades")}

    def meaning(self, word: str) -> tuple[str, Decimal]:
        """The unit and the factor that `word` means; no unit where it is none."""
        return self.words.get(word) or self.words.get(word.lower()) or ("", Decimal(1))

    @cached_property
    def _pattern(self) -> str:
        return "|".join(
            re.escape(word) + (r"(?![\w’'])" if word[-1].isalnum() else "")
            for word in sorted(self.words, key=lambda word: (-len(word), word))
        )

    @cached_property
    def _signs(self) -> str:
        signs = sorted(self.units.signs, key=len, reverse=True)
        return "|".join(re.escape(sign) for sign in signs if sign.isascii() or len(sign) == 1) or "(?!)"

    @cached_property
    def figure(self) -> re.Pattern[str]:
        """A figure with its unit, and with what stands around it."""
        return re.compile(
            rf"(?<![\w.,/:-])(?:(?:(?P<floor>{_FLOOR})|(?P<ceiling>{_CEILING})|(?P<hedge>{_HEDGE})) )?(?P<between>between |from )?"
            rf"(?P<minus>[-−])?(?P<sign>{self._signs})? ?(?P<number>{ANY_NUMBER})(?P<half> and a half)?"
            rf"(?:(?: ?(?P<first>{self._pattern}))?(?: to | and |[-–—]| or )(?:{self._signs})?(?P<upper>{ANY_NUMBER}))?"
            r"(?P<or_more> or more)?"
            rf"(?:[ -]?(?P<unit>{self._pattern}))?"
            rf"(?:(?: per | an? |/)(?P<per>{self._pattern}|h|s|capita))?"
            r"(?P<more> or (?:more|above|older)| and (?:over|above|older))?"
            r"(?P<less> or (?:less|fewer|younger)| and under)?(?P<so> or so)?",
            re.IGNORECASE,
        )

    @cached_property
    def open(self) -> re.Pattern[str]:
        """Hundreds of things."""
        return re.compile(
            rf"\b(?:(?P<tens>tens|hundreds) of )?(?P<word>{'|'.join(_TENS)}) of (?P<unit>{self._pattern})",
            re.IGNORECASE,
        )


@lru_cache(maxsize=8)
def _lexicon(units: Units) -> _Lexicon:
    return _Lexicon(units)


def english_quantities(text: str, units: Units) -> tuple[QuantityHit, ...]:
    """Every quantity of an English text in `units`, left to right, none overlapping."""
    lexicon = _lexicon(units)
    found = [*_shares(text), *_figures(text, lexicon), *_open(text, lexicon), *_ages(text)]
    hits: list[QuantityHit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if hits and hit.start < hits[-1].end:
            continue
        whole = _compound(text, hits[-1], hit) if hits else None
        if whole is not None:
            hits[-1] = whole
        else:
            hits.append(hit)
    return tuple(hits)


@dataclass(frozen=True)
class _Bounds:
    floor: bool
    ceiling: bool
    about: bool

    def quantity(self, low: Decimal, high: Decimal, code: str) -> Quantity:
        if low != high:
            return Quantity(None, low, high, code)
        if self.floor:
            return Quantity(None, low, None, code)
        if self.ceiling:
            return Quantity(None, None, high, code)
        return Quantity(low, None, None, code, self.about)


def _figures(text: str, lexicon: _Lexicon) -> Iterator[QuantityHit]:
    at = 0
    while match := lexicon.figure.search(text, at):
        hit = _figure(match, lexicon)
        at = hit.end if hit else match.start("number") + max(1, len(match["number"].split(" ")[0]))
        if hit is not None:
            yield hit


def _figure(match: re.Match[str], lexicon: _Lexicon) -> QuantityHit | None:
    said = match["unit"] or match["first"]
    if said is not None:
        code, factor = lexicon.meaning(said)
    elif match["sign"]:
        code, factor = lexicon.units.signs[match["sign"].upper()], Decimal(1)
    else:
        return None
    if not code or (match["first"] and match["unit"] and lexicon.meaning(match["first"])[0] != code):
        return None
    words = match["number"]
    low = high = value_of(words)
    counts = lexicon.units[code].dimension not in _MEASURING
    if not words[0].isdigit() and counts and low < 10:
        return None
    if counts and _YEAR.fullmatch(words):
        return None  # in 2015 people …
    if match["half"]:
        low = high = low + Decimal("0.5")
    if match["upper"]:
        high = value_of(match["upper"])
        if low < high and not re.search(r"[a-zA-Z]\Z", words) and (scale := _scale(match["upper"])):
            low *= scale
        if low >= high:
            return None
    if match["minus"]:
        low, high = -high if match["upper"] is None else -low, high if match["upper"] else -low
    if match["per"] and (below := _below(match["per"], lexicon)) and " per " not in code and below != code:
        code, end = f"{code} per {below}", match.end()
    else:
        end = match.end() if not match["per"] else match.start("per") - len(_connector(match))
    bounds = _Bounds(
        bool(match["floor"] or match["more"] or match["or_more"]),
        bool(match["ceiling"] or match["less"]),
        bool(match["hedge"] or match["so"]),
    )
    quantity = bounds.quantity(low * factor, high * factor, code)
    return QuantityHit(match.start(), end, quantity)


def _connector(match: re.Match[str]) -> str:
    before = match.string[match.start() : match.start("per")]
    found = re.search(r"(?: per | an? |/)\Z", before, re.IGNORECASE)
    return found[0] if found else ""


def _below(word: str, lexicon: _Lexicon) -> str:
    """The unit that a rate is per."""
    return {"h": "hour", "s": "second", "capita": "person"}.get(word) or lexicon.meaning(word)[0]


def _scale(words: str) -> Decimal | None:
    """The scale that the upper end of a range shares with the lower: 5–20 million."""
    match = re.search(r"\d ?(thousand|million|billion|trillion|bn|tn|[kmbKMBT])\Z", words, re.IGNORECASE)
    return value_of(f"1 {match[1]}" if len(match[1]) > 2 else f"1{match[1]}") if match else None


def _open(text: str, lexicon: _Lexicon) -> Iterator[QuantityHit]:
    """Hundreds of companies are two hundred and more."""
    for match in lexicon.open.finditer(text):
        code, factor = lexicon.meaning(match["unit"])
        value = Decimal(_TENS[match["word"].lower()])
        if match["tens"]:
            value = value / 2 * (20 if match["tens"].lower() == "tens" else 200)
        if code:
            yield QuantityHit(match.start(), match.end(), Quantity(None, value * factor, None, code))


def _shares(text: str) -> Iterator[QuantityHit]:
    """A third of something is 33.33 percent of it; half a century is 50 years."""
    for match in _SHARE.finditer(text):
        exact = _SHARES[match["share"].lower().replace("-", " ")]
        value = exact.quantize(Decimal("0.01")).normalize()
        value = value.quantize(Decimal(1)) if value == int(value) else value
        bounds = _Bounds(bool(match["floor"]), bool(match["ceiling"]), bool(match["hedge"]) or value != exact)
        start = match.start() + (match.string[match.start()] == " ")
        yield QuantityHit(start, match.end(), bounds.quantity(value, value, "percent"))
    for match in _HALF.finditer(text):
        if halves := _HALVES.get(match["unit"].lower()):
            yield QuantityHit(match.start(), match.end(), Quantity(Decimal(halves[0]), None, None, halves[1]))


def _ages(text: str) -> Iterator[QuantityHit]:
    for match in _AGED.finditer(text):
        age, end = Decimal(match["age"]), match.end("more") if match["more"] else match.end("age")
        quantity = _Bounds(bool(match["more"]), ceiling=False, about=False).quantity(age, age, "year of age")
        yield QuantityHit(match.start("age"), end, quantity)


def _compound(text: str, first: QuantityHit, second: QuantityHit) -> QuantityHit | None:
    """5 feet 11 inches, 2 hours and 30 minutes."""
    parts = _PARTS.get((first.quantity.unit, second.quantity.unit))
    large, small = first.quantity.value, second.quantity.value
    if parts is None or large is None or small is None or small >= parts:
        return None
    if text[first.end : second.start] not in (" ", ", ", " and "):
        return None
    value, code = large + small / parts, first.quantity.unit
    if value != value.quantize(Decimal("0.000001")):
        value, code = large * parts + small, second.quantity.unit
    return replace(first, end=second.end, quantity=Quantity(value, None, None, code, first.quantity.approximate))
