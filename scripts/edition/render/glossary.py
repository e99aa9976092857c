"""Glossary pages: the index by type, and one page a concept with every occurrence in context."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

from edition.annotate import Article
from edition.characters import HAN
from edition.records import ConceptRecord, ConceptType
from edition.relate import Edition, Occurrence
from edition.render.markdown import Markdown, escape_inline, span
from edition.render.page import fill

#: Characters shown before and behind an occurrence, by language.
CONTEXT = {"zh": 24, "en": 60}


@dataclass(frozen=True)
class Line:
    """One sentence in which a concept occurs, cut around its occurrences in each language."""

    segment: str
    zh: Markdown
    en: Markdown


def glossary_pages(edition: Edition, lang: str) -> dict[str, str]:
    """The glossary's pages by path below docs/<lang>/."""
    groups = []
    for kind in get_args(ConceptType):
        members = [(name, concept) for name, concept in edition.concepts.items() if concept.type == kind]
        members.sort(key=lambda item: (_sort_key(item[1], lang), item[0]))
        if members:
            groups.append((kind, [(name, concept, _sentences(edition, name)) for name, concept in members]))
    pages = {"glossary/index.md": fill("glossary.md.j2", lang, groups=groups)}
    for name, concept in edition.concepts.items():
        pages[f"glossary/{name}.md"] = fill(
            "concept.md.j2",
            lang,
            concept=concept,
            others=_other_labels(concept, lang),
            script=_script_form(concept),
            groups=_lines_by_article(edition.occurrences[name]),
            events=[(event, edition.events[event]) for event in edition.events_of.get(name, ())],
            claims=[(claim, edition.claims[claim]) for claim in edition.claims_of.get(name, ())],
            broader=[(other, edition.concepts[other]) for other in concept.broader if other in edition.concepts],
            related=[
                (other, edition.concepts[other]) for other in edition.neighbours[name] if other not in concept.broader
            ],
        )
    return pages


def _sort_key(concept: ConceptRecord, lang: str) -> str:
    """Chinese by pinyin without tones, English by label; both without regard to case."""
    label = (concept.pinyin or concept.pref_label.zh_hans) if lang == "zh" else concept.pref_label.en
    decomposed = unicodedata.normalize("NFD", label)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def _sentences(edition: Edition, name: str) -> int:
    return len({occurrence.sentence.ref for occurrence in edition.occurrences[name]})


def _other_labels(concept: ConceptRecord, lang: str) -> list[str]:
    """The alternative labels in the page's language, each once."""
    shown = {concept.pref_label.zh_hans, concept.pref_label.zh_hant, concept.pref_label.en}
    labels = [label for label in concept.alt_label if label not in shown]
    return [label for label in labels if bool(re.search(f"[{HAN}]", label)) == (lang == "zh")]


def _script_form(concept: ConceptRecord) -> str:
    hans, hant = concept.pref_label.zh_hans, concept.pref_label.zh_hant
    return hant if hant != hans else ""


def _lines_by_article(occurrences: Sequence[Occurrence]) -> list[tuple[Article, list[Line]]]:
    groups = []
    for slug, of_article in itertools.groupby(occurrences, key=lambda occurrence: occurrence.article.slug):
        found = list(of_article)
        lines = []
        for segment, of_sentence in itertools.groupby(found, key=lambda occurrence: occurrence.sentence.id):
            both = list(of_sentence)
            zh, en = ([o for o in both if o.lang == lang] for lang in ("zh", "en"))
            lines.append(Line(segment, _in_context(zh, "zh"), _in_context(en, "en")))
        groups.append((found[0].article, lines))
        assert found[0].article.slug == slug
    return groups


def _in_context(occurrences: Sequence[Occurrence], lang: str) -> Markdown:
    """The sentence around all `occurrences` in it, each as a span; empty where there is none."""
    if not occurrences:
        return Markdown("")
    text, room = occurrences[0].text, CONTEXT[lang]
    start = _word_start(text, max(0, occurrences[0].start - room), lang)
    end = min(len(text), occurrences[-1].end + room)
    if lang == "en" and end < len(text):
        end = text.rfind(" ", occurrences[-1].end, end + 1) if " " in text[occurrences[-1].end : end + 1] else end
    parts, at = ["…" if start else ""], start
    for occurrence in occurrences:
        parts += [escape_inline(text[at : occurrence.start]), span(escape_inline(occurrence.exact), ".hit")]
        at = occurrence.end
    parts += [escape_inline(text[at:end]), "…" if end < len(text) else ""]
    return Markdown("".join(parts))


def _word_start(text: str, at: int, lang: str) -> int:
    if lang == "zh" or at == 0:
        return at
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + 20 else at
