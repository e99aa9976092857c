"""Latin: names in Latin letters within a Chinese text, and nouns with the number of a version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.tokens import Token
from jianzhu.suggest.names.words import either, signs, words
from jianzhu.text.characters import HAN

CAPITALS = Rule("in Latin letters, with a capital")
SMALL = Rule("in small Latin letters between Chinese characters", 0.5)
VERSION = Rule("with the number of a version")

_STRETCH = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|[ .'’&+\-/·](?=[A-Za-z0-9]))*\+*")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[.&+\-'’·][A-Za-z0-9]+)*\+*")
_SMALL = re.compile(r"[a-z]{3,12}")
#: A name has a capital, and no number before it whose unit that could be (7B, 4K).
_NAME = re.compile(r"(?!\d)(?=\S*[A-Z])|(?=\d+[A-Z][a-z])")
#: Small words within a name.
_LINKS = frozenset({"of", "the", "for", "and", "de", "del", "la", "von", "van", "der"})
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_VERSION = re.compile(rf"\d+[A-Z][\dA-Za-z]*|\d\.\d+(?=$|[^{HAN}\d%％.A-Za-z ]|大模型|和|与|等)")
_ENDING = re.compile(
    r"(?:Inc|Corp|Ltd|LLC|LP|Labs|Lab|Foundation|University|Institute|Capital|Ventures|Companies|Group|AI)$"
)
_SPEAKER = re.compile(rf"\s?(?:曾|也|还|则|就|在)?(?:{either('reporting')})|先生|女士|教授|博士")


def in_chinese(text: str) -> Iterator[Mention]:
    """Names in Latin letters in a Chinese text. A sentence in another language is none."""
    for stretch in _STRETCH.finditer(text):
        parts = list(_WORD.finditer(text, stretch.start(), stretch.end()))
        if len(parts) >= 4 and sum(part[0][0].islower() for part in parts) >= 2:
            continue
        run: list[re.Match[str]] = []
        for part, after in zip_longest(parts, parts[1:]):
            joined = run and text[run[-1].end() : part.start()] in ("", " ")
            links = part[0] in _LINKS and after and _NAME.match(after[0])
            if _NAME.match(part[0]) or (joined and (links or _NUMBER.fullmatch(part[0]))):
                run.append(part)
            else:
                yield from _name(text, run)
                run = []
        yield from _name(text, run)
        if len(parts) == 1 and _SMALL.fullmatch(parts[0][0]) and parts[0][0] not in signs():
            yield Mention(*parts[0].span(), NameType.ORGANIZATION, SMALL)


def _name(text: str, run: list[re.Match[str]]) -> Iterator[Mention]:
    """The name that the words of `run` are, without what is common at its ends."""
    while run and run[0][0] in signs():
        run = run[1:]
    while len(run) > 1 and run[-1][0] in signs() - words("latin-endings"):
        run = run[:-1]
    if run and run[-1].end() - run[0].start() > 1:
        start, end = run[0].start(), run[-1].end()
        yield Mention(start, end, _type(text, start, end), CAPITALS)


def _type(text: str, start: int, end: int) -> NameType:
    name = text[start:end]
    if _SPEAKER.match(text, end) and " " in name:
        return NameType.PERSON
    if _ENDING.search(name) or not re.search(r"\d", name):
        return NameType.ORGANIZATION
    return NameType.MODEL


def versions(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """Nouns with the number of a version directly behind them."""
    for at, token in enumerate(tokens[:-1]):
        found = _VERSION.match(text, token.end)
        if not found or not token.is_han or len(token.word) > 4 or not (token.tag[0] in "ngjx" or not token.count):
            continue
        free = at == 0 or not tokens[at - 1].is_han or tokens[at - 1].tag[0] in "upvc"
        if free and token.word not in words("generic"):
            yield Mention(token.start, found.end(), NameType.MODEL, VERSION)
