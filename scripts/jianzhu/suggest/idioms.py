"""Idioms: words of four characters that dictionaries know as idioms and the glossary does not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from opencc import OpenCC
from pypinyin import Style, pinyin
from pypinyin.phrases_dict import phrases_dict

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition
from jianzhu.annotate.marks import Mark
from jianzhu.annotate.spans import Covered
from jianzhu.suggest.places import counted, place_of
from jianzhu.suggest.proposal import Place, Proposal, ProposalKind, Register
from jianzhu.text.characters import fold_script

_LENGTH = 4
#: The tags of jieba's dictionary for idioms and for fixed phrases, and how often a word occurs that it was sure of: the
#: words it gives the count 3 were added to it in bulk.
_IDIOM, _PHRASE, _ADDED = "i", "l", 3


def idioms(edition: Edition, article: Article) -> Iterator[Proposal]:
    """A concept for each idiom in the Chinese text of `article` that no label of the glossary has, with all its places."""
    if not article.texts.source.is_chinese:
        return
    known = {fold_script(label) for concept in edition.concepts.values() for label in concept.labels}
    found: dict[str, list[Place]] = {}
    for sentence in article.sentences:
        marked = Covered(mark for mark in sentence.marks if mark.kind in ("concept", "code", "formula", "address"))
        folded, at = fold_script(sentence.text), 0
        while at + _LENGTH <= len(folded):
            word = folded[at : at + _LENGTH]
            if word not in _dictionary() or word in known or marked.first(Mark(at, at + _LENGTH, "concept", "")):
                at += 1
                continue
            found.setdefault(word, []).append(place_of(sentence, at, at + _LENGTH))
            at += _LENGTH
    for word, places in found.items():
        syllables = [one[0] for one in pinyin(word, style=Style.NORMAL)]
        yield Proposal(
            kind=ProposalKind.IDIOM,
            register=Register.GLOSSARY,
            id="-".join(syllables),
            places=tuple(places),
            because=f"a dictionary has ‘{word}’ as an idiom; the article has it {counted(len(places), 'time')}",
            fields={
                "type": "idiom",
                "prefLabel": {"zh-Hans": word, "zh-Hant": _traditional(article, places[0].words)},
                "pinyin": " ".join(one[0] for one in pinyin(word)),
            },
        )


def _traditional(article: Article, words: str) -> str:
    return words if article.record.script == "zh-Hant" else OpenCC("s2tw").convert(words)


@lru_cache(maxsize=1)
def _dictionary() -> frozenset[str]:
    """The idioms of four characters: those of jieba's dictionary that it counted, and of its idioms and fixed phrases those
    that pypinyin's dictionary of phrases has too."""
    lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    found = set()
    for line in lines:
        word, count, tag = line.split(" ")
        if len(word) == _LENGTH and (
            (tag == _IDIOM and int(count) > _ADDED) or (tag in (_IDIOM, _PHRASE) and word in phrases_dict)
        ):
            found.add(word)
    return frozenset(found)
