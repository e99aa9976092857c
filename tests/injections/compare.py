"""Compare: an edition with injections beside one with their twins."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from jianzhu.annotate.edition import Edition
from jianzhu.show.escape import csv_cell

from tests.injections.editions import base, injected
from tests.injections.fields import CARRIED, UNSEEN, names
from tests.injections.shown import Shown, documents
from tests.injections.texts import UNSEEN_SIGN, fold, norm, shown, sign, twin

#: Data keep what no page can hold.
_DATA = ("CSV", "JSON", "search")
_PINYIN = ("ConceptRecord.pinyin",)
#: Characters of a difference that are told before and behind it.
_AROUND = 40


@dataclass(frozen=True)
class Difference:
    """Where an injection is not shown as the text that it is; `field` is "?" where it is not known whose."""

    context: str
    path: str
    field: str
    wrong: str


@dataclass
class Comparison:
    """Two editions: in one each field has the text that `chosen` has for it, in the other that text's twin.

    Counts how often each field is seen in each context.
    """

    chosen: Mapping[str, str]
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        # Pinyin is looked for without its apostrophes as well.
        self.chosen = {name: text.replace("'", "`") if name in _PINYIN else text for name, text in self.chosen.items()}
        self.signs = _signs(self.chosen)
        self.twins = {name: twin(text, self.signs[text]) for name, text in self.chosen.items()}

    def editions(self) -> tuple[Edition, Edition]:
        """The edition with the injections, and that with their twins."""
        evil, good = (injected(base(), partial(_given, texts)) for texts in (self.chosen, self.twins))
        return evil, good

    def differences(self) -> Iterator[Difference]:
        """Every difference in all that is made of the two."""
        for mine, its in itertools.zip_longest(*map(documents, self.editions())):
            if mine is None or its is None or mine[1] != its[1]:
                yield Difference("all", "all", "?", "there are other documents")
                return
            (context, path, one), (_, _, other) = mine, its
            try:
                yield from self.of_document(context, path, one(), other())
            except Exception as error:
                yield Difference(context, path, "?", f"{type(error).__name__}: {error}")

    def of_document(self, context: str, path: str, one: Shown, other: Shown) -> Iterator[Difference]:
        """What a document shows that its twin does not, and the reverse."""
        for mine, its in itertools.zip_longest(one.elements, other.elements):
            mine_has, its_has = (element and (element[0], [name for name, _ in element[1]]) for element in (mine, its))
            if mine_has != its_has:
                yield Difference(context, path, "?", f"{mine} in the place of {its}")
                return
            for (name, value), (_, harmless) in zip(mine[1], its[1], strict=True):
                if value != harmless:
                    yield from self._of_text(context, path, f"{mine[0]} {name}", value, harmless)
        yield from self._of_text(context, path, "text", one.text, other.text)

    def _of_text(self, context: str, path: str, place: str, mine: str, its: str) -> Iterator[Difference]:
        mine, its = fold(mine), fold(its)
        if context == "CSV":  # the apostrophe before what looks like a formula
            its = its[1:] if its[:1] == "'" and its == csv_cell(its[1:]) else its
            mine = mine.removeprefix("'") if norm(mine) != norm(its) else mine
        if norm(mine) != norm(its):
            at = next(at for at, (a, b) in enumerate(itertools.zip_longest(norm(mine), norm(its))) if a != b)
            around = slice(max(0, at - _AROUND), at + _AROUND)
            yield Difference(context, path, "?", f"{place}: {mine[around]!r} in the place of {its[around]!r}")
            return
        for name, other in self.twins.items():
            harmless, text = fold(other), (fold if context in _DATA else shown)(self.chosen[name])
            at = its.find(harmless) if self.signs[self.chosen[name]] in harmless else -1
            while at >= 0:
                end = at + len(harmless)
                said = mine[at:end] if len(mine) == len(its) else text
                if said != its[at:end]:  # else words of the page's own
                    self.seen[name, context] += 1
                    nearer = its.find(harmless, at + 1, end + len(harmless) - 1)
                    if said != text and nearer >= 0:  # what stands before it ends as it begins
                        at = nearer
                        continue
                    if said != text and not UNSEEN_SIGN.search(mine[max(0, at - 9) : end + 9]):
                        yield Difference(context, path, name, f"{place}: {said!r} in the place of {text!r}")
                        return
                at = its.find(harmless, end)


def _signs(chosen: Mapping[str, str]) -> dict[str, str]:
    """The sign that stands in each text's twin: that of its field, and of one of them where several have the text."""
    signs: dict[str, str] = {}
    for name, text in sorted(chosen.items(), key=lambda item: not sign(item[0]).isascii()):
        signs.setdefault(text, sign(name))
    return signs


def _given(texts: Mapping[str, str], name: str) -> str:
    return "word" if name in UNSEEN else texts[CARRIED.get(name, name)]


def compared(chosen: Mapping[str, str]) -> tuple[Counter[tuple[str, str]], list[Difference]]:
    """How often each field was seen in each context, and every difference."""
    comparison = Comparison(chosen)
    found = list(comparison.differences())
    return comparison.seen, found


def uniform(text: str) -> dict[str, str]:
    """An edition that says `text` everywhere: what one begins, another could end."""
    return dict.fromkeys(names(), text)


def rounds(texts: Sequence[str], count: int, first: int = 0) -> Iterator[dict[str, str]]:
    """`count` editions, in each of which every field has another text; in len(texts) of them each field has had each."""
    own = names()
    for number in range(first, first + count):
        yield {name: texts[(place * len(texts) // len(own) + number) % len(texts)] for place, name in enumerate(own)}


def tried(chosen: Iterable[Mapping[str, str]], each: Callable[..., Iterable] = map) -> tuple[Counter, list[Difference]]:
    """All of `chosen`, compared."""
    counts: Counter[tuple[str, str]] = Counter()
    found: list[Difference] = []
    for seen, different in each(compared, chosen):
        counts += seen
        found += different
    return counts, found


def matrix(counts: Counter[tuple[str, str]], found: Iterable[Difference]) -> str:
    """Fields and contexts: how often each field was seen there, and behind `!` how many differences there are."""
    wrong = Counter((one.field, one.context) for one in found)
    contexts = sorted({context for _, context in (*counts, *wrong)})
    rows = [name for name in (*names(), "?") if any(name == own for own, _ in (*counts, *wrong))]
    width = max(map(len, rows), default=0) + 2
    lines = [f"{number:>3} {context}" for number, context in enumerate(contexts, 1)]
    lines += ["", " " * width + "".join(f"{number:>7}" for number in range(1, len(contexts) + 1))]
    for row in rows:
        cells = ((counts[row, context], wrong[row, context]) for context in contexts)
        lines.append(
            f"{row:<{width}}" + "".join(f"{f'{seen}!{bad}' if bad else seen or '·':>7}" for seen, bad in cells)
        )
    return "\n".join([*lines, "", f"{sum(counts.values()):,} places seen, {sum(wrong.values())} differences"])
