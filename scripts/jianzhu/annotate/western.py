"""Western: where sentences end in languages that write them with full stops and spaces, English above all.

A stop ends a sentence where a space and a capital letter follow; the full stop of an abbreviation or of an initial does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: A run of stops with what closes behind it and the signs of footnotes, and the space up to the next sentence.
_END = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’)\]»]*+(?:[ \u00a0\u202f]»)?+(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]{1,3}+)*+"""
    r"(\s++)(?=((?:«\s)?\S{1,40}))"
)
#: How a sentence begins: a capital, a figure or a name such as iPhone, behind what opens.
_BEGINNING = re.compile(r"""["'“‘(\[«—\s]*(?:[^\W\d_a-z]|\d|[a-z]{1,3}[A-Z])""")
_INITIAL = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*")
_STOPS = re.compile(r"[.!?…]+")
#: No word that matters is longer.
_LONGEST = 40
_CLOSERS = ",;:.!?…”’\"')]»"
_OPENERS = "\"'“‘([«—–-"

#: Abbreviations that stand in front of what they belong to, so that no sentence ends with them.
_LEADING = frozenset(
    """mr mrs ms dr prof st mt ft rev hon gen col lt maj capt sgt gov sen rep pres messrs mme mlle m mm br fr cmdr adm supt
    insp dept assn bros fig figs vol vols ch chap sec art pp p pt bk ed eds trans cf viz vs v e.g i.e al approx ca op cit ibid
    regt brig esp resp monsieur sig herr""".split()  # noqa: SIM905 - a list to read
)
#: Abbreviations with which a sentence may end: it does where the next word is one that sentences begin with.
_TRAILING = frozenset(
    """etc inc ltd co corp jr sr esq ph.d m.d m.a b.a u.s u.k u.n u.s.a a.m p.m a.d b.c b.c.e c.e ave blvd rd st a.k.a jan feb
    mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun d.c""".split()  # noqa: SIM905 - a list to read
)
#: Words that begin sentences and hardly ever names.
_STARTERS = frozenset(
    """a after all although an and as at because before but by did do does each every few for from had has have he her here his
    how however i if in indeed is it its many most my never no nor not nothing now of on once one or our perhaps she since so
    some such that the their then there these they this those though thus to under until was we were what when where
    which while who why will with yes yet you your""".split()  # noqa: SIM905 - a list to read
)
#: What stands in front of a figure: No. 7.
_COUNTED = frozenset({"no", "nos", "nr", "art"})


def split_western(text: str) -> tuple[str, ...]:
    """`text` (one block) cut behind its sentences and the space behind them; the parts joined are the text.

    Quotations and brackets are kept whole, if they close; where one ends with a stop, so does its sentence if the next begins
    with a capital letter.
    """
    parts, start = [], 0
    within = _closings(text)
    for match in _END.finditer(text):
        close = within.get(match.start(), -1)
        if close >= match.start(1) or not _ends(text, start, match):
            continue
        parts.append(text[start : match.end(1)])
        start = match.end(1)
    return tuple([*parts, text[start:]] if text[start:] else parts)


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """True where the sentence from `start` ends with the stops of `match`."""
    following = match[2]
    if not _BEGINNING.match(following):
        return False
    run = _STOPS.match(match[0])
    stops = run[0] if run else ""
    word = following.strip(_OPENERS)
    if stops != ".":
        # I is a capital everywhere.
        return not (stops.startswith(("…", "..")) and re.match(r"I\b", word))
    begin = max(start, text.rfind(" ", max(start, match.start() - _LONGEST), match.start()) + 1)
    end = text[max(start, begin - _LONGEST) : begin].split()
    return _ends_with(text[begin : match.start()].lstrip(_OPENERS), end[-1] if end else "", word.rstrip(_CLOSERS))


def _ends_with(word: str, before: str, following: str) -> bool:
    """True where a sentence ends with `word` and a full stop, between the words `before`, empty for none, and `following`."""
    low = word.lower()
    starts = following.lower() in _STARTERS
    if low in _TRAILING:
        return starts
    if low in _LEADING or (low in _COUNTED and following[:1].isdigit()):
        return False
    if not before and word.isdigit():
        return False  # the number of an item
    if word == "I":
        return before.islower() or not before
    if _INITIAL.fullmatch(word) and (word[0].isupper() or "." in word):
        return starts and "." in word
    return True


def _closings(text: str) -> Mapping[int, int]:
    """For every stop within a quotation or brackets, where the outermost of them closes."""
    found: dict[int, int] = {}
    for begin, end in _enclosed(text):
        for stop in _STOPS.finditer(text[begin:end]):
            found.setdefault(begin + stop.start(), end)
    return found


_PAIRS = {"“": "”", "(": ")", "[": "]", "«": "»"}


def _enclosed(text: str) -> Iterator[tuple[int, int]]:
    """From and to of the outermost quotations and brackets that close, those of straight quotation marks among them."""
    opened: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    straight = -1
    for at, character in enumerate(text):
        if character in _PAIRS:
            opened.append((character, at))
        elif character in _PAIRS.values():
            for place in range(len(opened) - 1, max(-1, len(opened) - 8), -1):
                if _PAIRS[opened[place][0]] == character:
                    spans.append((opened[place][1], at))
                    del opened[place:]
                    break
        elif character == '"':
            if straight < 0:
                straight = at
            else:
                spans.append((straight, at))
                straight = -1
    reached = -1
    for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if begin > reached:
            yield begin, end
            reached = end
