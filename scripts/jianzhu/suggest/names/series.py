"""Series: what stands in a list beside names (甲、乙和丙) is likely a name too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jianzhu.suggest.names.mention import Known, Mention, NameType, Rule
from jianzhu.suggest.names.tokens import Token
from jianzhu.suggest.names.words import signs, territories, words
from jianzhu.text.characters import HAN

BESIDE = Rule("in a list with names")

_CLAUSE = re.compile(r"[^，。；：！？\n]+")
_ITEM = re.compile(rf"[{HAN}A-Za-z0-9+.·]+")
_LETTER = re.compile(f"[{HAN}A-Za-z]")
_AND = frozenset({"和", "与", "及", "以及", "跟", "或"})
#: Words that are no part of the first or last item of a list.
_LINKS = _AND | words("links")
#: A verb or particle that is more frequent ends the last item and precedes the first one.
_FREQUENT = 300


def series(text: str, tokens: Sequence[Token], names: Sequence[Known]) -> Iterator[Mention]:
    """Items of lists in `text` that stand beside enough `names`, or beside enough words that no dictionary has."""
    for clause in _CLAUSE.finditer(text):
        if "、" not in clause[0]:
            continue
        inside = [token for token in tokens if clause.start() <= token.start and token.end <= clause.end()]
        items = _items(inside)
        types = {
            item: next((name.type for name in names if name.start < item[1] and item[0] < name.end), None)
            for item in items
        }
        named = [kind for kind in types.values() if kind]
        fresh = sum(kind is None and _is_fresh(item, inside) for item, kind in types.items())
        if (not named and fresh < 2) or 2.5 * (len(named) + fresh / 2) < len(items):
            continue
        usual = max(sorted(set(named)), key=named.count) if named else NameType.ORGANIZATION
        for (start, end), kind in types.items():
            word = text[start:end]
            if kind is None and 2 <= len(word) <= 6 and _LETTER.search(word) and word not in territories() | signs():
                yield Mention(start, end, usual, BESIDE)


def _is_fresh(item: tuple[int, int], tokens: Sequence[Token]) -> bool:
    """Whether an item is one word that no dictionary has."""
    return any((token.start, token.end) == item and not token.count and token.tag[0] == "n" for token in tokens)


def _items(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where the items of a list begin and end: all between two commas; at its ends up to a word that is no part of an item."""
    commas = [n for n, token in enumerate(tokens) if token.word == "、"]
    if not commas:
        return []
    first: list[Token] = []
    for token in reversed(tokens[: commas[0]]):
        frequent = token.tag[0] in "vpurdmq" and token.count > _FREQUENT
        if token.word in _LINKS or not _ITEM.fullmatch(token.word) or frequent:
            break
        first.insert(0, token)
    middle = [list(tokens[one + 1 : other]) for one, other in pairwise(commas)]
    middle = [item for item in middle if all(_ITEM.fullmatch(token.word) for token in item)]
    items = [first, *middle, *_last(tokens[commas[-1] + 1 :])]
    # An item that begins with a verb tells what is done.
    return [(item[0].start, item[-1].end) for item in items if item and not (len(item) > 1 and item[0].tag == "v")]


def _last(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The items behind the last comma, of which 和 and the like may join two."""
    item: list[Token] = []
    for token in tokens:
        long = sum(len(part.word) for part in item) > 1
        if token.word in _LINKS and long:
            yield item
            item = []
            if token.word not in _AND:
                return
            continue
        if not _ITEM.fullmatch(token.word) or (long and token.tag[0] in "vpud" and token.count > _FREQUENT):
            break
        item.append(token)
        if token.word in words("companies"):
            break
    yield item
