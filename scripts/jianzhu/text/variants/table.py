"""Table: what a converter does to the texts of the site, small enough for a page to load.

For each character its usual form, and for every place in the texts where that is not the form it has, the shortest words around
it that always mean the other one. On the texts it was made from it is exact.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from jianzhu.text.characters import Script
from jianzhu.text.variants.convert import Convert
from jianzhu.text.variants.runs import one_line

#: How many characters before and behind one are tried before the whole text is taken to tell its form.
REACH = 8
#: Stands at both ends of a text, so that the words of a rule can be at its beginning or end.
EDGE = "\n"


@dataclass(frozen=True)
class VariantTable:
    """`usual` from a character to its form; `rules` from a character to (words, its place in them, its form there)."""

    usual: Mapping[str, str]
    rules: Mapping[str, tuple[tuple[str, int, str], ...]]

    def apply(self, text: str) -> str:
        """`text`, one line, in the other script, as the page's script does it."""
        text = f"{EDGE}{text}{EDGE}"
        return "".join(self._form(text, at) for at in range(1, len(text) - 1))

    def _form(self, text: str, at: int) -> str:
        for words, place, form in self.rules.get(text[at], ()):
            if at >= place and text.startswith(words, at - place):
                return form
        return self.usual.get(text[at], text[at])


def variants_file(texts: Iterable[tuple[str, str]], converters: Mapping[Script, Convert]) -> str:
    """data/variants.js: a call that gives the page a table for each of `converters`.

    `texts` come with their languages; what is in a script already is not converted to it.
    """
    texts = {(lang, one_line(text)) for lang, text in texts}
    tables = {
        script: derive_table({text for lang, text in texts if lang != script}, convert)
        for script, convert in converters.items()
    }
    data = {
        script: {
            "usual": "".join(f"{character}{form}" for character, form in sorted(table.usual.items())),
            "rules": dict(sorted(table.rules.items())),
        }
        for script, table in tables.items()
    }
    return f"jianzhu.setVariants({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


def derive_table(texts: Collection[str], convert: Convert) -> VariantTable:
    """The table that does to each of `texts` what `convert` does."""
    pairs = [(text, convert(text)) for text in sorted(texts)]
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text, converted in pairs:
        for character, form in zip(text, converted, strict=True):
            counts[character][form] += 1
    usual = {character: min(forms, key=lambda form: (-forms[form], form)) for character, forms in counts.items()}
    torn = {character for character, forms in counts.items() if len(forms) > 1}
    places = [
        (f"{EDGE}{text}{EDGE}", at + 1, converted[at])
        for text, converted in pairs
        for at, character in enumerate(text)
        if character in torn
    ]
    rules: dict[str, set[tuple[str, int, str]]] = defaultdict(set)
    open_places = [place for place in places if place[2] != usual[place[0][place[1]]]]
    for before, behind in _reaches():
        if not open_places:
            break
        forms: dict[tuple[str, int], set[str]] = defaultdict(set)
        for text, at, form in places:
            forms[text[max(0, at - before) : at + behind + 1], before].add(form)
        left = []
        for text, at, form in open_places:
            words = text[max(0, at - before) : at + behind + 1]
            whole = len(words) == before + behind + 1
            if whole and len(forms[words, before]) == 1:
                rules[text[at]].add((words, before, form))
            else:
                left.append((text, at, form))
        open_places = left
    for text, at, form in open_places:
        rules[text[at]].add((text, at, form))
    return VariantTable(
        {character: form for character, form in usual.items() if form != character},
        {character: tuple(sorted(found, key=lambda rule: (-len(rule[0]), rule))) for character, found in rules.items()},
    )


def _reaches() -> Iterator[tuple[int, int]]:
    """How far to look before and behind, the nearest first."""
    reaches = ((before, behind) for before in range(REACH + 1) for behind in range(REACH + 1))
    return iter(sorted(reaches, key=lambda reach: (sum(reach), reach)))
