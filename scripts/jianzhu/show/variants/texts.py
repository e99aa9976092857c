"""Texts: every Chinese text of the edition that the site shows, and the converters that its editors have a say in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jianzhu.annotate.edition import Edition
from jianzhu.language import Language, Side
from jianzhu.source.records.registers import ConceptRecord, PrefLabel
from jianzhu.source.records.terms import Bilingual, Quote, Record
from jianzhu.text.characters import HAN, Script, fold_script
from jianzhu.text.variants.convert import SCRIPTS, Converter, converter

_HAS_HAN = re.compile(f"[{HAN}]")


class ShownText(NamedTuple):
    """A text, where an editor finds it, and the script it is written in, "" for the edition's own words."""

    place: str
    script: str
    text: str


def converters(edition: Edition) -> dict[Script, Converter]:
    """A converter for each script that a reader may choose, with the names and corrections of `edition`."""
    names = sorted(set(_names(edition.concepts)))
    return {
        script: converter(
            script, names, {record.text: form for record in edition.forms if (form := record.form(script))}
        )
        for script in SCRIPTS
    }


def edition_texts(edition: Edition, words: Mapping[str, Mapping[str, str]]) -> Iterator[ShownText]:
    """Every Chinese text of `edition` in reading order, and then the `words` of the pages."""
    for article in edition.articles:
        yield from _shown(f"{article.slug} (article.yml)", article.record)
        scripts = {side: script for side in Side if (script := article.script(side))}
        for sentence in article.sentences:
            for side, script in scripts.items():
                yield ShownText(str(sentence.ref), script, sentence.text_on(side) or "")
        for emendation in article.emendations:
            for text in (emendation.sic, emendation.corr):
                if _HAS_HAN.search(text):
                    yield ShownText(f"{article.slug} (emendations.yml)", scripts.get(Side.SOURCE, ""), text)
        for name, note in article.notes.items():
            yield from _shown(f"{article.slug} (notes.yml) {name}", note)
    yield from _shown("edition.yml", edition.record)
    registers = {
        "glossary": edition.concepts,
        "events.yml": edition.events,
        "claims.yml": edition.claims,
        "relations.yml": edition.relations,
        "questions.yml": edition.questions,
    }
    for file, records in registers.items():
        for name, record in records.items():
            yield from _shown(f"{file} {name}", record)
    for section in (edition.kinds.concepts, edition.kinds.events, edition.kinds.dimensions):
        for name, kind in section.items():
            yield ShownText(f"kinds.yml {name}", "", kind.heading[Language.ZH])
            yield ShownText(f"kinds.yml {name}", "", kind.name[Language.ZH])
    for name, both in words.items():
        yield ShownText(f"words of the pages, {name}", "", both[Language.ZH])


def _shown(place: str, value: object) -> Iterator[ShownText]:
    """The texts in a record that are said in Chinese. Quotes are left out: their sentences are there."""
    if isinstance(value, Bilingual):
        yield ShownText(place, "", value.zh)
    elif isinstance(value, PrefLabel):
        yield from (ShownText(place, script, name) for script in SCRIPTS if (name := value.names.get(script)))
    elif isinstance(value, Record) and not isinstance(value, Quote):
        for name in type(value).model_fields:
            yield from _shown(place, getattr(value, name))
        if isinstance(value, ConceptRecord):
            yield from (ShownText(place, "", label) for label in value.alt_label if _HAS_HAN.search(label))
    elif isinstance(value, tuple):
        for item in value:
            yield from _shown(place, item)


def _names(concepts: Mapping[str, ConceptRecord]) -> Iterator[tuple[str, str]]:
    """The names of `concepts` in simplified and traditional characters, where both are the same words."""
    for concept in concepts.values():
        simple, full = concept.pref_label.zh_hans or "", concept.pref_label.zh_hant or ""
        if len(simple) == len(full) > 1 and fold_script(simple) == fold_script(full) and _HAS_HAN.search(simple):
            yield simple, full
