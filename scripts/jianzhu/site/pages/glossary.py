"""Glossary index: the concepts by type and initial, each with its names and how many sentences name it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language
from jianzhu.show.messages import messages
from jianzhu.show.registers.glossary import concepts_by_type, sort_key
from jianzhu.site.markup.filters import Choice, any_draft, article_choice, filters, status_choices
from jianzhu.site.markup.page import fill
from jianzhu.site.pages.concepts import concept_pages
from jianzhu.source.records.registers import ConceptRecord
from jianzhu.text.collation import NO_LETTER, initial, toneless


@dataclass(frozen=True, kw_only=True)
class IndexEntry:
    """A concept in the index: `initial` is its letter, `count` the sentences that name it, in `articles`; `names` are
    what a reader may look for and does not see."""

    id: str
    record: ConceptRecord
    initial: str
    count: int
    articles: tuple[str, ...]
    names: tuple[str, ...]


def glossary_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """The glossary's pages by path below the folder of the language: the index and a page a concept."""
    groups = [
        (kind, _by_initial([_entry(edition, name, lang) for name in names]))
        for kind, names in concepts_by_type(edition, lang)
    ]
    letters = {letter for _, entries in groups for letter, _ in entries}
    initials = sorted(letters, key=lambda letter: (letter == NO_LETTER, letter))
    signs = {letter: "#" if letter == NO_LETTER else letter.upper() for letter in initials}
    t, concepts = messages(lang), edition.concepts.values()
    choices = [
        Choice("type", t["type"], [(kind, edition.kinds.concepts[kind].heading[lang]) for kind, _ in groups]),
        article_choice(edition, lang),
        *status_choices(concepts, lang),
    ]
    index = fill(
        "glossary.md.j2",
        lang,
        groups=groups,
        kinds=edition.kinds,
        filters=filters("concepts", lang, choices, Choice("initial", t["initial"], list(signs.items()))),
        signs=signs,
        drafts=any_draft(concepts),
    )
    return {"glossary/index.md": index} | concept_pages(edition, lang)


def _entry(edition: Edition, name: str, lang: Language) -> IndexEntry:
    concept, occurrences = edition.concepts[name], edition.occurrences[name]
    shown = {concept.pref_label["zh"], concept.pref_label["en"]}
    pinyin = (concept.pinyin, toneless(concept.pinyin).replace(" ", "").replace("'", "")) if concept.pinyin else ()
    return IndexEntry(
        id=name,
        record=concept,
        initial=initial(sort_key(concept, lang)),
        count=len({occurrence.sentence.ref for occurrence in occurrences}),
        articles=tuple(dict.fromkeys(occurrence.article.slug for occurrence in occurrences)),
        names=tuple(dict.fromkeys((*pinyin, *(label for label in concept.labels if label not in shown)))),
    )


def _by_initial(entries: list[IndexEntry]) -> list[tuple[str, list[IndexEntry]]]:
    """`entries` by initial; a figure is after the letters."""
    in_order = sorted(entries, key=lambda entry: entry.initial == NO_LETTER)
    return [(letter, list(of)) for letter, of in itertools.groupby(in_order, key=lambda entry: entry.initial)]


PAGES = {"glossary/index.md": glossary_pages}
