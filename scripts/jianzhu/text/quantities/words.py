"""Words: what Chinese calls the units of quantities, in simplified characters, and the patterns that find them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from jianzhu.text.numerals import CHINESE
from jianzhu.text.unit_table import Units, UnitWord

#: What stands for a 两 that is a unit.
_MASK = "\ue000"
#: What a rate is per, where the word is no unit by itself: 10万元/月.
_PER = {
    "月": "month", "日": "day", "季": "quarter", "季度": "quarter", "分": "minute", "时": "hour", "h": "hour", "s": "second",
    "人": "person",
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of the `units` of an edition, and the patterns that the grammar makes of them."""

    units: Units

    @cached_property
    def words(self) -> Mapping[str, UnitWord]:
        """The words of the units, those that begin with 两 as `masked` writes them."""
        own = self._of_two
        return {f"{_MASK}{word[1:]}" if word in own else word: unit for word, unit in self.units.words.items()}

    @property
    def _of_two(self) -> list[str]:
        """The words of the edition's own units that begin with 两."""
        own = self.units.own
        return [
            word
            for word, unit in self.units.words.items()
            if word[0] == "两" and unit.code.partition(" per ")[0] in own
        ]

    @cached_property
    def _taels(self) -> re.Pattern[str] | None:
        """The 两 of a unit: behind a number, and not before what is counted by it (三两天) or multiplied (一千两百)."""
        rest = sorted({word[1:] for word in self._of_two}, key=len, reverse=True)
        others = "|".join(re.escape(word) for word in self.units.words if not word.startswith("两"))
        ends = "|".join(map(re.escape, rest))
        return re.compile(rf"(?<=[\d{CHINESE}多余来半])两(?={ends})(?![百千万亿]|{others})") if rest else None

    def masked(self, text: str) -> str:
        """`text` with another character, of the same length, for each 两 that is a unit and no number: 一百两."""
        return self._taels.sub(_MASK, text) if self._taels else text

    @cached_property
    def unit(self) -> re.Pattern[str]:
        """A unit behind a number, with a scale before it."""
        return re.compile(
            rf"[ ]? (?P<letter>[KMBT](?=个?参数|[ ]?[Tt]okens?))? (?P<scale>万亿|[百千万亿])?? [ ]?"
            rf"(?: (?P<half>个半)(?P<month>月) | (?P<half_>个半)? (?P<unit>{self._pattern}) )",
            re.VERBOSE,
        )

    @cached_property
    def _pattern(self) -> str:
        """A pattern of the words, the longest first; a Latin one ends where no letter follows."""
        return "|".join(
            re.escape(word)
            + (r"(?![A-Za-z\d])" if word[-1].isascii() and word[-1].isalpha() else "")
            + (f"(?![{re.escape(unit.unless)}])" if unit.unless else "")
            + (f"(?=[ ]?(?:{unit.only}))" if unit.only else "")
            for word, unit in sorted(self.words.items(), key=lambda item: (-len(item[0]), item[0]))
        )

    @cached_property
    def thousand(self) -> re.Pattern[str]:
        """千卡 and 千帕: the unit begins with the last character of the number."""
        words = sorted((word for word in self.words if word[0] == "千"), key=len, reverse=True)
        return re.compile("|".join(map(re.escape, words)) or "(?!)")

    @cached_property
    def half_of_a_unit(self) -> re.Pattern[str]:
        """一个半小时: half a unit more."""
        return re.compile(rf" ?个半(?:{self._pattern})")

    @cached_property
    def currency(self) -> re.Pattern[str]:
        """A sign or code in front of a figure."""
        signs = sorted(self.units.signs, key=len, reverse=True)
        return re.compile(rf"(?P<sign>{'|'.join(re.escape(sign) for sign in signs) or '(?!)'}) ?\Z")

    @cached_property
    def to_sign(self) -> re.Pattern[str]:
        """Between the ends of a range of which the second may have its sign, too: $3-$5."""
        signs = "|".join(re.escape(sign) for sign in self.units.signs) or "(?!)"
        return re.compile(rf" ?(?:[-–—―~～]{{1,2}}|至|到) ?(?:{signs})?")

    @cached_property
    def per_words(self) -> Mapping[str, str]:
        """What a rate is per."""
        return {word: unit.code for word, unit in self.words.items()} | {
            word: code for word, code in _PER.items() if code in self.units
        }

    @cached_property
    def _per_pattern(self) -> str:
        return "|".join(
            re.escape(word) + (r"(?![A-Za-z\d])" if word.isascii() else "")
            for word in sorted(self.per_words, key=lambda word: (-len(word), word))
        )

    @cached_property
    def per(self) -> re.Pattern[str]:
        """What a rate is per, behind its unit: 10万元/月."""
        return re.compile(rf" ?[/每] ?(?P<unit>{self._per_pattern})")

    @cached_property
    def each(self) -> re.Pattern[str]:
        """What a rate is per, in front of its figure: 每天70万美元."""
        about = "约|近|超过|超|大约|高达|达到|达|只|为|可达|在"
        return re.compile(
            rf"(?:每(?:一|个)?(?P<unit>{self._per_pattern})|(?P<speed>时速)|(?P<yearly>年薪))(?:{about})?\Z"
        )


@lru_cache(maxsize=8)
def lexicon_of(units: Units) -> Lexicon:
    """The words of `units`."""
    return Lexicon(units)
