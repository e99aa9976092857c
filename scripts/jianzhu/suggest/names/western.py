"""Western: names in a text that is written in Latin letters, by their capitals."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from babel import Locale

from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.words import either, signs, words

WORDS = Rule("words with capitals")
WORD = Rule("a word with a capital within a sentence")
TITLED = Rule("words with capitals, after a title")

#: Languages that write every noun with a capital, so that a capital says nothing.
_CAPITALIZED_NOUNS = frozenset({"de", "lb", "nds"})
_WORD = r"(?:[A-Z]\w*(?:['’](?!s\b)\w+)?(?:[.-][A-Z0-9]\w*)*|[a-z]+[A-Z]\w*)"
_LINK = r"(?:of|of the|de|del|della|di|da|du|des|von|van|der|den|la|le|&)"
_INITIAL = r"[A-Z]\w{0,2}\."
_FURTHER = rf"\s(?:{_LINK}\s){{0,2}}(?:{_INITIAL}(?=\s)|{_WORD}|\d+(?:\.\d+)*)(?!\w)"
_NAME = re.compile(rf"(?<![\w.])(?:{_INITIAL}|{_WORD})(?:{_FURTHER})*")
_START = re.compile(r"(?:^|[.!?:;…]['\"”’)\]]*\s+|^\W+|[\n“\"(‘]\s*)$")
_PLAIN = re.compile(r"[a-z]+")
_TITLES = re.compile(rf"(?:{either('english-titles')})\.?\s")
_ORGANIZATION = re.compile(rf"\b(?:{either('english-organizations')})\b")
_PLACE = re.compile(rf"\b(?:{either('english-places')})\b")


def in_western(sentences: Sequence[str], language: str) -> Iterator[list[Mention]]:
    """The mentions in each of `sentences` of a text in the language of that code.

    A word counts that has a capital where no sentence begins, unless the text also writes it without. Languages that give every
    noun a capital have none.
    """
    if language in _CAPITALIZED_NOUNS:
        yield from ([] for _ in sentences)
        return
    small = Counter(word for sentence in sentences for word in _PLAIN.findall(sentence))
    inner = {
        found[0].rstrip(".")
        for text in sentences
        for found in _NAME.finditer(text)
        if not _START.search(text[: found.start()][-12:])
    }
    for text in sentences:
        yield list(_mentions(text, small, inner))


def _mentions(text: str, small: Counter[str], inner: set[str]) -> Iterator[Mention]:
    if _is_title(text):
        return
    for found in _NAME.finditer(text):
        start, end = found.span()
        begins = bool(_START.search(text[:start][-12:]))
        while start < end:
            first = re.match(r"[\w'’.-]+", text[start:end])
            if not first or not _is_common(first[0], small, begins):
                break
            rest = re.match(r"\s+(?:(?:of|the|&)\s+)*", text[start + first.end() : end])
            if not rest:
                start = end
                break
            start += first.end() + rest.end()
            begins = False
        name = text[start:end].rstrip(".") if start < end else ""
        single = " " not in name
        if len(name) < 2 or (single and (name.lower() in small or (begins and name not in inner))):
            continue
        titled = _TITLES.search(text[max(0, start - 12) : start] + " ") if start else None
        title = _TITLES.match(name)
        if title:
            start, name = start + title.end(), name[title.end() :]
        if len(name) > 1 and name not in _ordinary() | words("english-titles"):
            rule = TITLED if titled or title else WORDS if " " in name else WORD
            yield Mention(start, start + len(name), _type(name, bool(titled or title)), rule)


def _is_title(text: str) -> bool:
    """Whether most words of `text` have a capital, as in a title, so that a capital says nothing."""
    long = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.9 * len(long)


def _is_common(word: str, small: Counter[str], begins: bool) -> bool:
    bare = word.rstrip(".")
    if bare in signs() or bare in _ordinary() or re.fullmatch(r"I(?:['’]\w+)?", bare):
        return True
    return not re.search("[A-Z]", bare) or (begins and (bare.lower() in small or bare in words("openers")))


def _type(name: str, titled: bool) -> NameType:
    if _ORGANIZATION.search(name):
        return NameType.ORGANIZATION
    if _PLACE.search(name):
        return NameType.PLACE
    if re.search(r"\d", name):
        return NameType.MODEL
    return NameType.PERSON if titled or " " in name else NameType.ORGANIZATION


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    """Words that have capitals and that no editor names: countries, their languages and peoples, days and months (CLDR)."""
    english = Locale("en")
    found = {*english.territories.values(), *english.languages.values()}
    for kind in (english.days, english.months):
        found |= {word for width in kind["format"].values() for word in width.values()}
    return frozenset(found) | words("peoples")
