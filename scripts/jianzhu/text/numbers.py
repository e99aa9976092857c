"""Numbers: do a sentence and its translation say the same ones? The classic slip is a myriad too many or too few.

Both texts are read by a grammar of their own into values. A number counts as plain where nobody could take it for a
turn of phrase: written in digits, or ten and above. Every plain number of one text must be among all numbers of the other,
the small and the vague included. What no grammar reads is not missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from jianzhu.text.characters import fold_script
from jianzhu.text.edtf import MONTHS
from jianzhu.text.numerals import NUMBER, parse_number


@dataclass(frozen=True)
class Numbers:
    """The values that a text says: `plain` ones, and `vague` ones that may be a turn of phrase or part of one."""

    plain: frozenset[Decimal]
    vague: frozenset[Decimal]


def numbers_apart(
    source: str, translation: str, languages: tuple[str, str] = ("zh", "en")
) -> tuple[tuple[Decimal, ...], tuple[Decimal, ...]]:
    """The plain numbers of `source` that `translation` lacks, and those it adds, both in ascending order.

    `languages` are the codes of theirs; where there is no grammar for one of these, nothing is compared.
    """
    if not all(lang in GRAMMARS for lang in languages):
        return (), ()
    ours, theirs = (GRAMMARS[lang](text) for lang, text in zip(languages, (source, translation), strict=True))
    missing = ours.plain - theirs.plain - theirs.vague
    added = theirs.plain - ours.plain - ours.vague
    return tuple(sorted(missing)), tuple(sorted(added))


#: Latin words with digits in them, which are names: GPT-3.5, A100, Web3.0, 360GPT; but not 4.2K and 45PB.
_NAMES = re.compile(
    r"(?<![A-Za-z])[A-Za-z]++(?:[-.]?\d[0-9A-Za-z.]*+)+|(?<!\d)\d++(?!K\b|K[^A-Za-z]|[PTGM]B|PF)[A-Za-z][0-9A-Za-z]*"
)


def _gather(found: Iterator[tuple[Decimal, bool]]) -> Numbers:
    values = list(found)
    return Numbers(
        frozenset(value for value, plain in values if plain), frozenset(value for value, plain in values if not plain)
    )


_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_DIGITS = "零一二三四五六七八九"
_AGES = {"而立": 30, "不惑": 40, "花甲": 60, "古稀": 70}
#: With 几 or 数 before or behind it a number is open.
_CHINESE = re.compile(rf"(?P<before>[几数])?(?P<number>{NUMBER})(?P<behind>几)?")
_SHARED = re.compile(rf"[多余几]?([万亿]{{1,24}})|(?: ?[-—–~～至到] ?)(?:{NUMBER})")
_DECADE = re.compile(r"(\d{2}|二十一|二十|十九)世纪(\d0|[一二三四五六七八九]十)年代")
_ROUND_PAIR = re.compile(r"([一二三四五六七八])([二三四五六七八九])([十百千万])")


def chinese_numbers(text: str) -> Numbers:
    """The numbers of a Chinese text in either script."""
    return _gather(_chinese(_NAMES.sub(" ", fold_script(text))))


def _chinese(text: str) -> Iterator[tuple[Decimal, bool]]:
    for match in _DECADE.finditer(text):
        yield parse_number(match[1]) * 100 - 100 + parse_number(match[2]), True
    text = _DECADE.sub("年代", text)
    for match in _ROUND_PAIR.finditer(text):
        for digit in match.groups()[:2]:
            yield parse_number(digit + match[3]), False
    for word, age in _AGES.items():
        if word in text:
            yield Decimal(age), False
    for match in re.finditer("[百千万亿]{1,24}", text):
        value = Decimal(1)
        for sign in match[0]:
            value *= _SCALES[sign]
        yield value, False
    for match in re.finditer(rf"(?<![{_DIGITS}〇])[{_DIGITS}〇]{{3,24}}(?![{_DIGITS}〇])", text):
        yield Decimal("".join(str(_DIGITS.find(sign) if sign != "〇" else 0) for sign in match[0])), False
    for match in _CHINESE.finditer(text):
        read = _chinese_value(text, match)
        if read is not None:
            open_ended = match["before"] or match["behind"]
            yield read, not open_ended and (match["number"][0].isdigit() or read >= 10)


def _chinese_value(text: str, match: re.Match[str]) -> Decimal | None:
    """The number with the scale that it shares with what follows: 2-3亿, 200多万; tenths (三成) as percent."""
    number, end = match["number"], match.end("number")
    if number[-1] not in "万亿" and (shared := _SHARED.match(text, end)):
        number += shared[1] or shared[0][len(shared[0].rstrip("万亿")) :]
    try:
        value = parse_number(number)
    except ValueError:
        return None
    return value * 10 if text.startswith("成", end) and value <= 10 else value


_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen"""
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_WORDS = {word: value for value, word in enumerate(_SMALL.split())}
_WORDS |= {word: 10 * value for value, word in enumerate(_ROUND.split(), 2)}
_SCALE_WORDS = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
                "quadrillion": 10**15}  # fmt: skip
_TURNS = {"half": "0.5", "dozen": "12", "twice": "2", "double": "2", "twofold": "2", "couple": "2", "pair": "2", "third": "3",
          "quarter": "4", "tenth": "10", "triple": "3", "once": "1", "first": "1", "single": "1"}  # fmt: skip
_ANY = "|".join([*_WORDS, *_SCALE_WORDS])
_ENGLISH = re.compile(
    rf"(?<![\w.])(?P<open>\b(?:several|few) )?"
    rf"(?:(?P<digits>\d{{1,24}}(?:,\d{{3}}){{0,8}}(?:\.\d{{1,24}})?)(?!\d|st|nd|rd|th|s)"
    rf"|(?:an? (?=(?:{'|'.join(_SCALE_WORDS)})\b))?(?:{_ANY})\b)"
    rf"(?:[ -](?:and )?(?:{_ANY})\b)*",
    re.IGNORECASE,
)
#: What stands between the lower end of a range and the scale that it shares with the upper: 5 to 20 million.
_RANGE = re.compile(r"(?: to | or |[-–])[\d.,]*\d (million|billion|trillion)\b")


def english_numbers(text: str) -> Numbers:
    """The numbers of an English text."""
    return _gather(_english(text))


def _english(text: str) -> Iterator[tuple[Decimal, bool]]:
    for number, month in enumerate(MONTHS, 1):
        if re.search(rf"\b{month}\b", text):
            yield Decimal(number), False
    for match in re.finditer(r"(?<!\d)(\d{1,24})(?:st|nd|rd|th|s)\b", text):
        yield Decimal(match[1]), False
    for word, figure in _TURNS.items():
        if re.search(rf"\b{word}", text, re.IGNORECASE):
            yield Decimal(figure), False
    text = _NAMES.sub(" ", text)
    for match in _ENGLISH.finditer(text):
        words = match[0]
        if words[-1].isdigit() and (shared := _RANGE.match(text, match.end())):
            words += f" {shared[1]}"
        value = _english_value(words)
        yield value, not match["open"] and (match["digits"] is not None or value >= 10)


def _english_value(words: str) -> Decimal:
    total = Decimal(0)
    group: Decimal | None = None
    for word in re.findall(r"[\d,.]*\d|[a-z]+", words.lower()):
        if word[0].isdigit():
            group = Decimal(word.replace(",", ""))
        elif word in _WORDS:
            group = (group or Decimal(0)) + _WORDS[word]
        elif word == "hundred":
            group = (Decimal(1) if group is None else group) * 100
        elif word in _SCALE_WORDS:
            total += (1 if group is None else group) * _SCALE_WORDS[word]
            group = None
    return total + (group or 0)


#: By the code of a language: what reads the numbers of a text.
GRAMMARS: Mapping[str, Callable[[str], Numbers]] = {"zh": chinese_numbers, "en": english_numbers}
