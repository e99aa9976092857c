"""Forms: the Chinese of the site in the other script, as one small table for readers who ask for it.

OpenCC converts phrase by phrase, since one simplified character may stand for several traditional ones (头发, 发现). The
table says the same with less: for each character its usual form, and for every place in the texts where that is not the
form OpenCC gives, the shortest words around it that always mean the other one. On the texts it was made from it is exact.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from opencc import OpenCC

from edition.characters import HAN

#: The reader's choice and OpenCC's configuration for it; both keep the number of characters.
SCRIPTS = {"zh-Hans": "t2s", "zh-Hant": "s2tw"}
#: How many characters before and behind one may be needed to tell its form.
REACH = 8
#: Stands at both ends of a text, so that the words of a rule can be at its beginning or end.
EDGE = "\n"
_HAS_HAN = re.compile(f"[{HAN}]")
#: Elements whose text is not read.
_SILENT = frozenset({"script", "style", "textarea", "template"})


@dataclass(frozen=True)
class FormTable:
    """`usual` from a character to its form; `rules` from a character to (words, its place in them, its form there)."""

    usual: Mapping[str, str]
    rules: Mapping[str, tuple[tuple[str, int, str], ...]]

    def apply(self, text: str) -> str:
        """`text` in the other script, as the page's script does it."""
        text = f"{EDGE}{text}{EDGE}"
        return "".join(self._form(text, at) for at in range(1, len(text) - 1))

    def _form(self, text: str, at: int) -> str:
        for words, place, form in self.rules.get(text[at], ()):
            if at >= place and text.startswith(words, at - place):
                return form
        return self.usual.get(text[at], text[at])


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: set[str] = set()
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent and _HAS_HAN.search(data):
            self.found.add(data.strip())


def page_texts(html: str) -> set[str]:
    """The texts of a page that have Chinese in them, as its text nodes hold them, without the blanks around them."""
    parser = _Texts()
    parser.feed(html)
    parser.close()
    return parser.found


def forms_file(texts: Collection[str]) -> str:
    """data/script.js: a call that gives the tables for `texts` to the page."""
    tables = {script: derive_table(texts, converter(script)) for script in SCRIPTS}
    data = {
        script: {
            "usual": "".join(f"{character}{form}" for character, form in sorted(table.usual.items())),
            "rules": {character: rules for character, rules in sorted(table.rules.items())},
        }
        for script, table in tables.items()
    }
    return f"jianzhu.forms({json.dumps(data, ensure_ascii=False, separators=(',', ':'))});\n"


@lru_cache
def converter(script: str) -> Callable[[str], str]:
    """OpenCC's conversion to `script`, of which only characters in the place of characters are taken."""
    opencc = OpenCC(SCRIPTS[script])

    def convert(text: str) -> str:
        converted = opencc.convert(text)
        return converted if len(converted) == len(text) else text

    return convert


def derive_table(texts: Collection[str], convert: Callable[[str], str]) -> FormTable:
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
    return FormTable(
        {character: form for character, form in usual.items() if form != character},
        {character: tuple(sorted(found, key=lambda rule: (-len(rule[0]), rule))) for character, found in rules.items()},
    )


def _reaches() -> Iterator[tuple[int, int]]:
    """How far to look before and behind, the nearest first."""
    reaches = ((before, behind) for before in range(REACH + 1) for behind in range(REACH + 1))
    return iter(sorted(reaches, key=lambda reach: (sum(reach), reach)))
