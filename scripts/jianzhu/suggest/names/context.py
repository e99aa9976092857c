"""Context: words that what stands around them shows to be a name: who founded it, what it announces, who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jianzhu.suggest.names.mention import Known, Mention, NameType, Rule
from jianzhu.suggest.names.tokens import Token
from jianzhu.suggest.names.words import either, signs, territories, words
from jianzhu.text.characters import HAN

FOUNDED = Rule("the title of someone who leads it stands after it")
SUBJECT = Rule("it announces or releases something")
OBJECT = Rule("it is founded, bought or joined")
CITED = Rule("its figures are cited")
PLATFORM = Rule("a word that no dictionary has, and on it something is said or done")
RELEASED = Rule("in quotation marks, and released or shown")
MADE = Rule("its maker stands before it, and what it is after it")
RARE = Rule("a rare word before 大模型")
#: These rules take whole clauses apart, so that a name of the glossary within what they find shows them to be wrong.
CLAUSES = (FOUNDED, SUBJECT, OBJECT, CITED)

#: A word that is more frequent in jieba's dictionary is taken for itself, not for a name.
_COMMON = 700
_FREQUENT = 5000
#: Tags of words that a name does not hold: pronouns, prepositions, conjunctions, particles, adverbs, numbers, marks, times.
_OUTSIDE = ("r", "p", "c", "u", "d", "m", "x", "q", "y", "t")
_QUOTED = re.compile(rf"[“「『]([{HAN}A-Za-z0-9][{HAN}A-Za-z0-9 .+-]{{1,13}})[”」』]")
_RELEASE = re.compile(rf"(?:{either('releases')})(?:了|过|的)?[{HAN}A-Za-z0-9]{{0,8}}$")
_MADE = re.compile(rf"([{HAN}]{{2,4}}?)(?:{either('products')})")


def context(text: str, tokens: Sequence[Token], names: Sequence[Known]) -> Iterator[Mention]:
    """Names in `text`, which is in simplified characters; `names` are those in it that are known or certain."""
    for at, token in enumerate(tokens):
        if token.word in words("leading"):
            yield from _before(tokens, at, FOUNDED)
        elif token.word in words("company-acts"):
            yield from _before(tokens, at, SUBJECT)
        elif (
            token.word in ("数据", "报告", "研报")
            and at + 1 < len(tokens)
            and tokens[at + 1].word in ("显示", "称", "指出")
        ):
            yield from _before(tokens, at, CITED)
        elif token.word in ("上", "里") and at > 1 and tokens[at - 2].word in ("在", "于", "从", "到"):
            place = tokens[at - 1]
            if not place.count and _may_be_name([place]):
                yield Mention(place.start, place.end, NameType.ORGANIZATION, PLATFORM)
        if token.word in words("object-verbs"):
            yield from _after(tokens, at)
    yield from _products(text, tokens, {name.end for name in names if name.type is NameType.ORGANIZATION})


def _products(text: str, tokens: Sequence[Token], makers: set[int]) -> Iterator[Mention]:
    """Names of products; at `makers` ends the name of an organization."""
    for found in _QUOTED.finditer(text):
        before, after = text[max(0, found.start() - 16) : found.start()], text[found.end() : found.end() + 2]
        shown = found.start() in makers or after in words("releases") or _RELEASE.search(before)
        if shown and not any(_is_frequent(token) for token in _between(tokens, *found.span(1))):
            yield Mention(*found.span(1), NameType.MODEL, RELEASED)
    for end in sorted(makers):
        made = _MADE.match(text, end)
        inside = _between(tokens, *made.span(1)) if made else []
        bordered = any(token.word in words("borders") for token in inside)
        if made and inside and inside[-1].end == made.end(1) and not bordered and _may_be_name(inside):
            yield Mention(*made.span(1), NameType.MODEL, MADE)
    for at in range(len(tokens) - 2):
        one, two, three = tokens[at : at + 3]
        rare = two.word + three.word == "大模型" and len(one.word) in (2, 3) and one.count < 100 and one.tag[0] == "n"
        if rare and (at == 0 or tokens[at - 1].is_proper or not tokens[at - 1].tag.startswith(("n", "v", "b", "eng"))):
            yield Mention(one.start, three.end, NameType.MODEL, RARE)


def _between(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    return [token for token in tokens if start <= token.start and token.end <= end]


def _is_frequent(token: Token) -> bool:
    """Whether `token` shows that a clause is quoted, not a name."""
    return token.tag in ("v", "c", "p", "uj") and token.count > _COMMON


def _before(tokens: Sequence[Token], at: int, rule: Rule) -> Iterator[Mention]:
    """The words from the last border up to `tokens[at]`."""
    first, verbs = at, rule is FOUNDED
    while first and at - first < 4 and _is_inside(tokens[first - 1], verbs=verbs):
        first -= 1
    parts, border = tokens[first:at], tokens[first - 1] if first else None
    bounded = border is None or border.tag[0] in "xpcut" or border.word in words("borders")
    if bounded and parts and _may_be_name(parts, _COMMON * (3 if verbs else 1)):
        yield Mention(parts[0].start, parts[-1].end, NameType.ORGANIZATION, rule)


def _after(tokens: Sequence[Token], at: int) -> Iterator[Mention]:
    """The words from behind `tokens[at]` up to the next border."""
    if at + 1 < len(tokens) and tokens[at + 1].word in ("了", "过"):
        at += 1
    last = at + 1
    while last < len(tokens) and last - at <= 4 and _is_inside(tokens[last]):
        last += 1
    parts, bounded = tokens[at + 1 : last], last == len(tokens) or tokens[last].tag[0] in "xpcud"
    if bounded and parts and _may_be_name(parts) and any(not part.count for part in parts):
        yield Mention(parts[0].start, parts[-1].end, NameType.ORGANIZATION, OBJECT)


def _is_inside(token: Token, *, verbs: bool = False) -> bool:
    """Whether `token` may be part of a name; `verbs` may be, where what follows leaves no doubt."""
    if not re.fullmatch(rf"[{HAN}A-Za-z0-9.]+", token.word) or (token.tag.startswith(_OUTSIDE) and token.count):
        return False
    if token.word in words("borders") | words("company-acts") | words("reporting"):
        return False
    return verbs or token.tag != "v" or token.count <= 2 * _COMMON


def _may_be_name(parts: Sequence[Token], common: int = _COMMON) -> bool:
    """Whether `parts` together may be a name: neither a common word, nor a description."""
    word = "".join(part.word for part in parts)
    if not 2 <= len(word) <= 8 or word in territories() | signs() or parts[0].tag == "m":
        return False
    if parts[-1].word in words("generic") or any(part.word in words("titles-before") for part in parts):
        return False
    if len(parts) == 1:
        one = parts[0]
        body = one.count and one.word[-1] in words("bodies")
        return not body and (one.is_proper or (one.count < common and one.tag not in ("v", "d")))
    if len(parts) == 2 and parts[0].word == parts[1].word:
        return parts[0].count < _FREQUENT
    if parts[-1].count and parts[-1].tag[0] not in "nj" and parts[-1].tag != "vn":
        return False
    return any(not part.count or part.is_proper for part in parts) or all(part.count < _FREQUENT for part in parts)
