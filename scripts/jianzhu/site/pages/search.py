"""Search page: what a reader can type, shown by examples from the edition itself, and the format of the index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.show.texts import text_words
from jianzhu.site.markup.page import fill
from jianzhu.source.records.registers import ConceptRecord
from jianzhu.text.characters import HAN

_TEMPLATES = {Language.ZH: "search.zh.md.j2", Language.EN: "search.en.md.j2"}
#: What can stand in a query and in a code span as it is.
_PLAIN = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_HAN_WORD = re.compile(f"[{HAN}]{{2,4}}")
_ENGLISH_WORD = re.compile(r"(?<![^\W_])[a-z]{5,}(?![^\W_])")


@dataclass(frozen=True, kw_only=True)
class Examples:
    """Queries that find something in the edition; what it has nothing for is empty.

    `chinese` are characters that a text has, `other_script` the same in the other script; `english` is a word of a
    translation; `concept` has other names, `pinyin` is that of a concept; `author` has two forms of a name.
    """

    chinese: str = ""
    other_script: str = ""
    english: str = ""
    concept: ConceptRecord | None = None
    pinyin: ConceptRecord | None = None
    author: tuple[str, str] | None = None
    article: str = ""


def search_page(edition: Edition, lang: Language) -> dict[str, str]:
    """How the search works, by path below the folder of the language."""
    texts = text_words(edition.record.called, lang)
    text = fill(_TEMPLATES[lang], lang, examples=_examples(edition), texts=texts)
    return {"search.md": text}


def _examples(edition: Edition) -> Examples:
    by_use = sorted(edition.concepts, key=lambda name: (-len(edition.occurrences[name]), name))
    concepts = [edition.concepts[name] for name in by_use]
    labels = [label for concept in concepts for label in _han_labels(concept)]
    texts = [found for s in edition.sentences.values() for side in Side if (found := s.text_on(side))]
    chinese = next(iter(labels), "") or _first(_HAN_WORD, texts)
    authors = [(a.zh, a.en) for article in edition.articles if (a := article.record.author)]
    return Examples(
        chinese=chinese,
        other_script=next((c.pref_label.zh_hant or "" for c in concepts if c.pref_label.zh_hans == chinese), ""),
        english=_first(_ENGLISH_WORD, texts),
        concept=next((c for c in concepts if _two_names(c)), None),
        pinyin=next((c for c in concepts if c.pinyin and _plain(c.pinyin) and _plain(c.pref_label.zh_hans)), None),
        author=next(((zh, en) for zh, en in authors if _plain(zh) and _plain(en) and zh != en), None),
        article=edition.articles[0].slug if edition.articles else "",
    )


def _han_labels(concept: ConceptRecord) -> Iterator[str]:
    label = concept.pref_label.zh_hans
    if label and _HAN_WORD.fullmatch(label) and concept.pref_label.zh_hant != label:
        yield label


def _two_names(concept: ConceptRecord) -> bool:
    zh, en = concept.pref_label.zh_hans, concept.pref_label.en
    return _plain(zh) and _plain(en) and zh != en


def _plain(text: str | None) -> bool:
    return text is not None and _PLAIN.fullmatch(text) is not None


def _first(pattern: re.Pattern[str], texts: Iterable[str]) -> str:
    return next((found[0] for text in texts if (found := pattern.search(text))), "")


PAGES = {"search.md": search_page}
