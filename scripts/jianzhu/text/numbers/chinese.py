"""Chinese: the numbers of a Chinese text in either script."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from decimal import Decimal

from jianzhu.text.characters import fold_script, fold_width
from jianzhu.text.dates.eras import ERAS
from jianzhu.text.numbers.names import without_names
from jianzhu.text.numbers.values import Numbers, gather, table
from jianzhu.text.numerals import CHINESE, Numeral, find_numerals, parse_number, parse_range

_SCALES = {
    sign: figures[0]
    for sign, figures in table(
        "百 100; 千 1e3; 万 1e4; 亿 1e8; 万亿 1e12; 百万 1e6; 千万 1e7; 百亿 1e10; 千亿 1e11"
    ).items()
}
_DIGITS = "零一二三四五六七八九"
#: Words that are a number: ages (Confucius, 论语·为政), pairs, halves.
_WORDS = table(
    """而立 30; 不惑 40; 花甲 60; 古稀 70; 耄耋 80; 弱冠 20; 甲子 60; 半百 50; 半斤 250; 双 2; 翻番 2;
    翻了番 2; 翻一番 2; 翻倍 2; 翻了一番 2; 翻两番 4; 翻了两番 4; 减半 50; 对折 50; 一半 50; 半数 50; 半 0.5; 打 12"""
)
#: Fixed phrases whose numbers no translation has to say.
_IDIOMS = re.compile(
    "十全十美|十分(?!之|钟)|一五一十|三百六十行|十有八九|十之八九|七老八十|百分百|三七二十一|十字|十足|五十步笑百步|十万火急|十万八千里|一百八十度|三十六计|七十二变"
    "|九九归一|九九八十一|二百五|十里洋场|五光十色|一目十行|十年寒窗|十年树木|十年磨一剑|以一当十|三十而立|四十不惑|十恶不赦|十拿九稳|双十一|七七事变|九一八|八一|五四|六四|三八|五一|(?<![一二三四五六七八九第])十一(?![月日个年点家人名位万亿条种])"
)
#: How many of something smaller, or of years, a word for time holds.
_TIMES = table("世纪 100; 年 12; 个月 30; 周 7; 星期 7; 天 24; 小时 60; 钟头 60; 分钟 60; 季度 3; 刻 15; 旬 10")
_TIME = re.compile(rf" ?个?({'|'.join(sorted(_TIMES, key=len, reverse=True))})")
#: 十 alone is a number where something is counted or dated by it.
_COUNTED = re.compile(
    r" ?[个名位家年月日号天周项款种条张台次倍岁点分元块美欧英日万千亿米公里吨斤克%％人所部篇本页字句件大强]"
)
_TENTHS = re.compile("成(?![本功立果为员长分绩人年就熟交品都语名效型群千套片全])")
#: What is taken off a price, as the other language may tell by what is left.
_OFF = re.compile(r"(?:优惠|便宜|折扣|减价|降价|直降|立减)了?(?:[约近达]|高达)?\Z")
_DISCOUNT = re.compile(
    r"(?P<first>\d(?:\.\d)?|[一二三四五六七八九])(?P<second>[一二三四五六七八九]|\d)?折(?![腾叠扣线射磨])"
)
_CENTURY = re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,3}) ?世纪(?:的?(\d0|[一二三四五六七八九]十) ?年代)?")
_DECADE = re.compile(r"(?<!\d)(\d0|[一二三四五六七八九]十) ?年代")
_SHORT_YEAR = re.compile(rf"(?<![\d.{CHINESE}])(\d\d|[一二三四五六七八九〇零]{{2}}) ?年")
_ERA = re.compile(rf"({'|'.join(ERAS)})(元|\d{{1,2}}|[一二三四五六七八九十]{{1,3}}) ?年")
_CLOCK = re.compile(r"(?:下午|晚上|傍晚|夜里|夜晚|晚)(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:点|时|:)")
_HOUR, _O_CLOCK = re.compile("下午|晚上|傍晚|夜里|夜晚|晚"), re.compile(" ?[点时:]")
_HALF = re.compile("(?:个|[年月天斤倍米成]|公里|小时)?半")
_SHARED = re.compile(r"(?:多|余|来)?(万亿|[百千]?[万亿]|[百千])")
_RANGE_SCALE = re.compile(rf" ?[-—–~～至到] ?[\d.,{CHINESE}]*?([百千]?[万亿]+)")


def chinese_numbers(text: str) -> Numbers:
    """The numbers of a Chinese text in either script."""
    return gather(_found(without_names(fold_width(fold_script(text)))))


def _found(text: str) -> Iterator[tuple[Decimal, bool]]:
    text = yield from _named(text)
    for word, figures in _WORDS.items():
        if word in text:
            yield figures[0], False
    for match in re.finditer(rf"(?<![\d百千万亿十两{_DIGITS}])[百千万亿]{{1,4}}", text):
        value = Decimal(1)
        for sign in match[0]:
            value *= _SCALES[sign]
        yield value, False
    for match in re.finditer(rf"(?<![{_DIGITS}〇])[{_DIGITS}〇]{{3,24}}(?![{_DIGITS}〇])", text):
        yield Decimal("".join(str(_DIGITS.find(sign) if sign != "〇" else 0) for sign in match[0])), False
    for numeral in find_numerals(text):
        yield from _values(text, numeral)


def _named(text: str) -> Generator[tuple[Decimal, bool], None, str]:
    """Idioms, centuries, decades, years of two figures and of eras, hours, discounts; returns the text without them."""
    for match in _IDIOMS.finditer(text):
        yield from ((value, False) for numeral in find_numerals(match[0]) for value in (numeral.low, numeral.high))
    text = _IDIOMS.sub(lambda match: "等" * len(match[0]), text)
    for match in _CENTURY.finditer(text):
        if len(_ends(match[1])) != 1:
            continue  # 七八世纪
        if match[2]:
            yield parse_number(match[1]) * 100 - 100 + parse_number(match[2]), True
        else:
            yield parse_number(match[1]), False
            yield parse_number(match[1]) * 100 - 100, False
    text = _CENTURY.sub("世纪", text)
    for match in _DECADE.finditer(text):
        for century in (1800, 1900, 2000):
            yield century + parse_number(match[1]), False
        yield parse_number(match[1]), False
    text = _DECADE.sub("年代", text)
    for match in _ERA.finditer(text):
        if match[2] != "元" and len(_ends(match[2])) != 1:
            continue  # 光绪二三年
        number = 1 if match[2] == "元" else int(parse_number(match[2]))
        yield Decimal(number), False
        for first, _ in ERAS[match[1]]:
            yield Decimal(first + number - 1), False
    text = _ERA.sub("年", text)
    short_years: list[int] = []
    for match in _SHORT_YEAR.finditer(text):
        figures = (
            match[1]
            if match[1].isdigit()
            else "".join(str("〇一二三四五六七八九".find(sign)) if sign != "零" else "0" for sign in match[1])
        )
        if "-" not in figures and len(figures) == 2:
            yield Decimal(figures), False
            short_years.append(match.start(1))
            yield from ((Decimal(century + int(figures)), False) for century in (1900, 2000))
    for match in _CLOCK.finditer(text):
        yield from ((value + 12, False) for value in _ends(match[1]))
    for match in _DISCOUNT.finditer(text):
        share = parse_number(match["first"]) * 10 + (parse_number(match["second"]) if match["second"] else 0)
        yield share, not match["second"]
        if match["second"]:
            yield from ((parse_number(match[name]) * 10, False) for name in ("first", "second"))
    # Two figures may be a year or a number of years: neither is missed.
    text = "".join(
        " " if at in short_years or at - 1 in short_years else character for at, character in enumerate(text)
    )
    return _DISCOUNT.sub("折", text)


def _ends(words: str) -> set[Decimal]:
    """The ends of what `words` say: one value, two for 七八, none where they are no number."""
    try:
        low, high, _ = parse_range(words)
    except ValueError:
        return set()
    return {low, high}


def _values(text: str, numeral: Numeral) -> Iterator[tuple[Decimal, bool]]:
    """What `numeral` says, with the scale and the unit behind it."""
    words = text[numeral.start : numeral.end]
    before, behind = text[max(0, numeral.start - 1) : numeral.start], text[numeral.end : numeral.end + 1]
    scale = Decimal(1)
    if not re.search(r"[万亿]\Z", words) and (
        shared := _SHARED.match(text, numeral.end) or _RANGE_SCALE.match(text, numeral.end)
    ):
        for sign in shared[1]:
            scale *= _SCALES[sign]
    half = _HALF.match(text, numeral.end)
    if _TENTHS.match(text, numeral.end) and numeral.high <= 10:
        scale = Decimal(10)
    fraction = text.startswith("分之", numeral.end)
    open_ended = before in ("几", "数") or behind == "几" or numeral.bare or fraction or numeral.low != numeral.high
    single_ten = words in ("十", "百", "千") and not _COUNTED.match(text, numeral.end)
    clock = _HOUR.search(text, max(0, numeral.start - 2), numeral.start) and _O_CLOCK.match(text, numeral.end)
    off = _OFF.search(text, max(0, numeral.start - 6), numeral.start) and text.startswith("%", numeral.end)
    if off:
        yield 100 - numeral.low, False
    for value in {numeral.low * scale, numeral.high * scale}:
        yield value, not (open_ended or single_ten or half or clock or off) and (words[0].isdigit() or value >= 10)
        if half:
            yield value + Decimal("0.5") * scale, False
            if time := _TIME.match(text, half.end()):
                yield (value + Decimal("0.5")) * _TIMES[time[1]][0], False
        if (time := _TIME.match(text, numeral.end)) and value <= 1000:
            yield value * _TIMES[time[1]][0], False
            if time[1] in ("分钟", "秒", "个月", "年", "天") and value:
                yield from ((value / parts, False) for parts in (60, 12, 7, 24, 10, 100) if value % parts == 0)
        if "余" in behind or "多" in behind:
            yield value, False
    if "几" in words:  # 十几万 is more than a hundred thousand
        yield (numeral.low - (numeral.high - numeral.low) / 8) * scale, False
    if fraction:
        yield from _fraction(text, numeral)


def _fraction(text: str, below: Numeral) -> Iterator[tuple[Decimal, bool]]:
    """三分之一 is a third, and 33 percent; 百分之三十 is 30."""
    above = next(find_numerals(text[below.end + 2 : below.end + 20]), None)
    if above is None or above.start or not below.low:
        return
    for value in {above.low, above.high}:
        yield value * 100 / below.low, False
        yield value / below.low, False
