"""Rules: the page that shows by examples what the grammars read, and what not."""

from __future__ import annotations

import pytest
from jianzhu.annotate.edition import Edition
from jianzhu.language import LANGUAGES, Language
from jianzhu.show.escape import markdown
from jianzhu.site.pages.rules import examples, read_dates, read_quantities, rules_page
from jianzhu.text.numbers import numbers_apart

from tests.tables import FOLDER, lines, reading

DATA = examples()
GROUPS = [
    *((lang, group) for lang, groups in DATA["dates"].items() for group in groups),
    *(("quantities", group) for group in DATA["quantities"]),
]


@pytest.mark.parametrize(
    ("of", "group"), GROUPS, ids=lambda value: value["kind"]["en"] if isinstance(value, dict) else value
)
def test_something_is_read_in_every_example_but_those_that_mean_nothing(of, group):
    nothing = group["kind"]["en"].startswith("What is no ")
    for text in group["examples"]:
        example = read_quantities(text, Language.EN) if of == "quantities" else read_dates(text, of, Language.EN)
        assert bool(example.reads) != nothing, text


@pytest.mark.parametrize(("chinese", "english"), DATA["numbers"])
def test_a_pair_says_the_same_numbers(chinese, english):
    assert numbers_apart(chinese, english) == ((), ())


def test_what_is_told_not_to_be_read_is_a_known_failure():
    known = FOLDER.parent / "known-failures"
    dates = {(lang, text): [value for _, value in reading(right)] for lang, text, right in lines(known / "dates.txt")}
    quantities = {text: [value for _, value in reading(right)] for text, right in lines(known / "quantities.txt")}
    for row in DATA["unread"]["dates"]:
        assert dates[row["lang"], row["text"]] == row["right"]
    for row in DATA["unread"]["quantities"]:
        assert quantities[row["text"]] == row["right"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_example_stands_on_the_page(lang, edition: Edition):
    (page,) = rules_page(edition, lang).values()
    for _, group in GROUPS:
        assert group["kind"][lang] in page
        for text in group["examples"]:
            assert markdown(text) in page
    assert page.count("\n| [") == sum(len(group["examples"]) for _, group in GROUPS) + len(DATA["numbers"]) + sum(
        map(len, DATA["unread"].values())
    )
