"""What is found beside words: dates, figures and facets in the index, read from queries as the grammars read them from texts."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
from jianzhu.site.search.documents import edition_documents, edition_names
from jianzhu.site.search.index import UNSEEN
from jianzhu.site.search.sounds import sounds
from jianzhu.site.search.terms import date_terms, plain
from jianzhu.text.dates import find_dates
from jianzhu.text.folding import fold
from jianzhu.text.numbers import GRAMMARS

#: Read by tests/js/figures.test.mjs too: what a reader types for a date or a number is what a text says for it.
TABLE = json.loads((Path(__file__).parents[1] / "tables/figures.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("lang", "text", "term"), TABLE["dates"])
def test_a_date_is_read_alike_in_a_text_and_in_a_query(lang, text, term):
    (hit,) = find_dates(text, lang, "2023-07-31")
    assert term in date_terms(hit.edtf)


@pytest.mark.parametrize(("lang", "text", "term"), TABLE["numbers"])
def test_a_number_is_read_alike_in_a_text_and_in_a_query(lang, text, term):
    assert term in {f"#{plain(number)}" for number in GRAMMARS[lang](text).plain}


SPANS = [
    ("2023-04-11", ["=202", "=2023", "=2023-04", "=2023-04-11", "=--04-11"]),
    ("2023-04~", ["=202", "=2023", "=2023-04"]),
    ("2022-01/2022-06", ["=202", "=2022"]),
    ("2019/2021", []),
    ("197X", ["=197"]),
    ("2017?/2019?", ["=201"]),
    ("-0475", []),
    ("0618", ["=061", "=0618"]),
]


@pytest.mark.parametrize(("edtf", "terms"), SPANS)
def test_an_event_is_in_every_span_that_contains_it(edtf, terms):
    assert list(date_terms(edtf)) == terms


@pytest.mark.parametrize(
    ("number", "written"), [("7E12", "7000000000000"), ("2.50", "2.5"), ("100", "100"), ("0", "0")]
)
def test_a_figure_is_written_in_digits(number, written):
    assert plain(Decimal(number)) == written


def test_characters_of_one_sound_stand_together():
    groups = [re.fullmatch("([a-z]+)([^a-z]+)", group).groups() for group in sounds().split(" ")]
    by_syllable = dict(groups)
    assert len(by_syllable) == len(groups)
    assert {"艳", "彦"} <= {*by_syllable["yan"]}
    assert all(fold(characters) == characters for characters in by_syllable.values())


def test_hidden_labels_lead_and_are_not_among_those_shown(edition):
    names = {name.path: name for name in edition_names(edition) if name.kind == "concept"}
    documents = {document.path: document for document in edition_documents(edition)}
    hidden = {f"glossary/{slug}.html": concept for slug, concept in edition.concepts.items() if concept.hidden_label}
    assert hidden
    for path, concept in hidden.items():
        shown = {*concept.pref_label.names.values(), *concept.alt_label}
        assert set(concept.hidden_label) <= set(names[path].forms)
        assert set(names[path].labels) == shown
        rows = " ".join(f"{row.zh} {row.en}" for row in documents[path].rows[1:]).replace("; ", "、").split("、")
        assert not {label for label in concept.hidden_label if label not in shown} & {*rows}


def test_other_wordings_of_a_question_are_searched_and_not_shown(edition):
    documents = {document.path: document for document in edition_documents(edition)}
    asked = {name: question for name, question in edition.questions.items() if question.asks.zh or question.asks.en}
    assert asked
    for name, question in asked.items():
        rows = documents[f"questions/{name}.html"].headings
        assert {row.anchor for row in rows} == {UNSEEN}
        assert [row.zh for row in rows if row.zh] == list(question.asks.zh)
        assert [row.en for row in rows if row.en] == list(question.asks.en)
