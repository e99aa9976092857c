"""Endings: names that end in a word for what the thing is (大学, 科技, 委员会), with the words before it that belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.tokens import FOREIGN, MODIFIERS, OTHER, PERSON, PLACE, Token
from jianzhu.suggest.names.words import countries, either, signs, territories, words
from jianzhu.text.characters import HAN

ORGANIZATION = Rule("a name, and a word for organizations after it")
COMPANY = Rule("a name, and a word for companies after it")
BODY = Rule("a country, and a word for public bodies after it")

#: As many words at most stand before the ending.
_LONGEST = 6
_ORGANIZATIONS, _COMPANIES, _BODIES = words("organizations"), words("companies"), words("bodies")
_BRACKETED = re.compile(rf"[{HAN}]{{2,6}}[（(][{HAN}]{{2,4}}[）)][{HAN}]{{2,10}}?(?:{either('organizations')}|公司)")
#: What ends so is described, not named.
GENERIC = re.compile("(?:公司|市场|政府|企业)$")


def endings(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Names of organizations in `text`, which is in simplified characters."""
    for found in _BRACKETED.finditer(text):
        yield Mention(*found.span(), NameType.ORGANIZATION, ORGANIZATION)
    for found in _societies().finditer(text):
        yield Mention(*found.span(), NameType.ORGANIZATION, BODY)
    for at, token in enumerate(tokens):
        ending = _ending(token)
        if not ending or (GENERIC.search(token.word) and token.word != ending):
            continue
        first = at
        while first and at - first < _LONGEST and _belongs(tokens[first - 1]):
            first -= 1
        parts, after = tokens[first : at + 1], tokens[at + 1] if at + 1 < len(tokens) else None
        mention = _named(parts, ending, after) or _national(parts, ending)
        if mention:
            yield mention


@lru_cache(maxsize=1)
def _societies() -> re.Pattern[str]:
    names = "|".join(sorted(countries(), key=lambda name: (-len(name), name)))
    return re.compile(f"(?:{names})[{HAN}]{{1,4}}?(?:学会|协会|委员会|理事会|基金会|联合会)")


def _ending(token: Token) -> str:
    """The word for organizations that `token` is or ends in; empty where there is none."""
    for size in range(min(4, len(token.word)), 0, -1):
        tail = token.word[-size:]
        if tail in _ORGANIZATIONS or tail in _COMPANIES:
            return tail
        # A single character says something only alone or in a long word: 头部 and 格局 are none.
        if tail in _BODIES and (
            token.word == tail or size > 1 or (len(token.word) > 2 and token.tag not in ("f", "s"))
        ):
            return tail
    return ""


def _belongs(token: Token) -> bool:
    """Whether `token` may be part of a name that ends behind it."""
    plain = re.fullmatch(rf"[{HAN}A-Za-z0-9.·]+", token.word)
    return bool(plain) and (token.is_proper or token.tag in MODIFIERS or token.tag in ("eng", "x") or not token.count)


def is_distinctive(token: Token) -> bool:
    """Whether `token` may make a name of the words behind it: a proper name, or a word that no dictionary has."""
    if token.word in territories() or token.word in signs() or (token.tag in ("x", "m") and not token.word.isalpha()):
        return False
    return token.is_proper or (len(token.word) > 1 and not token.count)


def _named(parts: Sequence[Token], ending: str, after: Token | None) -> Mention | None:
    """The name in `parts` that begins with a word of its own; what stands before that word describes."""
    last = parts[-1]
    own = [n for n, part in enumerate(parts) if is_distinctive(part) and part.word != ending]
    if not own:
        return None
    first = own[0]
    unplaced = next((n for n in own if parts[n].tag != PLACE), first)
    if parts[first].tag == PLACE and unplaced < len(parts) - 1:
        # A place before what has a word of its own is where it is.
        first = unplaced
    one = parts[first]
    if one.tag == "eng" or _is_province(parts[first:], ending):
        return None
    if ending in _COMPANIES - _ORGANIZATIONS:
        # These words are common: they end a name only directly behind a rare word, and where no noun goes on (科技竞争).
        placed = all(parts[n].tag == PLACE and parts[n].count > 20 for n in own)
        near = len(parts) - first <= (4 if one.tag != PLACE and one.count < 100 else 2)
        certain = one.tag in (PERSON, FOREIGN, OTHER) and first == len(parts) - 2
        if placed or not near or (_goes_on(after) and not certain):
            return None
    # 公司 says what a company is, and is no part of its name.
    end = last.start if last.word == "公司" else last.end
    if end - one.start < (2 if last.word == "公司" else 3):
        return None
    return Mention(one.start, end, NameType.ORGANIZATION, COMPANY if ending in _COMPANIES else ORGANIZATION)


def _national(parts: Sequence[Token], ending: str) -> Mention | None:
    """A public body by its country and its field."""
    country = next((n for n, part in enumerate(parts[:-1]) if part.word in countries()), None)
    if country is None or ending not in _BODIES or len(parts) - country > 4:
        return None
    return Mention(parts[country].start, parts[-1].end, NameType.ORGANIZATION, BODY)


def _is_province(parts: Sequence[Token], ending: str) -> bool:
    return ending == "省" and "".join(part.word for part in parts).removesuffix("省") in words("provinces")


def _goes_on(after: Token | None) -> bool:
    """Whether a noun follows that the word for companies belongs to."""
    return after is not None and after.tag in MODIFIERS and after.word not in words("leading") | words("company-acts")
