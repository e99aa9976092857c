"""Tokens: the words of a Chinese text with their parts of speech, by jieba."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any

from jianzhu.text.characters import HAN
from jianzhu.text.variants.lattice import frequencies

#: jieba's tags of proper names: of persons (Chinese, foreign), places, organizations, others.
PERSON, FOREIGN, PLACE, ORGANIZATION, OTHER = "nr", "nrt", "ns", "nt", "nz"
PROPER = frozenset({PERSON, FOREIGN, "nrfg", PLACE, ORGANIZATION, OTHER})
#: What may stand within the name of an organization, beside proper names: nouns, and what modifies them.
MODIFIERS = frozenset({"n", "vn", "b", "j", "l", "an", "ng", "s", "f"})


_HAN_ONLY = re.compile(f"[{HAN}]+")


@dataclass(frozen=True)
class Token:
    """A word at `start` of a text, with jieba's tag; `count` is how often its dictionary has it, 0 where it has not."""

    start: int
    word: str
    tag: str
    count: int

    @property
    def end(self) -> int:
        return self.start + len(self.word)

    @property
    def is_han(self) -> bool:
        """Whether it has only Chinese characters."""
        return _HAN_ONLY.fullmatch(self.word) is not None

    @property
    def is_proper(self) -> bool:
        return self.tag in PROPER


@lru_cache(maxsize=1)
def _tagger() -> Any:
    with warnings.catch_warnings():
        # Its source has escapes that newer versions of Python warn of.
        warnings.simplefilter("ignore")
        jieba, posseg = import_module("jieba"), import_module("jieba.posseg")
    words = jieba.Tokenizer()
    # As its own `initialize`, without the cache that it keeps in the system's folder for temporary files.
    words.FREQ, words.total = words.gen_pfdict(words.get_dict_file())
    words.initialized = True
    tagger = posseg.POSTokenizer(words)
    # Most of the time goes into runs of characters that are no words of the dictionary, and most of these recur. jieba has no
    # public name for the function that divides them.
    name = "_POSTokenizer__cut_detail"
    detail = getattr(tagger, name)
    setattr(tagger, name, lru_cache(maxsize=1 << 16)(lambda run: tuple(detail(run))))
    return tagger


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of `text`, which is in simplified characters, in order and without gaps."""
    found, at, known = [], 0, frequencies()
    for pair in _tagger().cut(text):
        found.append(Token(at, pair.word, pair.flag, known.get(pair.word, 0)))
        at += len(pair.word)
    return tuple(found)


def count(word: str) -> int:
    """How often jieba's dictionary has `word`, 0 where it has not."""
    return frequencies().get(word, 0)
