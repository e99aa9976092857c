"""Recognition: the mentions of names in a text, by all rules, none within a longer one."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jianzhu.suggest.names.context import CLAUSES, context
from jianzhu.suggest.names.dictionary import listed
from jianzhu.suggest.names.endings import endings
from jianzhu.suggest.names.latin import in_chinese, versions
from jianzhu.suggest.names.mention import Known, Mention
from jianzhu.suggest.names.model import tagged
from jianzhu.suggest.names.persons import persons
from jianzhu.suggest.names.series import series
from jianzhu.suggest.names.titles import titles
from jianzhu.suggest.names.tokens import tokens_of
from jianzhu.suggest.names.words import signs, territories

#: A longer text is read in pieces of about this length, so that the work grows with its length only.
_PIECE = 800


def recognize(text: str, known: Sequence[Known]) -> list[Mention]:
    """The mentions in `text`, Chinese in simplified characters, outside of what is `known`, in the order of the text."""
    found: list[Mention] = []
    waiting = deque(sorted(known, key=lambda one: one.start))
    for start, end in _pieces(text):
        inside = []
        while waiting and waiting[0].start < end:
            one = waiting.popleft()
            inside.append(replace(one, start=one.start - start, end=one.end - start))
        found += [
            replace(mention, start=mention.start + start, end=mention.end + start)
            for mention in _in_piece(text[start:end], inside)
        ]
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces begin and end: at a mark, where there is one."""
    start = 0
    while start < len(text):
        end = min(len(text), start + _PIECE)
        border = max(text.rfind(mark, start + _PIECE // 2, end) for mark in "。！？；，\n")
        if end < len(text) and border > 0:
            end = border + 1
        yield start, end
        start = end


def _in_piece(text: str, known: Sequence[Known]) -> list[Mention]:
    tokens = tokens_of(text)
    found = _outside(
        text,
        [
            *titles(text),
            *persons(text, tokens),
            *listed(tokens),
            *endings(text, tokens),
            *in_chinese(text),
            *versions(text, tokens),
        ],
        known,
    )
    found += _outside(text, context(text, tokens, [*_names(known), *_certain(found)]), known)
    found += _outside(text, series(text, tokens, [*_names(known), *_certain(found)]), known)
    found += _outside(text, _beyond(text, tagged(text, tokens), found), known)
    return _longest(found)


def _beyond(text: str, mentions: Iterable[Mention], found: Sequence[Mention]) -> Iterator[Mention]:
    """Those of a model that do not cut or narrow what rules have found, nor add the country that it stands in."""
    for one in mentions:
        touching = [other for other in found if other.start < one.end and one.start < other.end]
        wider = all(one.start <= other.start and other.end <= one.end for other in touching)
        placed = any(text[one.start : other.start] in territories() and other.end == one.end for other in touching)
        if wider and not placed:
            yield one


def _names(known: Iterable[Known]) -> list[Known]:
    return [one for one in known if one.type]


def _certain(mentions: Iterable[Mention]) -> list[Known]:
    return [Known(one.start, one.end, one.type) for one in mentions if one.rule.weight >= 1]


def _outside(text: str, mentions: Iterable[Mention], known: Sequence[Known]) -> list[Mention]:
    """Those that are no common words, and that what is known neither holds nor cuts; they may hold what is known."""
    kept = []
    for mention in mentions:
        word = text[mention.start : mention.end]
        if len(word) < 2 or word in territories() or word in signs():
            continue
        touching = [one for one in known if one.start < mention.end and mention.start < one.end]
        longer = all(
            mention.start <= one.start and one.end <= mention.end and one.end - one.start < len(word)
            for one in touching
        )
        if longer and not (touching and mention.rule in CLAUSES):
            kept.append(mention)
    return kept


def _longest(mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` without those within a longer one, in the order of the text."""
    kept: list[Mention] = []
    reach = (0, 0)
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        span = (mention.start, mention.end)
        if span == reach or mention.end > reach[1]:
            kept.append(mention)
            reach = span if mention.end > reach[1] else reach
    return kept
