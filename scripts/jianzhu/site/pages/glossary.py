"""Glossary index: the concepts by type and initial, each with its names and how many sentences name it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from jianzhu.annotate.relate import Edition
from jianzhu.language import Language
from jianzhu.show.glossary import sort_key
from jianzhu.show.messages import messages
from jianzhu.site.pages.concepts import concept_pages
from jianzhu.site.pages.filters import Choice, any_draft, article_choice, filters, status_choices
from jianzhu.site.pages.page import fill
from jianzhu.source.records import ConceptRecord, ConceptType
from jianzhu.text.collation import NO_LETTER, initial, toneless


@dataclass(frozen=True)
class Entry:
    """A concept in the index: `initial` is its letter, `count` the sentences that name it, in `articles`; `names` are
    what a reader may look for and does not see."""

    id: str
    record: ConceptRecord
    key: str
    initial: str
    count: int
    articles: tuple[str, ...]
    names: tuple[str, ...]


def glossary_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The glossary's pages by path below the folder of the language: the index and a page a concept."""
    entries = sorted((_entry(edition, name, lang) for name in edition.concepts), key=lambda e: (e.key, e.id))
    groups = _by_type(entries)
    initials = sorted({entry.initial for entry in entries}, key=lambda letter: (letter == NO_LETTER, letter))
    signs = {letter: "#" if letter == NO_LETTER else letter.upper() for letter in initials}
    t, concepts = messages(lang), edition.concepts.values()
    choices = [
        Choice("type", t["type"], [(kind, t.word("ConceptType", kind)) for kind in groups]),
        article_choice(edition, lang),
        *status_choices(concepts, lang),
    ]
    index = fill(
        "glossary.md.j2",
        lang,
        groups=groups,
        filters=filters("concepts", lang, choices, Choice("initial", t["initial"], list(signs.items()))),
        signs=signs,
        drafts=any_draft(concepts),
    )
    return {"glossary/index.md": index} | concept_pages(edition, lang)


def _entry(edition: Edition, name: str, lang: Language) -> Entry:
    concept, occurrences = edition.concepts[name], edition.occurrences[name]
    key = sort_key(concept, lang)
    shown = {concept.pref_label.zh_hans, concept.pref_label.en}
    pinyin = (concept.pinyin, toneless(concept.pinyin).replace(" ", "").replace("'", "")) if concept.pinyin else ()
    return Entry(
        name,
        concept,
        key,
        initial(key),
        len({occurrence.sentence.ref for occurrence in occurrences}),
        tuple(dict.fromkeys(occurrence.article.slug for occurrence in occurrences)),
        tuple(dict.fromkeys((*pinyin, *(label for label in concept.labels if label not in shown)))),
    )


def _by_type(entries: list[Entry]) -> Mapping[str, list[tuple[str, list[Entry]]]]:
    """The entries of each type that has any, by initial; a figure is after the letters."""
    groups = {}
    for kind in get_args(ConceptType):
        members = [entry for entry in entries if entry.record.type == kind]
        members.sort(key=lambda entry: entry.initial == NO_LETTER)
        if members:
            groups[kind] = [(key, list(of)) for key, of in itertools.groupby(members, key=lambda entry: entry.initial)]
    return groups
