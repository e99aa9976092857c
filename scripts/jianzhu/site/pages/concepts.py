"""Concept pages: a dossier on each: names, definition, where it stands in the articles, and what it belongs to."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jianzhu.annotate.article import Article
from jianzhu.annotate.edition import Edition, Occurrence
from jianzhu.language import Language, Side, TextLanguage
from jianzhu.show.escape import Markdown, markdown_inline
from jianzhu.show.quotations import length, shortened
from jianzhu.show.registers.sources import cited
from jianzhu.show.texts import text_words
from jianzhu.site.charts.sparkline import Tick, sparkline
from jianzhu.site.markup.markdown import span
from jianzhu.site.markup.page import fill
from jianzhu.source.records.registers import ConceptRecord
from jianzhu.source.records.terms import Bilingual
from jianzhu.source.ref import Ref

#: Characters shown before and behind an occurrence, by whether the language separates words by spaces.
CONTEXT = {False: 24, True: 60}
#: Up to so many articles, a page shows also those in which the concept does not occur: absence tells something, but no
#: page may grow with the number of articles.
FEW_ARTICLES = 12
#: What the names of a concept are called, by the tags of their languages; others by the name of the language.
_KEYS = {"zh-Hans": "hans", "zh-Hant": "hant", "en": "english"}


@dataclass(frozen=True)
class Context:
    """The words around the occurrences of a concept in a sentence, and the tag of their language."""

    tag: str
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class ContextLine:
    """One sentence in which a concept occurs, on each side on which it does."""

    ref: Ref
    sides: tuple[Context, ...]


@dataclass(frozen=True, kw_only=True)
class SpreadRow:
    """One article in the picture of where a concept occurs: in `count` sentences, each a tick of the `line`."""

    slug: str
    title: str
    count: int
    line: Markdown


@dataclass(frozen=True)
class Shelf:
    """The articles as the pictures measure them: their titles, the place of every sentence, and how many each has."""

    titles: Mapping[str, Bilingual]
    places: Mapping[Ref, int]
    lengths: Mapping[str, int]


def concept_pages(edition: Edition, lang: Language) -> dict[str, str]:
    """A page a concept, by path below the folder of the language."""
    sentences = {article.slug: [sentence.ref for sentence in article.sentences] for article in edition.articles}
    places = {ref: place for refs in sentences.values() for place, ref in enumerate(refs)}
    shelf = Shelf(edition.short_titles, places, {slug: len(refs) for slug, refs in sentences.items()})
    return {f"glossary/{name}.md": _page(edition, shelf, name, lang) for name in edition.concepts}


def _page(edition: Edition, shelf: Shelf, name: str, lang: Language) -> str:
    concept, occurrences = edition.concepts[name], edition.occurrences[name]
    return fill(
        "concept.md.j2",
        lang,
        kinds=edition.kinds,
        texts=text_words(edition.record.called, lang),
        concept=concept,
        cited=partial(cited, edition.sources, lang=lang),
        titles=edition.titles(lang),
        names=[(tag, name, _KEYS.get(tag)) for tag, name in concept.pref_label.names.items()],
        aliases=_aliases(edition, concept, lang),
        rows=_rows(edition, occurrences, shelf, lang),
        groups=_lines_by_article(occurrences),
        events=[(event, edition.events[event]) for event in edition.events_of.get(name, ())],
        claims=[(claim, edition.claims[claim]) for claim in edition.claims_of.get(name, ())],
        questions=[(question, edition.questions[question]) for question in edition.questions_about.get(name, ())],
        neighbors=_neighbors(edition, name),
    )


def _aliases(edition: Edition, concept: ConceptRecord, lang: Language) -> list[tuple[str, str]]:
    """The other names, each with its language, those in the page's language first."""
    return sorted(concept.aliases(edition.texts), key=lambda alias: alias[1] != lang.code)


def _neighbors(edition: Edition, name: str) -> dict[str, list[tuple[str, ConceptRecord]]]:
    """The concepts beside this one: those above it, below it and simply related, where there are any."""
    concepts = edition.concepts
    broader = [other for other in concepts[name].broader if other in concepts]
    narrower = [other for other in edition.neighbors[name] if name in concepts[other].broader]
    related = [other for other in edition.neighbors[name] if other not in (*broader, *narrower)]
    groups = {"broader": broader, "narrower": narrower, "related": related}
    return {kind: [(other, concepts[other]) for other in others] for kind, others in groups.items() if others}


def _rows(edition: Edition, occurrences: Sequence[Occurrence], shelf: Shelf, lang: Language) -> list[SpreadRow]:
    ticks: dict[str, dict[Ref, Tick]] = {}
    lead = edition.lead(lang)
    for found in occurrences:
        sentence, slug = found.sentence, found.article.slug
        text = sentence.text_on(lead) or sentence.text
        tick = Tick(
            shelf.places[sentence.ref],
            f"../articles/{slug}.html#{sentence.id}",
            f"{sentence.id} {shortened(text, length(edition.texts[lead]))}",
        )
        ticks.setdefault(slug, {})[sentence.ref] = tick
    few = len(shelf.lengths) <= FEW_ARTICLES
    shown = [slug for slug in shelf.lengths if few or slug in ticks]
    longest = max((shelf.lengths[slug] for slug in shown), default=1)
    rows = []
    for slug in shown:
        of_article = sorted(ticks.get(slug, {}).values(), key=lambda tick: tick.position)
        title = shelf.titles[slug][lang]
        line = sparkline(of_article, shelf.lengths[slug], longest, title)
        rows.append(SpreadRow(slug=slug, title=title, count=len(of_article), line=line))
    return rows


def _lines_by_article(occurrences: Sequence[Occurrence]) -> list[tuple[Article, list[ContextLine]]]:
    groups = []
    for _, of_article in itertools.groupby(occurrences, key=lambda occurrence: occurrence.article.slug):
        found = list(of_article)
        by_sentence = itertools.groupby(found, key=lambda occurrence: occurrence.sentence.ref)
        groups.append((found[0].article, [_line(ref, list(members)) for ref, members in by_sentence]))
    return groups


def _line(ref: Ref, occurrences: Sequence[Occurrence]) -> ContextLine:
    """The sentence `ref`, in which all `occurrences` are."""
    by_side = {side: [found for found in occurrences if found.side is side] for side in Side}
    return ContextLine(
        ref=ref,
        sides=tuple(
            Context(found[0].article.tag(side), _in_context(found, found[0].article.texts[side]))
            for side, found in by_side.items()
            if found
        ),
    )


def _in_context(occurrences: Sequence[Occurrence], language: TextLanguage) -> Markdown:
    """The sentence in `language` around all `occurrences` in it, each as a span."""
    text, room = occurrences[0].text, CONTEXT[language.spaces_words]
    start = _word_start(text, max(0, occurrences[0].start - room), language)
    end = min(len(text), occurrences[-1].end + room)
    if language.spaces_words and end < len(text):
        end = text.rfind(" ", occurrences[-1].end, end + 1) if " " in text[occurrences[-1].end : end + 1] else end
    parts, at = ["…" if start else ""], start
    for occurrence in occurrences:
        parts += [markdown_inline(text[at : occurrence.start]), span(occurrence.exact, ".hit")]
        at = occurrence.end
    parts += [markdown_inline(text[at:end]), "…" if end < len(text) else ""]
    return Markdown("".join(parts))


def _word_start(text: str, at: int, language: TextLanguage) -> int:
    if not language.spaces_words or at == 0:
        return at
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + 20 else at
