"""Counted: what the things are that a figure counts, by the words behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from jianzhu.text.characters import fold_script
from jianzhu.text.unit_table import Unit, Units

#: Units that only count, and do not say what.
_GENERAL = frozenset({"item", "organization", "piece", "machine"})
#: Languages in which a measure word tells of what kind the things are.
_TOLD_BY_MEASURE = frozenset({"zh"})
#: What things are counted in.
_COUNTS = frozenset({"count", "computing"})
#: How far behind a figure the word for what it counts may begin, and what ends the phrase with it.
_REACH, _WORDS = 14, 6
_BREAK = re.compile(r"[，。；：！？、（()\n]|\d")


def counted_unit(unit: str, told: Iterable[tuple[str, int, int, str]], units: Units) -> str:
    """The unit of a figure: where `unit` is only a measure word, that of the things which are named behind the figure.

    The figure is `told` at a start and an end in a text in the language of a code: the source, or its translation. The first
    that tells its unit leads. `units` are those of the edition.
    """
    if unit not in _GENERAL:
        return unit
    told = [*told]
    # In Chinese the measure word tells of what kind the things are: 家 in 5000多家芯片企业 is of the companies.
    figures = "".join(fold_script(text[start:end]) for text, start, end, lang in told if lang in _TOLD_BY_MEASURE)
    fitting = {
        code: one
        for code, one in units.codes.items()
        if code not in _GENERAL
        and one.dimension in _COUNTS
        and (not figures or (len(one.zh) > 2 and one.zh[0] in figures))
    }
    return next(
        (found for text, _, end, lang in told if lang in _RULES and (found := _RULES[lang](text, end, fitting))), unit
    )


def _chinese(text: str, end: int, fitting: Mapping[str, Unit]) -> str:
    ahead = fold_script(text[end : end + _REACH])
    stop = _BREAK.search(ahead)
    phrase = ahead[: stop.start()] if stop else ahead
    places = [(phrase.find(noun), -len(noun), code) for code in fitting if (noun := fitting[code].zh[1:]) in phrase]
    return min(places)[2] if places else ""


def _english(text: str, end: int, fitting: Mapping[str, Unit]) -> str:
    phrase = re.split(
        r"[,.;:!?()—](?:\s|$)|\b(?:of|that|which|who|in|on|for|to|and|have|had|were)\b", text[end : end + 80]
    )[0]
    words = " ".join(re.findall(r"[\w’'-]+", phrase)[:_WORDS]).lower()
    places = [
        (words.find(name), -len(name), code)
        for code in fitting
        for name in (fitting[code].one.lower(), fitting[code].many.lower())
        if re.search(rf"\b{re.escape(name)}\b", words)
    ]
    return min(places)[2] if places else ""


_RULES: Mapping[str, Callable[[str, int, Mapping[str, Unit]], str]] = {"zh": _chinese, "en": _english}
