"""Dictionary: names that jieba's dictionary or CLDR has. Many of the tags of the former are wrong, so that they are checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianzhu.suggest.names.endings import GENERIC
from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.tokens import ORGANIZATION, OTHER, PERSON, PLACE, Token, count
from jianzhu.suggest.names.words import cities, either, territories, words

LISTED = Rule("in jieba's dictionary, and it ends like an organization")
SHORT = Rule("in jieba's dictionary, and the beginning of an organization there")
PROPER = Rule("in jieba's dictionary, as a proper name", 0.5)
PROVINCE = Rule("a province of China")
CITY = Rule("a city in CLDR")
PLACED = Rule("in jieba's dictionary as a place, also with what kind of place it is")

_ENDING = re.compile(f"(?:{either('organizations')}|{either('bodies')}|{either('companies')}|中央)$")


def listed(tokens: Sequence[Token]) -> Iterator[Mention]:
    """The words among `tokens` that are names by the dictionary."""
    for token in tokens:
        found = _entry(token) if len(token.word) > 1 and token.is_han and token.word not in territories() else None
        if found:
            yield Mention(token.start, token.end, *found)


def _entry(token: Token) -> tuple[NameType, Rule] | None:
    word = token.word
    if word.removesuffix("省") in words("provinces"):
        return NameType.PLACE, PROVINCE
    if token.tag in (ORGANIZATION, "j") and len(word) > 2 and _ENDING.search(word) and not GENERIC.search(word):
        return NameType.ORGANIZATION, LISTED
    if token.tag == PLACE and word in cities():
        return NameType.PLACE, CITY
    if token.tag == PLACE and any(count(word + ending) for ending in words("full-places")):
        return NameType.PLACE, PLACED
    named = token.tag in (OTHER, "j", PERSON) and word not in words("companies")
    if named and any(count(word + ending) for ending in words("full")):
        return NameType.ORGANIZATION, SHORT
    if token.tag == OTHER and token.count > 3:
        return NameType.ORGANIZATION, PROPER
    return None
