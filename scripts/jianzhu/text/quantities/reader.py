"""Reader: from the numbers of a text to its quantities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from jianzhu.text.numerals import CHINESE, Numeral, find_numerals, open_numerals
from jianzhu.text.quantities.compounds import compound
from jianzhu.text.quantities.figure import MORE, MYRIADS, Figure, figure_at, is_round
from jianzhu.text.quantities.hit import QuantityHit, hit_of
from jianzhu.text.quantities.ranges import lower_end, range_at, with_between, with_lower_bound
from jianzhu.text.quantities.shares import DISCOUNT, HALF_OF, WRITTEN, discount_of, half_of, share_at, written_share
from jianzhu.text.quantities.words import Lexicon
from jianzhu.text.unit_table import UnitWord

#: In front of a number they make an ordinal, an open number, or a name of it.
_NO_QUANTITY = re.compile(r"[A-Za-z第几数#№]\Z|[\w)]\+\Z|[\d.][:/]\Z|[A-Za-z\d][-_.]\Z")
#: 前10名 are the first ten of a list; 前两年 is a length of time.
_FIRST = re.compile(r"(?<![之以年目此日月天周先])前\Z")

#: What shows that 角 is money.
_DIME = re.compile(rf"\Z|[^\u4e00-\u9fff]|[钱左以多至到硬纸]|[{CHINESE}\d](?:分|\Z|[^\u4e00-\u9fff])")


def read_quantities(text: str, lexicon: Lexicon) -> Iterator[QuantityHit]:
    """Every quantity in `text`, in simplified characters and half width, in the units of `lexicon`."""
    opened = list(open_numerals(text))
    numerals = _ordered([*find_numerals(text), *opened]) if opened else list(find_numerals(text))
    halves = [hit for match in HALF_OF.finditer(text) if (hit := half_of(match, lexicon)) is not None]
    halves += [discount_of(match) for match in DISCOUNT.finditer(text)] + [
        written_share(match) for match in WRITTEN.finditer(text)
    ]
    hits: list[QuantityHit] = []
    at = done = 0
    while at < len(numerals):
        found = _read(text, numerals, at, done, lexicon)
        if found is None:
            at += 1
            continue
        hit, at = found
        hits.append(hit)
        done = hit.end
    taken = sorted([*hits, *halves], key=lambda hit: (hit.start, -hit.end))
    end = 0
    for hit in taken:
        if hit.start >= end:
            end = hit.end
            yield hit


def _ordered(numerals: list[Numeral]) -> list[Numeral]:
    """`numerals` from left to right; of two that overlap the one that begins first."""
    kept: list[Numeral] = []
    for numeral in sorted(numerals, key=lambda numeral: (numeral.start, -numeral.end)):
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _read(text: str, numerals: list[Numeral], at: int, done: int, lexicon: Lexicon) -> tuple[QuantityHit, int] | None:
    """The quantity that begins with the numeral `at`, behind `done`, and which numeral comes next."""
    first = numerals[at]
    named = _NO_QUANTITY.search(text, max(done, first.start - 2), first.start)
    if named and not lexicon.currency.search(text, max(done, first.start - 5), first.start):
        return None
    if share := share_at(text, numerals, at, done, lexicon):
        return share
    figure, next_at = figure_at(text, first, lexicon), at + 1
    if joined := range_at(text, numerals, at, figure, done, lexicon):
        figure, next_at = joined, next_at + 1
    if figure is None:
        return _with_sign(text, numerals, at, done, lexicon)
    if figure.word in ("角", "毛") and text[first.start] in CHINESE and not _DIME.match(text, figure.end):
        return None  # the four corners, and a name, and a name
    if not figure.unit.measures and _FIRST.search(text, max(done, first.start - 2), first.start):
        return None
    if figure.end + 1 == _start(numerals, next_at + 1) and text[figure.end] in "零〇":
        next_at += 1  # 100块零5毛
    while next_at < len(numerals) and (whole := compound(text, figure, numerals[next_at], lexicon)) is not None:
        figure, next_at = whole, next_at + 1
    hit = hit_of(text, figure, done, lexicon)
    return (with_lower_bound(text, with_between(text, hit, done), done), next_at) if hit else None


def _start(numerals: list[Numeral], at: int) -> int:
    return numerals[at].start if at < len(numerals) else -1


def _with_sign(
    text: str, numerals: list[Numeral], at: int, done: int, lexicon: Lexicon
) -> tuple[QuantityHit, int] | None:
    """￥300, $3.5亿, $3-5亿, USD 100: a figure whose unit stands before it."""
    numeral, next_at = numerals[at], at + 1
    sign = lexicon.currency.search(text, max(done, numeral.start - 5), numeral.start)
    if sign is None or numeral.bare:
        return None
    figure = Figure(
        start=numeral.start,
        end=numeral.end,
        low=numeral.low,
        high=numeral.high,
        unit=UnitWord(word="", code=lexicon.units.signs[sign["sign"]]),
    )
    if (match := MORE.match(text, numeral.end)) and is_round(numeral) and match["more"]:
        scale = re.compile("[万亿]").match(text, match.end())
        factor = MYRIADS[scale[0]] if scale else Decimal(1)
        figure = replace(
            figure,
            end=scale.end() if scale else match.end(),
            more=True,
            low=numeral.low * factor,
            high=numeral.high * factor,
        )
    elif match := _ENGLISH_SCALE.match(text, numeral.end):
        factor = _ENGLISH_SCALES[match[1].lower()]
        figure = replace(figure, end=match.end(), low=numeral.low * factor, high=numeral.high * factor)
    elif next_at < len(numerals) and (between := lexicon.to_sign.match(text, numeral.end)):
        upper = numerals[next_at]
        low = lower_end(text, numeral, replace(figure, start=upper.start, end=upper.end, high=upper.high))
        if between.end() == upper.start and low < upper.high:
            figure, next_at = replace(figure, end=upper.end, low=low, high=upper.high), next_at + 1
    hit = hit_of(text, figure, done, lexicon)
    return (hit, next_at) if hit else None


_ENGLISH_SCALES = {"million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}
_ENGLISH_SCALE = re.compile(r" ?(million|billion|trillion)(?![A-Za-z])", re.IGNORECASE)
