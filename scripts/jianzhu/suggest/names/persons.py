"""Persons: Chinese names by their surnames and what stands around them, and foreign names in Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.tokens import FOREIGN, PERSON, Token, count
from jianzhu.suggest.names.words import either, words
from jianzhu.text.characters import HAN

DOTTED = Rule("transliterated, with a dot between its parts")
TITLE_BEFORE = Rule("a surname, and a title before it")
TITLE_AFTER = Rule("a surname, and a title after it")
REPORTING = Rule("a surname, and a verb of speech after it")
SURNAME = Rule("a surname, and no common word")
SHORT = Rule("a surname and one character, and no common word", 1)
TRANSLITERATED = Rule("written with characters of transliterated names")
PLACE_ENDING = Rule("transliterated, before a word for places")

#: A name in jieba's dictionary that is this frequent is as likely a common word.
_RARE = 60
_SOUNDS = words("transliteration")
_SOUND = "".join(sorted(_SOUNDS))
_SURNAME = f"(?:{either('surnames')})"
_NAME = rf"{_SURNAME}[{HAN}]{{1,2}}"
_REPORT = either("reporting")
#: Words that may follow the name of a person, so that its end is known.
_NEXT = "|".join("就在曾也对和与便的还则又于从所将被向看是为把让给用带等及以都却才更已后去来到有想要会能不没")
_DOTTED = re.compile(rf"[{_SOUND}]{{1,8}}(?:[·•・][{HAN}A-Z.]{{0,2}}[{_SOUND}]{{0,9}})+")
_TITLE_BEFORE = re.compile(
    rf"(?:{either('titles-before')})(?:[、兼][{HAN}A-Z]{{0,6}})?({_NAME}?)(?=[^{HAN}]|$|{_REPORT}|{_NEXT})"
)
_TITLE_AFTER = re.compile(rf"({_NAME})(?={either('titles-after')})")
_REPORTING = re.compile(rf"(?<![{HAN}])({_NAME})(?=(?:曾|也|还|则|就|在)?(?:{_REPORT}))")
_TITLED = re.compile(f"(?:{either('titles-after')})$")
#: Characters that transliterated names end in, though a dictionary has them as words.
_ENDINGS = frozenset("斯尔特顿德克姆夫茨森")


def persons(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """The names of persons in `text`, which is in simplified characters; places whose names are transliterated are among them."""
    for found in _DOTTED.finditer(text):
        yield Mention(*found.span(), NameType.PERSON, DOTTED)
    starts, ends = {token.start for token in tokens}, {token.end for token in tokens}
    for pattern, rule in ((_TITLE_BEFORE, TITLE_BEFORE), (_TITLE_AFTER, TITLE_AFTER), (_REPORTING, REPORTING)):
        for found in pattern.finditer(text):
            # jieba may have divided a name, but a name does not begin within another word, nor end in one that is a title.
            whole = found.start(1) in starts and (rule is not TITLE_AFTER or found.end(1) in ends)
            if whole and (not count(found[1]) or (count(found[1]) < _RARE and len(found[1]) > 2)):
                yield Mention(*found.span(1), NameType.PERSON, rule)
    for at, token in enumerate(tokens):
        if token.tag in (PERSON, FOREIGN) and token.is_han and len(token.word) > 1 and not _TITLED.search(token.word):
            yield from _tagged(tokens, at)


def _tagged(tokens: Sequence[Token], at: int) -> Iterator[Mention]:
    """`tokens[at]`, which jieba takes for the name of a person, where it looks like one."""
    token = tokens[at]
    sounds = len(token.word) > 2 and set(token.word) <= _SOUNDS
    surname = len(token.word) in (2, 3) and re.match(_SURNAME, token.word)
    if sounds and (not surname or (at + 1 < len(tokens) and tokens[at + 1].word in _ENDINGS)):
        yield from _transliterated(tokens, at)
    elif surname and token.count < (_RARE if len(token.word) == 3 else 1):
        if at and tokens[at - 1].word in words("titles-before"):
            yield Mention(token.start, token.end, NameType.PERSON, TITLE_BEFORE)
        yield Mention(token.start, token.end, NameType.PERSON, SURNAME if len(token.word) == 3 else SHORT)
    elif sounds:
        yield from _transliterated(tokens, at)


def _transliterated(tokens: Sequence[Token], at: int) -> Iterator[Mention]:
    """The name that `tokens[at]` is part of, with the words around it that are sounds too."""
    first = last = at
    while first and tokens[at].end - tokens[first - 1].start <= 8 and _sounds(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].end - tokens[first].start <= 8 and _sounds(tokens[last + 1]):
        last += 1
    start, end = tokens[first].start, tokens[last].end
    if last + 1 < len(tokens) and tokens[last + 1].word in words("places"):
        yield Mention(start, tokens[last + 1].end, NameType.PLACE, PLACE_ENDING)
    yield Mention(start, end, NameType.PERSON, TRANSLITERATED)


def _sounds(token: Token) -> bool:
    """Whether `token` may be part of a transliterated name: only sounds, and no word with a use of its own."""
    free = not token.count or token.word in _ENDINGS or token.tag in (PERSON, FOREIGN, "a", "ng", "j", "x", "g", "zg")
    return free and set(token.word) <= _SOUNDS
